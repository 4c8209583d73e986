"""What terms a turn brings: the sums, days and means in its words, and how long a wish is to last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.put_off import put_off
from arrears.domain.intents import HARD, Intent
from arrears.domain.language.acts.other_loans import sums_of_this_loan
from arrears.domain.language.acts.payments_made import without_payments_made
from arrears.domain.language.acts.plan_questions import asks_of_the_rest, supposes
from arrears.domain.language.dates.days import Reference, months_ahead
from arrears.domain.language.means.seasons import earning_months, without_season
from arrears.domain.language.offered.days_of_other_things import without_days_of_other_things
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.days_to_pay import without_told_days, without_weekdays_begun
from arrears.domain.language.plans.one_payment import is_early, is_of_one_payment
from arrears.domain.language.plans.takings_share import share_of_takings
from arrears.domain.language.plans.weekday_of_month import by_weekday_from
from arrears.domain.language.plans.wish_lengths import wished_until
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.readings import Certainty, DateProblem, DateReading, Frequency, Readings
from arrears.domain.language.script.fold import fold
from arrears.domain.misunderstanding import DATE_QUESTIONS
from arrears.domain.negotiation.affordability import stated_limit
from arrears.domain.negotiation.as_offered import as_offered
from arrears.domain.negotiation.offers import Proposal, Statements, Wish
from arrears.domain.negotiation.other_months import of_several_months
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.proposed_days import on_both_days, on_day_set, on_told_payday
from arrears.domain.negotiation.statements import statements_from, without_means
from arrears.store import conversations, offers, proposals


def says_terms(situation: Situation) -> bool:
    """Whether a verified party's turn names money, a day, a number of instalments, or their means."""
    return situation.party is not None and (said_now(situation) != Proposal() or says_means(situation))


def tells_what_they_can_pay(situation: Situation) -> bool:
    """Whether a verified party tells of their means, or names a sum every so often, and not a sum alone."""
    read = situation.readings
    often = bool(read.amounts) and read.frequency is not None
    return situation.party is not None and (often or says_means(situation))


def said_now(situation: Situation) -> Proposal:
    """What the turn proposes by itself; a sum that is the payment on the table, in the rhythm of that."""
    said = _said(situation)
    waiting = None if said.amount is None else offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is None or is_of_one_payment(situation.text) or _names_a_limit(situation):
        return said
    return as_offered(said, waiting.choices or (waiting.offer,))


def offered_now(situation: Situation) -> Readings:
    """What the turn names, less the days on which something else is paid, done or told."""
    return _of_payments(situation.readings, situation.text)


def days_meant(situation: Situation) -> tuple[DateReading, ...]:
    """The days that the turn offers: the doubtful ones only where there are no others."""
    days = offered_now(situation).dates
    return tuple(day for day in days if day.certainty is not Certainty.UNSURE) or days


def _of_payments(readings: Readings, text: str) -> Readings:
    offered = without_told_days(without_payments_made(readings, text), text)
    return without_weekdays_begun(without_days_of_other_things(offered, text))


def _names_a_limit(situation: Situation) -> bool:
    return stated_limit(situation.text, situation.readings) is not None


def _said(situation: Situation) -> Proposal:
    text = situation.text
    readings = without_means(situation.readings, situation.means)
    readings = sums_of_this_loan(_of_payments(without_season(readings, text), text), text)
    if asks_of_the_rest(situation.text):
        return Proposal()
    of_months = of_several_months(text, readings, situation.case.currency, situation.today)
    said = of_months or proposal_in(text, readings, situation.case.currency, situation.today)
    said = on_both_days(said, text, readings)
    said = on_day_set(on_told_payday(said, readings, situation.means), text, readings)
    if asks_for_less(situation):
        return replace(said, full=False)  # "if I paid it all" says when it would be less, and offers nothing
    if wished_plan(situation.text) is Wish.REVENUE_LINKED:
        return replace(said, share_percent=share_of_takings(situation.text))
    later = put_off(situation)
    if later is not None:
        said = replace(said, on=later, date_problem=None, in_month=None)
    begin = (day.on for day in readings.dates if day.on is not None and is_begin(fold(text), day))
    weekday_from = by_weekday_from(situation.text, max([situation.today, *begin]))
    if weekday_from is not None:
        said = replace(said, frequency=Frequency.MONTHLY, on=weekday_from, date_problem=None, in_month=None)
    if _is_at_once(situation, said):
        said = replace(said, on=situation.today)
    until = _until(situation, said) if said.amount is None and said.on is None else None
    if until is not None:
        return replace(said, on=until, count=None, date_problem=None, in_month=None)
    past = said.date_problem is DateProblem.PAST and _is_of_what_happened(situation, said)
    return replace(said, date_problem=None) if past else said


def _is_of_what_happened(situation: Situation, said: Proposal) -> bool:
    """Whether the day that is past is no day to pay on: "I talked to you yesterday", "laid off last week".

    A day of the calendar beside a sum, or where we asked for one, was meant as one to pay on.
    """
    if said.amount is not None and HARD.intersection(situation.heard.intents):
        return True
    names_money = said.amount is not None or said.full or said.count is not None
    return not names_money and _ASKS_FOR_A_DAY.isdisjoint(situation.said_last)


_ASKS_FOR_A_DAY = DATE_QUESTIONS | {
    "proposal.ask_both",
    "proposal.start_sooner",
    "next.question",
    "plan.declined",
    "plan.taken_back",
    "balance.state",
    "balance.again",
}


def _is_at_once(situation: Situation, said: Proposal) -> bool:
    """Whether a sum is to come early, on no day of its own: that is now, and it is read back."""
    once = said.amount is not None and not (said.frequency or said.count or said.rest or said.lighter)
    return once and said.on is None and said.date_problem is None and is_early(situation.text)


def says_means(situation: Situation) -> bool:
    """Whether the turn tells of their own income, costs or payday, verified or not."""
    told = situation.means
    season = earning_months(situation.text)
    return any((told.income, told.expenses, told.left_over, told.payday, season))


def told_now(situation: Situation) -> Statements:
    """What the turn says by itself of means, difficulty and wishes.

    Until when they would like what they asked for is no wish of its own, whatever it was labelled.
    """
    statements = statements_from(situation.text, frozenset(situation.heard.intents), situation.means)
    said = said_now(situation)
    if said.lighter is not None or said.rest is not None:
        statements = replace(statements, season=())  # the months of a sum are none in which alone they earn
    return replace(statements, wish=None) if tells_until(situation) else statements


def tells_until(situation: Situation) -> bool:
    """Whether a day or a length says until when they wish for it; later on, in a wish for time."""
    if wished_plan(situation.text) not in _NO_KIND or not (
        situation.readings.dates or wished_until(situation.text, situation.today)
    ):
        return False
    if ASKS_UNTIL in situation.said_last:
        return True
    before = proposals.last_proposal(situation.tx, situation.conversation.id)
    undated = before is not None and before.said.wish is Wish.EXTENSION and before.proposal.on is None
    if not undated or not _FOR_TIME.intersection(situation.heard.intents):
        return False
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any(ASKS_UNTIL in keys for keys in said)


ASKS_UNTIL = "approval.ask_until"
_NO_KIND = frozenset({None, Wish.MORE_TIME, Wish.OTHER_DAY})
_FOR_TIME = frozenset({Intent.REQUEST_EXTENSION, Intent.CHANGE_DUE_DATE})


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


def asked_less_before(situation: Situation) -> bool:
    """Whether a wish for less is left with a person, and this turn neither repeats it nor brings terms."""
    before = proposals.last_proposal(situation.tx, situation.conversation.id)
    asked = before is not None and before.said.wish is Wish.SETTLEMENT
    return asked and said_now(situation) == Proposal() and not asks_for_less(situation)


def _until(situation: Situation, said: Proposal) -> date | None:
    """Until when they wish for a kind of plan that has a length, or how they answer that question.

    A month alone is that month's day of today: a person decides on it, and it is read back.
    """
    if wished_plan(situation.text) not in _HAVE_A_LENGTH and not tells_until(situation):
        return None
    length = wished_until(situation.text, situation.today)
    if length is not None or said.in_month is None:
        return length
    month = said.in_month
    ahead = (month.year - situation.today.year) * 12 + month.month - situation.today.month
    return months_ahead(ahead, Reference(situation.today)).on if ahead > 0 else None


_HAVE_A_LENGTH = frozenset({Wish.EXTENSION, Wish.INTEREST_ONLY})
