"""People, enterprises and the numbers where they can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from arrears.domain.ids import CaseId, ContactPointId, EnterpriseId, PersonId
from arrears.domain.people import Carrier, ContactPoint, Enterprise, Language, LineType, Person, Spot
from arrears.store.engine import Store
from arrears.store.memory import lock_row, remembered, row_of
from arrears.store.tables.contact import outreach
from arrears.store.tables.people import cases, contact_points, enterprises, persons
from arrears.store.types import cipher_of

_POINTS_OF = (
    select(contact_points)
    .where(contact_points.c.person_id == bindparam("person_id"))
    .order_by(contact_points.c.stated_at.desc().nulls_last(), contact_points.c.id)
)

_CASES_OF = (
    select(cases.c.id).where(cases.c.owner_id == bindparam("person_id")).order_by(cases.c.due_on, cases.c.id)
)

_POINTS_AT = select(
    contact_points,
    select(func.max(outreach.c.claimed_at))
    .where(outreach.c.contact_point_id == contact_points.c.id)
    .scalar_subquery()
    .label("last"),
).where(contact_points.c.address_index == bindparam("address_index"))


def load_person(tx: Connection, person_id: PersonId) -> Person:
    """The person. Raises: LookupError."""
    row = row_of(tx, persons, person_id)
    if row is None:
        raise LookupError(f"no person {person_id}")
    return _person(row)


def lock_person(tx: Connection, person_id: PersonId) -> Person:
    """The person, locked until the transaction ends: reservations and stops queue up behind it.

    Raises: LookupError.
    """
    row = lock_row(tx, persons, person_id)
    if row is None:
        raise LookupError(f"no person {person_id}")
    return _person(row)


def save_person(tx: Connection, person: Person) -> None:
    """Insert the person, or bring the row up to date."""
    values = {
        "name": person.name,
        "language": person.language,
        "country": person.country,
        "region": person.region,
        "zones": list(person.zones),
        "birth_on": person.birth_on,
        "city": person.city,
    }
    if tx.execute(update(persons).where(persons.c.id == person.id).values(values)).rowcount == 0:
        tx.execute(insert(persons).values(id=person.id, **values))


def save_enterprise(tx: Connection, enterprise: Enterprise) -> None:
    """Insert the enterprise, or bring the row up to date."""
    values = {"name": enterprise.name, "country": enterprise.country}
    if tx.execute(update(enterprises).where(enterprises.c.id == enterprise.id).values(values)).rowcount == 0:
        tx.execute(insert(enterprises).values(id=enterprise.id, **values))


def load_enterprise(tx: Connection, enterprise_id: EnterpriseId) -> Enterprise:
    """The enterprise. Raises: NoResultFound."""
    row = tx.execute(select(enterprises).where(enterprises.c.id == enterprise_id)).one()
    return Enterprise(EnterpriseId(row.id), row.name, row.country)


def number_id(store: Store, person_id: PersonId, address: str) -> ContactPointId:
    """The id under which a person's number is kept, whoever gave it; `address` is E.164."""
    return ContactPointId(f"number-{store.blind(f'{person_id}|{address}')[:20]}")


def save_contact_point(tx: Connection, point: ContactPoint, stated_at: datetime | None = None) -> None:
    """Insert the number, or bring the row up to date; `stated_at` is when the lender gave or confirmed it."""
    values = {
        "person_id": point.person_id,
        "address": point.address,
        "address_index": cipher_of(tx.dialect).blind(point.address),
        "country": point.country,
        "line_type": point.line_type,
        "carrier": point.carrier,
        "zones": list(point.zones),
        "stated_at": stated_at,
        "region": point.region,
        "spot": point.spot,
    }
    found = tx.execute(update(contact_points).where(contact_points.c.id == point.id).values(values))
    if found.rowcount == 0:
        tx.execute(insert(contact_points).values(id=point.id, **values))


def load_contact_point(tx: Connection, point_id: ContactPointId) -> ContactPoint:
    """The number. Raises: LookupError."""
    row = row_of(tx, contact_points, point_id)
    if row is None:
        raise LookupError(f"no contact point {point_id}")
    return _point(row)


@remembered(contact_points)
def contact_points_of(tx: Connection, person_id: PersonId) -> tuple[ContactPoint, ...]:
    """Every number of the person, the one the lender gave last first: an older one may be another's now."""
    return tuple(_point(row) for row in tx.execute(_POINTS_OF, {"person_id": person_id}))


def contact_points_at(tx: Connection, address: str) -> tuple[ContactPoint, ...]:
    """Every person's row for this number, the one we wrote to last first: a number may be shared."""
    rows = tx.execute(_POINTS_AT, {"address_index": cipher_of(tx.dialect).blind(address)})
    # The second sort is stable, so numbers never written to come last, in id order.
    found: Sequence[Row[Any]] = sorted(rows.all(), key=lambda row: str(row.id))
    found = sorted(found, key=lambda row: str(row.last or ""), reverse=True)
    return tuple(_point(row) for row in found)


def cases_of_person(tx: Connection, person_id: PersonId) -> tuple[CaseId, ...]:
    """The person's cases, oldest due date first."""
    return tuple(CaseId(row.id) for row in tx.execute(_CASES_OF, {"person_id": person_id}))


def last_case_written_about(tx: Connection, point_id: ContactPointId) -> CaseId | None:
    """The case of the last contact over this number."""
    o = outreach.c
    row = tx.execute(
        select(o.case_id)
        .where(o.contact_point_id == point_id, o.claimed_at.is_not(None))
        .order_by(o.claimed_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else CaseId(row.case_id)


def case_in_question(tx: Connection, point: ContactPoint) -> CaseId:
    """The case that somebody over this number means: the one we last wrote about, else the oldest."""
    last = last_case_written_about(tx, point.id)
    return last if last is not None else cases_of_person(tx, point.person_id)[0]


def _person(row: Row[Any]) -> Person:
    return Person(
        id=PersonId(row.id),
        name=row.name,
        language=Language(row.language),
        country=row.country,
        region=row.region,
        zones=tuple(row.zones),
        birth_on=row.birth_on,
        city=row.city,
    )


def _point(row: Row[Any]) -> ContactPoint:
    return ContactPoint(
        id=ContactPointId(row.id),
        person_id=PersonId(row.person_id),
        address=row.address,
        country=row.country,
        line_type=LineType(row.line_type),
        carrier=Carrier(row.carrier),
        zones=tuple(row.zones),
        region=row.region,
        spot=None if row.spot is None else Spot(row.spot),
        stated_at=row.stated_at,
    )
