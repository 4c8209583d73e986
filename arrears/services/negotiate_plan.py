"""Take a proposal, counter within the lender's authority, read back, and record on an explicit yes."""

from __future__ import annotations

from dataclasses import replace

from arrears.desk import Desk
from arrears.dialogue.agreeing import OFFERS, TWO, consent
from arrears.dialogue.answering import Answer, Situation, gate, is_spared
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.declining import decline
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.relieving import names_a_kind
from arrears.dialogue.replying import answer_turn
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import Heard, Intent
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.negotiation.offers import Wish
from arrears.store import offers, plans


def take_proposal(desk: Desk, heard: Heard) -> Answer:
    """The read-back of what was proposed, a counter-offer, one question, or a person."""
    return answer_turn(desk, heard, "take_proposal", _propose)


def record_plan(desk: Desk, heard: Heard) -> Answer:
    """The plan, recorded on an explicit yes to an offer that was read back in full."""
    return answer_turn(desk, heard, "record_plan", consent)


def decline_plan(desk: Desk, heard: Heard) -> Answer:
    """The offer is off the table; a proposal in the same breath is taken up."""
    return answer_turn(desk, heard, "decline_plan", decline)


_SHORT_OF_TERMS = frozenset({Intent.PARTIAL_PAYMENT, Intent.REQUEST_EXTENSION})
"""Wishes that often name neither amount nor day: then they are asked for, and nothing earlier is repeated."""


def _propose(situation: Situation) -> Answer:
    wish = situation.heard.intent
    agreed = plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
    asks_for_it = names_a_kind(situation.text) or wished_plan(situation.text) is Wish.PAUSE
    short = wish in _SHORT_OF_TERMS and not asks_for_it
    if short and not agreed and not says_terms(situation):
        # Who is in difficulty is asked for nothing: a person answers, and what was offered stays open.
        barred = gate(situation) or still_decided_on(situation)
        return barred or (
            where_it_stands(situation) if is_spared(situation) else situation.answer("proposal.ask_both")
        )
    answer = take_terms(situation)
    offered = {said.key for said in answer.said} & (OFFERS - {"change.read_back"})
    if wish is not Intent.PARTIAL_PAYMENT or not offered or (not offered & TWO and _pays_all(situation)):
        return answer
    return replace(answer, said=(situation.say("payment.applied"), *answer.said))


def _pays_all(situation: Situation) -> bool:
    """Whether the terms that wait for their yes leave nothing due, so that it was no part of it after all."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    return waiting is not None and not waiting.offer.left_due
