"""The conversations about one case, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from arrears.domain.ids import CaseId, ConversationId
from arrears.domain.people import Channel
from arrears.store.tables.dialogue import conversations


@dataclass(frozen=True, slots=True)
class CaseTalk:
    """A conversation about the case."""

    id: ConversationId
    channel: Channel
    last_turn_at: datetime


def case_talks(tx: Connection, case_id: CaseId) -> tuple[CaseTalk, ...]:
    """Every conversation about the case, the latest first."""
    c = conversations.c
    rows = tx.execute(
        select(c.id, c.channel, c.last_turn_at)
        .where(c.case_id == case_id)
        .order_by(c.last_turn_at.desc(), c.id)
    )
    return tuple(CaseTalk(ConversationId(r.id), Channel(r.channel), r.last_turn_at) for r in rows)
