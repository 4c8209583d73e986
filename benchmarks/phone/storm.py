"""Many calls on which much goes wrong, on virtual time that runs faster than anybody speaks."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from benchmarks.phone.carrier import Carrier
from benchmarks.phone.checks import Held
from benchmarks.phone.mischief import Step, What, plan
from benchmarks.phone.people import Person, sayings

CALL_LIMIT_S, AFTERWARDS_S = 1800.0, 120.0
"""Virtual: after which a call counts as stuck; for what the carrier has still to tell when all have ended."""

LOOK_S = 0.05
"""Real."""


@dataclass(slots=True)
class OnTheLine:
    """One call as its caller goes through it."""

    sid: str
    person: Person
    steps: list[Step]
    began: datetime


class Storm:
    """Calls of which so many are live at once; the same seed draws the same mischief."""

    def __init__(self, carrier: Carrier, people: Sequence[Person], seed: int) -> None:
        self._carrier, self._seed = carrier, seed
        self._by_phone = {person.phone: person for person in people}
        self._live: dict[str, OnTheLine] = {}
        self._begun = 0
        self.stuck: list[str] = []
        self.happened: dict[str, int] = {what.value: 0 for what in What}

    def rage(self, callers: Iterator[Person], count: int, lanes: int, rate: float) -> None:
        """Hold so many calls to the product, and all that it makes meanwhile, while time runs at the rate."""
        placed = 0
        with self._carrier.running(rate):
            while placed < count or self._live:
                while placed < count and len(self._live) < lanes:
                    self._begin(self._carrier.place(next(callers).phone))
                    placed += 1
                self._look()
                time.sleep(LOOK_S)
        self._carrier.post("/clock/advance", seconds=AFTERWARDS_S)

    def _look(self) -> None:
        """Let everybody act whose turn it is."""
        states = {each["sid"]: each for each in self._carrier.get("/calls", live=True) if not each["parent"]}
        now = self._now()
        for sid in [sid for sid in self._live if sid not in states]:
            del self._live[sid]
        for sid, state in states.items():
            if sid not in self._live and state["status"] == "in-progress":
                self._begin(sid, called=True)
            if sid in self._live:
                self._act(self._live[sid], state, now)

    def _begin(self, sid: str, *, called: bool = False) -> None:
        call = self._carrier.call(sid)
        person, now = self._by_phone[call["phone"]], self._now()
        dice = random.Random(f"{self._seed}/{self._begun}")
        self._begun += 1
        said = sayings(person, now.date(), called=called)
        self._live[sid] = OnTheLine(sid, person, plan(dice, person.language, said), now)

    def _act(self, call: OnTheLine, state: dict[str, Any], now: datetime) -> None:
        """The caller's next step, where it is their turn."""
        if (now - call.began).total_seconds() > CALL_LIMIT_S:
            self.stuck.append(call.sid)
            self._carrier.tries(f"/calls/{call.sid}/hangup")
        elif call.steps and state["listening"] and not state["speaking"] and not state["waiting_turns"]:
            self._take(call)
            if call.steps and call.steps[0].what is What.INTERRUPT:
                self._take(call)  # armed before we answer, so that it comes into our words

    def _take(self, call: OnTheLine) -> None:
        step = call.steps.pop(0)
        self.happened[step.what] += self._do(call.sid, step)

    def _do(self, sid: str, step: Step) -> bool:
        where = f"/calls/{sid}/{step.what.replace(' ', '')}"
        match step.what:
            case What.SAY:
                return self._carrier.tries(where, text=step.text)
            case What.INTERRUPT:
                return self._carrier.tries(where, text=step.text, after_chars=step.after_chars)
            case What.PRESS:
                return self._carrier.tries(where, digits=step.text)
            case What.MALFORMED:
                return self._carrier.tries(where, frame=step.text)
            case What.DROP | What.HANG_UP:
                return self._carrier.tries(where)

    def held(self) -> list[Held]:
        """Every call there was, with everything that happened on it."""
        calls = [each for each in self._carrier.get("/calls") if not each["parent"]]
        return [
            Held(sid, self._carrier.call(sid)["events"], self._by_phone[phone].factors)
            for sid, phone in ((each["sid"], each["phone"]) for each in reversed(calls))
        ]

    def _now(self) -> datetime:
        return datetime.fromisoformat(self._carrier.get("/clock")["now"])
