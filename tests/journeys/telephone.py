"""A borrower's telephone on the stage: it is called, and calls. All of it is real, but for the sound."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from arrears.contact.speaking import completed
from arrears.contact.writing import call_opening, look_ahead
from arrears.domain.calls import Call, CallState
from arrears.domain.conversations import Speaker
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel
from arrears.store import outreach as outreach_rows
from arrears.store import people
from arrears.store.views.call_lines import calls_of_case
from tests.builders.store import a_desk
from tests.journeys.borrowers import Borrower, pick, played, reachable_rows, write
from tests.journeys.stage import Stage
from tools.fleet import run
from tools.journey.phone import Phone

OFFICE = ZoneInfo("America/New_York")
OPEN, CLOSED = time(13), time(18, 30)
"""Instants of a weekday at which our people are there, and are not; in California, too, calls are lawful."""


@dataclass
class Telephone:
    """The phone of a borrower, or another one from which they call."""

    stage: Stage
    person: Borrower
    number: str | None = None
    phone: Phone = field(init=False)
    heard: str = ""  # what was heard last

    def __post_init__(self) -> None:
        self.phone = Phone(self.stage.world.simulator, self.number or self.person.phone)

    def calls_us(self) -> str:
        """Call; what is heard first."""
        self.phone.call()
        return self.hears()

    def is_called(self, answered_by: str = "by_hand") -> str:
        """Have a call of the strategy fall due, and something take it; what a person hears first."""
        self.phone.expect(answered_by)
        before = len(self.phone.calls())
        self.has_a_call_due()
        self.stage.wait_for(lambda: len(self.phone.calls()) > before)
        self.phone.turn_to(self.phone.calls()[0]["sid"])
        if answered_by == "by_hand":
            self.phone.answer()
            return self.hears()
        self.phone.play(lambda call: call["ended"] is not None)
        self.stage.wait_for(lambda: self.call().state is CallState.ENDED)
        return "".join(self.phone.news())

    def has_a_call_due(self, name: str = "call") -> OutreachId:
        """The row that the strategy makes on the sixth day, now."""
        desk, _ = a_desk(self.stage.store, self.stage.now())
        case = self.stage.case(self.person)
        with self.stage.store.write() as tx:
            owner = people.load_person(tx, case.owner_id)
            (point,) = people.contact_points_of(tx, case.owner_id)
            said = call_opening(desk, "call.opening", owner.language, case.lender, owner.name)
            row = Outreach(
                id=OutreachId(f"outreach-{case.id}-sms_conversation-{name}"),
                case_id=case.id,
                person_id=owner.id,
                contact_point_id=point.id,
                channel=Channel.VOICE,
                carrier=Carrier.CALL,
                purpose=ContactPurpose.OUTREACH,
                language=owner.language,
                body=said.text,
                speaks_of_debt=said.speaks_of_debt,
                due_at=self.stage.now(),
                state=OutreachState.DUE,
                conversation_id=None,
                answers=None,
                step="call",
            )
            outreach_rows.plan(tx, row)
            look_ahead(tx, desk, completed(tx, desk, row))
        return row.id

    def hears(self) -> str:
        """Listen until it is the caller's turn, or the call is over; what was heard."""
        self.phone.turn()
        return "".join(self.phone.news())

    def says(self, text: str) -> list[str]:
        """Say it; the messages of the catalogue that were the answer."""
        self.phone.say(text)
        return self.answer()

    def interrupts(self, text: str, after: int, instead: str) -> list[str]:
        """Say it, and something else once so many characters of the answer were heard; what answers that."""
        before = len(self.stage.turns(self.person))
        self.phone.say(text)
        self.stage.wait_for(lambda: len(self.stage.turns(self.person)) >= before + 2)
        words = self.stage.turns(self.person)[-1].text
        self.stage.wait_for(lambda: words[:8] in str(self.state()["speaking"] or ""))
        self.phone.interrupt(instead, after, words)
        return self.answer()

    def presses(self, keys: str) -> list[str]:
        """Press keys; the messages that were the answer."""
        self.phone.press(keys)
        return self.answer()

    def answer(self) -> list[str]:
        """Listen; the messages that our last words are made of."""
        self.heard = self.hears()
        last = self.stage.turns(self.person)[-1]
        assert last.speaker is Speaker.BOT
        return [str(key) for entry in last.answered_by for key in entry.get("templates", ())]

    @property
    def birth(self) -> str:
        """The birth date, as it is said in the borrower's language."""
        born = self.person.birth_on
        if self.person.language == "zh":
            return f"{born.year}年{born.month}月{born.day}日"
        return f"{born:%B} {born.day} {born.year}"

    def proves_it(self) -> list[str]:
        """Say who it is: first the birth date, then the four digits. Nothing of a debt is heard before."""
        assert self.says(self.birth) == ["identity.ask_last4"]
        self.speaks_of_no_debt()
        return self.says(" ".join(self.person.last4))

    def speaks_of_no_debt(self) -> None:
        """Nothing that was said on this call so far was about a debt."""
        whole = " ".join(said for said, _ in self.said_and_heard())
        assert not re.search(r"\b(?:owe|owed|debt|dollars?)\b|[欠债]|美元", whole), whole

    def hangs_up(self) -> None:
        """The caller hangs up, and everybody knows."""
        self.phone.hang_up()
        self.stage.wait_for(lambda: self.call().state is CallState.ENDED)

    def is_over(self) -> bool:
        """Whether the call has ended; that we end it takes a moment."""
        self.phone.play(lambda call: call["ended"] is not None)
        self.stage.wait_for(lambda: self.call().state is CallState.ENDED)
        return True

    def call(self) -> Call:
        """The borrower's last call, as we know it."""
        case = self.stage.case(self.person)
        with self.stage.store.read() as tx:
            return calls_of_case(tx, case.id)[0].call

    def said_and_heard(self) -> list[tuple[str, str]]:
        """Of each of our turns on the call what was said, and what was heard of it."""
        ours = [turn for turn in self.stage.turns(self.person) if turn.speaker is Speaker.BOT]
        return [(turn.text, turn.received) for turn in ours]

    def state(self) -> dict[str, Any]:
        """The call at the carrier."""
        return self.phone.state()


def at(stage: Stage, hour: time) -> None:
    """Let time pass until it is this hour of a weekday in New York; no time, where it is a little later."""
    wall = stage.now().astimezone(OFFICE)
    there = datetime.combine(wall.date(), hour, OFFICE)
    if wall.weekday() < 5 and there <= wall < there + timedelta(hours=2):
        return
    while there <= wall or there.weekday() > 4:
        there += timedelta(days=1)
    while stage.now() < there:
        stage.pass_time(min(timedelta(hours=6), there - stage.now()))


def who_may_be_called(stage: Stage, kind: tuple[str, str], count: int, skip: int = 0) -> list[Borrower]:
    """Further borrowers, imported now, who have agreed to automated calls; nobody writes to them.

    `skip`: so many, the last ones, are another module's.
    """
    rows = [row for row in reachable_rows() if row["voice_consent"] == "yes"]
    rows = pick(rows, kind, len(rows))
    rows = rows[len(rows) - skip - count : len(rows) - skip]
    file = write(stage.world.folder / f"callers-{kind[1]}-{skip}.csv", rows)
    report = stage.world.folder / "callers-rejected.csv"
    run(["arrears", "import", str(file), f"--report={report}"], stage.world.env)
    return played(rows)
