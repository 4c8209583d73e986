"""A card number that is told or keyed in on a call in pieces: the last piece is hidden, and those before it.

No piece alone is known for what it is, so earlier ones were kept: they are erased like whatever else must go.
"""

from __future__ import annotations

from datetime import timedelta

from arrears.desk import Desk
from arrears.dialogue.answering import party_now, turn_id_of
from arrears.domain.calls import Call
from arrears.domain.card_numbers import HIDDEN, completes_card, digits_alone
from arrears.domain.conversations import Conversation
from arrears.domain.ids import MessageId
from arrears.store import Tx, conversations, erasure, inbound, people

TOGETHER = timedelta(minutes=2)
"""Pieces that were said further apart are no number."""

_A_NUMBER = HIDDEN * 16
"""What is kept of the piece that completes the number, so that it is answered as one."""

_OF_A_BIRTH_DATE = frozenset({6, 8})
"""Digits of a piece that may answer our question who they are: before that, such a row is not joined."""


def without_pieces(desk: Desk, call: Call, text: str) -> str:
    """The utterance as it may be kept; earlier pieces of the same number are erased with it."""
    digits = digits_alone(text)
    if digits is None or call.conversation_id is None:
        return text
    with desk.store.write() as tx:
        talk = conversations.load(tx, call.conversation_id)
        people.lock_person(tx, talk.person_id)
        pieces = _pieces(tx, desk, call)
        said = [*(piece for _, piece in pieces), digits]
        if not completes_card(said) or _may_be_proof(tx, desk, talk, said):
            return text
        ids = [message_id for message_id, _ in pieces]
        erasure.hide_turns(
            tx, talk.case_id, [turn_id_of(each) for each in ids], by="card_number", at=desk.clock.now()
        )
        inbound.hide(tx, ids)
    return _A_NUMBER


def _pieces(tx: Tx, desk: Desk, call: Call) -> list[tuple[MessageId, str]]:
    """What was said on the call just before and was nothing but digits, in order."""
    found: list[tuple[MessageId, str]] = []
    for message_id, text in inbound.last_on_call(tx, call.id, desk.clock.now() - TOGETHER):
        digits = digits_alone(text)
        if digits is None:
            break
        found.insert(0, (message_id, digits))
    return found


def _may_be_proof(tx: Tx, desk: Desk, talk: Conversation, said: list[str]) -> bool:
    proven = party_now(tx, talk, desk.clock.now()) is not None
    return not proven and any(len(piece) in _OF_A_BIRTH_DATE for piece in said)
