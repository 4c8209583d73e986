"""What was agreed, in words: less what they have paid on it since, and what comes next of it."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation
from arrears.domain.conversations import Speaker
from arrears.domain.intents import Intent
from arrears.domain.money import Money, display, total
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words, offer_words, phrase
from arrears.store import conversations, plans


def paid_on(situation: Situation, plan: Plan) -> Money:
    """What has arrived since the plan was agreed, less what bounced."""
    receipts = plans.receipts_for(situation.tx, plan)
    return total([receipt.amount for receipt in receipts], plan.left_due.currency)


def agreed_words(situation: Situation, plan: Plan) -> str:
    """The payments of the plan that are still to come, each with what is missing of it."""
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    left = left_of_plan(plan, paid_on(situation, plan))
    return offer_words(catalog, situation.language, left, channel)


def stands_words(situation: Situation, plan: Plan) -> str:
    """The payments of the plan; the next alone where all were said in this talk and are not asked for."""
    if Intent.REPEAT_CLARIFY in situation.heard.intents or not _was_said(situation, plan):
        return agreed_words(situation, plan)
    catalog, language = situation.desk.policy.catalog, situation.language
    coming = left_of_plan(plan, paid_on(situation, plan)).instalments
    if not coming:
        return agreed_words(situation, plan)
    day = date_words(catalog, language, coming[0].on)
    return phrase(catalog, language, "schedule.next", amount=display(coming[0].amount), day=day)


_IN_FULL = frozenset({"plan.recorded", "next.closed", "next.so", "plan.coming"})


def _was_said(situation: Situation, plan: Plan) -> bool:
    """Whether they have heard all of it here since it was agreed."""
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    ours = (each for each in turns if each.speaker is Speaker.BOT and not _IN_FULL.isdisjoint(each.templates))
    return plan.agreed_at is not None and any(each.at >= plan.agreed_at for each in ours)


def next_payment(situation: Situation) -> Answer | None:
    """The payment that comes next of the plan that stands; None without one, or where it has none to come."""
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    left = () if plan is None else left_of_plan(plan, paid_on(situation, plan)).instalments
    to_come = next((each for each in left if each.on >= situation.today), None)
    if to_come is None:
        return None
    day = date_words(situation.desk.policy.catalog, situation.language, to_come.on)
    return situation.answer("plan.next", amount=display(to_come.amount), day=day)
