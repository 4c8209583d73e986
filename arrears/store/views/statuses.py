"""Which special statuses stand, each with the scope it was raised in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select

from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import CaseId, ContactPointId, PersonId
from arrears.store.tables.contact import status_events


@dataclass(frozen=True, slots=True)
class StandingStatus:
    """A status that was raised and not cleared since."""

    person_id: PersonId
    case_id: CaseId | None  # None: whichever case
    contact_point_id: ContactPointId | None  # None: whichever number
    status: SpecialStatus
    by: str  # "borrower", or the login of a person
    at: datetime

    def concerns(self, case_id: CaseId, point_id: ContactPointId) -> bool:
        """Whether it bears on this case and this number of the person."""
        return self.case_id in (None, case_id) and self.contact_point_id in (None, point_id)


def standing_of(tx: Connection, person_ids: Iterable[PersonId]) -> tuple[StandingStatus, ...]:
    """Everything that stands for these people, oldest first."""
    s = status_events.c
    rows = tx.execute(select(status_events).where(s.person_id.in_(set(person_ids))).order_by(s.at, s.id))
    last: dict[tuple[object, ...], Row[tuple[object, ...]]] = {}
    for row in rows:
        last[row.person_id, row.status, row.case_id, row.contact_point_id] = row
    return tuple(
        StandingStatus(
            person_id=PersonId(row.person_id),
            case_id=None if row.case_id is None else CaseId(row.case_id),
            contact_point_id=None if row.contact_point_id is None else ContactPointId(row.contact_point_id),
            status=SpecialStatus(row.status),
            by=row.by,
            at=row.at,
        )
        for row in sorted(last.values(), key=lambda row: (row.at, row.id))
        if row.raised
    )


def standing_for(
    tx: Connection, person_id: PersonId, case_id: CaseId, point_id: ContactPointId
) -> tuple[StandingStatus, ...]:
    """What stands for this person on this case and this number, oldest first."""
    return tuple(entry for entry in standing_of(tx, [person_id]) if entry.concerns(case_id, point_id))
