"""A borrower's phone against a running application with fakes at its ports."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from arrears.bootstrap import App
from arrears.domain.ids import CaseId, ConversationId, MessageId, OutreachId, TransactionId
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Carrier
from arrears.domain.plans import Plan
from arrears.ports import Dialogue
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, cases, conversations, handovers, inbound, ledger, plans
from arrears.store import outreach as outreach_rows
from arrears.store.tables.contact import outreach
from gateway.turns import take_turn
from tests.builders.store import (
    MONDAY_NOON_UTC,
    Borrower,
    a_borrower,
    a_desk,
    an_outreach,
    entries,
    save,
    settings,
)
from tests.fakes.ports import FakeMessenger, ScriptedDialogue

SAYINGS = {
    "who is this": "ask_who_are_you",
    "what do I owe": "ask_balance",
    "03/09/1975 4421": "verify_identity",
    "03/09/1976 4421": "verify_identity",
    "I can do $350 a month starting on the 15th": "propose_instalment",
    "yes": "affirm",
    "no": "deny",
    "I don't want to live any more": "self_harm",
    "please stop texting me": "stop_texts",
    "stop calling me at work please": "stop_texts",
    "I can do $350 a month starting on the 15th, and stop texting me": "propose_instalment",
    "this is not my debt": "dispute",
}


class Line:
    """One borrower, one carrier, one scripted engine; both clocks stand until they are moved."""

    def __init__(
        self, store: Store, borrower: Borrower | None = None, sayings: dict[str, str] | None = None
    ) -> None:
        self.store, self.borrower = store, save(store, borrower or a_borrower())
        self.desk, self.clock = a_desk(store)
        self.machine_clock = self.desk.machine_clock
        self.carrier = FakeMessenger(self.clock)
        self.dialogue = ScriptedDialogue(self.desk, SAYINGS if sayings is None else sayings)
        self.app = self.app_with()
        self.count = 0
        self.reference = "SM{:032d}"

    def app_with(self, dialogue: Dialogue | None = None, carrier: object = None, **changes: object) -> App:
        """The application with another engine, another carrier, or other settings."""
        messengers = dict.fromkeys(Carrier, carrier or self.carrier)
        return App(settings(**changes), self.desk, messengers, dialogue or self.dialogue)  # type: ignore[arg-type]

    def plan_first(self, **changes: object) -> OutreachId:
        """A neutral first text that is due, unless changed."""
        row = replace(an_outreach(self.borrower), **changes)
        with self.store.write() as tx:
            outreach_rows.plan(tx, row)
        return row.id

    def write_first(self) -> None:
        dispatch(self.desk, self.app.messengers, self.plan_first())

    def says(self, text: str) -> str:
        """The reply that reached the phone, empty when there was none."""
        message_id = self.arrives(text)
        before = len(self.carrier.sent)
        take_turn(self.app, message_id)
        return " ".join(body for _, body in self.carrier.sent[before:])

    def arrives(self, text: str) -> MessageId:
        """The text is stored; nobody has looked at it yet."""
        self.count += 1
        self.clock.move(minutes=1)
        self.machine_clock.move(minutes=1)
        message_id, _ = inbound.receive(
            self.store,
            self.borrower.point.carrier,
            self.reference.format(self.count),
            sender=self.borrower.point.address,
            text=text,
            at=self.clock.now(),
        )
        return message_id

    def agree(self) -> None:
        """From the first question to a recorded plan of 4 payments of $350.00 from 15 March."""
        for text in ("03/09/1975 4421", "I can do $350 a month starting on the 15th", "yes"):
            self.says(text)

    @property
    def conversation_id(self) -> ConversationId:
        """The conversation of the first message."""
        with self.store.read() as tx:
            first = self.reference.format(1)
            message_id = inbound.message_id_for(self.borrower.point.carrier, first)
            return inbound.placed(tx, message_id).conversation_id

    def state_of(self, outreach_id: OutreachId) -> OutreachState:
        """Where the contact stands."""
        with self.store.read() as tx:
            return outreach_rows.load(tx, outreach_id).state

    def replies(self) -> list[sa.Row]:
        """Every planned answer, in the order of the messages."""
        with self.store.read() as tx:
            query = outreach.select().where(outreach.c.answers.is_not(None)).order_by(outreach.c.answers)
            return list(tx.execute(query))


def waits(line: Line, **time: float) -> None:
    """Time passes, for the business and for the machines."""
    line.clock.move(**time)
    line.machine_clock.move(**time)


def plan_of(line: Line) -> Plan | None:
    """The plan of the case that was agreed last."""
    with line.store.read() as tx:
        return plans.last_plan(tx, line.borrower.case.id)


def every_plan(line: Line) -> tuple[Plan, ...]:
    """Every plan of the case, the oldest first."""
    with line.store.read() as tx:
        return plans.plans_of(tx, line.borrower.case.id)


def keys(line: Line) -> frozenset[str]:
    """The messages of the last reply, but for where a weekend moves a day."""
    return all_keys(line) - {"plan.day_moved"}


def all_keys(line: Line) -> frozenset[str]:
    """The messages of the last reply."""
    with line.store.read() as tx:
        return conversations.templates_said(tx, line.conversation_id)[-1]


def reasons(line: Line) -> list[str]:
    """Why a person has been called, in the order of the queue."""
    with line.store.read() as tx:
        return [handover.reason for handover in handovers.queue(tx)]


def second_loan(store: Store, borrower: Borrower) -> Borrower:
    """Another case of the same person over the same number, saved."""
    other = replace(
        borrower.case, id=CaseId(f"{borrower.case.id}-b"), lender_ref=f"{borrower.case.lender_ref}b"
    )
    with store.write() as tx:
        cases.save_case(tx, other, "fingerprint")
        opening = entries.opening(
            TransactionId(f"opening-{other.id}"), other.id, MONDAY_NOON_UTC, borrower.balance
        )
        ledger.post(tx, opening, other.id)
    return replace(borrower, case=other)
