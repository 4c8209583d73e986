"""What was agreed, in words: less what they have paid on it since."""

from __future__ import annotations

from arrears.dialogue.answering import Situation
from arrears.domain.money import Money, total
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.plans import Plan
from arrears.domain.wording import offer_words
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
