"""What they asked for by kind: more time, a pause, a settlement, or what lenders offer to small businesses.

A kind that the agent may not offer here goes to a person. Nothing here tells a floor, nor improves on one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Final

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import business_plans, candidates, hardship, limits, plan_builders
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft
from arrears.domain.negotiation.offers import Ask, Offer, Proposal, Question, Reason, Refer, Wish
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import latest_within
from arrears.domain.negotiation.schedule import due_dates
from arrears.domain.negotiation.scope import Scope
from arrears.domain.negotiation.worth import expected_money

KIND_OF: Final = {
    Wish.SETTLEMENT: PlanType.SETTLEMENT,
    Wish.RENEWAL: PlanType.RENEWAL,
    Wish.EXTENSION: PlanType.EXTENSION,
    Wish.INTEREST_ONLY: PlanType.INTEREST_ONLY,
    Wish.REVENUE_LINKED: PlanType.REVENUE_LINKED,
    Wish.SEASONAL: PlanType.SEASONAL,
    Wish.FLEXIBLE: PlanType.FLEXIBLE,
}
"""The kind of plan that is wished for by its name."""
_USUAL_TAKINGS_PERCENT: Final = 10
"""Of the takings where they named no share. Judgement: merchant advances take about that much."""
_REVIEW_MONTHS: Final = 12
"""After so many payments linked to takings what follows is agreed. Judgement: one year has every season."""
_SEASON_MONTHS: Final = 3
"""Of interest alone where they named no day. Judgement: a quarter, after which a business looks again."""
_LIGHT, _FULL = 1, 3  # weights of the months before a season and in it; judgement


def answer(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Ask | Refer | None:
    """What the wish leads to; None where terms are answered as any others are."""
    wish = scope.position.said.wish
    if wish is None:
        return None
    if wish is Wish.RENEWAL:
        return Refer((Reason.NEW_CREDIT,), scope.bounds)
    if wish is Wish.SETTLEMENT:
        return _settlement(scope, belief, proposal)
    unsaid = proposal.on is None and Question.DATE not in scope.position.said.asked
    if unsaid and (wish is Wish.OTHER_DAY or (wish is Wish.MORE_TIME and proposal.date_problem is not None)):
        return Ask(Question.DATE, (Reason.DATE_MISSING,), scope.bounds, date_problem=proposal.date_problem)
    if _names_money(proposal) and not _is_of_the_kind(proposal, wish):
        return None
    if wish in KIND_OF:
        return _kind(scope, belief, proposal, KIND_OF[wish])
    return _about_time(scope, belief, proposal, wish)


def at_will(scope: Scope, draft: Draft) -> Draft:
    """The draft; its instalments may be paid early without a charge where they wished for that (随借随还)."""
    if scope.position.said.wish is not Wish.FLEXIBLE or not scope.may(PlanType.FLEXIBLE):
        return draft
    other = draft.other and business_plans.flexible(draft.other)
    return replace(draft, offer=business_plans.flexible(draft.offer), other=other)


def beyond(scope: Scope, draft: Draft) -> Refer | None:
    """A person, where the longer term that they wish for would not ask more of them, and the draft does."""
    if scope.position.said.wish is not Wish.EXTENSION or not draft.asks_more:
        return None
    return Refer((Reason.NEEDS_APPROVAL,), scope.bounds)


def _names_money(proposal: Proposal) -> bool:
    return (
        proposal.amount is not None
        or proposal.share_percent is not None
        or proposal.count is not None
        or proposal.full
    )


def _is_of_the_kind(proposal: Proposal, wish: Wish) -> bool:
    """Whether their money belongs to the kind: a share of takings, and all the rest after interest."""
    all_the_rest = proposal.full and proposal.amount is None and proposal.count is None
    return wish is Wish.REVENUE_LINKED or (wish is Wish.INTEREST_ONLY and all_the_rest)


def _about_time(scope: Scope, belief: Belief, proposal: Proposal, wish: Wish) -> Draft | Ask | None:
    said = scope.position.said
    if wish is Wish.PAUSE and said.hardship:
        return _pause(scope, belief, proposal)
    if wish is Wish.MORE_TIME and scope.position.stated_limit is None and not said.hardship:
        return _more_time(scope, proposal)
    easier = wish in (Wish.PAUSE, Wish.LOWER_PAYMENTS) and scope.position.stated_limit is None
    if easier and Question.AFFORDABLE not in said.asked:
        return Ask(Question.AFFORDABLE, (Reason.AMOUNT_MISSING,), scope.bounds)
    return None


def _pause(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | None:
    offer, relief = hardship.pause(scope), hardship.relief(scope, belief, proposal)
    if offer is None or relief is None:
        return relief
    none_before = scope.position.said.none_before
    too_soon = bool(none_before and relief.offer.instalments and relief.offer.first_on < none_before)
    return replace(relief, offer=offer, other=None if too_soon or relief.offer == offer else relief.offer)


def _more_time(scope: Scope, proposal: Proposal) -> Draft | None:
    """The whole of it a few days later; None where that may not be given or is not affordable."""
    days, balance, today = scope.terms.grace_offer_days, scope.balance, scope.today
    if days < 1 or not scope.may(PlanType.GRACE) or limits.once(scope).high < balance:
        return None
    latest = today + timedelta(days=days)
    named = proposal.on is not None and proposal.on >= today
    on, why = scope.day(proposal.on if named and proposal.on else latest, latest)
    offer = plan_builders.grace(balance, on, scope.rest, today)
    return Draft(scope.starting(offer, on), why if named else (Reason.DATE_PROPOSED,), own_terms=True)


def _settlement(scope: Scope, belief: Belief, proposal: Proposal) -> Refer | None:
    """To a person; with what to approve where they named a sum that the lender's people may consider."""
    pays_all = proposal.full and (proposal.amount is None or proposal.amount >= scope.balance)
    if proposal.frequency is not None or (proposal.count or 1) > 1 or pays_all:
        return None
    terms = scope.terms.settlement
    here = scope.position.with_approval | scope.position.allowed
    if terms is None or PlanType.SETTLEMENT not in here & scope.terms.types:
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    pays = proposal.amount
    if proposal.share_percent is not None:
        pays = scope.balance.percent(proposal.share_percent)
    refer = Refer((Reason.NEEDS_APPROVAL,), scope.bounds)
    if pays is None or not scope.balance * terms.floor_percent <= pays * 100 < scope.balance * 100:
        return refer
    if pays > limits.once(scope).high:
        return refer
    latest = scope.today + timedelta(days=terms.pay_within_days)
    on, _ = scope.day(proposal.on if proposal.on and proposal.on >= scope.today else latest, latest)
    offer = plan_builders.settlement(scope.balance, pays, on, scope.rest, scope.today)
    offer = scope.starting(offer, on)
    approval = approval_of(scope, belief, proposal, offer, Reason.NEEDS_APPROVAL)
    return replace(refer, approval=approval)


def _kind(scope: Scope, belief: Belief, proposal: Proposal, kind: PlanType) -> Draft | Ask | Refer | None:
    """The terms of the kind; None where none fit their means, so that others are looked for."""
    if kind in scope.position.with_person:
        return Refer((Reason.NEW_CREDIT,), scope.bounds)
    approvable = kind in scope.position.with_approval & scope.terms.types
    if not approvable and not scope.may(kind):
        return Refer((Reason.TYPE_NOT_HERE,), scope.bounds)
    until_when = kind is PlanType.EXTENSION and proposal.on is None
    if until_when and Question.UNTIL not in scope.position.said.asked:
        return Ask(Question.UNTIL, (Reason.DATE_MISSING,), scope.bounds, date_problem=proposal.date_problem)
    offer = _built(scope, belief, proposal, kind)
    if offer is None and not approvable and kind is not PlanType.INTEREST_ONLY:
        return None
    if approvable or offer is None:
        approval = approval_of(scope, belief, proposal, offer, Reason.NEEDS_APPROVAL) if offer else None
        return Refer((Reason.NEEDS_APPROVAL,), scope.bounds, approval)
    return Draft(offer, (Reason.DATE_PROPOSED,), own_terms=True)


def _built(scope: Scope, belief: Belief, proposal: Proposal, kind: PlanType) -> Offer | None:
    """The terms of a kind for small businesses, inside bounds and stated means; None for a person to set."""
    match kind:
        case PlanType.REVENUE_LINKED:
            return _revenue_linked(scope, proposal)
        case PlanType.SEASONAL:
            return _seasonal(scope, belief, proposal)
        case PlanType.FLEXIBLE:
            plans = (c.build() for c in candidates.ranked(scope, belief, proposal)[:8])
            regular = next((plan for plan in plans if plan.kind is PlanType.INSTALMENTS), None)
            return None if regular is None else business_plans.flexible(regular)
        case PlanType.EXTENSION:
            return _extension(scope, proposal)
        case PlanType.INTEREST_ONLY:
            return _interest_only(scope, proposal)
        case _:
            return None


def _extension(scope: Scope, proposal: Proposal) -> Offer | None:
    if proposal.on is None or proposal.on < scope.today or limits.once(scope).high < scope.balance:
        return None
    until, _ = scope.day(proposal.on, scope.bounds.latest_last_on)
    return business_plans.extension(scope.balance, until, scope.rest, scope.today)


def _interest_only(scope: Scope, proposal: Proposal) -> Offer | None:
    """Interest alone until the day they named, or for a season; then as many months as the term has left.

    None where the lender did not say what accrues, or nothing fits their means.
    """
    interest, (first_on, _), monthly = scope.position.interest_terms, scope.first_day(None), Frequency.MONTHLY
    if interest is None:
        return None
    allowed = limits.in_rhythm(scope, rhythm=monthly, wanted=monthly, first_on=first_on)
    until = proposal.on if proposal.on is not None and proposal.on > first_on else None
    months = _SEASON_MONTHS if until is None else sum(day < until for day in allowed.days)
    then = min(allowed.payments - months, scope.balance.minor // max(1, scope.bounds.min_instalment.minor))
    each = interest.a_month(scope.position.balance.principal)
    if then < 1 or each.minor < 1 or max(each, scope.balance.split(then)[0]) > allowed.high:
        return None
    return business_plans.interest_only(
        scope.position.balance, months, then, first_on, each, scope.rest, scope.today
    )


def _revenue_linked(scope: Scope, proposal: Proposal) -> Offer | None:
    first_on, _ = scope.first_day(None)
    monthly = Frequency.MONTHLY
    allowed = limits.in_rhythm(scope, rhythm=monthly, wanted=monthly, first_on=first_on)
    half = Money(-(-allowed.low.minor // 2), allowed.low.currency)
    floor = max(scope.bounds.min_instalment, min(half, allowed.high))
    latest = latest_within(scope.bounds.latest_last_on, scope.rest, scope.today)
    if floor > allowed.high or not allowed.days or latest is None:
        return None
    last = next(islice(due_dates(first_on, monthly), min(allowed.payments, _REVIEW_MONTHS) - 1, None))
    percent = round(proposal.share_percent or _USUAL_TAKINGS_PERCENT)
    return business_plans.revenue_linked(
        scope.balance, percent, floor, first_on, min(last, latest), scope.rest, scope.today
    )


def _seasonal(scope: Scope, belief: Belief, proposal: Proposal) -> Offer | None:
    """Light until the season they named begins, or for the first third of the plan; then more."""
    first_on, _ = scope.first_day(None)
    monthly = Frequency.MONTHLY
    allowed = limits.in_rhythm(scope, rhythm=monthly, wanted=monthly, first_on=first_on)
    low, high, balance = scope.bounds.min_instalment.minor, allowed.high.minor, scope.balance
    offers = []
    for count in range(2, min(allowed.payments, 12) + 1):
        weights = _weights(scope, proposal, first_on.month, count)
        shares = [balance.minor * weight / sum(weights.values()) for weight in weights.values()]
        if low + 1 <= min(shares) and max(shares) <= high - 1:  # a share is rounded by less than one
            offers.append(business_plans.seasonal(balance, weights, first_on, count, scope.rest, scope.today))
    return max(offers, key=lambda offer: expected_money(offer, belief, scope.today), default=None)


def _weights(scope: Scope, proposal: Proposal, first_month: int, count: int) -> dict[int, int]:
    named = proposal.on is not None and proposal.on > scope.today
    light = max(1, count // 3)
    if named and proposal.on is not None:
        light = (proposal.on.month - first_month) % 12
    return {(first_month - 1 + month) % 12 + 1: _LIGHT if month < light else _FULL for month in range(count)}
