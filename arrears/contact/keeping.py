"""How long what was kept of a case has to be kept: the dates that the law of retention counts from."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from arrears.desk import Desk
from arrears.domain.cases import Case
from arrears.domain.compliance.clocks.retention import (
    KeptRecord,
    RecordKind,
    RetentionLaw,
    keep_through_on,
    purge_on,
)
from arrears.domain.ids import CaseId
from arrears.domain.people import Person
from arrears.store import Tx, cases, evidence, ledger, people


def evidence_kept_through(tx: Tx, desk: Desk, case_id: CaseId) -> date | None:
    """The last day, in UTC, on which the evidence is kept; None while the case is open. Raises: LookupError.

    Counted from the last entry of the chain, which is no earlier than the last collection activity.
    """
    case = cases.load_case(tx, case_id)
    record = _record(tx, case, RecordKind.EVIDENCE, case.imported_at.date())
    return keep_through_on(record, desk.policy.clocks.retention)


def recording_erased_at(tx: Tx, desk: Desk, case_id: CaseId, made_at: datetime) -> datetime | None:
    """When the recording of a call of that instant is erased, UTC; None while the case must end first.

    Source: REC-1, 12 CFR 1006.100, three years after the call; longer where a place asks for more.
    """
    case = cases.load_case(tx, case_id)
    record = _record(tx, case, RecordKind.RECORDING, made_at.date())
    on = purge_on(record, desk.policy.clocks.retention)
    return None if on is None else datetime.combine(on, time.min, UTC)


def _record(tx: Tx, case: Case, kind: RecordKind, made_on: date) -> KeptRecord:
    person = people.load_person(tx, case.owner_id)
    last_at = evidence.head_of(tx, case.id).at
    owed = ledger.balance(tx, case.id, case.currency).total.minor > 0
    return KeptRecord(
        kind,
        made_on=made_on,
        last_activity_on=None if last_at is None else last_at.date(),
        closed_on=None if owed else _settled_on(tx, case.id),
        laws=_laws(person),
    )


def _settled_on(tx: Tx, case_id: CaseId) -> date | None:
    at = ledger.last_posted_at(tx, case_id)
    return None if at is None else at.date()


def _laws(person: Person) -> frozenset[RetentionLaw]:
    """Those of every place the person may live in: an unknown city of New York may be the City."""
    found = set()
    if person.country == "CN":
        found.add(RetentionLaw.CHINA)
    in_state = person.country == "US" and person.region in (None, "NY")
    if in_state and person.city in (None, "New York"):
        found.add(RetentionLaw.NEW_YORK_CITY)
    return frozenset(found)
