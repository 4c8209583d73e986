"""Turn assignments into due contacts: one row per case and step of its strategy, planned once."""

from __future__ import annotations

from datetime import timedelta

from arrears.contact.lapsing import may_collect
from arrears.contact.speaking import completed
from arrears.contact.writing import call_opening, look_ahead, may_be_called
from arrears.desk import Desk
from arrears.dialogue.answering import day_of
from arrears.domain.cases import Case
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel, ContactPoint, Person
from arrears.domain.strategies import Step
from arrears.domain.wording import say
from arrears.store import Tx, cases, people, planning
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
    if not points or not may_collect(tx, case, day_of(tx, case.owner_id, desk.clock.now())):
        return False
    if step.unless_answered and outreach_rows.has_answered(tx, case.id):
        return False
    row = _row(tx, desk, step, outreach_id, case, person, points[0])
    if row is None:
        return False
    if not outreach_rows.plan(tx, row):
        return False
    look_ahead(tx, desk, completed(tx, desk, row))
    return True


def _row(
    tx: Tx,
    desk: Desk,
    step: Step,
    outreach_id: OutreachId,
    case: Case,
    person: Person,
    point: ContactPoint,
) -> Outreach | None:
    """The contact of the step; None for a call to who has not agreed to any."""
    if step.channel is Channel.VOICE:
        if not may_be_called(tx, point):
            return None
        said = call_opening(desk, step.message, person.language, case.lender, person.name)
    else:
        said = say(desk.policy.catalog, person.language, step.message, lender=case.lender)
    return Outreach(
        id=outreach_id,
        case_id=case.id,
        person_id=person.id,
        contact_point_id=point.id,
        channel=step.channel,
        carrier=point.carrier_over(step.channel),
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
