"""A season is no hardship: months that have to be lighter say how they would pay, and stop nothing."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.terms_said import said_now
from arrears.domain.intents import CLOSING, HARD, Intent
from arrears.domain.language.means.hardships import names_hardship, says_unable
from arrears.domain.language.means.seasons import slow_season
from arrears.store import offers


def only_in_a_season(situation: Situation) -> Decided | None:
    """The turn without the hardship of its label, where its words name lighter months or a slow season."""
    heard = situation.heard
    unfit = (CLOSING | {Intent.REQUEST_HUMAN}).intersection(heard.intents)
    if situation.party is None or unfit or not is_of_a_season(situation):
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


def _what_waits(situation: Situation) -> Answer:
    return gate(situation) or read_back_again(situation) or take_terms(situation)
