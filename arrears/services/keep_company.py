"""Greetings, thanks, anger, "what was that?", "I will not tell you": answered kindly, with no new demand."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.dialogue import clarifying
from arrears.dialogue.answering import Answer, Situation
from arrears.dialogue.clarifying import farewell, not_understood, what_waits
from arrears.dialogue.heeding import IDENTITY_REFUSED
from arrears.dialogue.informing import who_we_are
from arrears.dialogue.replying import answer_turn
from arrears.domain.intents import COMMITTING, Heard, Intent


def be_courteous(desk: Desk, heard: Heard) -> Answer:
    """A greeting, thanks or a goodbye, returned. None of them is ever a yes."""
    return answer_turn(desk, heard, "be_courteous", _courtesy)


def say_again(desk: Desk, heard: Heard) -> Answer:
    """What waits for an answer in full once more, or plainly what is asked; then another way, or a person."""
    return answer_turn(desk, heard, "say_again", _say_again)


def calm(desk: Desk, heard: Heard) -> Answer:
    """Abuse: a calm word once, then a person."""
    return answer_turn(desk, heard, "calm", clarifying.calm)


def accept_silence(desk: Desk, heard: Heard) -> Answer:
    """They will not say who they are: nothing is disclosed, and other ways are named."""
    return answer_turn(desk, heard, "accept_silence", _accept_silence)


def _courtesy(situation: Situation) -> Answer:
    # Beside a yes the terms are read once more: the yes to them must be one to nothing else.
    if COMMITTING.intersection(situation.heard.others):
        return what_waits(situation)
    return _returned(situation)


def _returned(situation: Situation) -> Answer:
    match situation.heard.intent:
        case Intent.THANKS:
            return situation.answer("thanks.answer")
        case Intent.GOODBYE:
            return farewell(situation)
        case _:
            if situation.party is None:
                return who_we_are(situation)
            return situation.answer("greet.answer", lender=situation.case.lender)


def _say_again(situation: Situation) -> Answer:
    return not_understood(situation, what_waits)


def _accept_silence(situation: Situation) -> Answer:
    phone = situation.desk.policy.callback_number
    return situation.answer(IDENTITY_REFUSED, lender=situation.case.lender, phone=phone)
