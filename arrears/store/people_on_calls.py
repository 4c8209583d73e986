"""Calls whose conversation a person of ours has taken over, and the words they wrote to be spoken on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from arrears.domain.conversations import Speaker, overtakes, templates_in
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel, Language
from arrears.store.calls import heard_of
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations, turns


@dataclass(frozen=True, slots=True)
class WordsOfAPerson:
    """Words of a person that were given leave to be spoken on the call. Personal data."""

    call_id: CallId
    outreach_id: OutreachId
    text: str
    language: Language
    heard: str  # how much of them was
    answered: bool  # the agent has spoken since
    overtaken: bool  # either side has: they were written to what was said before


class _Turn(NamedTuple):
    """A turn of the caller or the agent, without its words."""

    call_id: str
    seq: int
    speaker: str
    at: datetime
    templates: tuple[str, ...]


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
        select(calls.c.id.label("call_id"), o.id, o.body, o.language, t.seq, t.at)
        .join(turns, t.conversation_id == calls.c.conversation_id)
        .join(outreach, o.id == t.outreach_id)
        .where(
            calls.c.id.in_(list(call_ids)),
            t.speaker == Speaker.SUPERVISOR,
            o.channel == Channel.VOICE,
            o.state == OutreachState.SENT,
        )
        .order_by(t.seq)
    ).all()
    others = _others_on(tx, {row.call_id for row in rows})
    found = []
    for row in rows:
        later = {
            each.speaker
            for each in others
            if each.call_id == row.call_id
            and each.seq > row.seq
            and overtakes(row.at, each.speaker, each.at, each.templates)
        }
        found.append(
            WordsOfAPerson(
                call_id=CallId(row.call_id),
                outreach_id=OutreachId(row.id),
                text=row.body,
                language=Language(row.language),
                heard=heard_of(tx, OutreachId(row.id)) or "",
                answered=Speaker.BOT in later,
                overtaken=bool(later),
            )
        )
    return tuple(found)


def _others_on(tx: Connection, call_ids: Collection[str]) -> list[_Turn]:
    """The turns of caller and agent on these calls. No text is read."""
    if not call_ids:
        return []
    t = turns.c
    rows = tx.execute(
        select(calls.c.id.label("call_id"), t.seq, t.at, t.speaker, t.answered_by)
        .join(turns, t.conversation_id == calls.c.conversation_id)
        .where(calls.c.id.in_(list(call_ids)), t.speaker != Speaker.SUPERVISOR)
    )
    return [
        _Turn(row.call_id, row.seq, row.speaker, row.at, templates_in(row.answered_by or ())) for row in rows
    ]
