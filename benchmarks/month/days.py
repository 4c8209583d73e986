"""One borrower's month: the engine is asked, the borrower reacts, the truth is kept."""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.month.borrowers import LENDER, Borrower
from benchmarks.month.engine import Answer, Engine, Heard, Noted, Planned
from benchmarks.month.texts import answer, opening
from benchmarks.month.words import BY_NOON, Meaning, said
from tools.verifier.world import Contact, History, Said

CALLS = (
    ("no_answer", 50),
    ("voicemail", 14),
    ("busy", 8),
    ("not_in_service", 2),
    ("answered", 26),
)
ANSWERS_A_TEXT, WRITES_UNASKED, RINGS_UP = 0.35, 0.03, 0.01
ABOUT_THE_LOAN = frozenset({"dispute", "attorney", "refused", "stop"})


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A contact that was asked about: what the engine said, and everything that was true then."""

    contact: Contact
    answer: Answer
    before: History


@dataclass(slots=True)
class Month:
    """One borrower, the engine, and what truly happened."""

    who: Borrower
    engine: Engine
    chance: random.Random
    start: datetime
    days: int
    history: History = field(default_factory=History)
    truth: list[dict[str, Any]] = field(default_factory=list)
    _queue: list[tuple[datetime, int, Any]] = field(default_factory=list)
    _refused: set[tuple[str, str]] = field(default_factory=set)
    _serial: Iterator[int] = field(default_factory=count)

    def opportunities(self) -> Iterator[Opportunity]:
        """Every contact the engine is asked about, in the order of time."""
        self.history.said.extend(self.who.agreed)
        self.engine.told(self.who.filed)
        self._plan()
        while self._queue:
            at, _, event = heapq.heappop(self._queue)
            if isinstance(event, Planned) and (event.purpose, event.answers) in self._refused:
                continue  # the answer was refused already: asking again is not another opportunity
            if isinstance(event, Planned):
                yield self._asked(event, at)
            elif isinstance(event, Noted):
                self._noted(event)
            else:
                self._speaks(at, *event)

    def _push(self, at: datetime, event: Any) -> None:
        heapq.heappush(self._queue, (at, next(self._serial), event))

    def _plan(self) -> None:
        zone = ZoneInfo(self.who.true.zones[0])
        for day in range(self.days):
            midnight = (self.start + timedelta(days=day)).astimezone(zone).replace(hour=0, minute=0, second=0)
            for _ in range(self.chance.choice((1, 2, 3))):
                at = midnight + timedelta(minutes=self.chance.randrange(5 * 60, 24 * 60 - 20))
                self._push(at.astimezone(self.start.tzinfo), self._planned())
            if self.chance.random() < WRITES_UNASKED:
                at = midnight + timedelta(minutes=self.chance.randrange(24 * 60))
                number = self.chance.choice(self.who.true.numbers)
                self._push(at.astimezone(self.start.tzinfo), ("sms", number.id, self.who.true.loans[0].id))
            if self.chance.random() < RINGS_UP / 2 and self.who.true.country == "GB":
                self._breathing_space(self.start + timedelta(days=day))

    def _breathing_space(self, at: datetime) -> None:
        self._push(at, Noted(self.who.true.id, at, "breathing_space", until=at + timedelta(days=60)))

    def _planned(self) -> Planned:
        number = self.chance.choice(self.who.true.numbers)
        loan = self.chance.choice(self.who.true.loans)
        texts = number.line == "mobile" and self.chance.random() < (0.2 if loan.third_party else 0.6)
        channel = "sms" if texts else "voice"
        words = opening(channel, self.who.language, LENDER, self.chance)
        return self._contact(loan.id, number.id, channel, "outreach", words)

    def _contact(
        self, case: str, number: str, channel: str, purpose: str, text: str, answers: str = ""
    ) -> Planned:
        carrier = "lender_gateway" if self.who.true.country == "CN" else "twilio"
        serial = f"{self.who.true.id}-{next(self._serial)}"
        return Planned(
            serial,
            self.who.true.id,
            case,
            number,
            channel,
            purpose,
            self.who.language,
            text,
            LENDER,
            carrier,
            answers,
        )

    def _asked(self, planned: Planned, now: datetime) -> Opportunity:
        contact = Contact(
            at=now,
            channel=planned.channel,
            number=planned.number,
            case=planned.case,
            text=planned.text,
            purpose=planned.purpose,
            languages=(planned.language,),
            carrier=planned.carrier,
            lender=planned.lender,
            answers=planned.answers,
        )
        before = History(list(self.history.contacts), list(self.history.said))
        verdict = self.engine.may(planned, now)
        if verdict.permitted:
            self._made(planned, contact)
        elif planned.answers:
            self._refused.add((planned.purpose, planned.answers))
        return Opportunity(contact, verdict, before)

    def _made(self, planned: Planned, contact: Contact) -> None:
        outcome, talked = self._outcome(planned)
        self.history.contacts.append(replace(contact, outcome=outcome, talked=talked))
        self.engine.made(planned, contact.at, outcome, talked)
        self._keep("contact", contact.at, channel=contact.channel, number=contact.number, case=contact.case,
                   purpose=contact.purpose, outcome=outcome, talked=talked, text=contact.text)  # fmt: skip
        if contact.purpose != "outreach":
            return
        if talked:
            self._push(contact.at + timedelta(minutes=1), ("voice", contact.number, contact.case))
        elif outcome == "delivered" and self.chance.random() < ANSWERS_A_TEXT:
            later = contact.at + timedelta(minutes=self.chance.randrange(1, 180))
            self._push(later, ("sms", contact.number, contact.case))

    def _outcome(self, planned: Planned) -> tuple[str, bool]:
        if planned.channel == "sms":
            return ("failed" if self.chance.random() < 0.02 else "delivered"), False
        outcome = self.chance.choices([name for name, _ in CALLS], [weight for _, weight in CALLS])[0]
        return outcome, outcome == "answered" and self.chance.random() < 0.7

    def _speaks(self, at: datetime, channel: str, number: str, case: str) -> None:
        loan = self.who.true.loan(case)
        tags = {self.who.true.country or ""} | ({"third_party"} if loan.third_party else set())
        meaning, words = said(self.chance, self.who.language, channel, frozenset(tags))
        message = f"m{next(self._serial)}"
        for word in self._meant(meaning, at, channel, number, case, message):
            self.history.said.append(word)
        label = meaning.label
        hours = BY_NOON if meaning.what == "avoid" else None
        self.engine.told(
            Heard(
                self.who.true.id, at, message, channel, number, case, words, self.who.language, label, hours
            )
        )
        self._keep("said", at, channel=channel, number=number, case=case, words=words, meant=meaning.what)
        self._answered(meaning, at, channel, number, case, message)

    def _meant(
        self, meaning: Meaning, at: datetime, channel: str, number: str, case: str, message: str
    ) -> Iterator[Said]:
        what = meaning.what
        about = case if what in ABOUT_THE_LOAN else None
        hours = BY_NOON if what == "avoid" else None
        where = None if what == "not_at_work" else number
        yield Said(at, what, meaning.channel, where, about, hours, message=message, written=channel == "sms")

    def _answered(
        self, meaning: Meaning, at: datetime, channel: str, number: str, case: str, message: str
    ) -> None:
        soon = at + timedelta(seconds=20)
        if meaning.what in ("dispute", "complaint") and self.chance.random() < 0.5:
            cleared, about = at + timedelta(days=6), case if meaning.what == "dispute" else None
            self._push(cleared, Noted(self.who.true.id, cleared, meaning.what, about, lifted=True))
        if channel != "sms" or self.who.true.loan(case).third_party:
            return
        purposes = dict.fromkeys(("stop", "cease"), ("opt_out_confirmation",) * 2)
        purposes["self_harm"] = ("reply", "crisis")
        for purpose in purposes.get(meaning.what, ("reply", "reply")):
            text = answer(purpose, self.who.language, LENDER)
            self._push(soon, self._contact(case, number, channel, purpose, text, message))
            soon += timedelta(seconds=20)

    def _noted(self, noted: Noted) -> None:
        if noted.lifted:
            self.history.said.append(Said(noted.at, "lifted", case=noted.case, about=noted.status))
        else:
            self.history.said.append(Said(noted.at, noted.status, case=noted.case, until=noted.until))
        self.engine.told(noted)
        self._keep("noted", noted.at, status=noted.status, lifted=noted.lifted)

    def _keep(self, kind: str, at: datetime, **facts: Any) -> None:
        self.truth.append({"kind": kind, "at": at.isoformat(), "person": self.who.true.id, **facts})
