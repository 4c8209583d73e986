"""What was planned and sent in answer to a borrower: replies, and confirmations of opt-outs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from arrears.domain.ids import ContactPointId, MessageId, OutreachId
from arrears.domain.outreach import ContactPurpose
from arrears.store.outreach import RESERVED
from arrears.store.tables.contact import outreach


def opt_out_confirmed_at(tx: Connection, point_id: ContactPointId) -> datetime | None:
    """When we last confirmed an opt-out over the number, however long ago."""
    o = outreach.c
    at: datetime | None = tx.execute(
        select(func.max(o.claimed_at)).where(
            o.contact_point_id == point_id,
            o.purpose == ContactPurpose.OPT_OUT_CONFIRMATION,
            o.state.in_(RESERVED),
        )
    ).scalar_one()
    return at


def reply_to(tx: Connection, message_id: MessageId) -> OutreachId | None:
    """The planned answer to the inbound message; None when nothing is said to it."""
    query = select(outreach.c.id).where(outreach.c.answers == message_id, outreach.c.step == "reply")
    found = tx.execute(query).scalar_one_or_none()
    return None if found is None else OutreachId(found)
