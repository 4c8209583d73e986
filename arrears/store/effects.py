"""Effects of inbound messages, once each: keyed by (message id, step), with the result kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from arrears.domain.ids import MessageId
from arrears.store.tables.dialogue import effects

_KEEP = insert(effects)

_RESULTS = (
    select(effects.c.step, effects.c.result)
    .where(effects.c.message_id == bindparam("message_id"))
    .order_by(effects.c.at, effects.c.step)
)


def keep_result(tx: Connection, message_id: MessageId, step: str, result: Any, at: datetime) -> None:
    """Keep the result in the transaction of the effect itself, so that both stand or neither does."""
    tx.execute(_KEEP, {"message_id": message_id, "step": step, "result": result, "at": at})


def results_of(tx: Connection, message_id: MessageId) -> tuple[tuple[str, Any], ...]:
    """Every step of the message with its result."""
    rows = tx.execute(_RESULTS, {"message_id": message_id})
    return tuple((row.step, row.result) for row in rows)
