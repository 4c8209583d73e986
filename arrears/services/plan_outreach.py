"""Turn assignments into due contacts: one row per case and step of its strategy, planned once."""

from __future__ import annotations

from datetime import timedelta

from arrears.desk import Desk
from arrears.domain.compliance.decision import Deferred, Granted, Referred, Refused
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.strategies import Step
from arrears.domain.wording import say
from arrears.speaking import completed, judged
from arrears.store import Tx, cases, ledger, people, planning, plans
from arrears.store import outreach as outreach_rows
from arrears.store.planning import Assigned


def plan_outreach(desk: Desk) -> int:
    """Plan every contact whose step has come; returns how many were planned.

    Compliance is asked already here, and again when it is dispatched, from the facts of that minute.
    """
    with desk.store.read() as tx:
        assigned = planning.treated_cases(tx)
        known = planning.planned_ids(tx)
    planned = 0
    for case in assigned:
        for step in desk.policy.strategies.steps_of(case.strategy):
            outreach_id = OutreachId(f"outreach-{case.case_id}-{case.strategy}-{step.name}")
            if outreach_id in known or desk.clock.now() < case.since + timedelta(days=step.after_days):
                continue
            with desk.store.write() as tx:
                planned += _plan(tx, desk, case, step, outreach_id)
    return planned


def _plan(tx: Tx, desk: Desk, assigned: Assigned, step: Step, outreach_id: OutreachId) -> bool:
    case = cases.load_case(tx, assigned.case_id)
    # Another scheduler may be planning the same step: it waits, and then finds it planned.
    person = people.lock_person(tx, case.owner_id)
    points = people.contact_points_of(tx, case.owner_id)
    owed = ledger.balance(tx, case.id, case.currency).total.minor > 0
    if not points or not owed or plans.standing_plan(tx, case.id) is not None:
        return False
    if step.unless_answered and outreach_rows.has_answered(tx, case.id):
        return False
    said = say(desk.policy.catalog, person.language, step.message, lender=case.lender)
    row = Outreach(
        id=outreach_id,
        case_id=case.id,
        person_id=person.id,
        contact_point_id=points[0].id,
        channel=Channel.SMS,
        carrier=points[0].carrier,
        purpose=ContactPurpose.OUTREACH,
        language=person.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=desk.clock.now(),
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step=step.name,
    )
    if not outreach_rows.plan(tx, row):
        return False
    _look_ahead(tx, desk, completed(tx, desk, row))
    return True


def _look_ahead(tx: Tx, desk: Desk, row: Outreach) -> None:
    """Put the contact where its first lawful instant is, or aside when there is none.

    Only a forecast: it is decided again, from the facts of that minute, before the carrier call.
    """
    match judged(tx, desk, row, "planned"):
        case Deferred(until=until):
            outreach_rows.defer(tx, row.id, until)
        case Refused() | Referred():
            outreach_rows.refuse(tx, row.id)
        case Granted():
            pass
