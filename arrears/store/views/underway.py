"""What is still to be done now: open messages, contacts that are due, and how far the scheduler has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from arrears.domain.outreach import OutreachState
from arrears.store import access, inbound
from arrears.store.tables.contact import outreach

CLAIM_IS_FRESH = timedelta(seconds=12)
"""Machine time. A contact claimed longer ago without an outcome is lost, not under way."""


@dataclass(frozen=True, slots=True)
class Underway:
    """Everything that the processes have before them at an instant."""

    open_messages: int  # of borrowers, not answered yet
    replies: int  # answers to borrowers, not handed to the carrier yet
    contacts: int  # of any kind, due now and not handed to the carrier yet
    next_due_at: datetime | None  # the earliest contact that is planned for later
    ticks: Mapping[str, str]  # for each tick of the scheduler the instant it last came to its end for


def underway(tx: Connection, now: datetime, machine_now: datetime) -> Underway:
    """What is to be done at an instant of business time; claims are judged by the machine's."""
    o = outreach.c
    due = and_(o.state == OutreachState.DUE, o.due_at <= now)
    claimed = and_(o.state == OutreachState.CLAIMED, o.claimed_on_machine_at > machine_now - CLAIM_IS_FRESH)
    query = select(func.count(), func.count(o.answers)).where(or_(due, claimed))
    contacts, replies = tx.execute(query).one()
    later = select(func.min(o.due_at)).where(o.state == OutreachState.DUE, o.due_at > now)
    return Underway(
        open_messages=inbound.count_open(tx),
        replies=replies,
        contacts=contacts,
        next_due_at=tx.execute(later).scalar_one(),
        ticks=access.last_note(tx, "scheduler").get("finished", {}),
    )
