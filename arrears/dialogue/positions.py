"""Where a negotiation stands: the facts the engine decides from, gathered from the store.

What was said in this conversation, what the same person told of their means in any and has agreed on other
loans, since several loans are one affordability, and what the law and the lender let be offered here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arrears.dialogue.answering import Situation, standing_statuses
from arrears.domain.cases import Balance, Case, SpecialStatus
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation.affordability import StatedLimit, left_for, share_of
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.authority import Authority, authority_for
from arrears.domain.negotiation.limits import in_other_rhythm
from arrears.domain.negotiation.means_told import MeansTold
from arrears.domain.negotiation.offers import Position, Question, Statements
from arrears.domain.negotiation.plan_types import PlanType, Setting, Standing
from arrears.domain.plans import Plan
from arrears.store import cases, conversations, ledger, offers, people, plans, proposals


def authority_of(situation: Situation, balance: Balance) -> Authority | None:
    """What may be offered on this case now; None where a person must decide."""
    return authority_for(
        situation.desk.policy.authority,
        product=situation.case.product,
        purpose=situation.case.purpose,
        balance=balance.total,
        days_past_due=situation.case.days_past_due(situation.today),
        segment=_segment(situation),
    )


def _segment(situation: Situation) -> str | None:
    """The band of the latest score; None when the case was never scored."""
    score = cases.latest_score(situation.tx, situation.case.id)
    return None if score is None else situation.desk.policy.strategies.band_of(score.score)


def position_of(situation: Situation, balance: Balance, authority: Authority) -> Position:
    """Everything a move may depend on."""
    tx, case = situation.tx, situation.case
    means, others = means_of(situation), other_plans(situation)
    limit = limit_here(situation, means, balance, authority)
    standing = plans.standing_plan(tx, case.id, situation.today)
    return Position(
        balance=balance,
        days_past_due=case.days_past_due(situation.today),
        today=situation.today,
        stated_limit=None if limit is None else limit.amount,
        limit_per=None if limit is None else limit.per,
        earlier_offers=offers.offers_of(tx, situation.conversation.id),
        broken_promises=plans.broken_promises(tx, case.id),
        kept_promises=plans.kept_promises(tx, case.id),
        date_changes=0 if standing is None else changes_of(plans.plans_of(tx, case.id), standing),
        other_plans=others,
        said=_said(situation, means),
        allowed=_types(situation, authority, Standing.OFFERED),
        with_approval=_types(situation, authority, Standing.APPROVAL),
        with_person=_types(situation, authority, Standing.PERSON),
        purpose=case.purpose,
        interest_terms=case.interest_terms,
    )


def limit_here(
    situation: Situation, means: MeansTold, balance: Balance, authority: Authority
) -> StatedLimit | None:
    """The most they can pay on this loan: what their other plans leave, shared with loans that have none."""
    if means.limit is None:
        return None
    left, without = left_for(means.limit.what, other_plans(situation)), owed_without_plan(situation)
    return share_of(left, balance.total, without, authority.terms.min_instalment)


def means_of(situation: Situation) -> MeansTold:
    """What they told of their means in any conversation, as long as the policy relies on it."""
    told = proposals.means_told(situation.tx, situation.person.id, situation.case.currency)
    held_for = timedelta(days=situation.desk.policy.authority.statements_hold_days)
    return told.since(situation.now - held_for)


def _said(situation: Situation, means: MeansTold) -> Statements:
    tx, conversation = situation.tx, situation.conversation
    kept = proposals.last_proposal(tx, conversation.id)
    told = kept.said if kept is not None else Statements()
    income, expenses = means.income, means.expenses
    asked = {
        QUESTIONS[key]
        for keys in conversations.templates_said(tx, conversation.id)
        for key in keys & QUESTIONS.keys()
    }
    taken_back = plans.taken_back(tx, situation.case.id, BY_THE_BORROWER)
    made = offers.offers_of(tx, conversation.id)
    insisted = (each for each in made if made.count(each) > 1)  # they named other terms against it, twice
    declined = (*map(offer_of_plan, taken_back), *offers.declined_offers(tx, conversation.id), *insisted)
    return replace(
        told,
        hardship=told.hardship or SpecialStatus.HARDSHIP in standing_statuses(situation),
        income=None if income is None else income.what,
        expenses=None if expenses is None else expenses.what,
        declined=declined,
        asked=frozenset(asked),
    )


BY_THE_BORROWER = "borrower"
"""By whom a plan was cancelled that they took back: its terms are declined ones from then on."""

QUESTIONS = {
    "proposal.ask_amount": Question.AMOUNT,
    "proposal.ask_both": Question.AMOUNT,
    "proposal.start_sooner": Question.AMOUNT,
    "proposal.ask_date": Question.DATE,
    "proposal.date_unresolved": Question.DATE,
    "proposal.no_fixed_day": Question.DATE,
    "proposal.ask_affordable": Question.AFFORDABLE,
    "relief.ask": Question.AFFORDABLE,
    "proposal.ask_payday": Question.PAYDAY,
    "approval.ask_until": Question.UNTIL,
    "proposal.ask_other_months": Question.OTHER_MONTHS,
}
"""The questions behind the messages that ask."""


def changes_of(every: tuple[Plan, ...], plan: Plan) -> int:
    """How often the days of what was agreed have been changed so far."""
    by_id = {each.id: each for each in every}
    count = 0
    while plan.changes is not None and plan.changes in by_id:
        plan, count = by_id[plan.changes], count + 1
    return count


def setting_of(situation: Situation) -> Setting:
    """Where an offer would be made: the place of residence, not of the number."""
    case = situation.case
    return Setting(situation.person.country, case.product, case.purpose, situation.conversation.channel)


def _types(situation: Situation, authority: Authority, standing: Standing) -> frozenset[PlanType]:
    lawful = situation.desk.policy.plan_types.with_standing(setting_of(situation), standing)
    return lawful & authority.terms.types


def other_plans(situation: Situation) -> Money | None:
    """What they pay a month on their other loans with us in the same currency; None when nothing."""
    burdens = [
        _a_month(plan)
        for case in other_cases(situation)
        if (plan := plans.standing_plan(situation.tx, case.id, situation.today)) is not None
    ]
    return total(burdens, situation.case.currency) if burdens else None


def other_cases(situation: Situation) -> list[Case]:
    """Their other loans with us in the same currency."""
    own = (
        cases.load_case(situation.tx, case_id)
        for case_id in people.cases_of_person(situation.tx, situation.person.id)
    )
    case = situation.case
    return [each for each in own if each.id != case.id and each.currency is case.currency]


def owed_without_plan(situation: Situation) -> Money:
    """What is owed on their other loans in arrears for which nothing is agreed."""
    tx, today, currency = situation.tx, situation.today, situation.case.currency
    late = (case for case in other_cases(situation) if case.due_on < today)
    unplanned = [case for case in late if plans.standing_plan(tx, case.id, today) is None]
    owed = [ledger.balance(tx, case.id, currency).total for case in unplanned]
    return total([each for each in owed if each.minor > 0], currency)


def _a_month(plan: Plan) -> Money:
    """The regular payment by the month; a plan without a rhythm as its largest payment."""
    zero = Money.zero(plan.left_due.currency)
    largest = max((item.amount for item in plan.instalments), default=zero)
    if plan.frequency is None:
        return largest
    return in_other_rhythm(largest, plan.frequency, Frequency.MONTHLY)
