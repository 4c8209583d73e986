"""The consent ledger, special statuses, and hours to avoid: appended, never edited."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import CaseId, ContactPointId, PersonId
from arrears.domain.people import Channel, ContactPoint
from arrears.domain.times import DailyWindow
from arrears.store.tables.contact import consents, inconvenient_hours, status_events


def append_consent(
    tx: Connection, point: ContactPoint, consent: Consent, *, key: str, words: str | None, turn_id: str | None
) -> None:
    """Add an entry; the key makes a repeat of the same entry change nothing."""
    if tx.execute(select(consents.c.id).where(consents.c.id == key)).one_or_none() is None:
        tx.execute(
            insert(consents).values(
                id=key,
                person_id=point.person_id,
                contact_point_id=point.id,
                channel=consent.channel,
                action=consent.action,
                how=consent.how,
                words=words,
                turn_id=turn_id,
                at=consent.at,
            )
        )


def consents_for(tx: Connection, point_id: ContactPointId) -> tuple[Consent, ...]:
    """What was said about this number, oldest first."""
    rows = tx.execute(
        select(consents).where(consents.c.contact_point_id == point_id).order_by(consents.c.at, consents.c.id)
    )
    return tuple(
        Consent(
            action=ConsentAction(row.action),
            channel=None if row.channel is None else Channel(row.channel),
            at=row.at,
            how=row.how,
        )
        for row in rows
    )


def append_status(
    tx: Connection,
    person_id: PersonId,
    status: SpecialStatus,
    *,
    raised: bool,
    key: str,
    at: datetime,
    by: str,
    case_id: CaseId | None = None,
    contact_point_id: ContactPointId | None = None,
    turn_id: str | None = None,
) -> None:
    """Raise or clear a status, of the person or only of one case or one number."""
    if tx.execute(select(status_events.c.id).where(status_events.c.id == key)).one_or_none() is None:
        tx.execute(
            insert(status_events).values(
                id=key,
                person_id=person_id,
                case_id=case_id,
                contact_point_id=contact_point_id,
                status=status,
                raised=raised,
                by=by,
                turn_id=turn_id,
                at=at,
            )
        )


def statuses_for(
    tx: Connection, person_id: PersonId, case_id: CaseId, point_id: ContactPointId
) -> frozenset[SpecialStatus]:
    """What stands now for this person, on this case and this number; the last word on each counts."""
    s = status_events.c
    rows = tx.execute(
        select(status_events)
        .where(
            s.person_id == person_id,
            or_(s.case_id.is_(None), s.case_id == case_id),
            or_(s.contact_point_id.is_(None), s.contact_point_id == point_id),
        )
        .order_by(s.at, s.id)
    )
    standing: dict[tuple[Any, ...], bool] = {
        (row.status, row.case_id, row.contact_point_id): row.raised for row in rows
    }
    return frozenset(SpecialStatus(key[0]) for key, raised in standing.items() if raised)


def append_inconvenient_hours(
    tx: Connection, person_id: PersonId, window: DailyWindow, *, key: str, at: datetime
) -> None:
    """Remember hours the person asked us to avoid, on their wall clock."""
    if (
        tx.execute(select(inconvenient_hours.c.id).where(inconvenient_hours.c.id == key)).one_or_none()
        is None
    ):
        tx.execute(
            insert(inconvenient_hours).values(
                id=key, person_id=person_id, opens=window.opens, closes=window.closes, at=at
            )
        )


def inconvenient_hours_of(tx: Connection, person_id: PersonId) -> tuple[DailyWindow, ...]:
    """Hours the person asked us to avoid."""
    rows = tx.execute(select(inconvenient_hours).where(inconvenient_hours.c.person_id == person_id))
    opens_closes: list[tuple[time, time]] = [(row.opens, row.closes) for row in rows]
    return tuple(DailyWindow(opens, closes) for opens, closes in opens_closes)
