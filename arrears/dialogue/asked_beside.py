"""What is said beside terms that are read out: of paying early or less, a date for a weekday, a fee."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.contested import components, contested, pays
from arrears.dialogue.terms_said import asks_for_less
from arrears.domain.intents import Intent
from arrears.domain.language.plans.weekday_of_month import by_weekday_from
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.negotiation.offers import Offer, Wish
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.wording import Said
from arrears.store import ledger


def with_what_is_asked(situation: Situation, offer: Offer, answer: Answer) -> Answer:
    """The answer that reads the offer out, after the answer to what they ask and what they contest of it.

    What was just said to be in the terms is not said again beside the next ones.
    """
    contested_part = contested_in(situation, offer)
    if contested_part is not None and contested_part.key in situation.said_last:
        contested_part = None
    first = tuple(each for each in (_asked(situation, offer), contested_part) if each)
    return replace(answer, said=(*first, *answer.said))


IN_TERMS = "fees.in_terms"
"""That a part which they contest is in the payments that are read out."""


def contested_in(situation: Situation, offer: Offer) -> Said | None:
    """That the part which they contest is in these payments until a person decides; None without any.

    Nobody agrees to a total in the belief that it is off (ADR 0025).
    """
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    part = contested(situation, owed)
    if part is None:
        return None
    if not pays(offer, part, owed):
        return situation.say("payment.applied")
    return situation.say(IN_TERMS, components=components(situation, part))


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
