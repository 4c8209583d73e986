"""A first day of all of a plan of which nothing is due (从25号开始, "can we start on the 25th"), or of a sum.

What begins on a day goes on: "150", then "starting April 15", is 150 a month.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.taking_back import may_change
from arrears.dialogue.terms_said import offered_now, said_now
from arrears.domain.language.acts.which_payment import payment_named
from arrears.domain.language.plans.all_payments import names_all_payments
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import DateReading, Frequency
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.change_of_mind import differs
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import is_one_sum
from arrears.domain.plans import Plan


def from_first_day(situation: Situation, standing: Plan) -> Proposal | None:
    """The payments of the plan from the day on with which they would begin; None where they ask for no such.

    Of one payment alone the day is moved otherwise; so are those of a plan that has begun.
    """
    said = said_now(situation)
    on = _named_first_day(situation, said, standing)
    if on is None or on < situation.today or differs(said, offer_of_plan(standing)):
        return None
    if not (_is_regular(standing) and may_change(situation, standing)):
        return None
    return Proposal(amount=standing.instalments[0].amount, frequency=standing.frequency, on=on)


def _named_first_day(situation: Situation, said: Proposal, standing: Plan) -> date | None:
    """The day with which all would begin; of their rhythm said again, on another weekday, that is it."""
    days = [day for day in offered_now(situation).dates if day.on is not None]
    if len(days) == 1 and _begins(situation.text, days[0], standing):
        return days[0].on
    often = standing.frequency if names_all_payments(situation.text) else said.frequency
    by_weekday = often in (Frequency.WEEKLY, Frequency.BIWEEKLY)
    return said.on if by_weekday and said.on not in {each.on for each in standing.instalments} else None


def _begins(text: str, day: DateReading, standing: Plan) -> bool:
    """Whether the words have all begin on it, or put the first payment on the day of a later one."""
    own = [each.on for each in standing.instalments]
    if not own or day.on == own[0]:
        return False
    return is_begin(fold(text), day) or (payment_named(text) == 1 and day.on in own)


def begun_on(situation: Situation, standing: Plan | None, proposal: Proposal) -> Proposal:
    """What they proposed; the payments of the plan from the day on where they only begin on another one."""
    begun = None if standing is None else from_first_day(situation, standing)
    return proposal if begun is None else begun


def as_begun(situation: Situation, proposal: Proposal) -> Proposal:
    """What they proposed; a sum in no rhythm that this turn says begins on a day is one of every month."""
    plain = fold(situation.text)
    begins = any(_begins_to_be_paid(plain, day) for day in situation.readings.dates)
    # How often they are paid says how often that is; what follows a first sum has its own beginning.
    once = is_one_sum(proposal) and not proposal.each_payday and proposal.rest is None
    return replace(proposal, frequency=Frequency.MONTHLY) if begins and once else proposal


def _begins_to_be_paid(plain: str, day: DateReading) -> bool:
    """Whether something is paid from the day on: not a first sum ("95 to start, April 8")."""
    before = plain[: day.span[0]].rstrip(" ,")
    return is_begin(plain, day) and not before.endswith(_ONCE)


_ONCE = ("to start", "to begin", "from", "from the", "from my")  # "150 from the 15th" may be of that pay


def _is_regular(plan: Plan) -> bool:
    """Whether it is all that is owed in equal payments, but for the last."""
    equal = len({each.amount for each in plan.instalments[:-1]}) == 1
    kinds = (PlanType.INSTALMENTS, PlanType.DATE_CHANGE)
    return plan.kind in kinds and plan.frequency is not None and equal and not plan.left_due
