"""Assignments become due contacts, one row per case and step, planned once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pyarrow as pa
import pytest

from arrears.domain.money import Currency, Money
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.plan_outreach import plan_outreach
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, columns
from arrears.store.tables.contact import outreach
from tests.builders.line import Line
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, save


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def assign(
    line: Line,
    strategy: str = "sms_conversation",
    arm: str = "treated",
    *,
    run: str = "run-1",
    at: datetime = MONDAY_NOON_UTC,
) -> None:
    case_id = line.borrower.case.id
    table = pa.table({"case_id": [case_id], "strategy": [strategy], "arm": [arm]})
    with line.store.write() as tx:
        columns.save_run(tx, run, "allocation", version="test", at=at, summary={})
        columns.save_assignments(tx, run, table, {case_id: {}})


def planned(line: Line) -> list[str]:
    with line.store.read() as tx:
        rows = tx.execute(outreach.select().where(outreach.c.answers.is_(None)).order_by(outreach.c.due_at))
        return [row.step for row in rows]


def test_the_first_step_is_planned_at_once_and_once(line: Line) -> None:
    assign(line)
    assert [plan_outreach(line.desk) for _ in range(3)] == [1, 0, 0]
    assert planned(line) == ["first"]


@pytest.mark.parametrize(
    ("after", "steps"),
    [
        (timedelta(days=3) - timedelta(seconds=1), ["first"]),
        (timedelta(days=3), ["first", "second"]),
        (timedelta(days=8) - timedelta(seconds=1), ["first", "second"]),
        (timedelta(days=8), ["first", "second", "third"]),
    ],
)
def test_each_step_is_planned_when_its_day_has_come(line: Line, after, steps) -> None:
    assign(line)
    plan_outreach(line.desk)
    line.clock.at += after
    for _ in range(2):
        plan_outreach(line.desk)
    assert sorted(planned(line)) == sorted(steps)


def test_days_count_from_when_the_case_was_first_given_the_strategy(line: Line) -> None:
    assign(line)
    plan_outreach(line.desk)
    line.clock.move(days=3)
    assign(line, run="run-2", at=line.clock.now())
    plan_outreach(line.desk)
    assert planned(line) == ["first", "second"]


@pytest.mark.parametrize(
    ("strategy", "arm"), [("sms_conversation", "holdout"), ("wait", "treated"), ("person_review", "treated")]
)
def test_who_is_held_out_or_has_no_steps_is_left_alone(line: Line, strategy, arm) -> None:
    assign(line, strategy, arm)
    line.clock.move(days=30)
    assert plan_outreach(line.desk) == 0


def test_without_an_allocation_nothing_is_planned(line: Line) -> None:
    assert plan_outreach(line.desk) == 0


def test_after_a_plan_was_agreed_no_step_follows(line: Line) -> None:
    line.agree()
    assign(line)
    line.clock.move(days=9)
    assert plan_outreach(line.desk) == 0


def test_a_contact_that_waited_is_not_made_once_a_plan_is_agreed(line: Line) -> None:
    assign(line)
    plan_outreach(line.desk)
    line.agree()
    sent = len(line.carrier.sent)
    line.clock.move(days=1)
    dispatch_due(line.desk, line.app.messengers)
    assert len(line.carrier.sent) == sent


def test_what_is_paid_is_not_written_about(line: Line) -> None:
    amount = Money(140_000, Currency.USD)
    record_payment(
        line.desk, ReportedPayment("1", line.borrower.case.id, amount, MONDAY_NOON_UTC.date(), "test")
    )
    assign(line)
    assert plan_outreach(line.desk) == 0


def test_later_steps_are_left_out_once_the_borrower_has_answered(line: Line) -> None:
    assign(line)
    plan_outreach(line.desk)
    dispatch_due(line.desk, line.app.messengers)
    line.says("who is this")
    line.clock.move(days=9)
    assert plan_outreach(line.desk) == 0
    assert planned(line) == ["first"]


def test_another_borrowers_answer_changes_nothing(line: Line) -> None:
    other = Line(line.store, a_borrower("+12125550124"))
    other.count = 50
    other.says("who is this")
    assign(line)
    line.clock.move(days=3)
    plan_outreach(line.desk)
    assert "second" in planned(line)


def test_a_person_without_a_number_is_not_planned_for(line: Line) -> None:
    assign(line)
    save(line.store, a_borrower("+12125550124"))
    with line.store.write() as tx:
        tx.exec_driver_sql("UPDATE contact_points SET person_id = 'person-0124' WHERE id = 'point-0123'")
    assert plan_outreach(line.desk) == 0


def test_the_words_are_the_reviewed_ones_and_say_nothing_of_a_debt(line: Line) -> None:
    assign(line)
    plan_outreach(line.desk)
    with line.store.read() as tx:
        (row,) = tx.execute(outreach.select())
    assert row.body.startswith("Hello from the automated assistant of Hudson Example Bank.")
    assert not row.speaks_of_debt
