"""A status that stands by the borrower's own word, and that a later act of theirs ends.

What was raised stays where it is, and what ends it is appended after it. What a person or the lender has
written down last, nobody ends here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from arrears.domain.cases import Case, Relationship, SpecialStatus
from arrears.domain.ids import ContactPointId, PersonId, TurnId
from arrears.store import Tx, consents
from arrears.store.views.statuses import standing_for

_BORROWER = "borrower"
"""By whom it is that was heard in a conversation."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did that may end what they had said before. The person is locked."""

    key: str  # of the act: the same act ends nothing twice
    person_id: PersonId
    case: Case
    point_id: ContactPointId
    at: datetime
    turn_id: TurnId | None = None  # their turn, as evidence


def withdraw_refusal(tx: Tx, act: Act) -> None:
    """They agreed to pay this loan, or paid on it: their refusal to stands no more.

    Not where somebody else's debt is collected: there a refusal in writing ends contact (12 CFR 1006.6(c)),
    and a person decides whether it still stands.
    """
    if act.case.relationship is Relationship.FIRST_PARTY:
        _lift(tx, act, SpecialStatus.REFUSED_TO_PAY)


def came_themselves(tx: Tx, act: Act) -> None:
    """They proved who they are over a number that somebody else had answered: it is silent no more."""
    _lift(tx, act, SpecialStatus.THIRD_PARTY_ANSWERED)


def withdraw_dispute(tx: Tx, act: Act) -> None:
    """They say that they dispute nothing, of a dispute that only their own words in the same talk had raised.

    Not where somebody else's debt is collected: there a dispute holds collection until it is answered, and a
    person decides (12 CFR 1006.38).
    """
    if act.case.relationship is Relationship.FIRST_PARTY:
        _lift(tx, act, SpecialStatus.DISPUTE)


def _lift(tx: Tx, act: Act, status: SpecialStatus) -> None:
    for entry in standing_for(tx, act.person_id, act.case.id, act.point_id):
        if entry.status is status and entry.by == _BORROWER:
            consents.append_status(
                tx,
                act.person_id,
                status,
                raised=False,
                key=f"status-{status}-ended-{act.key}",
                at=act.at,
                by=_BORROWER,
                case_id=entry.case_id,
                contact_point_id=entry.contact_point_id,
                turn_id=act.turn_id,
            )
