"""A supervisor says what a borrower's turn means, where it was understood as something else.

Nothing that was done on the turn is undone by it: the correction is for whoever improves the reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from arrears.desk import Desk
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.corrections import INTENTS_MAX, Correction
from arrears.domain.ids import ConversationId, TurnId
from arrears.domain.intents import Intent
from arrears.store import cases, conversations, corrections
from arrears.store.access import User
from arrears.store.evidence import append_evidence

LONGEST_NOTE = 200


class UnusableCorrectionError(ValueError):
    """A correction has no intents, too many, one twice, or too long a note."""

    def __init__(self) -> None:
        super().__init__(
            f"choose 1 to {INTENTS_MAX} intents, each once; a note has up to {LONGEST_NOTE} characters"
        )


def correct_reading(
    desk: Desk,
    conversation_id: ConversationId,
    turn_id: TurnId,
    user: User,
    intents: Sequence[Intent],
    note: str,
) -> bool:
    """Whether it says anything that does not stand already, as for a form that is sent twice.

    The intents are in the order of the text. Raises: UnusableCorrectionError; LookupError, also for a turn
    that no machine has read.
    """
    note = note.strip()
    if not 0 < len(set(intents)) == len(intents) <= INTENTS_MAX or len(note) > LONGEST_NOTE:
        raise UnusableCorrectionError
    now = desk.clock.now()
    with desk.store.write() as tx:
        case_id = conversations.load(tx, conversation_id).case_id
        cases.lock_case(tx, case_id)
        turn = conversations.load_turn(tx, turn_id)
        before = corrections.of_conversation(tx, conversation_id).get(turn_id, ())
        stood = before[-1].intents if before else _understood(turn, conversation_id)
        if tuple(intents) == stood and note in ("", (before[-1].note or "") if before else ""):
            return False
        made = Correction(turn_id, len(before) + 1, tuple(intents), note or None, user.login, now)
        corrections.append(tx, made)
        payload = {
            "turn": turn_id,
            "conversation": conversation_id,
            "by": user.id,
            "from": stood,
            "to": tuple(intents),
        }
        append_evidence(tx, case_id, "corrected", payload, now)
    return True


def _understood(turn: Turn, conversation_id: ConversationId) -> tuple[str, ...]:
    """The intents the machine heard in it. Raises: LookupError."""
    understood = turn.understood
    if turn.conversation_id != conversation_id or turn.speaker is not Speaker.BORROWER or understood is None:
        raise LookupError("no turn of a borrower that was read in this conversation")
    return tuple(name for name, _ in understood.all_intents)
