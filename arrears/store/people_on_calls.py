"""Calls whose conversation a person of ours has taken over, and the words they wrote to be spoken on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from arrears.domain.conversations import Speaker
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel, Language
from arrears.store.calls import heard_of
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations, turns


@dataclass(frozen=True, slots=True)
class WordsOfAPerson:
    """Words of a person that have leave to be spoken on the call. Personal data."""

    call_id: CallId
    outreach_id: OutreachId
    text: str
    language: Language
    heard: str  # how much of them was


def taken_over(tx: Connection, call_ids: Collection[CallId]) -> dict[CallId, str]:
    """Those of the calls whose conversation somebody holds, and who."""
    c = conversations.c
    rows = tx.execute(
        select(calls.c.id, c.taken_over_by)
        .join(conversations, c.id == calls.c.conversation_id)
        .where(calls.c.id.in_(list(call_ids)), c.taken_over_by.is_not(None))
    )
    return {CallId(row.id): row.taken_over_by for row in rows}


def words_on(tx: Connection, call_ids: Collection[CallId]) -> tuple[WordsOfAPerson, ...]:
    """What people wrote on the calls, in its order."""
    o, t = outreach.c, turns.c
    rows = tx.execute(
        select(calls.c.id.label("call_id"), o.id, o.body, o.language)
        .join(turns, t.conversation_id == calls.c.conversation_id)
        .join(outreach, o.id == t.outreach_id)
        .where(
            calls.c.id.in_(list(call_ids)),
            t.speaker == Speaker.SUPERVISOR,
            o.channel == Channel.VOICE,
            o.state == OutreachState.SENT,
        )
        .order_by(t.seq)
    )
    return tuple(
        WordsOfAPerson(
            call_id=CallId(row.call_id),
            outreach_id=OutreachId(row.id),
            text=row.body,
            language=Language(row.language),
            heard=heard_of(tx, OutreachId(row.id)) or "",
        )
        for row in rows
    )
