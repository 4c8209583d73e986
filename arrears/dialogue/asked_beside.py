"""What is said beside terms that are read out: of paying early, of paying less, of a date for a weekday."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.terms_said import asks_for_less
from arrears.domain.intents import Intent
from arrears.domain.language.plans.weekday_of_month import by_weekday_from
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.negotiation.offers import Offer, Wish
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.wording import Said


def with_what_is_asked(situation: Situation, offer: Offer, answer: Answer) -> Answer:
    """The answer that reads the offer out, after the answer to what they ask of it."""
    first = _asked(situation, offer)
    return answer if first is None else replace(answer, said=(first, *answer.said))


def _asked(situation: Situation, offer: Offer) -> Said | None:
    if asks_for_less(situation):
        return situation.say("plan.referred_less", staffed=hand_over(situation, "settlement"))
    if by_weekday_from(situation.text, situation.today) is not None:
        return situation.say("plan.by_date")
    # Terms that may be paid at will say so themselves.
    early = wished_plan(situation.text) is Wish.FLEXIBLE and offer.kind is not PlanType.FLEXIBLE
    return situation.say("plan.early") if early else None


def without_a_discount(situation: Situation, question: Answer) -> Answer:
    """The question, which is for smaller payments and no smaller total, where it might be heard otherwise."""
    if Intent.REQUEST_SETTLEMENT not in situation.heard.intents:
        return question
    return replace(question, said=(situation.say("plan.total_stays"), *question.said))
