"""A card number that is told or keyed in on a call in pieces: each is hidden as soon as it is known for one.

Earlier pieces that were not, and were kept, are erased then like whatever else must go.
"""

from __future__ import annotations

from datetime import timedelta

from arrears.desk import Desk
from arrears.dialogue.answering import party_now, turn_id_of
from arrears.domain.calls import Call
from arrears.domain.card_numbers import (
    HIDDEN,
    begins_card,
    completes_card,
    digits_told,
    goes_on_with_card,
)
from arrears.domain.conversations import Conversation
from arrears.domain.ids import MessageId
from arrears.store import Tx, cases, conversations, erasure, inbound, ledger, people

TOGETHER = timedelta(minutes=2)
"""Pieces that were said further apart are no number."""

_A_NUMBER = HIDDEN * 16
"""What is kept of the piece that completes the number, so that it is answered as one."""

_OF_A_BIRTH_DATE = frozenset({6, 8})
"""Digits of a piece that may answer our question who they are: before that, such a row is not joined."""


def without_pieces(desk: Desk, call: Call, text: str) -> str:
    """The utterance as it may be kept; earlier pieces of the same number are erased with it."""
    digits = digits_told(text)
    if digits is None or call.conversation_id is None:
        return text
    with desk.store.write() as tx:
        talk = conversations.load(tx, call.conversation_id)
        people.lock_person(tx, talk.person_id)
        pieces = _pieces(tx, desk, call)
        said = [*(piece for _, piece in pieces), digits]
        proven = party_now(tx, talk, desk.clock.now()) is not None
        if not (_tells_card(tx, desk, call, talk, text, said) if proven else _completes(said)):
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
        digits = digits_told(text)
        if digits is None:
            break
        found.insert(0, (message_id, digits))
    return found


def _completes(said: list[str]) -> bool:
    """Whether a card number is whole now, and nothing of it may be an answer to who they are."""
    return completes_card(said) and not any(len(piece) in _OF_A_BIRTH_DATE for piece in said)


def _tells_card(tx: Tx, desk: Desk, call: Call, talk: Conversation, text: str, said: list[str]) -> bool:
    """Whether these are digits of a card and no amount; whoever is proven is asked for no others.

    After a piece that was hidden, others are the rest of it, or its code.
    """
    case = cases.load_case(tx, talk.case_id)
    if said[-1] == case.account_last4:
        return False
    before = next(iter(inbound.last_on_call(tx, call.id, desk.clock.now() - TOGETHER)), None)
    goes_on = before is not None and before[1] == _A_NUMBER and len(said[-1]) >= _SHORTEST_CODE
    owed = ledger.balance(tx, case.id, case.currency).total
    return goes_on or completes_card(said) or goes_on_with_card(said) or begins_card(text, owed.minor // 100)


_SHORTEST_CODE = 3
