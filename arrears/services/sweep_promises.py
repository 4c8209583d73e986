"""Let the ledger and the calendar decide which promises were kept, and plan the contact that follows."""

from __future__ import annotations

from arrears.contact.following import follow_plan
from arrears.desk import Desk
from arrears.domain.ids import CaseId, PlanId
from arrears.domain.promises import PromiseOutcome
from arrears.store import cases, people, plans


def sweep_promises(desk: Desk) -> dict[PromiseOutcome, int]:
    """Write the outcome of every promise that has one by now; returns how many of each."""
    with desk.store.read() as tx:
        open_plans = plans.open_plans(tx)
    counts = {PromiseOutcome.KEPT: 0, PromiseOutcome.BROKEN: 0}
    for case_id, plan_id in open_plans:
        for outcome in _sweep(desk, case_id, plan_id):
            counts[outcome] = counts.get(outcome, 0) + 1
    return counts


def _sweep(desk: Desk, case_id: CaseId, plan_id: PlanId) -> list[PromiseOutcome]:
    with desk.store.write() as tx:
        people.lock_person(tx, cases.load_case(tx, case_id).owner_id)
        cases.lock_case(tx, case_id)
        return follow_plan(tx, desk, plans.load(tx, plan_id))
