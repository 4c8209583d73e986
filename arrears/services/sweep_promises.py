"""Let the ledger and the calendar decide which promises were kept, and plan the contact that follows."""

from __future__ import annotations

from datetime import timedelta

from arrears.answering import home_zone
from arrears.desk import Desk
from arrears.domain.ids import CaseId, OutreachId, PlanId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel, ContactPoint
from arrears.domain.plans import Plan
from arrears.domain.promises import Promise, PromiseOutcome, outcomes, promises_of
from arrears.domain.times import local_date
from arrears.domain.wording import say
from arrears.store import Tx, cases, conversations, ledger, people, plans
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import append_evidence


def sweep_promises(desk: Desk) -> dict[PromiseOutcome, int]:
    """Write the outcome of every promise that has one by now; returns how many of each."""
    with desk.store.read() as tx:
        open_plans = plans.open_plans(tx)
    counts = {PromiseOutcome.KEPT: 0, PromiseOutcome.BROKEN: 0}
    for case_id, plan_id in open_plans:
        with desk.store.write() as tx:
            for outcome in _sweep_plan(tx, desk, case_id, plan_id):
                counts[outcome] += 1
    return counts


def _sweep_plan(tx: Tx, desk: Desk, case_id: CaseId, plan_id: PlanId) -> list[PromiseOutcome]:
    people.lock_person(tx, cases.load_case(tx, case_id).owner_id)
    cases.lock_case(tx, case_id)
    plan = next(plan for plan in plans.plans_of(tx, case_id) if plan.id == plan_id)
    if plan.agreed_at is None or plan.cancelled_at is not None:
        return []
    point = _number_of(tx, plan)
    person = people.load_person(tx, point.person_id)
    today = local_date(desk.clock.now(), home_zone(person, point))
    receipts = ledger.receipts_since(tx, case_id, plan.agreed_at)
    made = promises_of(plan)
    found = outcomes(made, receipts, today, plan.grace_days)
    written = plans.outcomes_of(tx, plan_id)
    decided: list[PromiseOutcome] = []
    for promise in made:
        outcome = found[promise.id]
        if outcome is PromiseOutcome.OPEN or promise.id in written:
            continue
        _write(tx, desk, plan, promise, outcome)
        decided.append(outcome)
    return decided


def _write(tx: Tx, desk: Desk, plan: Plan, promise: Promise, outcome: PromiseOutcome) -> None:
    now = desk.clock.now()
    plans.append_outcome(tx, promise.id, outcome, now)
    append_evidence(tx, plan.case_id, "promise", {"promise": promise.id, "outcome": outcome}, now)
    if outcome is PromiseOutcome.BROKEN:
        outreach_rows.plan(tx, _offer_of_help(tx, desk, plan, promise))


def _offer_of_help(tx: Tx, desk: Desk, plan: Plan, promise: Promise) -> Outreach:
    """A broken promise is answered with help: a neutral text, once the policy's wait is over."""
    case = cases.load_case(tx, plan.case_id)
    point = _number_of(tx, plan)
    person = people.load_person(tx, point.person_id)
    said = say(desk.policy.catalog, person.language, "outreach.promise_missed", lender=case.lender)
    wait = timedelta(days=desk.policy.promise_grace_retry_days)
    return Outreach(
        id=OutreachId(f"outreach-{promise.id}-missed"),
        case_id=case.id,
        person_id=person.id,
        contact_point_id=point.id,
        channel=Channel.SMS,
        carrier=point.carrier,
        purpose=ContactPurpose.OUTREACH,
        language=person.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=desk.clock.now() + wait,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step="promise_missed",
    )


def _number_of(tx: Tx, plan: Plan) -> ContactPoint:
    """The number over which the plan was agreed."""
    if plan.conversation_id is None:
        raise LookupError(f"plan {plan.id} was not agreed in a conversation")
    conversation = conversations.load(tx, plan.conversation_id)
    return people.load_contact_point(tx, conversation.contact_point_id)
