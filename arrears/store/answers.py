"""What was planned and sent in answer to a borrower: replies, and confirmations of opt-outs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from arrears.domain.ids import ContactPointId, MessageId, OutreachId
from arrears.domain.outreach import ContactPurpose
from arrears.store.outreach import RESERVED
from arrears.store.tables.contact import outreach

_CONFIRMED_AT = select(func.max(outreach.c.claimed_at)).where(
    outreach.c.contact_point_id == bindparam("point_id"),
    outreach.c.purpose == ContactPurpose.OPT_OUT_CONFIRMATION,
    outreach.c.state.in_(RESERVED),
)

_REPLY_TO = select(outreach.c.id).where(
    outreach.c.answers == bindparam("message_id"), outreach.c.step == "reply"
)


def opt_out_confirmed_at(tx: Connection, point_id: ContactPointId) -> datetime | None:
    """When we last confirmed an opt-out over the number, however long ago."""
    at: datetime | None = tx.execute(_CONFIRMED_AT, {"point_id": point_id}).scalar_one()
    return at


def reply_to(tx: Connection, message_id: MessageId) -> OutreachId | None:
    """The planned answer to the inbound message; None when nothing is said to it."""
    found = tx.execute(_REPLY_TO, {"message_id": message_id}).scalar_one_or_none()
    return None if found is None else OutreachId(found)
