"""What somebody on a call has said of themselves so far: one answer after the other."""

from __future__ import annotations

from datetime import date, datetime

from arrears.domain.conversations import Conversation, Speaker
from arrears.domain.identity import LAPSES_AFTER
from arrears.domain.ids import MessageId
from arrears.domain.language.people.identity_spoken import spoken_identity
from arrears.domain.language.readings import IdentityReading
from arrears.store import Tx, conversations, identity


def proof_so_far(
    tx: Tx, conversation: Conversation, text: str, message_id: MessageId, now: datetime, today: date
) -> IdentityReading:
    """The answers of this utterance and of those before it that no try has checked; what came last counts.

    Silence for as long as lapses a proof lapses them too, and so does another conversation. `today` is the
    borrower's.
    """
    tried = [each.at for each in identity.attempts_of(tx, conversation.person_id)]
    since = max([now - LAPSES_AFTER, *(at for at in tried if at <= now)])
    earlier = [
        turn.text
        for turn in conversations.turns_of(tx, conversation.id)
        if turn.speaker is Speaker.BORROWER and turn.message_id != message_id and turn.at > since
    ]
    so_far = IdentityReading(None, None)
    for said in (*earlier, text):
        so_far = _with(so_far, spoken_identity(said, today))
    return so_far


def _with(before: IdentityReading, said: IdentityReading | None) -> IdentityReading:
    if said is None:
        return before
    last4, knows_birth = said.last4, (said.birth_on or before.birth_on) is not None
    if last4 is not None and not knows_birth and last4.startswith(_CENTURIES):
        # The birth date is asked for first: "nineteen eighty" alone is half of that.
        last4 = None
    return IdentityReading(said.birth_on or before.birth_on, last4 or before.last4)


_CENTURIES = ("19", "20")


def identity_question(so_far: IdentityReading) -> str | None:
    """The message that asks for what is still missing; None when nothing is."""
    if so_far.birth_on is not None and so_far.last4 is not None:
        return None
    if so_far.birth_on is not None:
        return "identity.ask_last4"
    return "identity.ask" if so_far.last4 is None else "identity.ask_birth"
