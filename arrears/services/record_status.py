"""Write down what changes the law of the case, stop where it says stop, and answer once."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.dialogue.answering import Answer, once
from arrears.dialogue.heeding import HEEDED
from arrears.dialogue.in_crisis import in_crisis
from arrears.dialogue.relieving import RELIEVED
from arrears.dialogue.replying import answer_by
from arrears.domain.intents import Heard, Intent


def special_status(desk: Desk, heard: Heard) -> Answer:
    """An attorney, a bankruptcy, a death, military service: stop, and a person takes over."""
    return _heed(desk, heard, "special_status", heard.intent)


def dispute(desk: Desk, heard: Heard) -> Answer:
    """Not owed, already paid, or proof wanted: pause until it is checked."""
    return _heed(desk, heard, "dispute", heard.intent)


def complaint(desk: Desk, heard: Heard) -> Answer:
    """A complaint is logged and answered by a person."""
    return _heed(desk, heard, "complaint", Intent.COMPLAINT_REGULATOR)


def crisis(desk: Desk, heard: Heard) -> Answer:
    """A statement of self-harm: stop everything, name help, call a person."""
    return _heed(desk, heard, "crisis", Intent.SELF_HARM)


def crisis_again(desk: Desk, heard: Heard) -> Answer:
    """Every further message after a statement of self-harm: help, or that a person has it."""
    return once(desk, heard, "crisis_again", in_crisis)


def cease_contact(desk: Desk, heard: Heard) -> Answer:
    """No contact any more, by any channel."""
    return _heed(desk, heard, "cease_contact", Intent.CEASE_CONTACT)


def wrong_number(desk: Desk, heard: Heard) -> Answer:
    """The number is not theirs: never again over this number."""
    return _heed(desk, heard, "wrong_number", Intent.WRONG_NUMBER)


def third_party(desk: Desk, heard: Heard) -> Answer:
    """Someone else answers: nothing is said, and the number is not used until a person has looked."""
    return _heed(desk, heard, "third_party", Intent.THIRD_PARTY)


def hardship(desk: Desk, heard: Heard) -> Answer:
    """They cannot pay: pause, and a person goes through the options."""
    return answer_by(desk, heard, "hardship", RELIEVED, Intent.CANNOT_PAY)


def refusal(desk: Desk, heard: Heard) -> Answer:
    """They will not pay: one neutral sentence, and no more asking."""
    return _heed(desk, heard, "refusal", Intent.REFUSE_TO_PAY)


def request_person(desk: Desk, heard: Heard) -> Answer:
    """A person, on the first time of asking."""
    return _heed(desk, heard, "request_person", Intent.REQUEST_HUMAN)


def inconvenient(desk: Desk, heard: Heard) -> Answer:
    """Leave them alone at this hour from now on, and ask nothing but when is better."""
    return _heed(desk, heard, "inconvenient", Intent.INCONVENIENT)


def _heed(desk: Desk, heard: Heard, step: str, intent: Intent | None) -> Answer:
    return answer_by(desk, heard, step, HEEDED, intent)
