"""A payment by a card that is keyed in on a call: the amount is read back, the carrier takes the number.

Source of the results: Twilio, "<Pay>", parameter Result of its action.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from arrears.domain.ids import CallId, CardPaymentId, CaseId, ConversationId
from arrears.domain.money import Money


class CardPaymentState(StrEnum):
    """Where a payment stands."""

    ASKED = "asked"  # the amount was read back
    AGREED = "agreed"  # with a yes
    STARTED = "started"  # the carrier asks for the card
    PAID = "paid"
    NOT_PAID = "not_paid"  # proved
    UNKNOWN = "unknown"  # it may have been paid: for a person, never begun again by a machine


ENDED = frozenset({CardPaymentState.PAID, CardPaymentState.NOT_PAID})

CAME = {
    CardPaymentState.PAID: "card.came_paid",
    CardPaymentState.NOT_PAID: "card.came_not_paid",
    CardPaymentState.UNKNOWN: "card.came_unknown",
}
"""The message that says no more than what became of it, where a person of ours holds the conversation."""

CARD_RESULT_STEP = "card-result"
"""The step of a contact that says it."""

SILENT_AFTER = timedelta(hours=1)
"""A payment that was begun, and of which nothing was heard for so long (machine time), is for a person."""

_PROVED_UNPAID = frozenset(
    {
        "caller-interrupted-with-star",
        "caller-hung-up",
        "too-many-failed-attempts",
        "validation-error",
        "input-type-required",
    }
)
"""Results with which the connector was never asked for money."""


@dataclass(frozen=True, slots=True)
class CardPayment:
    """One payment on one call."""

    id: CardPaymentId
    call_id: CallId
    conversation_id: ConversationId
    case_id: CaseId
    amount: Money
    state: CardPaymentState
    asked_at: datetime
    result: str | None = None
    confirmation: str | None = None  # the connector's


def after_result(result: str) -> CardPaymentState:
    """What the carrier's word for the outcome proves; a word that nobody knows proves nothing."""
    if result == "success":
        return CardPaymentState.PAID
    return CardPaymentState.NOT_PAID if result in _PROVED_UNPAID else CardPaymentState.UNKNOWN


def decimal_of(amount: Money) -> str:
    """The amount as the carrier wants it: "350.00"."""
    whole, part = divmod(amount.minor, 100)
    return f"{whole}.{part:02d}"
