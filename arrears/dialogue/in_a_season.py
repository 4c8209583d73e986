"""A season is no hardship: months that have to be lighter say how they would pay, and stop nothing.

Who only tells which months those are is asked what they could pay, and is offered nothing of ours.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.terms_said import said_now
from arrears.domain.intents import CLOSING, HARD, OFFERING, Heard, Intent
from arrears.domain.language.means.hardships import names_hardship, says_unable
from arrears.domain.language.means.seasons import only_tells_when_slow, slow_season
from arrears.domain.negotiation.offers import Proposal
from arrears.store import offers, plans


def only_in_a_season(situation: Situation) -> Decided | None:
    """The turn without the hardship of its label, where its words name lighter months or a slow season."""
    heard = situation.heard
    unfit = (CLOSING | {Intent.REQUEST_HUMAN}).intersection(heard.intents)
    if situation.party is None or unfit:
        return None
    if _only_tells(situation):
        return Heard(situation.message_id), _what_they_could
    if not is_of_a_season(situation):
        return None
    lighter = said_now(situation).lighter is not None
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    if not (lighter or waits):
        return None
    others = tuple(each for each in heard.intents if each not in HARD | {Intent.PROPOSE_INSTALMENT})
    led = replace(heard, intent=Intent.PROPOSE_INSTALMENT, others=others)
    return led, take_terms if lighter else _what_waits


def is_of_a_season(situation: Situation) -> bool:
    """Whether its words, labelled as hardship, name lighter months or a slow season and no want of today."""
    text = situation.text
    if not HARD.intersection(situation.heard.intents) or names_hardship(text) or says_unable(text):
        return False
    return said_now(situation).lighter is not None or slow_season(text)


_TAKEN_FOR = OFFERING | {Intent.OUT_OF_SCOPE, Intent.VAGUE_PROMISE}
"""What 11月到4月基本没客人 is taken for, where it is not taken for hardship."""
_ASKED = "relief.ask"


def _only_tells(situation: Situation) -> bool:
    """Whether it tells when little comes in, and names no terms: asked once, and not beside an offer."""
    tells = _TAKEN_FOR.issuperset(situation.heard.intents) and only_tells_when_slow(situation.text)
    if not tells or _ASKED in situation.said_last or said_now(situation) != Proposal():
        return False
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    return not waits and plans.standing_plan(situation.tx, situation.case.id, situation.today) is None


def _what_they_could(situation: Situation) -> Answer:
    return gate(situation) or situation.answer(_ASKED)


def _what_waits(situation: Situation) -> Answer:
    return gate(situation) or read_back_again(situation) or take_terms(situation)
