"""How long the evidence of a case has to be kept."""

from __future__ import annotations

from datetime import date

from arrears.desk import Desk
from arrears.domain.compliance.clocks.retention import (
    KeptRecord,
    RecordKind,
    RetentionLaw,
    keep_through_on,
)
from arrears.domain.ids import CaseId
from arrears.domain.people import Person
from arrears.store import Tx, cases, evidence, ledger, people


def keep_through(desk: Desk, case_id: CaseId) -> date | None:
    """The last day, in UTC, on which the evidence is kept; None while the case is open. Raises: LookupError.

    Counted from the last entry of the chain, which is no earlier than the last collection activity.
    """
    with desk.store.read() as tx:
        case = cases.load_case(tx, case_id)
        person = people.load_person(tx, case.owner_id)
        last_at = evidence.head_of(tx, case_id).at
        owed = ledger.balance(tx, case_id, case.currency).total.minor > 0
        record = KeptRecord(
            RecordKind.EVIDENCE,
            made_on=case.imported_at.date(),
            last_activity_on=None if last_at is None else last_at.date(),
            closed_on=None if owed else _settled_on(tx, case_id),
            laws=_laws(person),
        )
    return keep_through_on(record, desk.policy.clocks.retention)


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
