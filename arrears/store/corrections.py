"""What supervisors say that turns mean. Appended, never edited; the texts stay where they are."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select

from arrears.domain.corrections import Correction
from arrears.domain.ids import ConversationId, TurnId
from arrears.domain.intents import Intent
from arrears.store.tables.dialogue import corrections, turns


def append(tx: Connection, correction: Correction) -> None:
    """Add the correction after the turn's others. The caller holds the case."""
    tx.execute(
        insert(corrections).values(
            turn_id=correction.turn_id,
            number=correction.number,
            intents=list(correction.intents),
            note=correction.note,
            by=correction.by,
            at=correction.at,
        )
    )


def of_conversation(tx: Connection, conversation_id: ConversationId) -> dict[TurnId, tuple[Correction, ...]]:
    """The corrections of each turn of the conversation that has any, the last one last."""
    query = select(corrections).join(turns, turns.c.id == corrections.c.turn_id)
    rows = tx.execute(query.where(turns.c.conversation_id == conversation_id).order_by(corrections.c.number))
    found: dict[TurnId, tuple[Correction, ...]] = {}
    for row in rows:
        one = _correction(row)
        found[one.turn_id] = (*found.get(one.turn_id, ()), one)
    return found


def last_of_every_turn(tx: Connection) -> tuple[Correction, ...]:
    """The correction that counts of each turn that was corrected, in the order they were made."""
    c = corrections.c
    last: dict[str, Correction] = {}
    for row in tx.execute(select(corrections).order_by(c.at, c.turn_id, c.number)):
        last.pop(row.turn_id, None)
        last[row.turn_id] = _correction(row)
    return tuple(last.values())


def _correction(row: Row[Any]) -> Correction:
    return Correction(
        turn_id=TurnId(row.turn_id),
        number=row.number,
        intents=tuple(Intent(name) for name in row.intents),
        note=row.note,
        by=row.by,
        at=row.at,
    )
