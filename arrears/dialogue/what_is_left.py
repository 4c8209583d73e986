"""What was agreed, in words: less what they have paid on it since, and what comes next of it."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation
from arrears.domain.money import Money, display, total
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words, offer_words
from arrears.store import plans


def paid_on(situation: Situation, plan: Plan) -> Money:
    """What has arrived since the plan was agreed, less what bounced."""
    receipts = plans.receipts_for(situation.tx, plan)
    return total([receipt.amount for receipt in receipts], plan.left_due.currency)


def agreed_words(situation: Situation, plan: Plan) -> str:
    """The payments of the plan that are still to come, each with what is missing of it."""
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    left = left_of_plan(plan, paid_on(situation, plan))
    return offer_words(catalog, situation.language, left, channel)


def next_payment(situation: Situation) -> Answer | None:
    """The payment that comes next of the plan that stands; None without one, or where it has none to come."""
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    left = () if plan is None else left_of_plan(plan, paid_on(situation, plan)).instalments
    to_come = next((each for each in left if each.on >= situation.today), None)
    if to_come is None:
        return None
    day = date_words(situation.desk.policy.catalog, situation.language, to_come.on)
    return situation.answer("plan.next", amount=display(to_come.amount), day=day)
