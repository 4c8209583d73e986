"""Another first day for all of a plan of which nothing is due: 从25号开始, "can we start on the 25th"."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.dialogue.taking_back import may_change
from arrears.dialogue.terms_said import said_now
from arrears.domain.language.plans.two_steps import is_begin
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
    plain, days = fold(situation.text), [day for day in situation.readings.dates if day.on is not None]
    begins = [day.on for day in days if is_begin(plain, day)]
    if len(begins) != 1 or len(days) > 1 or begins[0] is None or begins[0] < situation.today:
        return None
    other = begins[0] != standing.instalments[0].on if standing.instalments else False
    same = not differs(said_now(situation), offer_of_plan(standing))
    if not (other and same and _is_regular(standing) and may_change(situation, standing)):
        return None
    return Proposal(amount=standing.instalments[0].amount, frequency=standing.frequency, on=begins[0])


def begun_on(situation: Situation, standing: Plan | None, proposal: Proposal) -> Proposal:
    """What they proposed; the payments of the plan from the day on where they only begin on another one."""
    begun = None if standing is None else from_first_day(situation, standing)
    return proposal if begun is None else begun


def _is_regular(plan: Plan) -> bool:
    """Whether it is all that is owed in equal payments, but for the last."""
    equal = len({each.amount for each in plan.instalments[:-1]}) == 1
    return plan.kind is PlanType.INSTALMENTS and plan.frequency is not None and equal and not plan.left_due
