"""A no to what was offered: it comes off the table, and what they say in the same breath is taken up.

A refusal alone brings no better terms: only facts move the engine.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, gate, hand_over
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.offering import close_open_offer, off_the_table
from arrears.dialogue.terms_said import said_now, says_terms
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.negotiation.offers import Offer
from arrears.store import offers, plans
from arrears.store.offers import OfferOutcome, OpenOffer


def decline(situation: Situation) -> Answer:
    """The offer is off the table; terms, limits or a payday in the same breath are taken up."""
    barred = gate(situation)
    if barred is None and says_terms(situation):
        return _with_their_terms(situation)
    close_open_offer(situation, OfferOutcome.DECLINED)
    if barred is not None:
        return barred
    if plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None:
        return where_it_stands(situation)
    return off_the_table(situation)


def _with_their_terms(situation: Situation) -> Answer:
    """A smaller sum in answer to an offer is a limit: it is read while the offer still stands.

    What they have just turned down is not put to them again; what they name themselves is read back.
    """
    before = offers.open_offer(situation.tx, situation.conversation.id)
    answer = take_terms(situation)
    after = offers.open_offer(situation.tx, situation.conversation.id)
    if before is None or after is None or (_is_same(before, after) and _names(situation, after.offer)):
        return answer
    if before.id == after.id or _is_same(before, after):
        close_open_offer(situation, OfferOutcome.DECLINED)
    return _instead(situation, before) if _is_same(before, after) else answer


def _is_same(before: OpenOffer, after: OpenOffer) -> bool:
    return before.id != after.id and (before.offer, before.other) == (after.offer, after.other)


def _names(situation: Situation, offer: Offer) -> bool:
    """Whether its sum, day or number is that of the offer: "no, keep July at 300" wants it as it is."""
    if wished_plan(situation.text) is not None:  # "350 a month is too much" wishes for another
        return False
    said = said_now(situation)
    first_on, sums = {each.on for each in offer.instalments[:1]}, {each.amount for each in offer.instalments}
    day_alone = said.amount is None and said.on in first_on and not _UNABLE.search(fold(situation.text))
    return said.lighter is not None or said.amount in sums or day_alone or _counts_them(situation, offer)


def _counts_them(situation: Situation, offer: Offer) -> bool:
    """Whether they want so many payments: "not all at once, no. Two halves is what I can manage"."""
    plan, plain = situation.readings.plan, fold(situation.text)
    if plan.count_span is None or plan.count != len(offer.instalments) or plan.frequency is not None:
        return False
    return _UNABLE.search(plain[slice(*clause(plain, plan.count_span))]) is None


_UNABLE = compiled(
    r"\b(?:can'?t|cannot|can\s+not|won'?t|doesn'?t|unable)\b|不行|不能|没法|不可以|不方便|[还付]不[了起上]|拿不出"
)
"""Beside it the day is the one that they cannot keep."""


def _instead(situation: Situation, refused: OpenOffer) -> Answer:
    """A person, where they are paid later than the agent may begin; else what they could manage is asked."""
    payday, first = situation.means.payday, refused.offer.instalments[:1]
    if payday is not None and first and payday > first[0].on:
        return situation.answer("plan.referred", staffed=hand_over(situation, "paid_later"))
    return off_the_table(situation)
