"""After the question whether they are safe: who is, or plainly goes on, is talked with where the talk was.

A statement is only what is feared in so many words, a no, or what leaves it open. Who was misread hears so,
and what they had said when they were misread is answered.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.heeding import HEEDED
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.recalling import last_turn_again, turn_before
from arrears.dialogue.terms_said import says_terms
from arrears.domain.doubts import CERTAIN, QUESTIONS
from arrears.domain.intents import ASKING, CLOSING, HARD, OFFERING, REFERRED, SATISFIED, Heard, Intent
from arrears.domain.language.acts.crisis_words import speaks_of_self_harm
from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.acts.safe_again import leaves_safety_open, says_safe, says_well

_FEARED = Intent.SELF_HARM
ASKS_SAFETY = QUESTIONS[_FEARED]
"""The question whether they are safe."""

_MISREAD, _SAY_AGAIN = "doubt.misread", "doubt.say_again"
_OF_THE_LOAN = OFFERING | ASKING | {Intent.VERIFY_IDENTITY}
"""A plain question, or talk of money: no yes to harm without a word of it, whatever the odds."""
_ORDINARY = _OF_THE_LOAN | REFERRED | HARD | {Intent.REQUEST_HUMAN}
"""What goes on with the talk, whatever else it is taken for."""


def after_the_check(situation: Situation) -> Decided | None:
    """What the answer decides; None where they plainly go on, so that the labels and words decide."""
    if _is_a_statement(situation):
        return Heard(situation.message_id, _FEARED, 1.0), HEEDED[_FEARED]
    left = _left(situation)
    well = says_safe(situation.text) or says_well(situation.text)
    if not well and (left or says_terms(situation)) and _FEARED not in situation.heard.intents:
        return None
    return Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, left or asked_before(situation)), _goes_on


def _is_a_statement(situation: Situation) -> bool:
    text, heard = situation.text, situation.heard
    if says_safe(text) or says_well(text):
        return False
    if leaves_safety_open(text) or speaks_of_self_harm(text):
        return True
    again = _FEARED in heard.intents
    if fears_for_self(text):
        return again or not _ORDINARY.intersection(heard.intents)
    plainly_on = bool(_OF_THE_LOAN.intersection(heard.intents)) or says_terms(situation)
    return again and heard.intent is _FEARED and heard.confidence >= CERTAIN and not plainly_on


def _left(situation: Situation) -> tuple[Intent, ...]:
    heard = situation.heard
    return tuple(each for each in heard.intents if each not in SATISFIED | heard.doubted | {_FEARED})


def asked_before(situation: Situation) -> tuple[Intent, ...]:
    """What else the turn said that was misread, and what is answered whatever the words."""
    then = turn_before(situation)
    return () if then is None else tuple(each for each in then.heard.intents if each in ASKING | REFERRED)


def _goes_on(situation: Situation) -> Answer:
    """What they say now or had said; what is answered by its label, `_with_the_rest` says."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation):
        return take_terms(situation)
    if situation.heard.others:
        return Answer(())
    again = last_turn_again(situation)
    if again is not None:
        return again
    return what_waits(situation) if waiting_offer(situation) else situation.answer(_SAY_AGAIN)


def misread(situation: Situation, answer: Answer) -> Answer:
    """The answer, after a word that we had misread them, where it answers our question and ends nothing."""
    if ASKS_SAFETY not in situation.said_last or not answer.said:
        return answer
    leads = situation.heard.intent
    again = any(said.key.startswith(("crisis.", ASKS_SAFETY, "script.help_line")) for said in answer.said)
    if again or (leads is not None and leads in CLOSING):
        return answer
    return replace(answer, said=(situation.say(_MISREAD), *answer.said))
