"""What the agent has said to a person, in any of their conversations, and what of it is not answered yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from arrears.domain.conversations import Speaker, templates_in
from arrears.domain.ids import CaseId, PersonId
from arrears.store.tables.dialogue import conversations, turns

_LATER = turns.alias()
_ANSWERED_AT = (
    select(func.max(_LATER.c.seq))
    .where(_LATER.c.conversation_id == turns.c.conversation_id, _LATER.c.speaker == Speaker.BORROWER)
    .scalar_subquery()
)


type Told = tuple[tuple[CaseId, datetime, frozenset[str]], ...]
"""The case, the time and the keys of turns of the agent."""


def told(tx: Connection, person_id: PersonId) -> Told:
    """Every turn of the agent."""
    c, t = conversations.c, turns.c
    query = select(c.case_id, t.at, t.answered_by).join(conversations, c.id == t.conversation_id)
    rows = tx.execute(query.where(c.person_id == person_id, t.speaker == Speaker.BOT))
    return _told(rows)


def unanswered_of(tx: Connection, person_id: PersonId) -> Told:
    """Each turn of the agent that no turn of theirs follows."""
    c, t = conversations.c, turns.c
    rows = tx.execute(
        select(c.case_id, t.at, t.answered_by)
        .join(conversations, c.id == t.conversation_id)
        .where(c.person_id == person_id, t.speaker == Speaker.BOT, t.seq > func.coalesce(_ANSWERED_AT, -1))
    )
    return _told(rows)


def _told(rows: Iterable[Any]) -> Told:
    return tuple(
        (CaseId(row.case_id), row.at, frozenset(templates_in(row.answered_by or ()))) for row in rows
    )
