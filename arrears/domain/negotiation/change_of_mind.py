"""Whether what was agreed may still be taken back, or agreed anew, without a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.plans import Plan


def is_open_to_change(
    plan: Plan, every: tuple[Plan, ...], *, today: date, agreed_on: date, paid: bool
) -> bool:
    """Whether nothing of the plan is due or paid yet: it was agreed today, or its first day is to come.

    `every` are the plans of the case: of one whose day was moved the day counts that it had at first. The
    days are on the borrower's calendar. A settlement is none of the agent's own and never open.
    """
    if paid or plan.waived is not None:
        return False
    if agreed_on == today and plan.changes is None:
        return True
    by_id = {each.id: each for each in every}
    first = first_day(plan)
    earlier = plan
    while earlier.changes is not None and earlier.changes in by_id:
        earlier = by_id[earlier.changes]
        first = min(first, first_day(earlier))
    return today < first


def first_day(plan: Plan) -> date:
    """The day of its first payment; of a pause, that of its review."""
    first = plan.instalments[0].on if plan.instalments else plan.review_on
    if first is None:
        raise ValueError(f"plan {plan.id} has neither payment nor review")
    return first


def times_changed(every: tuple[Plan, ...], on: Callable[[datetime], date]) -> int:
    """How often an agreement of the case was taken back, or replaced, before its first payment was due.

    `on` is the day of an instant on the borrower's calendar.
    """
    return sum(1 for plan in every if plan.cancelled_at is not None and _was_early(plan, on))


def _was_early(plan: Plan, on: Callable[[datetime], date]) -> bool:
    if plan.cancelled_at is None or plan.agreed_at is None:
        return False
    cancelled_on = on(plan.cancelled_at)
    return cancelled_on < first_day(plan) or cancelled_on == on(plan.agreed_at)


def differs(said: Proposal, offer: Offer) -> bool:
    """Whether the words name a sum, a share, a number or a rhythm of payments that the terms do not have."""
    amounts = {item.amount for item in offer.instalments} | {offer.total}
    other_amount = said.amount is not None and said.amount not in amounts
    other_rhythm = said.frequency not in (None, offer.frequency)
    other_count = said.count not in (None, len(offer.instalments))
    at_once = said.full and (offer.left_due.minor > 0 or len(offer.instalments) > 1)
    unclear = said.amount_problem is not None or said.share_percent is not None
    other_months = said.lighter is not None  # what differs from month to month is never the same
    differ = other_amount or other_rhythm or other_count or at_once or unclear or other_months
    return differ or rest_differs(said.rest, offer)


def rest_differs(rest: Proposal | None, offer: Offer) -> bool:
    """Whether they name other payments after a first one than those of the terms."""
    if rest is None:
        return False
    after = offer.instalments[1:]
    other_count = rest.count not in (None, len(after))
    other_amount = rest.amount is not None and rest.amount not in {each.amount for each in after}
    rhythm = offer.frequency if len(after) > 1 else rest.frequency
    other = other_count or other_amount or rest.frequency not in (None, rhythm)
    return other or rest_differs(rest.rest, offer)
