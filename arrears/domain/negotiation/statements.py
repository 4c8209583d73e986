"""What a turn says of means and wishes, and what has been said over all turns."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.intents import HARD, Intent
from arrears.domain.language.means.hardships import earns_nothing
from arrears.domain.language.means.seasons import earning_months
from arrears.domain.language.means.told_means import Means
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.readings import Readings, ShareOf
from arrears.domain.language.script.fold import overlap
from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.offers import Proposal, Statements, Wish
from arrears.domain.negotiation.proposed_days import is_payday

_ASKED_BY: dict[Intent, Wish] = {
    Intent.REQUEST_SETTLEMENT: Wish.SETTLEMENT,
    Intent.REQUEST_EXTENSION: Wish.MORE_TIME,
    Intent.CHANGE_DUE_DATE: Wish.OTHER_DAY,
    Intent.REQUEST_HARDSHIP: Wish.LOWER_PAYMENTS,
}


def without_means(readings: Readings, means: Means) -> Readings:
    """The readings without what was said of means: what comes in or goes out is no offer, nor is a payday."""
    amounts = tuple(
        each for each in readings.amounts if not any(overlap(each.span, span) for span in means.spans)
    )
    dates = readings.dates
    if not amounts:
        dates = tuple(each for each in dates if not is_payday(each, means))
    return replace(readings, amounts=amounts, dates=dates)


def statements_from(text: str, intents: frozenset[Intent], means: Means) -> Statements:
    """What this turn alone says: means by its words, hardship by its intents, a wish by either.

    In difficulty without any income even the least is too much for now: that asks for a pause.
    """
    by_intent = next((wish for intent, wish in _ASKED_BY.items() if intent in intents), None)
    hard = bool(HARD & intents)
    pause = Wish.PAUSE if hard and earns_nothing(text) else None
    return Statements(
        income=means.income,
        expenses=means.expenses,
        payday=means.payday,
        payday_rhythm=means.payday_rhythm,
        hardship=hard,
        wish=wished_plan(text) or pause or by_intent,
        season=earning_months(text),
    )


def merged_statements(before: Statements, now: Statements, *, brings_terms: bool) -> Statements:
    """All that was said so far. A wish holds until another one, or terms without one, take its place.

    To repay at will (随借随还) is wished of any terms: none end it.
    """
    earlier_wish = None if brings_terms and before.wish is not Wish.FLEXIBLE else before.wish
    return Statements(
        income=now.income or before.income,
        expenses=now.expenses or before.expenses,
        payday=now.payday or before.payday,
        payday_rhythm=now.payday_rhythm or before.payday_rhythm,
        hardship=now.hardship or before.hardship,
        wish=now.wish or earlier_wish,
        season=now.season or before.season,
        none_before=now.none_before or before.none_before,
    )


def limit_from_means(means: Means) -> StatedLimit | None:
    """What they say is left over each month is the most they can afford; None when they do not say."""
    left = means.left_over
    return None if left is None else StatedLimit(left.amount, left.per, of_all=True)


def settled_share(proposal: Proposal, readings: Readings) -> Proposal:
    """The proposal with the share that would clear it: "40 % off" pays 60, and so does 打六折."""
    shares = [
        int(100 - each.percent if each.of is ShareOf.WAIVED else each.percent) for each in readings.percents
    ]
    if len(shares) != 1 or proposal.amount is not None or proposal.share_percent is not None:
        return proposal
    paid = shares[0]
    if not 0 < paid < 100:
        return proposal
    return Proposal(
        on=proposal.on,
        count=proposal.count,
        frequency=proposal.frequency,
        share_percent=paid,
        date_problem=proposal.date_problem,
    )
