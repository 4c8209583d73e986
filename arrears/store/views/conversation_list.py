"""The list of conversations: newest first, filtered, a page at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    and_,
    exists,
    func,
    or_,
    select,
    type_coerce,
)

from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import Speaker
from arrears.domain.ids import CaseId, ContactPointId, ConversationId, PersonId
from arrears.domain.people import Channel, Language
from arrears.store.tables.access import users
from arrears.store.tables.contact import status_events
from arrears.store.tables.dialogue import conversations, handovers, turns
from arrears.store.tables.money import plans
from arrears.store.tables.people import cases, contact_points, persons
from arrears.store.types import cipher_of
from arrears.store.views.statuses import standing_of

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; None and False narrow nothing."""

    language: Language | None = None
    channel: Channel | None = None
    needs_person: bool = False
    has_plan: bool = False
    intent: str | None = None  # the borrower said it at some time
    status: SpecialStatus | None = None  # stands now
    reference: str | None = None  # an exact phone number, case id, or the lender's own number


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """One conversation in the list."""

    id: ConversationId
    person_name: str
    lender_ref: str
    language: Language
    channel: Channel
    zone: str  # IANA zone of the borrower's calendar
    turn_count: int
    last_at: datetime
    last_speaker: Speaker | None
    last_text: str | None
    last_intent: str | None
    waits_for: str | None  # why a person is needed, while one is
    urgency: int | None
    held_by: str | None  # login of the supervisor who has it
    has_plan: bool  # a plan was agreed in it
    statuses: tuple[SpecialStatus, ...]


@dataclass(frozen=True, slots=True)
class ConversationPage:
    """One page of the list."""

    lines: tuple[ConversationLine, ...]
    number: int  # from 1
    has_next: bool


def conversation_page(tx: Connection, filters: Filters, number: int = 1) -> ConversationPage:
    """The page of that number, newest turn first."""
    query = _lines().where(*_conditions(tx, filters)).limit(PAGE_SIZE + 1)
    rows = tx.execute(query.offset((number - 1) * PAGE_SIZE)).all()
    standing = standing_of(tx, {PersonId(row.person_id) for row in rows})
    lines = []
    for row in rows[:PAGE_SIZE]:
        mine = [
            entry.status
            for entry in standing
            if entry.person_id == row.person_id
            and entry.concerns(CaseId(row.case_id), ContactPointId(row.contact_point_id))
        ]
        lines.append(_line(row, tuple(dict.fromkeys(mine))))
    return ConversationPage(tuple(lines), number, len(rows) > PAGE_SIZE)


def intents_seen(tx: Connection) -> tuple[str, ...]:
    """Every intent a borrower's turn was given, in alphabetical order."""
    query = select(turns.c.intent).where(turns.c.intent.is_not(None)).distinct().order_by(turns.c.intent)
    return tuple(tx.execute(query).scalars())


def possible_numbers(written: str) -> tuple[str, ...]:
    """The E.164 numbers a person may mean by what they typed, United States and mainland China."""
    digits = re.sub(r"\D", "", written)
    found = [f"+{digits}"]
    if len(digits) == 10:
        found.append(f"+1{digits}")
    if len(digits) == 11 and digits.startswith("1"):
        found.append(f"+86{digits}")
    return tuple(found)


def _says(intent: str) -> ColumnElement[bool]:
    """Whether the turn has the intent, leading it or beside another."""
    named = type_coerce(turns.c.intents, Text).contains(f'["{intent}",', autoescape=True)
    return or_(turns.c.intent == intent, named)


def _lines() -> Select[Any]:
    c, t, h = conversations.c, turns.c, handovers.c
    count = select(func.count()).where(t.conversation_id == c.id).scalar_subquery()
    last_seq = select(func.max(t.seq)).where(t.conversation_id == c.id).correlate(conversations)
    last_heard = (
        select(t.intent)
        .where(t.conversation_id == c.id, t.intent.is_not(None))
        .order_by(t.seq.desc())
        .limit(1)
        .correlate(conversations)
    )
    last = turns.alias("last")
    return (
        select(
            conversations,
            persons.c.name.label("person_name"),
            persons.c.zones.label("person_zones"),
            contact_points.c.zones.label("point_zones"),
            cases.c.lender_ref,
            count.label("turn_count"),
            last.c.speaker.label("last_speaker"),
            last.c.text.label("last_text"),
            last_heard.scalar_subquery().label("last_intent"),
            h.reason.label("waits_for"),
            h.urgency,
            users.c.login.label("held_by"),
            exists().where(plans.c.conversation_id == c.id).label("has_plan"),
        )
        .select_from(conversations)
        .join(persons, persons.c.id == c.person_id)
        .join(cases, cases.c.id == c.case_id)
        .join(contact_points, contact_points.c.id == c.contact_point_id)
        .outerjoin(last, and_(last.c.conversation_id == c.id, last.c.seq == last_seq.scalar_subquery()))
        .outerjoin(handovers, and_(h.conversation_id == c.id, h.resolved_at.is_(None)))
        .outerjoin(users, users.c.id == c.taken_over_by)
        .order_by(c.last_turn_at.desc(), c.id)
    )


def _conditions(tx: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    c = conversations.c
    found: list[ColumnElement[bool]] = []
    if filters.language is not None:
        found.append(c.language == filters.language)
    if filters.channel is not None:
        found.append(c.channel == filters.channel)
    if filters.needs_person:
        found.append(handovers.c.id.is_not(None))
    if filters.has_plan:
        found.append(exists().where(plans.c.conversation_id == c.id))
    if filters.intent is not None:
        found.append(exists().where(turns.c.conversation_id == c.id, _says(filters.intent)))
    if filters.status is not None:
        found.append(_stands(filters.status))
    if filters.reference is not None:
        found.append(_refers(tx, filters.reference))
    return found


def _stands(status: SpecialStatus) -> ColumnElement[bool]:
    """Raised for the conversation's person, case and number, and not cleared later in the same scope."""
    c = conversations.c
    raised, cleared = status_events.alias("raised"), status_events.alias("cleared")
    r, e = raised.c, cleared.c
    later = or_(e.at > r.at, and_(e.at == r.at, e.id > r.id))
    ended = (
        exists()
        .where(
            e.person_id == r.person_id,
            e.status == r.status,
            e.case_id.is_not_distinct_from(r.case_id),
            e.contact_point_id.is_not_distinct_from(r.contact_point_id),
            e.raised.is_(False),
            later,
        )
        .correlate(raised)
    )
    return (
        exists()
        .where(
            r.person_id == c.person_id,
            r.status == status,
            r.raised.is_(True),
            or_(r.case_id.is_(None), r.case_id == c.case_id),
            or_(r.contact_point_id.is_(None), r.contact_point_id == c.contact_point_id),
            ~ended,
        )
        .correlate(conversations)
    )


def _refers(tx: Connection, reference: str) -> ColumnElement[bool]:
    """Names and numbers are encrypted, so that only an exact value is found, by its blind index."""
    cipher = cipher_of(tx.dialect)
    numbers = [cipher.blind(number) for number in possible_numbers(reference)]
    return or_(
        contact_points.c.address_index.in_(numbers),
        cases.c.id == reference,
        cases.c.lender_ref_index == cipher.blind(reference),
    )


def _line(row: Row[Any], statuses: tuple[SpecialStatus, ...]) -> ConversationLine:
    return ConversationLine(
        id=ConversationId(row.id),
        person_name=row.person_name,
        lender_ref=row.lender_ref,
        language=Language(row.language),
        channel=Channel(row.channel),
        zone=next(iter((*row.person_zones, *row.point_zones)), "UTC"),
        turn_count=row.turn_count,
        last_at=row.last_turn_at,
        last_speaker=None if row.last_speaker is None else Speaker(row.last_speaker),
        last_text=row.last_text,
        last_intent=row.last_intent,
        waits_for=row.waits_for,
        urgency=row.urgency,
        held_by=row.held_by,
        has_plan=row.has_plan,
        statuses=statuses,
    )
