"""What a person must approve before it is agreed: asked once, decided once, answered by a promised time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from arrears.domain.ids import ApprovalId, CaseId, ConversationId, OutreachId
from arrears.domain.negotiation.offers import ApprovalAsked, Offer
from arrears.domain.times import require_aware

APPROVAL_STEP = "approval"
"""The step of contacts that tell what became of an approval."""

APPROVED_OFFER = "approved"
"""The kind of an open offer that a person has approved, beside "accept" and "counter"."""


def contact_key(approval_id: ApprovalId, what: str) -> str:
    """The key of the one contact that tells the outcome (`what` is one word)."""
    return f"{approval_id}-{what}"


def approval_told_by(outreach_id: OutreachId) -> ApprovalId:
    """The approval whose outcome the contact tells."""
    return ApprovalId(outreach_id.removeprefix("outreach-").rpartition("-")[0])


class ApprovalOutcome(StrEnum):
    """How an approval ended."""

    APPROVED = "approved"
    DECLINED = "declined"
    LAPSED = "lapsed"  # nobody decided by the promised time, or there was nothing left to decide


class ApprovalState(StrEnum):
    """Where an approval stands."""

    WAITING = "waiting"
    OVERDUE = "overdue"  # the borrower should have heard by now
    APPROVED = "approved"
    DECLINED = "declined"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Approval:
    """One question to a person, and what the borrower was told about the answer."""

    id: ApprovalId
    case_id: CaseId
    conversation_id: ConversationId
    asked: ApprovalAsked
    authority_version: str  # of the policy whose rule is exceeded
    asked_at: datetime
    answer_by: datetime  # the borrower was told that they hear by then

    def __post_init__(self) -> None:
        require_aware(self.asked_at)
        if require_aware(self.answer_by) <= self.asked_at:
            raise ValueError(f"approval {self.id} must be answered after it was asked")


@dataclass(frozen=True, slots=True)
class ApprovalDecision:
    """The one decision about an approval."""

    outcome: ApprovalOutcome
    by: str  # the login of a user, or what the machine lapsed it for
    note: str | None  # for colleagues; personal data
    at: datetime


def approval_state(approval: Approval, decision: ApprovalDecision | None, now: datetime) -> ApprovalState:
    """The state at an instant."""
    if decision is not None:
        return ApprovalState(decision.outcome)
    return ApprovalState.OVERDUE if now >= approval.answer_by else ApprovalState.WAITING


class Obstacle(StrEnum):
    """Why what was asked can no longer be approved as it was asked."""

    PLAN_AGREED = "plan_agreed"  # other terms were agreed since
    BALANCE_MOVED = "balance_moved"  # money was booked since, so that the sums are no longer right
    DAY_PASSED = "day_passed"  # its first day is over


def obstacle_to(
    approval: Approval, *, today: date, plan_agreed_at: datetime | None, posted_at: datetime | None
) -> Obstacle | None:
    """What stands in the way of agreeing exactly this offer, None when nothing does.

    `today` is on the borrower's calendar, `plan_agreed_at` belongs to the plan that stands, and `posted_at`
    is when the ledger of the case last moved.
    """
    if plan_agreed_at is not None and plan_agreed_at > approval.asked_at:
        return Obstacle.PLAN_AGREED
    if posted_at is not None and posted_at > approval.asked_at:
        return Obstacle.BALANCE_MOVED
    first_on = _first_day(approval.asked.offer)
    return Obstacle.DAY_PASSED if first_on is not None and first_on < today else None


def _first_day(offer: Offer) -> date | None:
    """The first payment, or the review of a pause."""
    return offer.instalments[0].on if offer.instalments else offer.review_on
