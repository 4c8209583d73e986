"""Another first day for all of a plan of which nothing is due: 从25号开始, "can we start on the 25th"."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.dialogue.taking_back import may_change
from arrears.dialogue.terms_said import said_now
from arrears.domain.language.acts.which_payment import payment_named
from arrears.domain.language.plans.two_steps import is_begin
from arrears.domain.language.readings import DateReading
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.change_of_mind import differs
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Plan


def from_first_day(situation: Situation, standing: Plan) -> Proposal | None:
    """The payments of the plan from the day on with which they would begin; None where they ask for no such.

    Of one payment alone the day is moved otherwise; so are those of a plan that has begun.
    """
    days = [day for day in situation.readings.dates if day.on is not None]
    on = days[0].on if len(days) == 1 else None
    if on is None or on < situation.today or not _begins(situation.text, days[0], standing):
        return None
    same = not differs(said_now(situation), offer_of_plan(standing))
    if not (same and _is_regular(standing) and may_change(situation, standing)):
        return None
    return Proposal(amount=standing.instalments[0].amount, frequency=standing.frequency, on=on)


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


def _is_regular(plan: Plan) -> bool:
    """Whether it is all that is owed in equal payments, but for the last."""
    equal = len({each.amount for each in plan.instalments[:-1]}) == 1
    return plan.kind is PlanType.INSTALMENTS and plan.frequency is not None and equal and not plan.left_due
