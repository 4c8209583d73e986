"""Erase what is personal in the evidence of a case, or of every case of its person; the chains hold."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.ids import CaseId
from arrears.store import cases, erasure, people
from arrears.store.erasure import Chosen


def personal_fields(desk: Desk, case_id: CaseId, chosen: Chosen, *, person: bool) -> int:
    """How many personal fields erasing would take. Raises: LookupError."""
    with desk.store.read() as tx:
        owner = cases.load_case(tx, case_id).owner_id
        concerned = people.cases_of_person(tx, owner) if person else (case_id,)
        return sum(len(erasure.present_fields(tx, one, chosen)) for one in concerned)


def erase_evidence(desk: Desk, case_id: CaseId, chosen: Chosen, *, person: bool, by: str) -> int:
    """Erase the chosen fields of the case, or of all the cases of its person; returns how many.

    Raises: LookupError.
    """
    with desk.store.write() as tx:
        owner = people.lock_person(tx, cases.load_case(tx, case_id).owner_id)
        concerned = sorted(people.cases_of_person(tx, owner.id)) if person else [case_id]
        at = desk.clock.now()
        return sum(erasure.erase_personal(tx, one, chosen, by=by, at=at) for one in concerned)
