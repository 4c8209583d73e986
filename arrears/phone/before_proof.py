"""What is said on a call before the proof, however labelled: who takes it, half a date, "who's calling?".

A word of a model's about a death or a stranger is not believed against such plain words.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, standing_silences
from arrears.dialogue.heeding import IDENTITY_REFUSED, inconvenient
from arrears.dialogue.identifying import check_proof, says_who
from arrears.dialogue.informing import who_we_are
from arrears.domain.intents import Heard, Intent
from arrears.domain.language.acts.who_questions import asks_for_another_way, asks_who_we_are
from arrears.domain.language.people.taking_calls import is_in_part, says_it_is_them, says_they_are_busy

OPENINGS = frozenset({"call.opening", "call.callback", "call.is_this"})
"""First words that ask whether the right person is there."""

_IDENTITY = frozenset(
    {
        "identity.ask",
        "identity.again",
        "identity.retry",
        "identity.ask_birth",
        "identity.ask_last4",
        "who.answer",
    }
)
_STRANGERS = frozenset({Intent.THIRD_PARTY, Intent.THIRD_PARTY_INQUIRY, Intent.WRONG_NUMBER})
_EMPTY = frozenset(
    {Intent.AFFIRM, Intent.GREET, Intent.VERIFY_IDENTITY, Intent.OUT_OF_SCOPE, Intent.REPEAT_CLARIFY}
)


def decided_before_proof(situation: Situation, before: frozenset[str]) -> Decided | None:
    """The turn as its plain words have it; None once they are verified, and where the label decides."""
    if situation.party is not None or says_who(situation):
        return None
    return _in_part(situation, before) or _of_themselves(situation, before) or _of_us(situation, before)


def _in_part(situation: Situation, before: frozenset[str]) -> Decided | None:
    if not before & _IDENTITY or not is_in_part(situation.text):
        return None
    return Heard(situation.message_id, Intent.VERIFY_IDENTITY, 1.0), _whole_please


def _whole_please(situation: Situation) -> Answer:
    asked = check_proof(situation)
    if standing_silences(situation):
        return asked
    return replace(asked, said=(situation.say("call.in_part"), *asked.said))


def _of_themselves(situation: Situation, before: frozenset[str]) -> Decided | None:
    """Who says that it is them is no stranger."""
    intents = {*situation.heard.intents}
    if not (before & OPENINGS and intents & _STRANGERS and says_it_is_them(situation.text)):
        return None
    if says_they_are_busy(situation.text) or Intent.INCONVENIENT in intents:
        return Heard(situation.message_id, Intent.INCONVENIENT, 1.0), inconvenient
    return Heard(situation.message_id, Intent.VERIFY_IDENTITY, 1.0), check_proof


def _of_us(situation: Situation, before: frozenset[str]) -> Decided | None:
    if IDENTITY_REFUSED in before and asks_for_another_way(situation.text):
        return Heard(situation.message_id, Intent.REFUSE_VERIFICATION, 1.0), lambda now: now.answer(
            IDENTITY_REFUSED
        )
    if {*situation.heard.intents} <= _EMPTY and asks_who_we_are(situation.text):
        return Heard(situation.message_id, Intent.ASK_WHO_ARE_YOU, 1.0), who_we_are
    return None
