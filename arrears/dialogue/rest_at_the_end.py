"""The rest of reduced payments at once, when the harvest is sold: asked of a person, with their day."""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.negotiating import said_so_far, take_terms
from arrears.dialogue.offering import answer_to
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.positions import authority_of, position_of
from arrears.domain.intents import CLOSING, HARD, Heard, Intent
from arrears.domain.language.readings import AmountKind, Certainty
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.rest_at_the_end import with_the_rest_on
from arrears.store import ledger


def rest_on_their_day(situation: Situation) -> Decided | None:
    """The turn that names one later day for all that the terms on the table leave due; None for any other."""
    said = frozenset(situation.heard.intents)
    if situation.party is None or said & (CLOSING | HARD | {Intent.REQUEST_HUMAN, Intent.DENY}):
        return None
    waiting, on = waiting_offer(situation), _day_of_the_rest(situation)
    if waiting is None or waiting.other is not None or on is None or waiting.offer.left_due.minor <= 0:
        return None
    if not waiting.offer.instalments or on <= waiting.offer.instalments[-1].on:
        return None
    return Heard(situation.message_id), lambda now: gate(now) or _asked_of_a_person(now, waiting.offer, on)


def _day_of_the_rest(situation: Situation) -> date | None:
    read = situation.readings
    whole = [each for each in read.amounts if each.kind is AmountKind.FULL]
    days = {each.on for each in read.dates if each.certainty is not Certainty.UNSURE}
    if len(whole) != len(read.amounts) or not whole or len(days) != 1:
        return None
    return days.pop()


def _asked_of_a_person(situation: Situation, offer: Offer, on: date) -> Answer:
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None:
        return take_terms(situation)
    proposal = said_so_far(situation)
    position = position_of(situation, balance, authority)
    move = with_the_rest_on(position, authority, proposal, offer, on)
    return take_terms(situation) if move is None else answer_to(situation, move)
