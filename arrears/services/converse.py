"""Let the dialogue engine label a borrower's turn and answer it through our services."""

from __future__ import annotations

import re

from arrears.desk import Desk
from arrears.dialogue.answering import OpenTurn, kept_answer
from arrears.domain.conversations import AnsweredTurn, AskedTurn, Understood
from arrears.ports import Dialogue, DialogueFailedError

_SLASH = re.compile(r"^[\s/\\]+")


def converse(desk: Desk, dialogue: Dialogue, turn: OpenTurn) -> AnsweredTurn:
    """How the turn was understood; what it had us say lies in the store, under the message's id.

    A turn whose effects are kept from before a crash is not asked about again: another reading of the same
    words must not cause a second effect. Raises: DialogueFailedError.
    """
    if turn.answered_before:
        return AnsweredTurn(Understood("answered_before", 0.0), (), {}, ())
    asked = AskedTurn(
        conversation_id=turn.conversation.id,
        message_id=turn.message_id,
        text=harmless(turn.text),
        language=turn.conversation.language,
        stage=turn.stage,
        channel=turn.conversation.channel,
    )
    answered = dialogue.answer(asked)
    if kept_answer(desk, turn.message_id) is None:
        raise DialogueFailedError("no action left an answer")
    return answered


def harmless(text: str) -> str:
    """The text as the engine may see it: a leading slash would name an intent and bypass understanding."""
    return _SLASH.sub("", text) or "?"
