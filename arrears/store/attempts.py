"""The contacts that rules about frequency count: each of them once, a call too, however much is said."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, or_, select

from arrears.domain.calls import Direction
from arrears.domain.compliance.facts import Attempt, CallOutcome
from arrears.domain.ids import OutreachId, PersonId
from arrears.domain.outreach import ContactPurpose, OutreachState
from arrears.domain.people import Channel
from arrears.store.outreach import RESERVED
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations

_WITHIN_A_CALL = (
    ContactPurpose.REPLY,
    ContactPurpose.OPT_OUT_CONFIRMATION,
    ContactPurpose.CRISIS,
    ContactPurpose.SUPERVISOR,
)
"""What is spoken in a conversation: on a call it is no contact beside the call."""

# Not the whole row: the words would be unsealed for nothing.
_OURS = (
    select(
        outreach.c.id,
        outreach.c.claimed_at,
        outreach.c.channel,
        outreach.c.case_id,
        outreach.c.state,
        outreach.c.purpose,
        outreach.c.call_outcome,
        outreach.c.contact_point_id,
    )
    .where(
        outreach.c.person_id == bindparam("person_id"),
        outreach.c.claimed_at.is_not(None),
        outreach.c.claimed_at > bindparam("since"),
        or_(outreach.c.channel != Channel.VOICE, outreach.c.purpose.not_in(_WITHIN_A_CALL)),
    )
    .order_by(outreach.c.claimed_at)
)

_THEIRS = (
    select(calls.c.opened_at, calls.c.outcome, conversations.c.case_id, calls.c.contact_point_id)
    .join(conversations, conversations.c.id == calls.c.conversation_id)
    .where(
        conversations.c.person_id == bindparam("person_id"),
        calls.c.direction == Direction.INBOUND,
        calls.c.talked.is_(True),
        calls.c.opened_at > bindparam("since"),
    )
)


def attempts_with(
    tx: Connection, person_id: PersonId, now: datetime, days: int = 31, *, besides: OutreachId | None = None
) -> tuple[Attempt, ...]:
    """Contacts with the person over the last days, all cases and channels, and their calls; oldest first.

    `besides` is the contact that is decided about, which is no earlier one.
    """
    since = now - timedelta(days=days)
    made = [*_ours(tx, person_id, since, besides), *_theirs(tx, person_id, since)]
    return tuple(sorted(made, key=lambda attempt: attempt.at))


def _ours(tx: Connection, person_id: PersonId, since: datetime, besides: OutreachId | None) -> list[Attempt]:
    rows = tx.execute(_OURS, {"person_id": person_id, "since": since})
    return [
        Attempt(
            at=row.claimed_at,
            channel=Channel(row.channel),
            case_id=row.case_id,
            by_us=True,
            counts=OutreachState(row.state) in RESERVED,
            purpose=ContactPurpose(row.purpose),
            outcome=None if row.call_outcome is None else CallOutcome(row.call_outcome),
            point_id=row.contact_point_id,
            automated=ContactPurpose(row.purpose) is not ContactPurpose.SUPERVISOR,
        )
        for row in rows
        if row.id != besides
    ]


def _theirs(tx: Connection, person_id: PersonId, since: datetime) -> list[Attempt]:
    """Calls that the person made and in which they said something."""
    rows = tx.execute(_THEIRS, {"person_id": person_id, "since": since})
    return [
        Attempt(
            at=row.opened_at,
            channel=Channel.VOICE,
            case_id=row.case_id,
            by_us=False,
            counts=True,
            purpose=ContactPurpose.REPLY,
            talked=True,
            outcome=None if row.outcome is None else CallOutcome(row.outcome),
            point_id=row.contact_point_id,
        )
        for row in rows
    ]
