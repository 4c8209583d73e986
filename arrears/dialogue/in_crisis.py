"""What is said after a statement of self-harm, which stands until a person has cleared it.

Help once more, then only that the person has it, in turns of words, and help again to whatever is feared. Who
says outright that they are safe hears that a person is told so and when they answer.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.acts.safe_again import says_safe
from arrears.store import conversations

_STATED, _AGAIN, _SAFE = "crisis.answer", "crisis.again", "crisis.safe"
_LATER = ("crisis.with_them", "crisis.kept")


def in_crisis(situation: Situation) -> Answer:
    """The whole answer to a further message; it clears nothing."""
    staffed = hand_over(situation, "self_harm")
    said = _said_since(situation)
    safe = says_safe(situation.text)
    if fears_for_self(situation.text) and not safe:
        return situation.answer(_AGAIN if said.isdisjoint((_SAFE, *_LATER)) else _STATED)
    if safe and _SAFE not in situation.said_last:
        return situation.answer(_SAFE, staffed=staffed)
    if said.isdisjoint((_SAFE, _AGAIN)):
        return situation.answer(_AGAIN)
    key = next(each for each in _LATER if each not in situation.said_last)
    return situation.answer(key, staffed=staffed)


def _said_since(situation: Situation) -> frozenset[str]:
    """What they heard since the answer to the statement, that included."""
    said: frozenset[str] = frozenset()
    for keys in reversed(conversations.templates_said(situation.tx, situation.conversation.id)):
        said |= keys
        if _STATED in keys:
            break
    return said
