"""The queue of conversations that need a person, the most urgent first, then the longest waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from arrears.domain.ids import ConversationId, HandoverId
from arrears.domain.intents import OFFERING
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.people import Channel, Language
from arrears.store.proposals import last_proposal
from arrears.store.tables.access import users
from arrears.store.tables.dialogue import conversations, handovers, turns
from arrears.store.tables.people import cases, contact_points, persons


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One conversation that needs a person."""

    id: HandoverId
    conversation_id: ConversationId
    person_name: str
    lender_ref: str
    language: Language
    channel: Channel
    zone: str  # IANA zone of the borrower's calendar
    reason: str
    urgency: int  # 0 is the most urgent
    opened_at: datetime
    claimed_by: str | None  # login
    last_said: str | None  # the borrower's last words; personal data
    also_said: tuple[str, ...]  # intents that no machine has answered
    named: Proposal | None  # terms among them, as they were named; personal data


def queue_lines(tx: Connection) -> tuple[QueueLine, ...]:
    """All that is unresolved, claimed or not."""
    h, t = handovers.c, turns.c
    last_said = (
        select(t.seq)
        .where(t.conversation_id == h.conversation_id, t.speaker == "borrower")
        .order_by(t.seq.desc())
        .limit(1)
        .correlate(handovers)
    )
    query = (
        select(
            handovers,
            conversations.c.language,
            conversations.c.channel,
            persons.c.name,
            persons.c.zones.label("person_zones"),
            contact_points.c.zones.label("point_zones"),
            cases.c.lender_ref,
            users.c.login,
            t.text,
        )
        .select_from(handovers)
        .join(conversations, conversations.c.id == h.conversation_id)
        .join(persons, persons.c.id == conversations.c.person_id)
        .join(contact_points, contact_points.c.id == conversations.c.contact_point_id)
        .join(cases, cases.c.id == h.case_id)
        .outerjoin(users, users.c.id == h.claimed_by)
        .outerjoin(turns, (t.conversation_id == h.conversation_id) & (t.seq == last_said.scalar_subquery()))
        .where(h.resolved_at.is_(None))
        .order_by(h.urgency, h.opened_at, h.id)
    )
    return tuple(
        QueueLine(
            id=HandoverId(row.id),
            conversation_id=ConversationId(row.conversation_id),
            person_name=row.name,
            lender_ref=row.lender_ref,
            language=Language(row.language),
            channel=Channel(row.channel),
            zone=next(iter((*row.person_zones, *row.point_zones)), "UTC"),
            reason=row.reason,
            urgency=row.urgency,
            opened_at=row.opened_at,
            claimed_by=row.login or row.claimed_by,
            last_said=row.text,
            also_said=tuple(row.also_said or ()),
            named=_named(tx, row.conversation_id, tuple(row.also_said or ())),
        )
        for row in tx.execute(query)
    )


def _named(tx: Connection, conversation_id: str, also_said: tuple[str, ...]) -> Proposal | None:
    """The terms that nobody has answered yet."""
    kept = None if OFFERING.isdisjoint(also_said) else last_proposal(tx, ConversationId(conversation_id))
    return None if kept is None else kept.proposal


def queue_length(tx: Connection) -> int:
    """How many conversations wait for someone to claim them."""
    h = handovers.c
    query = select(func.count()).where(h.resolved_at.is_(None), h.claimed_by.is_(None))
    return int(tx.execute(query).scalar_one())
