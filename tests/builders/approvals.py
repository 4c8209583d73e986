"""A borrower whose proposal exceeds the agent's authority, at the point where a person is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import gather
from arrears.dialogue.approving import refer_for_approval
from arrears.domain.approvals import Approval
from arrears.domain.ids import ApprovalId, CaseId, ConversationId, MessageId, PlanId
from arrears.domain.intents import Heard, Intent
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import ApprovalAsked, Offer, Reason
from arrears.domain.plans import Instalment, Plan
from arrears.store import Store, approvals, inbound
from arrears.store.access import User
from arrears.store.approvals import append_approval
from tests.builders.console import NOON, save_user
from tests.builders.line import Line
from tests.builders.store import MONDAY_NOON_UTC, Borrower

SAYINGS = {
    "03/09/1975 4421": "verify_identity",
    "yes": "affirm",
    "好的": "affirm",
    "hello?": "greet",
}


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


MAY = Offer((Instalment(date(2026, 5, 15), usd(140_000)),), None, usd(0))
"""All that `Line`'s borrower owes, on a day that is later than the agent may agree to."""


def asks_for(offer: Offer = MAY, approver: str = "supervisor", effect: int = -12_000) -> ApprovalAsked:
    return ApprovalAsked(offer, Reason.DATE_TOO_LATE, approver, usd(effect))


def a_line(store: Store, borrower: Borrower | None = None) -> Line:
    """A verified borrower to whom nothing was offered yet; nobody was asked."""
    line = Line(store, borrower, SAYINGS)
    line.says("03/09/1975 4421")
    line.says("hello?")
    return line


def last_message(line: Line) -> MessageId:
    return inbound.message_id_for(line.borrower.point.carrier, line.reference.format(line.count))


def ask(line: Line, asked: ApprovalAsked | None = None) -> str:
    """The question to a person, as the last message of the line causes it; what the borrower is told."""
    with line.store.write() as tx:
        situation = gather(line.desk, tx, Heard(last_message(line), Intent.REQUEST_EXTENSION, 0.95))
        return " ".join(said.text for said in refer_for_approval(situation, asked or asks_for()).said)


def approval_of(line: Line) -> Approval:
    """What waits, or waited, because of the last message."""
    with line.store.read() as tx:
        return approvals.load(tx, ApprovalId(f"approval-{last_message(line)}"))


def mei(line: Line, role: str = "supervisor", login: str = "mei") -> User:
    return save_user(line.store, login, role)


def an_approval(**changes: object) -> Approval:
    """A bare approval, asked on Monday at noon in New York."""
    approval = Approval(
        id=ApprovalId("approval-1"),
        case_id=CaseId("case-1"),
        conversation_id=ConversationId("conversation-1"),
        asked=asks_for(),
        authority_version="2026-11-23",
        asked_at=MONDAY_NOON_UTC,
        answer_by=MONDAY_NOON_UTC.replace(hour=23),
    )
    return replace(approval, **changes)  # type: ignore[arg-type]


def save_approval(tx: object, conversation: object, number: int = 1, **changes: object) -> Approval:
    """An approval in a conversation of the console's builders, asked at noon, to be answered by six."""
    asked = asks_for(Offer((Instalment(date(2026, 12, 24), usd(123_450)),), None, usd(0)))
    approval = an_approval(
        id=ApprovalId(f"approval-{number}"),
        case_id=conversation.case_id,  # type: ignore[attr-defined]
        conversation_id=conversation.id,  # type: ignore[attr-defined]
        asked=asked,
        asked_at=NOON,
        answer_by=NOON.replace(hour=23),
    )
    approval = replace(approval, **changes)  # type: ignore[arg-type]
    append_approval(tx, approval)  # type: ignore[arg-type]
    return approval


def agreed(line: Line, offer: Offer) -> Plan:
    """A plan of these terms, agreed now."""
    now = line.clock.now()
    return Plan(
        id=PlanId("plan-own"),
        case_id=line.borrower.case.id,
        conversation_id=line.conversation_id,
        instalments=offer.instalments,
        frequency=offer.frequency,
        left_due=offer.left_due,
        grace_days=2,
        authority_version="1",
        proposed_at=now,
        agreed_at=now,
    )
