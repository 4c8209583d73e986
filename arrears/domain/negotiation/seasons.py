"""Payments in the months in which they earn, where they said which those are.

Out of their season they can afford nothing: no payment is asked for there. A season that begins later than
the first payment may be is for a person to approve, with the plan that fits it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise, takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.limits import affordable
from arrears.domain.negotiation.offers import Ask, Offer, Proposal, Question, Reason, Refer, Wish
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.schedule import due_dates, months_after
from arrears.domain.negotiation.scope import Scope

_A_YEAR = 12


def answer(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Ask | Refer | None:
    """Monthly payments in their season; None without one, or where they offer something else."""
    months, said = scope.position.said.season, scope.position.said
    proposal = _in_a_month(proposal, months)
    other_wish = said.wish not in (None, Wish.SEASONAL, Wish.FLEXIBLE, Wish.LOWER_PAYMENTS)
    if not months or other_wish or not _is_open(proposal, months):
        return None
    named = proposal.amount or scope.position.stated_limit
    if named is None and proposal.count is None:
        if said.hardship and Question.AFFORDABLE not in said.asked:
            return Ask(Question.AFFORDABLE, (Reason.AMOUNT_MISSING,), scope.bounds)
        if not said.hardship and Question.AMOUNT not in said.asked:
            return Ask(Question.AMOUNT, (Reason.AMOUNT_MISSING,), scope.bounds)
    return _offered(scope, belief, proposal, named)


def _offered(scope: Scope, belief: Belief, proposal: Proposal, named: Money | None) -> Draft | Refer:
    """The plan, where the agent may offer one; else a person: any other would ask for money out of season."""
    in_need = scope.position.said.hardship
    if in_need and named is None:
        return Refer((Reason.HARDSHIP,), scope.bounds)
    within, bounds = scope.bounds.latest_last_on, scope.bounds
    offer = _plan(scope, proposal, named, within)
    if offer is None and named is not None:
        longer = _plan(scope, proposal, named, months_after(within, _A_YEAR))
        if longer is not None:
            asked = approval_of(scope, belief, proposal, longer, Reason.LASTS_TOO_LONG)
            return Refer((Reason.LASTS_TOO_LONG,), bounds, asked)
    if offer is None:
        return Refer((Reason.HARDSHIP if in_need else Reason.ABOVE_OWN_FIGURES,), scope.bounds)
    differs = () if proposal.on == offer.first_on else (Reason.DATE_PROPOSED,)
    if offer.first_on <= scope.bounds.latest_first_on:
        return Draft(offer, differs, own_terms=proposal.amount is not None)
    asked = approval_of(scope, belief, proposal, offer, Reason.DATE_TOO_LATE)
    return Refer((Reason.DATE_TOO_LATE,), scope.bounds, asked)


def _in_a_month(proposal: Proposal, months: tuple[int, ...]) -> Proposal:
    """A month of the season that they named without a day is when they begin; its day is ours to find."""
    month = proposal.in_month
    known = proposal.on is None and month is not None and month.month in months
    return replace(proposal, date_problem=None) if known else proposal


def _is_open(proposal: Proposal, months: tuple[int, ...]) -> bool:
    """Whether what they propose may be monthly payments in those months: not a sum on one day."""
    once = (proposal.frequency is None and proposal.on is not None) or proposal.rest is not None
    unsuited = proposal.frequency not in (None, Frequency.MONTHLY) or proposal.full or proposal.share_percent
    elsewhere = proposal.on is not None and proposal.on.month not in months
    return not (once or unsuited or elsewhere or proposal.amount_problem or proposal.date_problem)


def _plan(scope: Scope, proposal: Proposal, named: Money | None, latest: date) -> Offer | None:
    """All of it in payments of the amount, or equal ones in the next season; None where that may not be."""
    months = scope.position.said.season
    kind = PlanType.SEASONAL if scope.may(PlanType.SEASONAL) else PlanType.INSTALMENTS
    first = _first_day(scope, proposal, months)
    in_term = takewhile(lambda day: day <= latest, _days(first, months))
    days = tuple(islice(in_term, scope.bounds.max_instalments))
    monthly = Frequency.MONTHLY
    high, _ = affordable(scope.position, monthly, monthly, scope.balance)
    if not days or not scope.may(kind):
        return None
    amount = named or scope.balance.split(proposal.count or _in_one_season(days))[0]
    if not scope.bounds.min_instalment <= amount <= high:
        return None
    offer = plan_builders.on_days(scope.balance, days, amount, scope.rest, scope.today)
    in_bounds = offer.last_on <= latest and not offer.left_due
    return replace(offer, kind=kind) if in_bounds and len(offer.instalments) > 1 else None


def _first_day(scope: Scope, proposal: Proposal, months: tuple[int, ...]) -> date:
    """The day they named, else the usual one in their season, else the first of the season that comes."""
    if proposal.on is not None and proposal.on >= scope.today:
        return proposal.on
    usual, _ = scope.first_day(None)
    usual = max(usual, proposal.in_month or usual)
    if usual.month in months:
        return usual
    starts = (months_after(usual.replace(day=1), ahead) for ahead in range(1, _A_YEAR))
    return next(start for start in starts if start.month in months)


def _days(first: date, months: tuple[int, ...]) -> Iterator[date]:
    return (day for day in due_dates(first, Frequency.MONTHLY) if day.month in months)


def _in_one_season(days: tuple[date, ...]) -> int:
    """How many of the days follow each other month by month."""
    gaps = (number for number, (one, next_one) in enumerate(pairwise(days), 1) if _apart(one, next_one))
    return next(gaps, len(days))


def _apart(one: date, other: date) -> bool:
    return (other.year - one.year) * _A_YEAR + other.month - one.month > 1
