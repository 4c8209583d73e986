"""The queue of conversations that need a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from arrears.domain.ids import CaseId, ConversationId, HandoverId
from arrears.store.tables.dialogue import handovers


@dataclass(frozen=True, slots=True)
class Handover:
    """One conversation's need for a person, from the moment it arose until it is resolved."""

    id: HandoverId
    conversation_id: ConversationId
    case_id: CaseId
    reason: str
    urgency: int  # 0 is the most urgent
    opened_at: datetime
    claimed_by: str | None
    resolved_at: datetime | None
    also_said: tuple[str, ...] = ()  # intents that no machine has answered


def open_one(tx: Connection, handover: Handover) -> None:
    """Put the conversation into the queue; a repeat, or one that is waiting already, changes nothing.

    A more urgent reason raises the one that waits, and what else was said is added to it.
    """
    h = handovers.c
    waiting = tx.execute(
        select(handovers).where(h.conversation_id == handover.conversation_id, h.resolved_at.is_(None))
    ).one_or_none()
    if waiting is not None:
        _add_to(tx, waiting, handover)
        return
    if tx.execute(select(h.id).where(h.id == handover.id)).one_or_none() is None:
        tx.execute(
            insert(handovers).values(
                id=handover.id,
                conversation_id=handover.conversation_id,
                case_id=handover.case_id,
                reason=handover.reason,
                urgency=handover.urgency,
                opened_at=handover.opened_at,
                also_said=list(handover.also_said) or None,
            )
        )


def _add_to(tx: Connection, waiting: Row[Any], handover: Handover) -> None:
    changes: dict[str, Any] = {}
    if handover.urgency < waiting.urgency:
        changes = {"urgency": handover.urgency, "reason": handover.reason}
    more = list(dict.fromkeys((*(waiting.also_said or ()), *handover.also_said)))
    if more != (waiting.also_said or []):
        changes["also_said"] = more
    if changes:
        tx.execute(update(handovers).where(handovers.c.id == waiting.id).values(changes))


def load(tx: Connection, handover_id: HandoverId) -> Handover:
    """The handover. Raises: LookupError."""
    row = tx.execute(select(handovers).where(handovers.c.id == handover_id)).one_or_none()
    if row is None:
        raise LookupError(f"no handover {handover_id}")
    return _handover(row)


def waiting_for(tx: Connection, conversation_id: ConversationId) -> Handover | None:
    """The unresolved handover of the conversation."""
    h = handovers.c
    row = tx.execute(
        select(handovers).where(h.conversation_id == conversation_id, h.resolved_at.is_(None))
    ).one_or_none()
    return None if row is None else _handover(row)


def hurry(tx: Connection, handover_id: HandoverId, urgency: int) -> None:
    """Let it come sooner, for the reason that it has; one that is as urgent stays as it is."""
    h = handovers.c
    tx.execute(update(handovers).where(h.id == handover_id, h.urgency > urgency).values(urgency=urgency))


def queue(tx: Connection) -> tuple[Handover, ...]:
    """All that is unresolved: the most urgent first, then the longest waiting."""
    h = handovers.c
    rows = tx.execute(select(handovers).where(h.resolved_at.is_(None)).order_by(h.urgency, h.opened_at, h.id))
    return tuple(_handover(row) for row in rows)


def claim(tx: Connection, handover_id: HandoverId, user: str, at: datetime) -> bool:
    """Give it to the user; False when someone else has it."""
    h = handovers.c
    return (
        tx.execute(
            update(handovers)
            .where(h.id == handover_id, h.claimed_by.is_(None), h.resolved_at.is_(None))
            .values(claimed_by=user, claimed_at=at)
        ).rowcount
        == 1
    )


def taken_since(tx: Connection, case_id: CaseId, since: datetime) -> bool:
    """Whether somebody has had a conversation of the case from that instant on, whoever has it now.

    A decision that meets a need closes it in one instant: nobody has had the conversation by that.
    """
    h = handovers.c
    had = or_(h.resolved_at.is_(None), h.resolved_at > h.claimed_at)
    then = or_(h.claimed_at >= since, h.resolved_at > since)
    query = select(h.id).where(h.case_id == case_id, then, had)
    return tx.execute(query.limit(1)).one_or_none() is not None


def release(tx: Connection, handover_id: HandoverId, user: str) -> bool:
    """Let another one claim it; False when this user does not have it, or it is closed."""
    h = handovers.c
    return (
        tx.execute(
            update(handovers)
            .where(h.id == handover_id, h.claimed_by == user, h.resolved_at.is_(None))
            .values(claimed_by=None, claimed_at=None)
        ).rowcount
        == 1
    )


def resolve(tx: Connection, handover_id: HandoverId, user: str, resolution: str, at: datetime) -> bool:
    """Close it; only the one who claimed it may."""
    h = handovers.c
    return (
        tx.execute(
            update(handovers)
            .where(h.id == handover_id, h.claimed_by == user, h.resolved_at.is_(None))
            .values(resolved_at=at, resolution=resolution)
        ).rowcount
        == 1
    )


def withdraw(tx: Connection, handover_id: HandoverId, resolution: str, at: datetime) -> None:
    """Close what nobody has claimed: the need is over by the borrower's own word."""
    h = handovers.c
    tx.execute(
        update(handovers)
        .where(h.id == handover_id, h.claimed_by.is_(None), h.resolved_at.is_(None))
        .values(resolved_at=at, resolution=resolution)
    )


def _handover(row: Row[Any]) -> Handover:
    return Handover(
        id=HandoverId(row.id),
        conversation_id=ConversationId(row.conversation_id),
        case_id=CaseId(row.case_id),
        reason=row.reason,
        urgency=row.urgency,
        opened_at=row.opened_at,
        claimed_by=row.claimed_by,
        resolved_at=row.resolved_at,
        also_said=tuple(row.also_said or ()),
    )
