"""Relief for those who say that they are in difficulty: reduced payments, or a pause, until a review.

Inside the lender's terms of hardship, and fitted to what they said they can afford. Never a demand.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders, worth
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.limits import affordable, in_other_rhythm
from arrears.domain.negotiation.offers import Offer, Proposal, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.schedule import months_after
from arrears.domain.negotiation.scope import Scope

_STEPS = (1, 2, 3, 4)
"""Multiples of the least reduced payment that are looked at where they named no amount."""


def relief(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | None:
    """Reduced payments, or a pause where even the least of them is too much.

    A pause beside reduced payments would always be the lighter choice of the first month, and pays nothing:
    it is offered to who asks for one, or has no income (`wishes`). None where a person is to decide.
    """
    hardship = scope.terms.hardship
    if hardship is None:
        return None
    reduced = _reduced(scope, belief, proposal) if scope.may(PlanType.HARDSHIP) else None
    paused = pause(scope)
    offer = reduced or paused
    if offer is None:
        return None
    # What is shown as the least is the least of these terms.
    bounds = replace(scope.bounds, min_instalment=min(hardship.min_payment, scope.bounds.min_instalment))
    # Regular terms were a demand: the best that may be offered is the best relief.
    best = max(
        worth.expected(worth.stream_of(each, scope.today), belief) for each in (reduced, paused) if each
    )
    return Draft(offer, (Reason.HARDSHIP, *_sooner(scope, proposal, offer)), bounds=bounds, best=best)


def _sooner(scope: Scope, proposal: Proposal, offer: Offer) -> tuple[Reason, ...]:
    """Why payments begin before the day that they named, where they do."""
    named = proposal.on is not None and proposal.on >= scope.today and bool(offer.instalments)
    late = scope.first_day(proposal.on)[1] if named else ()
    return tuple(reason for reason in late if reason is Reason.DATE_TOO_LATE)


def pause(scope: Scope) -> Offer | None:
    """Nothing to pay until a review as late as the terms allow; None where none may be given."""
    hardship = scope.terms.hardship
    if hardship is None or hardship.max_pause_days < 1 or not scope.may(PlanType.PAUSE):
        return None
    latest = scope.today + timedelta(days=hardship.max_pause_days)
    review_on, _ = scope.day(latest, latest)
    return plan_builders.pause(scope.balance, review_on, scope.rest, scope.today)


def reduced_plan(scope: Scope, amount: Money, rhythm: Frequency, first_on: date, months: int) -> Offer | None:
    """Payments of the amount for the months, or fewer, so that count and term stay in bounds."""
    for fewer in range(months, 0, -1):
        offer = plan_builders.hardship(
            scope.balance,
            amount,
            rhythm,
            first_on,
            fewer,
            months_after(first_on, fewer),
            scope.rest,
            scope.today,
        )
        within = offer.last_on <= scope.bounds.latest_last_on
        if within and len(offer.instalments) <= scope.bounds.max_instalments:
            return scope.starting(offer, first_on)
    return None


def _reduced(scope: Scope, belief: Belief, proposal: Proposal) -> Offer | None:
    hardship = scope.terms.hardship
    rhythm, wanted = relief_rhythm(scope, proposal)
    high, _ = affordable(scope.position, rhythm, wanted, scope.balance)
    least = None if hardship is None else min(hardship.min_payment, scope.balance)
    if hardship is None or least is None or high < least:
        return None
    first_on, _ = scope.first_day(proposal.on if proposal.on and proposal.on >= scope.today else None)
    named = proposal.amount
    if named is not None and rhythm is not wanted:
        named = in_other_rhythm(named, wanted, rhythm)
    amounts = _amounts(scope, named, least, high)
    plans = (reduced_plan(scope, amount, rhythm, first_on, hardship.max_months) for amount in amounts)
    per = scope.position.limit_per or Frequency.MONTHLY
    in_theirs, _ = affordable(scope.position, per, per, scope.balance)
    offers = [offer for offer in plans if offer is not None and _fits_alone(offer, in_theirs)]
    return max(offers, key=lambda offer: worth.expected_money(offer, belief, scope.today), default=None)


def _fits_alone(offer: Offer, in_theirs: Money) -> bool:
    """A lone payment is in no rhythm: a quarter's money at once is above what they said of a month."""
    return len(offer.instalments) > 1 or offer.instalments[0].amount <= in_theirs


def relief_rhythm(scope: Scope, proposal: Proposal) -> tuple[Frequency, Frequency]:
    """The rhythm of reduced payments, and the one they speak of."""
    wanted = proposal.frequency or scope.position.limit_per or Frequency.MONTHLY
    return (wanted if wanted in scope.terms.frequencies else scope.terms.frequencies[0]), wanted


def _amounts(scope: Scope, named: Money | None, least: Money, high: Money) -> list[Money]:
    """Their own amount or limit where there is one; else small multiples of the least payment."""
    if named is not None:
        # More than they named would be a demand.
        return [min(named, high)] if named >= least else []
    if scope.position.stated_limit is not None:
        return [high]
    return [least * step for step in _STEPS if least * step <= high]
