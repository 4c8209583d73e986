"""What terms a turn brings: the sums, days and means in its words, and how long a wish is to last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.domain.intents import HARD, Intent
from arrears.domain.language.acts.plan_questions import supposes
from arrears.domain.language.means.seasons import earning_months, without_season
from arrears.domain.language.plans.takings_share import share_of_takings
from arrears.domain.language.plans.wish_lengths import wished_until
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.readings import DateProblem
from arrears.domain.negotiation.offers import Proposal, Statements, Wish
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.statements import statements_from, without_means
from arrears.store import proposals


def says_terms(situation: Situation) -> bool:
    """Whether a verified party's turn names money, a day, a number of instalments, or their means."""
    return situation.party is not None and (said_now(situation) != Proposal() or says_means(situation))


def said_now(situation: Situation) -> Proposal:
    """What the turn proposes by itself."""
    readings = without_means(situation.readings, situation.means)
    readings = without_season(readings, situation.text)
    said = proposal_in(situation.text, readings, situation.case.currency, situation.today)
    if asks_for_less(situation):
        return replace(said, full=False)  # "if I paid it all" says when it would be less, and offers nothing
    if wished_plan(situation.text) is Wish.REVENUE_LINKED:
        return replace(said, share_percent=share_of_takings(situation.text))
    until = _until(situation) if said.amount is None and said.on is None else None
    if until is not None:
        return replace(said, on=until, count=None, date_problem=None, in_month=None)
    hard = HARD.intersection(situation.heard.intents)
    # "I was laid off last week, I can pay 100": the day that is past is that of what happened.
    past = said.date_problem is DateProblem.PAST and said.amount is not None
    return replace(said, date_problem=None) if hard and past else said


def says_means(situation: Situation) -> bool:
    """Whether the turn tells of their own income, costs or payday, verified or not."""
    told = situation.means
    season = earning_months(situation.text)
    return any((told.income, told.expenses, told.left_over, told.payday, season))


def told_now(situation: Situation) -> Statements:
    """What the turn says by itself of means, difficulty and wishes."""
    return statements_from(situation.text, frozenset(situation.heard.intents), situation.means)


def asks_for_less(situation: Situation) -> bool:
    """Whether it asks for a part to be let off: what they would pay then is no offer of today.

    "And if I paid 1000 at once?" goes on asking.
    """
    if wished_plan(situation.text) is Wish.SETTLEMENT:
        return True
    named = situation.readings
    if Intent.REQUEST_SETTLEMENT in situation.heard.intents:
        return supposes(situation.text) or not (named.amounts or named.dates or named.frequency)
    before = proposals.last_proposal(situation.tx, situation.conversation.id)
    asked = before is not None and before.said.wish is Wish.SETTLEMENT
    return asked and supposes(situation.text)


def _until(situation: Situation) -> date | None:
    """Until when they wish for a kind of plan that has a length, or how they answer that question."""
    asked = "approval.ask_until" in situation.said_last
    if not asked and wished_plan(situation.text) not in _HAVE_A_LENGTH:
        return None
    return wished_until(situation.text, situation.today)


_HAVE_A_LENGTH = frozenset({Wish.EXTENSION, Wish.INTEREST_ONLY})
