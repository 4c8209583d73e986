"""What the agent has said to a person that they have not answered yet, in any of their conversations."""

from __future__ import annotations

from datetime import datetime

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


def unanswered_of(tx: Connection, person_id: PersonId) -> tuple[tuple[CaseId, datetime, frozenset[str]], ...]:
    """The case, the time and the keys of each turn of the agent that no turn of theirs follows."""
    c, t = conversations.c, turns.c
    rows = tx.execute(
        select(c.case_id, t.at, t.answered_by)
        .join(conversations, c.id == t.conversation_id)
        .where(c.person_id == person_id, t.speaker == Speaker.BOT, t.seq > func.coalesce(_ANSWERED_AT, -1))
    )
    return tuple(
        (CaseId(row.case_id), row.at, frozenset(templates_in(row.answered_by or ()))) for row in rows
    )
