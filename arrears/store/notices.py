"""Notices that the law wants: which were sent, and when. Appended, never edited."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, bindparam, insert, select

from arrears.domain.ids import CaseId
from arrears.store.evidence import append_evidence
from arrears.store.tables.contact import notices

_OF_CASE = (
    select(notices).where(notices.c.case_id == bindparam("case_id")).order_by(notices.c.at, notices.c.id)
)


class NoticeKind(StrEnum):
    """What a notice is."""

    VALIDATION = "validation"
    VERIFICATION = "verification"
    TRANSFER = "transfer"
    PLAN_COPY = "plan_copy"
    CEASE = "cease"


def append_notice(
    tx: Connection,
    case_id: CaseId,
    kind: NoticeKind,
    *,
    key: str,
    at: datetime,
    by: str,
    returned: bool = False,
) -> bool:
    """Add that a notice was sent, or came back; False when the key is known, which changes nothing."""
    if is_known(tx, key):
        return False
    tx.execute(insert(notices).values(id=key, case_id=case_id, kind=kind, at=at, by=by, returned=returned))
    append_evidence(tx, case_id, "notice", {"notice": kind, "by": by, "returned": returned, "id": key}, at)
    return True


def is_known(tx: Connection, key: str) -> bool:
    """Whether a notice with this key is recorded."""
    return tx.execute(select(notices.c.id).where(notices.c.id == key)).one_or_none() is not None


def sent_at(tx: Connection, case_id: CaseId) -> dict[NoticeKind, datetime]:
    """When each kind of notice was last sent; one that came back was not sent."""
    last: dict[NoticeKind, datetime] = {}
    for row in tx.execute(_OF_CASE, {"case_id": case_id}):
        if row.returned:
            last.pop(NoticeKind(row.kind), None)
        else:
            last[NoticeKind(row.kind)] = row.at
    return last
