"""A call of a strategy that nobody took is made once more, as often and as late as the strategy says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arrears.contact.lapsing import may_collect
from arrears.contact.writing import look_ahead, may_be_called
from arrears.desk import Desk
from arrears.dialogue.answering import day_of
from arrears.domain.calls import Call
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import Outreach, OutreachState
from arrears.domain.strategies import Step
from arrears.store import Tx, calls, cases, people
from arrears.store import outreach as outreach_rows

_AGAIN = "-again-"

LOOKS_BACK = timedelta(days=14)
"""A call that ended earlier is not made again, whatever the strategy says."""


def call_again(desk: Desk) -> int:
    """Plan every call whose time has come once more; returns how many were planned."""
    now = desk.clock.now()
    with desk.store.read() as tx:
        ended = calls.not_taken(tx, now - LOOKS_BACK)
    planned = 0
    for call in ended:
        with desk.store.write() as tx:
            planned += _again(tx, desk, call)
    return planned


def _again(tx: Tx, desk: Desk, call: Call) -> bool:
    assert call.outreach_id is not None and call.ended_at is not None  # noqa: S101, PT018 - as was asked for
    row = outreach_rows.load(tx, call.outreach_id)
    step, again = desk.policy.strategies.call_step(row.step), _next_id(row.id)
    if step is None or _tries(row.id) >= step.attempts:
        return False
    if desk.clock.now() < call.ended_at + timedelta(hours=step.hours_apart):
        return False
    # Another scheduler may be planning the same call: it waits, and then finds it planned.
    people.lock_person(tx, row.person_id)
    if outreach_rows.is_planned(tx, again) or not _still_wanted(tx, desk, row, step):
        return False
    once_more = replace(row, id=again, state=OutreachState.DUE, due_at=desk.clock.now())
    outreach_rows.plan(tx, once_more)
    look_ahead(tx, desk, once_more)
    return True


def _still_wanted(tx: Tx, desk: Desk, row: Outreach, step: Step) -> bool:
    if step.unless_answered and outreach_rows.has_answered(tx, row.case_id):
        return False
    point, case = people.load_contact_point(tx, row.contact_point_id), cases.load_case(tx, row.case_id)
    return may_be_called(tx, point) and may_collect(tx, case, day_of(tx, row.person_id, desk.clock.now()))


def _tries(outreach_id: OutreachId) -> int:
    """The how-many-th call of its step it is."""
    _, again, number = outreach_id.rpartition(_AGAIN)
    return int(number) if again else 1


def _next_id(outreach_id: OutreachId) -> OutreachId:
    return OutreachId(f"{outreach_id.partition(_AGAIN)[0]}{_AGAIN}{_tries(outreach_id) + 1}")
