"""Another language: it is switched to before anything else is said, and what waited is said again in it."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, gate, standing_silences
from arrears.dialogue.informing import switch_language, where_it_stands
from arrears.dialogue.reading_again import read_back_again
from arrears.domain.intents import CLOSING, Intent
from arrears.domain.misunderstanding import DATE_QUESTIONS

SWITCHED = "language.switched"
_WHO_IT_IS = frozenset({"call.opening", "call.callback", "who.answer"})
"""What asks who is there, beside the questions for a proof."""
_MONEY = ("proposal.", "next.question", "balance.state", "balance.again", "plan.declined", "plan.taken_back")


def in_their_language(situation: Situation) -> Answer:
    """Another language that is asked for beside something else: it comes first, so that all else is in it."""
    heard = situation.heard
    if Intent.LANGUAGE_SWITCH not in heard.others or heard.intent in CLOSING:
        return Answer(())
    return switch_language(situation)


def where_we_were(situation: Situation, answer: Answer) -> Answer:
    """What waited for them once more, where nothing is said but that the language is another one."""
    if {said.key for said in answer.said} != {SWITCHED}:
        return Answer(())
    return _what_waited(situation) or situation.answer("language.help")


def _what_waited(situation: Situation) -> Answer | None:
    said = situation.said_last
    if standing_silences(situation):
        return None
    if situation.party is None:
        asked = any(key.startswith("identity.") or key in _WHO_IT_IS for key in said)
        return gate(situation) if asked else None
    again = read_back_again(situation)
    if again is not None:
        return again
    if said & DATE_QUESTIONS:
        return situation.answer("proposal.ask_date")
    return where_it_stands(situation) if any(key.startswith(_MONEY) for key in said) else None
