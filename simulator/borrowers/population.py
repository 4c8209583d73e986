"""The borrowers at their phones: they read when a text arrives and answer when people do."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from simulator.borrowers.hearing import Heard, Move, hear
from simulator.borrowers.personas import script_of
from simulator.borrowers.profile import Borrower
from simulator.borrowers.script import Script
from simulator.clock import Event, EventKind, VirtualClock

ASLEEP_FROM, AWAKE_FROM = time(23), time(7)
MORNING_MINUTES = 90
# In the middle of a conversation people answer sooner than they pick up the phone.
TALKING = timedelta(minutes=30)
TALKING_MINUTES = (0.5, 6.0)
STEPS_AWAY = 0.05


@dataclass(slots=True)
class Person:
    """One borrower, what is unread, and the answer being thought of."""

    borrower: Borrower
    script: Script
    unread: list[Heard] = field(default_factory=list)
    thinking: Event | None = None
    scripted: bool = True
    answers: int = 0
    wrote_at: datetime | None = None


class Population:
    """All scripted borrowers. Every method runs under the world's lock."""

    def __init__(self, clock: VirtualClock, write: Callable[[str, str], str]) -> None:
        self._clock, self._write = clock, write
        self._people: dict[str, Person] = {}

    def add(self, borrower: Borrower) -> None:
        """Put a borrower at their phone; one already there starts afresh."""
        known = self._people.get(borrower.phone)
        if known and known.thinking:
            known.thinking.cancelled = True
        self._people[borrower.phone] = Person(borrower, script_of(borrower))

    def get(self, phone: str) -> Person | None:
        """The person at a phone."""
        return self._people.get(phone)

    def set_scripted(self, phone: str, on: bool) -> None:
        """Let a person play the borrower, or the script again."""
        person = self._people.get(phone)
        if person is None:
            return
        person.scripted = on
        if not on and person.thinking:
            person.thinking.cancelled = True
            person.thinking = None
            person.unread.clear()

    def hear(self, phone: str, text: str) -> None:
        """A text arrived: an answer falls due, unless one does already."""
        person = self._people.get(phone)
        if person is None or not person.scripted or person.script.done:
            return
        person.unread.append(hear(text))
        if person.thinking is None:
            at = answer_at(person, self._clock.now)
            person.thinking = self._clock.schedule(at, EventKind.BORROWER, lambda: self._answer(person))

    def summary(self) -> list[dict[str, object]]:
        """For each borrower: persona, state, and the plan as they understood it."""
        return [
            {
                "phone": person.borrower.phone,
                "persona": person.borrower.persona.value,
                "state": person.script.state,
                "plan": person.script.plan,
                "scripted": person.scripted,
            }
            for person in self._people.values()
        ]

    def _answer(self, person: Person) -> None:
        person.thinking = None
        heard, person.unread = main_point(person.unread), []
        today = self._clock.now.astimezone(person.borrower.zone).date()
        reply = person.script.answer(heard, today)
        person.answers += 1
        if reply is not None:
            person.wrote_at = self._clock.now
            self._write(person.borrower.phone, reply)


def main_point(texts: list[Heard]) -> Heard:
    """The last text that was understood, or the last one."""
    understood = [heard for heard in texts if heard.move is not Move.UNKNOWN]
    return (understood or texts)[-1]


def answer_at(person: Person, now: datetime) -> datetime:
    """When the answer comes: after the borrower's delay, sooner once talking, not while they sleep."""
    who = person.borrower
    dice = random.Random(f"{who.phone} {person.answers}")
    delay = dice.uniform(*sorted(who.reply_minutes))
    talking = person.wrote_at is not None and now - person.wrote_at <= TALKING
    if talking and dice.random() >= STEPS_AWAY:
        delay = min(delay, dice.uniform(*TALKING_MINUTES))
    at = now + timedelta(minutes=delay)
    return at if person.script.night_owl else awake(at, who, dice)


def awake(at: datetime, who: Borrower, dice: random.Random) -> datetime:
    """The instant itself by day; otherwise some time after seven in the morning."""
    local = at.astimezone(who.zone)
    if AWAKE_FROM <= local.time() < ASLEEP_FROM:
        return at
    tomorrow = local.date() + timedelta(days=1 if local.time() >= ASLEEP_FROM else 0)
    morning = datetime.combine(tomorrow, AWAKE_FROM, who.zone)
    return morning.astimezone(at.tzinfo) + timedelta(minutes=dice.uniform(0, MORNING_MINUTES))
