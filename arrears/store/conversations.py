"""Conversations and their turns. Turns are appended; their order is ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from arrears.domain.calls import of_the_call
from arrears.domain.conversations import (
    IDLE_CLOSES,
    Conversation,
    Speaker,
    Turn,
    Understood,
    templates_in,
)
from arrears.domain.ids import (
    CaseId,
    ContactPointId,
    ConversationId,
    MessageId,
    OutreachId,
    PersonId,
    TurnId,
)
from arrears.domain.misunderstanding import Exchange
from arrears.domain.people import Channel, Language
from arrears.store import calls
from arrears.store.evidence import append_evidence
from arrears.store.memory import lock_row, remembered, row_of
from arrears.store.tables.dialogue import conversations, turns

_SPOKE_AT = (
    select(turns.c.at)
    .where(turns.c.conversation_id == bindparam("talk"), turns.c.speaker == Speaker.BORROWER)
    .order_by(turns.c.seq)
)


def load(tx: Connection, conversation_id: ConversationId) -> Conversation:
    """The conversation. Raises: LookupError."""
    row = row_of(tx, conversations, conversation_id)
    if row is None:
        raise LookupError(f"no conversation {conversation_id}")
    return _conversation(row)


def live_one(
    tx: Connection, point_id: ContactPointId, channel: Channel, now: datetime
) -> Conversation | None:
    """The conversation over this number that is not yet silent for too long."""
    c = conversations.c
    row = tx.execute(
        select(conversations)
        .where(c.contact_point_id == point_id, c.channel == channel, c.last_turn_at > now - IDLE_CLOSES)
        .order_by(c.last_turn_at.desc(), c.id)
        .limit(1)
    ).one_or_none()
    return None if row is None else _conversation(row)


def open_one(tx: Connection, conversation: Conversation) -> None:
    """Insert the conversation."""
    tx.execute(
        insert(conversations).values(
            id=conversation.id,
            person_id=conversation.person_id,
            case_id=conversation.case_id,
            contact_point_id=conversation.contact_point_id,
            channel=conversation.channel,
            language=conversation.language,
            opened_at=conversation.opened_at,
            last_turn_at=conversation.opened_at,
            taken_over_by=None,
        )
    )


def set_language(tx: Connection, conversation_id: ConversationId, language: Language) -> None:
    """The language it is held in from now on."""
    tx.execute(update(conversations).where(conversations.c.id == conversation_id).values(language=language))


def set_takeover(tx: Connection, conversation_id: ConversationId, user: str | None) -> None:
    """Silence the bot for a person, or hand back to it."""
    tx.execute(update(conversations).where(conversations.c.id == conversation_id).values(taken_over_by=user))


def append_turn(tx: Connection, turn: Turn) -> bool:
    """Add the turn after the last one, and to the evidence; False when it is there already: nothing changes.

    The conversation is locked, so that two turns never take the same place.
    """
    within = lock_row(tx, conversations, turn.conversation_id)
    if within is None:
        raise LookupError(f"no conversation {turn.conversation_id}")
    if tx.execute(select(turns.c.id).where(turns.c.id == turn.id)).one_or_none() is not None:
        return False
    t = turns.c
    last = select(func.coalesce(func.max(t.seq), 0)).where(t.conversation_id == turn.conversation_id)
    understood = turn.understood
    row = {
        "id": turn.id,
        "conversation_id": turn.conversation_id,
        "seq": tx.execute(last).scalar_one() + 1,
        "speaker": turn.speaker,
        "text": turn.text,
        "language": turn.language,
        "at": turn.at,
        "message_id": turn.message_id,
        "outreach_id": turn.outreach_id,
        "by": turn.by,
        "intent": None if understood is None else understood.intent,
        "confidence": None if understood is None else understood.confidence,
        "intents": None if understood is None else [list(pair) for pair in understood.all_intents],
        "ranking": None if understood is None else [list(pair) for pair in understood.ranking],
        "entities": None if understood is None else list(understood.entities),
        "slots": turn.slots,
        "answered_by": list(turn.answered_by),
        "offer_bounds": turn.offer_bounds,
        "latency_ms": turn.latency_ms,
    }
    tx.execute(insert(turns), row)
    c = conversations.c
    tx.execute(
        update(conversations)
        .where(c.id == turn.conversation_id, c.last_turn_at < turn.at)
        .values(last_turn_at=turn.at)
    )
    append_evidence(
        tx,
        CaseId(within.case_id),
        "turn",
        _told(turn, within),
        turn.at,
        personal={"text": turn.text},
    )
    return True


def _told(turn: Turn, within: Row[Any]) -> dict[str, Any]:
    """What the evidence says of a turn beside its text."""
    understood = turn.understood
    return {
        "turn": turn.id,
        "conversation": turn.conversation_id,
        "channel": within.channel,
        "number": within.contact_point_id,
        "speaker": turn.speaker,
        "language": turn.language,
        "message": turn.message_id,
        "outreach": turn.outreach_id,
        "by": turn.by,
        "intent": None if understood is None else understood.intent,
        "confidence": None if understood is None else understood.confidence,
        "intents": None if understood is None else [name for name, _ in understood.all_intents],
        "answered_by": turn.answered_by,
        "offer_bounds": turn.offer_bounds,
    }


def turns_of(tx: Connection, conversation_id: ConversationId) -> tuple[Turn, ...]:
    """The whole transcript, in order."""
    rows = tx.execute(select(turns).where(turns.c.conversation_id == conversation_id).order_by(turns.c.seq))
    heard = calls.heard_in(tx, conversation_id)
    return tuple(_turn(row, heard.get(row.outreach_id)) for row in rows)


def load_turn(tx: Connection, turn_id: TurnId) -> Turn:
    """The turn. Raises: LookupError."""
    row = row_of(tx, turns, turn_id)
    if row is None:
        raise LookupError(f"no turn {turn_id}")
    return _turn(row)


def last_said(tx: Connection, conversation_id: ConversationId) -> Turn | None:
    """The last turn that is ours, the agent's or a person's; words about the call alone are none."""
    t = turns.c
    query = select(t.id, t.answered_by).where(
        t.conversation_id == conversation_id, t.speaker != Speaker.BORROWER
    )
    rows = tx.execute(query.order_by(t.seq.desc())).all()
    last = next((row.id for row in rows if not of_the_call(_templates(row.answered_by))), None)
    return None if last is None else load_turn(tx, last)


def last_borrower_turn_at(tx: Connection, conversation_id: ConversationId) -> datetime | None:
    """When the borrower last said something here."""
    t = turns.c
    query = select(func.max(t.at)).where(t.conversation_id == conversation_id, t.speaker == Speaker.BORROWER)
    at: datetime | None = tx.execute(query).scalar_one()
    return at


def times_heard(tx: Connection, conversation_id: ConversationId, intent: str) -> int:
    """In how many turns of the conversation the borrower has said it so far."""
    t = turns.c
    rows = tx.execute(select(t.intent, t.intents).where(t.conversation_id == conversation_id))
    return sum(intent == row.intent or intent in dict(row.intents or ()) for row in rows)


def templates_said(tx: Connection, conversation_id: ConversationId) -> tuple[frozenset[str], ...]:
    """The keys of the messages in each turn of the agent, the latest last."""
    t = turns.c
    query = select(t.answered_by).where(t.conversation_id == conversation_id, t.speaker == Speaker.BOT)
    rows = tx.execute(query.order_by(t.seq))
    return tuple(_templates(row.answered_by) for row in rows)


def templates_since(
    tx: Connection, person_id: PersonId, case_id: CaseId, since: datetime
) -> dict[ConversationId, frozenset[str]]:
    """The messages said from an instant on in each conversation of the person about the case."""
    c, t = conversations.c, turns.c
    rows = tx.execute(
        select(t.conversation_id, t.answered_by)
        .join(conversations, c.id == t.conversation_id)
        .where(c.person_id == person_id, c.case_id == case_id, t.at >= since)
    )
    said: dict[ConversationId, frozenset[str]] = {}
    for row in rows:
        talk = ConversationId(row.conversation_id)
        said[talk] = said.get(talk, frozenset()) | _templates(row.answered_by)
    return said


@remembered(turns)
def exchanges_of(tx: Connection, conversation_id: ConversationId) -> tuple[Exchange, ...]:
    """What was said to the borrower, the latest last, and what it answered; no text is read."""
    t = turns.c
    query = select(t.speaker, t.intent, t.answered_by).where(t.conversation_id == conversation_id)
    heard: str | None = None
    found = []
    for row in tx.execute(query.order_by(t.seq)):
        if row.speaker == Speaker.BORROWER:
            heard = row.intent
        elif row.speaker == Speaker.BOT:
            found.append(Exchange(heard, _templates(row.answered_by)))
        else:
            found.append(Exchange(None, frozenset()))
    return tuple(found)


def _templates(answered_by: Iterable[Mapping[str, Any]] | None) -> frozenset[str]:
    return frozenset(templates_in(answered_by or ()))


def languages_of(tx: Connection, conversation_id: ConversationId) -> frozenset[Language]:
    """The languages used in it so far, by either side."""
    t = turns.c
    rows = tx.execute(select(t.language).where(t.conversation_id == conversation_id).distinct())
    return frozenset(Language(row.language) for row in rows)


@remembered(turns)
def borrower_turns_at(tx: Connection, conversation_id: ConversationId) -> tuple[datetime, ...]:
    """When the borrower has said something here, in order."""
    return tuple(row.at for row in tx.execute(_SPOKE_AT, {"talk": conversation_id}))


def _conversation(row: Row[Any]) -> Conversation:
    return Conversation(
        id=ConversationId(row.id),
        person_id=PersonId(row.person_id),
        case_id=CaseId(row.case_id),
        contact_point_id=ContactPointId(row.contact_point_id),
        channel=Channel(row.channel),
        language=Language(row.language),
        opened_at=row.opened_at,
        taken_over_by=row.taken_over_by,
    )


def _turn(row: Row[Any], heard: str | None = None) -> Turn:
    understood = None
    if row.intent is not None:
        ranking = tuple((name, score) for name, score in row.ranking or [])
        intents = tuple((name, score) for name, score in row.intents or [])
        understood = Understood(row.intent, row.confidence, ranking, tuple(row.entities or ()), intents)
    return Turn(
        id=TurnId(row.id),
        conversation_id=ConversationId(row.conversation_id),
        speaker=Speaker(row.speaker),
        text=row.text,
        language=Language(row.language),
        at=row.at,
        message_id=None if row.message_id is None else MessageId(row.message_id),
        outreach_id=None if row.outreach_id is None else OutreachId(row.outreach_id),
        by=row.by,
        understood=understood,
        slots=row.slots or {},
        answered_by=tuple(row.answered_by or ()),
        offer_bounds=row.offer_bounds,
        latency_ms=row.latency_ms,
        heard=heard,
    )
