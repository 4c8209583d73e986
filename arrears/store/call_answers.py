"""What the carrier's requests on a call were answered, kept while the call lasts; the first answer counts."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from arrears.domain.calls import CallState
from arrears.domain.ids import CallId
from arrears.store import calls
from arrears.store.tables.calls import call_answers


def find(tx: Connection, call_id: CallId, request: str) -> str | None:
    """The answer to the request; None when none was kept. Personal data."""
    of_request = call_answers.c.digest == _digest(call_id, request)
    answer: str | None = tx.execute(select(call_answers.c.twiml).where(of_request)).scalar_one_or_none()
    return answer


def keep(tx: Connection, call_id: CallId, request: str, twiml: str, at: datetime) -> str:
    """The answer that counts: one that another process has kept before, else this one.

    Once the call is over nothing is kept. Raises: LookupError.
    """
    over = calls.lock(tx, call_id).state is CallState.ENDED
    known = find(tx, call_id, request)
    if known is None and not over:
        row = {"digest": _digest(call_id, request), "call_id": call_id, "twiml": twiml, "at": at}
        tx.execute(insert(call_answers).values(row))
    return twiml if known is None else known


def forget(tx: Connection, call_id: CallId) -> None:
    """The call is over: no request of it is repeated any more. It is locked."""
    tx.execute(delete(call_answers).where(call_answers.c.call_id == call_id))


def _digest(call_id: CallId, request: str) -> str:
    return hashlib.sha256(f"{call_id} {request}".encode()).hexdigest()
