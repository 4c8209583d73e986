"""By what words a status of a case came to stand."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import CaseId, ConversationId, PersonId
from arrears.store.tables.contact import status_events
from arrears.store.tables.dialogue import turns


@dataclass(frozen=True, slots=True)
class Raising:
    """One raising of a status that nothing has lowered since."""

    by: str  # "borrower", or the login of a person
    conversation_id: ConversationId | None  # None: by no turn of a conversation
    intents: frozenset[str]  # of the turn


def raisings_of(
    tx: Connection, person_id: PersonId, case_id: CaseId, status: SpecialStatus
) -> tuple[Raising, ...]:
    """Every raising for this case since the last lowering, oldest first."""
    s, t = status_events.c, turns.c
    query = (
        select(s.raised, s.by, t.conversation_id, t.intents)
        .select_from(status_events.outerjoin(turns, s.turn_id == t.id))
        .where(s.person_id == person_id, s.status == status, (s.case_id == case_id) | s.case_id.is_(None))
        .order_by(s.at, s.id)
    )
    found: list[Raising] = []
    for row in tx.execute(query):
        talk = None if row.conversation_id is None else ConversationId(row.conversation_id)
        one = Raising(row.by, talk, frozenset(name for name, _ in row.intents or ()))
        found = [*found, one] if row.raised else []
    return tuple(found)
