"""Inbound messages: stored first, leased to one worker at a time, answered in the order they came."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from arrears.domain.card_numbers import without_card_numbers, without_digits
from arrears.domain.ids import CallId, ConversationId, MessageId, VisitId
from arrears.domain.people import TEXT_CARRIERS, Carrier
from arrears.store.calls import call_id_in, message_reference
from arrears.store.engine import Store
from arrears.store.memory import row_of
from arrears.store.tables.dialogue import inbound
from arrears.store.types import cipher_of

LEASE = timedelta(seconds=20)
"""How long a worker may hold a message before another one picks it up again; machine time.

Longer than a turn takes with its slowest answer (the engine's limit is 10 s). A worker that outlives it
does no harm, because every effect is kept once per message.
"""


class InboundState(StrEnum):
    """Where an inbound message stands."""

    RECEIVED = "received"
    LEASED = "leased"
    ANSWERED = "answered"
    FAILED = "failed"  # tried too often; a person has it


@dataclass(frozen=True, slots=True)
class Inbound:
    """A message a borrower sent."""

    id: MessageId
    carrier: Carrier
    provider_ref: str  # the carrier's id; over our own pages, the visit's
    sender: str  # E.164; personal data
    text: str  # as written; personal data
    received_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class PlacedMessage:
    """A message whose conversation is known."""

    text: str  # as written; personal data
    received_at: datetime
    conversation_id: ConversationId


_LAST_FROM = select(func.max(inbound.c.received_at)).where(
    inbound.c.sender_index == bindparam("sender_index"), inbound.c.carrier.in_(TEXT_CARRIERS)
)

_UNPLACED = select(inbound.c.text, inbound.c.received_at).where(
    inbound.c.sender_index == bindparam("sender_index"), inbound.c.conversation_id.is_(None)
)

_LONGEST_ID = 45
"""Characters, of Twilio's. Ids made of it, such as that of the contact after a promise of a plan of an offer,
stay within their columns."""


def message_id_for(carrier: Carrier, provider_ref: str) -> MessageId:
    """Our id of the carrier's message: the same one each time the carrier repeats itself."""
    message_id = f"msg-{carrier}-{provider_ref}"
    if len(message_id) > _LONGEST_ID:
        message_id = f"msg-{carrier}-{hashlib.sha256(provider_ref.encode()).hexdigest()[:24]}"
    return MessageId(message_id)


def receive(
    store: Store, carrier: Carrier, provider_ref: str, *, sender: str, text: str, at: datetime
) -> tuple[MessageId, bool]:
    """Store the message; (id, False) when it is here already, which changes nothing.

    The number of a payment card in the text is hidden first: it is kept nowhere.
    """
    message_id = message_id_for(carrier, provider_ref)
    try:
        with store.write() as tx:
            known = tx.execute(select(inbound.c.id).where(inbound.c.id == message_id)).one_or_none()
            if known is not None:
                return message_id, False
            arrival = tx.execute(select(func.coalesce(func.max(inbound.c.arrival), 0) + 1)).scalar_one()
            tx.execute(
                insert(inbound).values(
                    id=message_id,
                    carrier=carrier,
                    provider_ref=provider_ref,
                    sender=sender,
                    sender_index=cipher_of(tx.dialect).blind(sender),
                    text=without_card_numbers(text),
                    received_at=at,
                    arrival=arrival,
                    state=InboundState.RECEIVED,
                    attempts=0,
                )
            )
    except IntegrityError:
        # Another process stored the same message between our look and our insert.
        return message_id, False
    return message_id, True


def last_from(tx: Connection, sender: str) -> datetime | None:
    """When the number last texted us; what its owner writes on our pages, or says on a call, is no text."""
    index = cipher_of(tx.dialect).blind(sender)
    at: datetime | None = tx.execute(_LAST_FROM, {"sender_index": index}).scalar_one()
    return at


def unplaced_from(tx: Connection, sender: str) -> tuple[tuple[str, datetime], ...]:
    """What the number has written that belongs to no conversation yet, with when it came.

    It waits for its turn, or it came when the number was nobody's.
    """
    rows = tx.execute(_UNPLACED, {"sender_index": cipher_of(tx.dialect).blind(sender)})
    return tuple((row.text, row.received_at) for row in rows)


def lease(tx: Connection, message_id: MessageId, machine_now: datetime) -> Inbound | None:
    """The message, held for a while; None when it is answered, held by another, or not yet its turn."""
    c = inbound.c
    row = row_of(tx, inbound, message_id)
    if row is None or _waits_for_an_earlier_one(tx, row):
        return None
    free = or_(
        c.state == InboundState.RECEIVED, and_(c.state == InboundState.LEASED, c.leased_until < machine_now)
    )
    taken = tx.execute(
        update(inbound)
        .where(c.id == message_id, free)
        .values(state=InboundState.LEASED, leased_until=machine_now + LEASE, attempts=c.attempts + 1)
    )
    if taken.rowcount == 0:
        return None
    return Inbound(
        id=MessageId(row.id),
        carrier=Carrier(row.carrier),
        provider_ref=row.provider_ref,
        sender=row.sender,
        text=row.text,
        received_at=row.received_at,
        attempts=row.attempts + 1,
    )


def open_messages(tx: Connection, machine_now: datetime, limit: int = 64) -> tuple[MessageId, ...]:
    """Messages nobody holds, the oldest of each sender and of each call, in the order they came."""
    c = inbound.c
    rows = tx.execute(
        select(c.id, c.carrier, c.provider_ref, c.sender_index, c.state, c.leased_until)
        .where(c.state.in_([InboundState.RECEIVED, InboundState.LEASED]))
        .order_by(c.arrival, c.id)
        .limit(limit)
    )
    first: dict[str, MessageId | None] = {}
    for row in rows:
        held = row.state == InboundState.LEASED and row.leased_until >= machine_now
        first.setdefault(_queue(row), None if held else MessageId(row.id))
    return tuple(message for message in first.values() if message is not None)


def finish(tx: Connection, message_id: MessageId, state: InboundState) -> None:
    """The message is answered, or given to a person."""
    tx.execute(update(inbound).where(inbound.c.id == message_id).values(state=state))


def release(tx: Connection, message_id: MessageId, until: datetime) -> None:
    """Give the lease back, so that the message is tried again, not before an instant of machine time."""
    c = inbound.c
    tx.execute(
        update(inbound).where(c.id == message_id, c.state == InboundState.LEASED).values(leased_until=until)
    )


def place(tx: Connection, message_id: MessageId, conversation_id: ConversationId) -> None:
    """Note the conversation the message belongs to."""
    tx.execute(update(inbound).where(inbound.c.id == message_id).values(conversation_id=conversation_id))


def placed(tx: Connection, message_id: MessageId) -> PlacedMessage:
    """The message in its conversation. Raises: LookupError when it was never placed in one."""
    row = row_of(tx, inbound, message_id)
    if row is None or row.conversation_id is None:
        raise LookupError(f"message {message_id} belongs to no conversation")
    return PlacedMessage(row.text, row.received_at, ConversationId(row.conversation_id))


def received_at(tx: Connection, message_id: MessageId) -> datetime | None:
    """When the message came; None when there is none of that id."""
    query = select(inbound.c.received_at).where(inbound.c.id == message_id)
    at: datetime | None = tx.execute(query).scalar_one_or_none()
    return at


def state_of(tx: Connection, message_id: MessageId) -> InboundState | None:
    """Where the message stands; None when there is none of that id."""
    state = tx.execute(select(inbound.c.state).where(inbound.c.id == message_id)).scalar_one_or_none()
    return None if state is None else InboundState(state)


def waiting_over(tx: Connection, visit_id: VisitId) -> tuple[str, ...]:
    """The texts that came over the visit and are not in the transcript yet, in their order."""
    c = inbound.c
    rows = tx.execute(
        select(c.text)
        .where(
            c.carrier == Carrier.WEB,
            c.provider_ref.startswith(f"{visit_id}."),
            c.state.in_([InboundState.RECEIVED, InboundState.LEASED]),
        )
        .order_by(c.arrival, c.id)
    )
    return tuple(row.text for row in rows)


def count_open(tx: Connection) -> int:
    """How many messages are not answered yet."""
    c = inbound.c
    waiting = c.state.in_([InboundState.RECEIVED, InboundState.LEASED])
    return int(tx.execute(select(func.count()).where(waiting)).scalar_one())


def _queue(row: Row[*tuple[Any, ...]]) -> str:
    """What a message stands in line with: those of its sender, or of its call, which waits for no text."""
    over = call_id_in(row.provider_ref) if row.carrier == Carrier.CALL else row.sender_index
    return str(over)


def _waits_for_an_earlier_one(tx: Connection, row: Row[Any]) -> bool:
    """Whether an earlier message of the same line is still open: a conversation has one turn at a time."""
    c = inbound.c
    earlier = select(c.carrier, c.provider_ref, c.sender_index).where(
        c.sender_index == row.sender_index,
        # Two processes may have given out one number.
        or_(c.arrival < row.arrival, and_(c.arrival == row.arrival, c.id < row.id)),
        c.state.in_([InboundState.RECEIVED, InboundState.LEASED]),
    )
    return any(_queue(other) == _queue(row) for other in tx.execute(earlier))


def last_on_call(tx: Connection, call_id: CallId, after: datetime) -> tuple[tuple[MessageId, str], ...]:
    """What was said on the call since then, with its id, the latest first. Personal data."""
    i = inbound.c
    query = select(i.id, i.text).where(
        i.carrier == Carrier.CALL,
        i.provider_ref.startswith(message_reference(call_id, ""), autoescape=True),
        i.received_at >= after,
    )
    rows = tx.execute(query.order_by(i.arrival.desc()))
    return tuple((MessageId(row.id), row.text) for row in rows)


def waits_on_call(tx: Connection, call_id: CallId) -> bool:
    """Whether something that was said on the call is not answered yet."""
    i = inbound.c
    query = select(i.id).where(
        i.carrier == Carrier.CALL,
        i.provider_ref.startswith(message_reference(call_id, ""), autoescape=True),
        i.state.in_([InboundState.RECEIVED, InboundState.LEASED]),
    )
    return tx.execute(query.limit(1)).one_or_none() is not None


def hide(tx: Connection, message_ids: Iterable[MessageId]) -> None:
    """Hide every digit of these messages: they are parts of a card number."""
    i = inbound.c
    for row in tx.execute(select(i.id, i.text).where(i.id.in_(list(message_ids)))).all():
        tx.execute(update(inbound).where(i.id == row.id).values(text=without_digits(row.text)))
