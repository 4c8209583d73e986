"""The consent ledger, special statuses, and hours to avoid: appended, never edited."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, or_, select

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction, ConsentPurpose, Standing
from arrears.domain.ids import CaseId, ContactPointId, PersonId
from arrears.domain.people import Channel, ContactPoint, Spot
from arrears.domain.times import DailyWindow
from arrears.store.evidence import append_evidence, plain
from arrears.store.memory import remembered
from arrears.store.people import cases_of_person
from arrears.store.tables.contact import consents, inconvenient_hours, status_events

_CONSENTS_OF = (
    select(consents)
    .where(consents.c.person_id == bindparam("person_id"))
    .order_by(consents.c.at, consents.c.id)
)

_STATUSES_OF = (
    select(status_events)
    .where(
        status_events.c.person_id == bindparam("person_id"),
        or_(status_events.c.case_id.is_(None), status_events.c.case_id == bindparam("case_id")),
        or_(
            status_events.c.contact_point_id.is_(None),
            status_events.c.contact_point_id == bindparam("point_id"),
        ),
    )
    .order_by(status_events.c.at, status_events.c.id)
)

_HOURS_OF = select(inconvenient_hours).where(inconvenient_hours.c.person_id == bindparam("person_id"))


def append_consent(
    tx: Connection, point: ContactPoint, consent: Consent, *, key: str, words: str | None, turn_id: str | None
) -> None:
    """Add an entry, and to the evidence; the key makes a repeat of the same entry change nothing."""
    if is_known(tx, key):
        return
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
            everywhere=consent.point_id is None,
            case_id=consent.case_id,
            purpose=consent.purpose,
            spot=consent.spot,
            written=consent.written,
            confirmed_at=consent.confirmed_at,
            chosen=consent.chosen,
        )
    )
    row = tx.execute(select(consents).where(consents.c.id == key)).one()
    for case_id in sorted(cases_of_person(tx, point.person_id)):
        _chain_consent(tx, case_id, consent, row)


def is_known(tx: Connection, key: str) -> bool:
    """Whether the ledger has an entry with this key."""
    return tx.execute(select(consents.c.id).where(consents.c.id == key)).one_or_none() is not None


def consents_for(tx: Connection, point_id: ContactPointId) -> tuple[Consent, ...]:
    """What was said about this number, oldest first."""
    rows = tx.execute(
        select(consents).where(consents.c.contact_point_id == point_id).order_by(consents.c.at, consents.c.id)
    )
    return tuple(_consent(row) for row in rows)


def consents_of(tx: Connection, person_id: PersonId) -> tuple[Consent, ...]:
    """What the person said about being contacted, at every number, oldest first."""
    return tuple(_consent(row) for row in tx.execute(_CONSENTS_OF, {"person_id": person_id}))


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
    until: datetime | None = None,
) -> None:
    """Raise or clear a status, of the person or only of one case or one number; and put it in the evidence.

    The key makes a repeat change nothing.
    """
    if tx.execute(select(status_events.c.id).where(status_events.c.id == key)).one_or_none() is not None:
        return
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
            until=until,
        )
    )
    row = tx.execute(select(status_events).where(status_events.c.id == key)).one()
    for concerned in sorted(cases_of_person(tx, person_id)) if case_id is None else [case_id]:
        _chain_status(tx, concerned, row)


def statuses_for(
    tx: Connection, person_id: PersonId, case_id: CaseId, point_id: ContactPointId
) -> frozenset[SpecialStatus]:
    """What stands now for this person, on this case and this number; the last word on each counts."""
    return frozenset(entry.status for entry in standing_for(tx, person_id, case_id, point_id))


@remembered(status_events)
def standing_for(
    tx: Connection, person_id: PersonId, case_id: CaseId, point_id: ContactPointId
) -> tuple[Standing, ...]:
    """What stands now for this person, on this case and this number, each since when."""
    asked = {"person_id": person_id, "case_id": case_id, "point_id": point_id}
    rows = tx.execute(_STATUSES_OF, asked)
    # Every one that was raised since the last clearing: a spoken dispute does not undo a written one.
    standing: dict[tuple[Any, ...], list[Row[Any]]] = {}
    for row in rows:
        key = row.status, row.case_id, row.contact_point_id
        standing[key] = [*standing.get(key, ()), row] if row.raised else []
    return tuple(
        Standing(SpecialStatus(row.status), row.at, written=row.written is not False, until=row.until)
        for raised in standing.values()
        for row in raised
    )


def turns_that_raised(
    tx: Connection, point_id: ContactPointId, statuses: frozenset[SpecialStatus], *, but_for: str
) -> frozenset[str]:
    """The turns whose raising of these statuses over this number stood until the turn `but_for`."""
    e = status_events.c
    rows = tx.execute(
        select(e.status, e.raised, e.turn_id)
        .where(e.contact_point_id == point_id, e.status.in_(statuses))
        .order_by(e.at, e.id)
    ).all()
    raised: dict[str, set[str]] = {}
    for row in rows:
        if row.raised and row.turn_id is not None:
            raised.setdefault(row.status, set()).add(row.turn_id)
        elif not row.raised and row.turn_id != but_for:
            raised.pop(row.status, None)
    return frozenset().union(*raised.values())


def append_inconvenient_hours(
    tx: Connection, person_id: PersonId, window: DailyWindow, *, key: str, at: datetime
) -> None:
    """Remember hours the person asked us to avoid, on their wall clock; and put them in the evidence."""
    h = inconvenient_hours
    if tx.execute(select(h.c.id).where(h.c.id == key)).one_or_none() is not None:
        return
    tx.execute(insert(h).values(id=key, person_id=person_id, opens=window.opens, closes=window.closes, at=at))
    row = tx.execute(select(h).where(h.c.id == key)).one()
    for case_id in sorted(cases_of_person(tx, person_id)):
        _chain_hours(tx, case_id, row)


def inconvenient_hours_of(
    tx: Connection, person_id: PersonId, *, since: datetime | None = None
) -> tuple[DailyWindow, ...]:
    """Hours the person asked us to avoid; with `since`, only what they asked later than that."""
    rows = tx.execute(_HOURS_OF, {"person_id": person_id})
    opens_closes: list[tuple[time, time]] = [
        (row.opens, row.closes) for row in rows if since is None or row.at > since
    ]
    return tuple(DailyWindow(opens, closes) for opens, closes in opens_closes)


def carry_into(tx: Connection, person_id: PersonId, case_id: CaseId) -> None:
    """Begin the evidence of a case with what its person has said so far, on whatever case it was."""
    for row in tx.execute(_CONSENTS_OF, {"person_id": person_id}).all():
        _chain_consent(tx, case_id, _consent(row), row)
    s, h = status_events.c, inconvenient_hours.c
    standing = select(status_events).where(s.person_id == person_id, s.case_id.is_(None))
    for row in tx.execute(standing.order_by(s.at, s.id)).all():
        _chain_status(tx, case_id, row)
    hours = select(inconvenient_hours).where(h.person_id == person_id).order_by(h.at, h.id)
    for row in tx.execute(hours).all():
        _chain_hours(tx, case_id, row)


def _chain_consent(tx: Connection, case_id: CaseId, consent: Consent, row: Row[Any]) -> None:
    ids = {
        "consent": row.id,
        "person": row.person_id,
        "number": row.contact_point_id,
        "turn": row.turn_id,
    }
    personal = {} if row.words is None else {"words": row.words}
    append_evidence(tx, case_id, "consent", plain(consent) | ids, row.at, personal=personal)


def _chain_status(tx: Connection, case_id: CaseId, row: Row[Any]) -> None:
    payload = {
        "event": row.id,
        "person": row.person_id,
        "case": row.case_id,
        "number": row.contact_point_id,
        "status": row.status,
        "raised": row.raised,
        "by": row.by,
        "turn": row.turn_id,
        "written": row.written,
        "until": row.until,
    }
    append_evidence(tx, case_id, "status", payload, row.at)


def _chain_hours(tx: Connection, case_id: CaseId, row: Row[Any]) -> None:
    payload = {"event": row.id, "person": row.person_id, "opens": row.opens, "closes": row.closes}
    append_evidence(tx, case_id, "hours_to_avoid", payload, row.at)


def _consent(row: Row[Any]) -> Consent:
    return Consent(
        action=ConsentAction(row.action),
        channel=None if row.channel is None else Channel(row.channel),
        at=row.at,
        how=row.how,
        point_id=None if row.everywhere else row.contact_point_id,
        case_id=row.case_id,
        purpose=ConsentPurpose(row.purpose or ConsentPurpose.COLLECTION),
        spot=None if row.spot is None else Spot(row.spot),
        written=row.written is not False,
        confirmed_at=row.confirmed_at,
        chosen=row.chosen is True,
    )
