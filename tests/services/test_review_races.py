"""Two schedulers, two numbers and a stop at once: planned once, sent once, and never after the stop."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa
import pytest

from arrears.domain.ids import CaseId, ContactPointId, OutreachId, PersonId
from arrears.services.dispatch_outreach import dispatch, dispatch_due
from arrears.services.plan_outreach import plan_outreach
from arrears.store import Store, columns, inbound, people
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import broken_link, entries_of
from gateway.turns import take_turn
from tests.builders.line import Line, second_loan
from tests.builders.store import MONDAY_NOON_UTC, an_outreach, save
from tests.services.test_races import at_once

SECOND = "+12125550188"


@pytest.fixture
def line(store: Store) -> Line:
    return Line(store)


def test_two_schedulers_plan_and_send_once(line: Line) -> None:
    both = [line.borrower.case.id, second_loan(line.store, line.borrower).case.id]
    table = pa.table({"case_id": both, "strategy": ["sms_conversation"] * 2, "arm": ["treated"] * 2})
    with line.store.write() as tx:
        columns.save_run(tx, "run", "allocation", version="test", at=MONDAY_NOON_UTC, summary={})
        columns.save_assignments(tx, "run", table, {key: {} for key in both})

    def tick() -> None:
        plan_outreach(line.desk)
        dispatch_due(line.desk, line.app.messengers)

    at_once(tick, tick, tick)
    assert len(line.carrier.sent) == 1


def test_a_stop_from_another_number_is_not_overtaken(line: Line) -> None:
    """Whatever was permitted was permitted before the stop stood in the chain."""
    point = replace(line.borrower.point, id=ContactPointId("point-second"), address=SECOND)
    with line.store.write() as tx:
        people.save_contact_point(tx, point)
    row = line.plan_first()
    message, _ = inbound.receive(
        line.store,
        line.borrower.point.carrier,
        "SX1",
        sender=SECOND,
        text="please stop texting me",
        at=line.clock.now(),
    )
    at_once(
        lambda: dispatch(line.desk, line.app.messengers, row),
        lambda: take_turn(line.app, message),
    )
    purposes = {
        entry.payload["contact"]["purpose"]
        for entry in chain(line, line.borrower.case.id)
        if entry.kind == "decision" and entry.payload["permit"] is not None
    }
    assert purposes <= {"opt_out_confirmation"}


def test_stops_at_two_shared_numbers_at_once_do_not_lock_each_other_out(line: Line) -> None:
    """Each of two people has both numbers, and both numbers say stop."""
    first = line.borrower
    other = replace(
        first,
        person=replace(first.person, id=PersonId("person-housemate")),
        point=replace(first.point, id=ContactPointId("a-housemate"), person_id=PersonId("person-housemate")),
        case=replace(
            first.case, id=CaseId("case-h"), lender_ref="L-2", owner_id=PersonId("person-housemate")
        ),
    )
    save(line.store, other)
    with line.store.write() as tx:
        for number, each in enumerate((first, other)):
            point = replace(each.point, id=ContactPointId(f"second-{2 - number}"), address=SECOND)
            people.save_contact_point(tx, point)
    dispatch(line.desk, line.app.messengers, line.plan_first())
    with line.store.write() as tx:
        row = replace(an_outreach(other), id=OutreachId("o"), contact_point_id=ContactPointId("second-1"))
        outreach_rows.plan(tx, row)
    dispatch(line.desk, line.app.messengers, row.id)
    messages = [
        inbound.receive(
            line.store, first.point.carrier, f"SY{n}", sender=sender, text="stop please", at=line.clock.now()
        )[0]
        for n, sender in enumerate((first.point.address, SECOND))
    ]
    at_once(*(lambda each=each: take_turn(line.app, each) for each in messages))
    for case_id in (first.case.id, other.case.id):
        with line.store.read() as tx:
            assert broken_link(tx, case_id) is None


def chain(line: Line, case_id: CaseId):
    with line.store.read() as tx:
        return entries_of(tx, case_id)
