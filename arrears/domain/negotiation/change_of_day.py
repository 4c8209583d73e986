"""A payment of a plan that stands, or the regular day of all, moved: once by the agent, then by a person."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.belief import belief_in
from arrears.domain.negotiation.offers import (
    Accept,
    ApprovalAsked,
    Ask,
    Counter,
    Move,
    Offer,
    Position,
    Question,
    Reason,
    Refer,
    Worth,
)
from arrears.domain.negotiation.other_regular_day import on_regular_day
from arrears.domain.negotiation.plan_builders import date_changed
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.scope import Scope, scope_of
from arrears.domain.negotiation.worth import expected_money
from arrears.domain.plans import Plan


def change_day(
    position: Position,
    authority: Authority,
    plan: Plan,
    *,
    number: int,
    new_on: date | None,
    paid: Money | None = None,
    part: Money | None = None,
) -> Move:
    """What is answered to a wish to pay instalment `number` (from 1) of the plan on another day.

    `part` of it is paid on its day, so that only the rest of it comes later. A day is at most as far from the
    old one, or from today, as a promise may lie ahead.
    Raises: ValueError when there is no such payment, `paid` covers it, or `part` is no part of it.
    """
    scope = scope_of(position, authority)
    if not scope.may(PlanType.DATE_CHANGE):
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    if new_on is None or new_on < scope.today:
        missing = Reason.DATE_MISSING if new_on is None else Reason.DATE_UNCLEAR
        return Ask(Question.DATE, (missing,), scope.bounds)
    if not 1 <= number <= len(plan.instalments):
        raise ValueError(f"plan {plan.id} has no such payment")
    on, why = scope.day(new_on, _latest(scope, plan.instalments[number - 1].on))
    offer = date_changed(plan, number, on, scope.rest, scope.today, paid, part=part)
    return _answer(scope, plan, offer, why)


def change_regular_day(
    position: Position, authority: Authority, plan: Plan, *, named: date, paid: Money | None = None
) -> Move:
    """What is answered to a wish to pay all that is open on the weekday, or day of the month, of that day.

    It is one change of the plan. A person decides where the payments keep no such rhythm, or where one of
    them would come later than a single one might.
    """
    scope = scope_of(position, authority)
    if not scope.may(PlanType.DATE_CHANGE):
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    offer = on_regular_day(plan, named, scope.rest, scope.today, paid)
    if offer is None or _is_too_late(scope, plan, offer):
        return Refer((Reason.DATE_TOO_LATE,), scope.bounds)
    return _answer(scope, plan, offer, ())


def _is_too_late(scope: Scope, plan: Plan, offer: Offer) -> bool:
    """Whether a payment comes later after its own day than one alone may be put off."""
    before = plan.instalments[-len(offer.instalments) :]
    pairs = zip(before, offer.instalments, strict=True)
    return any(new.on > max(old.on, _latest(scope, old.on)) for old, new in pairs)


def _answer(scope: Scope, plan: Plan, offer: Offer, why: tuple[Reason, ...]) -> Move:
    worth = _worth(scope, plan, offer)
    # A settlement was approved with its days: only who approved it may move them.
    if scope.position.date_changes >= scope.terms.date_changes or plan.waived is not None:
        return _approval(scope, offer, worth)
    if why:
        return Counter(offer, why, scope.bounds, worth=worth)
    return Accept(offer, (Reason.WITHIN_AUTHORITY,), scope.bounds, worth)


def meets(plan: Plan, offer: Offer, split_on: date | None = None) -> tuple[date, date] | None:
    """Two payments that the moved day brings close together: the earlier day and the later; None without any.

    Close is less than a week apart, or less than half of the time that lies between regular payments. The two
    parts of a payment that is `split_on` its day are close by their own wish.
    """
    before = {item.on for item in plan.instalments}
    days = sorted({item.on for item in offer.instalments})
    near = _HALF_OF.get(plan.frequency, _WEEK) if plan.frequency is not None else _WEEK
    pairs = ((one, other) for one, other in pairwise(days) if {one, other} - before and one != split_on)
    return next(((one, other) for one, other in pairs if other - one < near), None)


_WEEK = timedelta(days=7)
_HALF_OF = {Frequency.WEEKLY: timedelta(days=4)}
"""Of rhythms whose half is less than a week. Judgement: within it both fall to one pay."""


def _latest(scope: Scope, old_on: date) -> date:
    ahead = max(old_on, scope.today) + timedelta(days=scope.terms.promise_within_days)
    return max(min(ahead, scope.bounds.latest_last_on), scope.today)


def _approval(scope: Scope, offer: Offer, worth: Worth) -> Refer:
    approver = scope.terms.approvers.get(Reason.SECOND_DATE_CHANGE)
    reasons, effect = (Reason.SECOND_DATE_CHANGE,), worth.expected - worth.best
    if approver is None:
        return Refer(reasons, scope.bounds)
    return Refer(reasons, scope.bounds, ApprovalAsked(offer, reasons[0], approver, effect))


def _worth(scope: Scope, plan: Plan, offer: Offer) -> Worth:
    """Against the same payments on their old days, which they have just said they cannot keep to."""
    belief = belief_in(scope.position, None)
    value = expected_money(offer, belief, scope.today, own_terms=True)
    before = expected_money(offer_of_plan(plan), belief, scope.today)
    return Worth(value, max(value, before))
