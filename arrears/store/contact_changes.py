"""Contact data that borrowers gave, and what a person decided: appended, and contacted by nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from arrears.domain.contact_changes import (
    ChangeDecision,
    ChangeOutcome,
    ContactChange,
    ContactKind,
    GivenContact,
    OldNumber,
)
from arrears.domain.ids import CaseId, ContactChangeId, ContactPointId, ConversationId, PersonId
from arrears.store.tables.contact_changes import contact_change_decisions, contact_changes


def append_change(tx: Connection, change: ContactChange) -> None:
    """Store what was given. Raises: IntegrityError when it was stored before."""
    tx.execute(
        insert(contact_changes).values(
            id=change.id,
            case_id=change.case_id,
            conversation_id=change.conversation_id,
            person_id=change.person_id,
            contact_point_id=change.point_id,
            kind=change.given.kind,
            value=change.given.value,
            old_number=change.given.old_number,
            proposed_at=change.proposed_at,
        )
    )


def append_decision(tx: Connection, change_id: ContactChangeId, decision: ChangeDecision) -> None:
    """Write how it ended, once. Raises: IntegrityError when that is written already."""
    tx.execute(
        insert(contact_change_decisions).values(
            change_id=change_id,
            outcome=decision.outcome,
            contact_point_id=decision.point_id,
            by=decision.by,
            at=decision.at,
        )
    )


def load(tx: Connection, change_id: ContactChangeId) -> ContactChange:
    """The proposal. Raises: LookupError."""
    row = tx.execute(select(contact_changes).where(contact_changes.c.id == change_id)).one_or_none()
    if row is None:
        raise LookupError(f"no contact change {change_id}")
    return _change(row)


def decision_of(tx: Connection, change_id: ContactChangeId) -> ChangeDecision | None:
    """How it ended, None while it waits."""
    d = contact_change_decisions
    row = tx.execute(select(d).where(d.c.change_id == change_id)).one_or_none()
    if row is None:
        return None
    point_id = None if row.contact_point_id is None else ContactPointId(row.contact_point_id)
    return ChangeDecision(ChangeOutcome(row.outcome), row.by, row.at, point_id)


def changes_in(
    tx: Connection, conversation_id: ConversationId
) -> tuple[tuple[ContactChange, ChangeDecision | None], ...]:
    """What was given in the conversation, the latest first, each with its decision."""
    c = contact_changes.c
    rows = tx.execute(
        select(contact_changes)
        .where(c.conversation_id == conversation_id)
        .order_by(c.proposed_at.desc(), c.id)
    ).all()
    found = (_change(row) for row in rows)
    return tuple((change, decision_of(tx, change.id)) for change in found)


def _change(row: Row[Any]) -> ContactChange:
    return ContactChange(
        id=ContactChangeId(row.id),
        case_id=CaseId(row.case_id),
        conversation_id=ConversationId(row.conversation_id),
        person_id=PersonId(row.person_id),
        point_id=ContactPointId(row.contact_point_id),
        given=GivenContact(ContactKind(row.kind), row.value, OldNumber(row.old_number)),
        proposed_at=row.proposed_at,
    )
