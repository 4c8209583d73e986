"""Outreach rows: planned once, claimed by a conditional update, moved along their arcs."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, exists, func, insert, or_, select, update

from arrears.domain.compliance.facts import CallOutcome
from arrears.domain.conversations import Speaker
from arrears.domain.ids import (
    CaseId,
    ContactPointId,
    ConversationId,
    MessageId,
    OutreachId,
    PermitId,
    PersonId,
)
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel, Language
from arrears.store.evidence import append_evidence
from arrears.store.memory import row_of
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations, turns

RESERVED = tuple(
    state
    for state in OutreachState
    if state not in {OutreachState.DUE, OutreachState.REFUSED, OutreachState.FAILED}
)
"""States that count against the caps: a reservation counts until it is disproved (decision 5)."""

_INSERT = insert(outreach)

_FIRST_COMMUNICATION = select(func.min(outreach.c.claimed_at)).where(
    outreach.c.case_id == bindparam("case_id"),
    outreach.c.speaks_of_debt.is_(True),
    outreach.c.state.in_(RESERVED),
)

_ANSWERS_RESERVED = select(outreach.c.id, outreach.c.state).where(
    outreach.c.answers == bindparam("message_id"), outreach.c.claimed_at.is_not(None)
)

# When the conversation was opened, unless it is a call, and then the last text of ours before it.
_OPENED = (
    select(conversations.c.opened_at)
    .where(conversations.c.id == bindparam("conversation_id"), conversations.c.channel != Channel.VOICE)
    .scalar_subquery()
)
_OPENER = (
    select(func.max(outreach.c.claimed_at))
    .where(
        outreach.c.contact_point_id == bindparam("point_id"),
        outreach.c.channel == Channel.SMS,
        outreach.c.purpose == ContactPurpose.OUTREACH,
        outreach.c.claimed_at <= _OPENED,
    )
    .scalar_subquery()
)
_SAID_IN = select(outreach.c.delivers, outreach.c.state).where(
    or_(
        outreach.c.conversation_id == bindparam("conversation_id"),
        and_(outreach.c.contact_point_id == bindparam("point_id"), outreach.c.claimed_at == _OPENER),
    ),
    outreach.c.claimed_at.is_not(None),
)


def plan(tx: Connection, row: Outreach) -> bool:
    """Insert the outreach; False when one with this id was planned before, which changes nothing."""
    if is_planned(tx, row.id):
        return False
    tx.execute(_INSERT, {field.name: getattr(row, field.name) for field in fields(row)})
    return True


def is_planned(tx: Connection, outreach_id: OutreachId) -> bool:
    """Whether the contact was planned, whatever became of it."""
    return row_of(tx, outreach, outreach_id) is not None


def reword(tx: Connection, row: Outreach) -> None:
    """Give a contact that is due other words."""
    o = outreach.c
    tx.execute(
        update(outreach)
        .where(o.id == row.id, o.state == OutreachState.DUE)
        .values(body=row.body, speaks_of_debt=row.speaks_of_debt)
    )


def load(tx: Connection, outreach_id: OutreachId) -> Outreach:
    """The outreach. Raises: LookupError."""
    row = row_of(tx, outreach, outreach_id)
    if row is None:
        raise LookupError(f"no outreach {outreach_id}")
    return _outreach(row)


def due(tx: Connection, now: datetime, limit: int) -> tuple[OutreachId, ...]:
    """What is due, longest waiting first."""
    o = outreach.c
    rows = tx.execute(
        select(o.id)
        .where(o.state == OutreachState.DUE, o.due_at <= now)
        .order_by(o.due_at, o.id)
        .limit(limit)
    )
    return tuple(OutreachId(row.id) for row in rows)


def claim(
    tx: Connection, outreach_id: OutreachId, permit_id: PermitId, *, now: datetime, machine_now: datetime
) -> bool:
    """Take the due row for this permit; False when another process was faster."""
    o = outreach.c
    return (
        tx.execute(
            update(outreach)
            .where(o.id == outreach_id, o.state == OutreachState.DUE)
            .values(
                state=OutreachState.CLAIMED,
                permit_id=permit_id,
                claimed_at=now,
                claimed_on_machine_at=machine_now,
            )
        ).rowcount
        == 1
    )


def move(
    tx: Connection,
    outreach_id: OutreachId,
    state: OutreachState,
    *,
    provider_ref: str | None = None,
    error_code: str | None = None,
) -> None:
    """Write the next state, keeping a carrier reference and error that are already known."""
    values: dict[str, Any] = {"state": state}
    if provider_ref is not None:
        values["provider_ref"] = provider_ref
    if error_code is not None:
        values["error_code"] = error_code
    tx.execute(update(outreach).where(outreach.c.id == outreach_id).values(values))


def note_call_outcome(tx: Connection, outreach_id: OutreachId, outcome: CallOutcome | None) -> None:
    """What became of the call that the contact placed: the rules about frequency count by it."""
    tx.execute(update(outreach).where(outreach.c.id == outreach_id).values(call_outcome=outcome))


def place_in(tx: Connection, outreach_id: OutreachId, conversation_id: ConversationId) -> None:
    """The contact has begun the conversation: whoever picked up is talked with."""
    tx.execute(update(outreach).where(outreach.c.id == outreach_id).values(conversation_id=conversation_id))


def append_contact(tx: Connection, outreach_id: OutreachId, at: datetime) -> None:
    """Put what is known of the carrier call into the evidence; `at` is when it became known."""
    row = row_of(tx, outreach, outreach_id)
    if row is None:
        raise LookupError(f"no outreach {outreach_id}")
    payload = {
        "outreach": row.id,
        "permit": row.permit_id,
        "channel": row.channel,
        "carrier": row.carrier,
        "purpose": row.purpose,
        "language": row.language,
        "speaks_of_debt": row.speaks_of_debt,
        "person": row.person_id,
        "number": row.contact_point_id,
        "conversation": row.conversation_id,
        "answers": row.answers,
        "step": row.step,
        "claimed_at": row.claimed_at,
        "call_outcome": row.call_outcome,
        "state": row.state,
        "error": row.error_code,
        "provider_ref": row.provider_ref,
    }
    append_evidence(tx, CaseId(row.case_id), "contact", payload, at, personal={"text": row.body})


def refuse(tx: Connection, outreach_id: OutreachId) -> None:
    """The contact will not be made."""
    o = outreach.c
    tx.execute(
        update(outreach)
        .where(o.id == outreach_id, o.state == OutreachState.DUE)
        .values(state=OutreachState.REFUSED)
    )


def defer(tx: Connection, outreach_id: OutreachId, until: datetime) -> None:
    """The contact waits."""
    o = outreach.c
    tx.execute(update(outreach).where(o.id == outreach_id, o.state == OutreachState.DUE).values(due_at=until))


def lost(tx: Connection, claimed_before: datetime) -> tuple[OutreachId, ...]:
    """Claimed rows whose outcome never came back, by machine time."""
    o = outreach.c
    rows = tx.execute(
        select(o.id).where(o.state == OutreachState.CLAIMED, o.claimed_on_machine_at < claimed_before)
    )
    return tuple(OutreachId(row.id) for row in rows)


def first_communication_at(tx: Connection, case_id: CaseId) -> datetime | None:
    """When we first said anything about the debt of the case; a neutral text is no communication."""
    at: datetime | None = tx.execute(_FIRST_COMMUNICATION, {"case_id": case_id}).scalar_one()
    return at


def note_delivers(tx: Connection, outreach_id: OutreachId, duties: frozenset[str]) -> None:
    """Remember which duties the words deliver once they are sent."""
    tx.execute(update(outreach).where(outreach.c.id == outreach_id).values(delivers=sorted(duties)))


def delivered_in(tx: Connection, conversation_id: ConversationId, point_id: ContactPointId) -> frozenset[str]:
    """The duties whose words have gone out in the conversation, or in the text of ours that opened it.

    A call that we made is itself part of its conversation.
    """
    rows = tx.execute(_SAID_IN, {"conversation_id": conversation_id, "point_id": point_id})
    return frozenset(
        duty for row in rows if OutreachState(row.state) in RESERVED for duty in row.delivers or ()
    )


def replies_reserved(tx: Connection, message_id: MessageId, *, besides: OutreachId) -> int:
    """How many other answers to the inbound message hold a permit."""
    rows = tx.execute(_ANSWERS_RESERVED, {"message_id": message_id})
    return sum(OutreachState(row.state) in RESERVED for row in rows if row.id != besides)


def last_unprompted(
    tx: Connection, point_id: ContactPointId, since: datetime
) -> tuple[Outreach, datetime] | None:
    """The last text of our own accord over the number, and when it was reserved."""
    o = outreach.c
    row = tx.execute(
        select(outreach)
        .where(
            o.contact_point_id == point_id,
            o.channel == Channel.SMS,
            o.purpose == ContactPurpose.OUTREACH,
            o.claimed_at > since,
        )
        .order_by(o.claimed_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else (_outreach(row), row.claimed_at)


def has_answered(tx: Connection, case_id: CaseId) -> bool:
    """Whether the borrower has ever written to us, or spoken with us, about the case."""
    c, t = conversations.c, turns.c
    spoke = exists().where(t.conversation_id == c.id, t.speaker == Speaker.BORROWER)
    # A call that is answered is a conversation before anybody says a word.
    query = select(c.id).where(c.case_id == case_id, or_(c.channel != Channel.VOICE, spoke)).limit(1)
    return tx.execute(query).one_or_none() is not None


def _outreach(row: Row[Any]) -> Outreach:
    return Outreach(
        id=OutreachId(row.id),
        case_id=CaseId(row.case_id),
        person_id=PersonId(row.person_id),
        contact_point_id=ContactPointId(row.contact_point_id),
        channel=Channel(row.channel),
        carrier=Carrier(row.carrier),
        purpose=ContactPurpose(row.purpose),
        language=Language(row.language),
        body=row.body,
        speaks_of_debt=row.speaks_of_debt,
        due_at=row.due_at,
        state=OutreachState(row.state),
        conversation_id=None if row.conversation_id is None else ConversationId(row.conversation_id),
        answers=None if row.answers is None else MessageId(row.answers),
        step=row.step,
    )
