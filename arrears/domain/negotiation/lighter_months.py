"""Monthly payments with another sum in some months, exactly as they named both.

No flat plan takes its place: what the agent may not agree of it is for a person.
"""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.limits import affordable
from arrears.domain.negotiation.offers import Ask, LighterMonths, Offer, Proposal, Question, Reason, Refer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import dated
from arrears.domain.negotiation.schedule import due_dates, months_after
from arrears.domain.negotiation.scope import Scope

_A_YEAR = 12


def answer(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Ask | Refer | None:
    """Their two sums month by month, or a person; None where they named no months of another sum."""
    lighter = proposal.lighter
    if lighter is None:
        return None
    if proposal.date_problem is not None and Question.DATE not in scope.position.said.asked:
        return Ask(Question.DATE, (Reason.DATE_MISSING,), scope.bounds, date_problem=proposal.date_problem)
    regular, light = proposal.amount, lighter.amount
    if regular is None or light is None or not scope.may(PlanType.SEASONAL):
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    high, _ = affordable(scope.position, Frequency.MONTHLY, Frequency.MONTHLY, scope.balance)
    if max(regular, light) > high:
        return Refer((Reason.ABOVE_OWN_FIGURES,), scope.bounds)
    named = proposal.on if proposal.on is not None and proposal.on >= scope.today else None
    first = named or scope.first_day(None)[0]
    offer = _plan(scope, first, regular, lighter)
    if offer is None:
        return Refer((Reason.LASTS_TOO_LONG,), scope.bounds)
    beyond = _beyond(scope, offer, min(regular, light))
    if beyond is not None:
        return Refer((beyond,), scope.bounds, approval_of(scope, belief, proposal, offer, beyond))
    return Draft(offer, () if named else (Reason.DATE_PROPOSED,), own_terms=True)


def _plan(scope: Scope, first: date, regular: Money, lighter: LighterMonths) -> Offer | None:
    """All of it month by month, the last payment smaller; None where a year beyond the term would not do."""
    latest, left = months_after(scope.bounds.latest_last_on, _A_YEAR), scope.balance
    days: list[date] = []
    amounts: list[Money] = []
    for day in takewhile(lambda on: on <= latest, due_dates(first, Frequency.MONTHLY)):
        amount = min(left, lighter.amount if lighter.amount and day.month in lighter.months else regular)
        days.append(day)
        amounts.append(amount)
        left = left - amount
        if left.minor <= 0:
            items = dated(days, amounts, scope.rest, scope.today)
            return Offer(items, None, Money.zero(left.currency), PlanType.SEASONAL)
    return None


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
