"""What is said after a statement of self-harm, which stands until a person has cleared it.

Help once more, and nothing else. Who says outright that they are safe hears that a person knows and when
they answer, and after that no help line again, until they say something feared once more.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.domain.language.acts.safe_again import fears_for_self, says_safe

_SAFE = "crisis.safe"
_LATER = ("crisis.with_them", "crisis.kept")


def in_crisis(situation: Situation) -> Answer:
    """The whole answer to a further message; it clears nothing."""
    staffed = hand_over(situation, "self_harm")
    said_safe = not situation.said_last.isdisjoint((_SAFE, *_LATER))
    if said_safe and fears_for_self(situation.text):
        return situation.answer("crisis.answer")
    if said_safe:
        key = next(each for each in _LATER if each not in situation.said_last)
        return situation.answer(key, staffed=staffed)
    return situation.answer(_SAFE, staffed=staffed) if says_safe(situation.text) else _help(situation)


def _help(situation: Situation) -> Answer:
    return situation.answer("crisis.again")
