"""Monthly payments with another sum in some months, exactly as they named both, whenever they named them.

No flat plan takes its place: what the agent may not agree of it is for a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.limits import affordable
from arrears.domain.negotiation.offers import (
    Ask,
    LighterMonths,
    Offer,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import dated
from arrears.domain.negotiation.schedule import due_dates, months_after
from arrears.domain.negotiation.scope import Scope
from arrears.domain.plans import Instalment

_A_YEAR = 12


def answer(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Ask | Refer | None:
    """Their two sums month by month, or a person; None where they named no months of another sum."""
    lighter = proposal.lighter
    if lighter is None:
        return None
    if proposal.date_problem is not None and Question.DATE not in scope.position.said.asked:
        return Ask(Question.DATE, (Reason.DATE_MISSING,), scope.bounds, date_problem=proposal.date_problem)
    regular, light = proposal.amount, lighter.amount
    if regular is None and light is not None:
        return Ask(Question.OTHER_MONTHS, (Reason.AMOUNT_MISSING,), scope.bounds)
    if regular is None or light is None:
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    high, _ = affordable(scope.position, Frequency.MONTHLY, Frequency.MONTHLY, scope.balance)
    if max(regular, light) > high:
        return Refer((Reason.ABOVE_OWN_FIGURES,), scope.bounds)
    named = proposal.on if proposal.on is not None and proposal.on >= scope.today else None
    first = named or scope.first_day(None)[0]
    offer = _plan(scope, first, regular, lighter)
    if offer is None:
        return Refer((Reason.LASTS_TOO_LONG,), scope.bounds)
    if not scope.may(offer.kind):
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    beyond = _beyond(scope, offer, min(regular, light))
    if beyond is not None:
        return Refer((beyond,), scope.bounds, approval_of(scope, belief, proposal, offer, beyond))
    return Draft(offer, () if named else (Reason.DATE_PROPOSED,), own_terms=True)


def settled(position: Position, proposal: Proposal) -> Proposal:
    """The proposal; the sum of some months is that of all where they were asked and named no other.

    Nobody in difficulty is asked for more than they named.
    """
    lighter = proposal.lighter
    told = position.said.hardship or Question.OTHER_MONTHS in position.said.asked
    if lighter is None or lighter.amount is None or proposal.amount is not None or not told:
        return proposal
    return replace(proposal, amount=lighter.amount, lighter=lighter if lighter.once else None)


def _plan(scope: Scope, first: date, regular: Money, lighter: LighterMonths) -> Offer | None:
    """All of it month by month, the last payment smaller; None where a year beyond the term would not do."""
    latest, left = months_after(scope.bounds.latest_last_on, _A_YEAR), scope.balance
    days: list[date] = []
    amounts: list[Money] = []
    for one in takewhile(lambda each: each.on <= latest, _named(first, regular, lighter)):
        days.append(one.on)
        amounts.append(min(left, one.amount))
        left = left - amounts[-1]
        if left.minor <= 0:
            items = dated(days, amounts, scope.rest, scope.today)
            kind = PlanType.SEASONAL if _recurs(days, regular, lighter) else PlanType.INSTALMENTS
            return Offer(items, None, Money.zero(left.currency), kind)
    return None


def _named(first: date, regular: Money, lighter: LighterMonths) -> Iterator[Instalment]:
    """What they pay month by month, without end; a payment of its own day is that of its month."""
    once = {_month(one.on): one for one in lighter.once}
    yield from (one for one in lighter.once if _month(one.on) < _month(first))
    for day in due_dates(first, Frequency.MONTHLY):
        light = lighter.amount if _is_light(day, lighter) else None
        yield once.get(_month(day), Instalment(day, light or regular))


def _month(day: date) -> date:
    return day.replace(day=1)


def _is_light(day: date, lighter: LighterMonths) -> bool:
    return day.month in lighter.months or (lighter.until is not None and day < lighter.until)


def _recurs(days: list[date], regular: Money, lighter: LighterMonths) -> bool:
    """Whether the sum of those months comes again, or comes later: payments in two steps are no season."""
    light = [_is_light(day, lighter) for day in days]
    return lighter.amount != regular and any(not one and other for one, other in pairwise(light))


def _beyond(scope: Scope, offer: Offer, least: Money) -> Reason | None:
    """Why the agent may not agree it alone."""
    bounds = scope.bounds
    beyond = {
        Reason.BELOW_MINIMUM: least < bounds.min_instalment,
        Reason.DATE_TOO_LATE: offer.first_on is not None and offer.first_on > bounds.latest_first_on,
        Reason.TOO_MANY_INSTALMENTS: len(offer.instalments) > bounds.max_instalments,
        Reason.LASTS_TOO_LONG: offer.last_on is not None and offer.last_on > bounds.latest_last_on,
    }
    return next((reason for reason, holds in beyond.items() if holds), None)
