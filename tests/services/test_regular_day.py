"""The regular day of a plan that stands, changed for all payments: read back whole, once without a person."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, plan_of
from tests.builders.offers import BOTH, PROOF, YES, on_the_table, verified
from tests.builders.store import Borrower

EVERY_MONTH = [
    "can it be the 20th every month",
    "can we change it to the 20th from now on",
    "每个月20号还行不行",
    "以后都改成20号吧",
]
ONE = ["can I pay on the 20th instead", "move it to March 20", "能不能改到20号"]


def asked(store: Store, text: str) -> Line:
    line = Line(store)
    line.agree()
    line.dialogue.intents[text] = "change_due_date"
    line.says(text)
    return line


def numbers(line: Line) -> list[int]:
    offered = on_the_table(line)
    assert offered is not None
    return [each.on.day for each in offered[0].instalments]


@pytest.mark.parametrize("text", EVERY_MONTH)
def test_another_day_of_every_month_is_read_back_for_all(sqlite_store: Store, text: str) -> None:
    line = asked(sqlite_store, text)
    assert keys(line) == {"change.read_back"}
    assert set(numbers(line)) <= {20, 21, 22}


def test_a_yes_records_it_in_place_of_the_old_one(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "can it be the 20th every month")
    line.says("yes")
    plan, before = plan_of(line), every_plan(line)[0]
    assert plan is not None
    assert plan.changes == before.id
    assert [each.amount for each in plan.instalments] == [each.amount for each in before.instalments]


def test_a_second_change_is_put_to_a_person(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "can it be the 20th every month")
    line.says("yes")
    line.dialogue.intents["can it be the 25th every month"] = "change_due_date"
    line.says("can it be the 25th every month")
    assert on_the_table(line) is None
    assert any(key.startswith("approval.") for key in keys(line))


@pytest.mark.parametrize("text", ["can it be the 15th every month", "以后每个月也15号吧"])
def test_the_day_that_the_payments_keep_is_said_to_stand(sqlite_store: Store, text: str) -> None:
    assert keys(asked(sqlite_store, text)) == {"next.so"}


@pytest.mark.parametrize("text", ONE)
def test_another_day_of_one_payment_is_read_back(sqlite_store: Store, text: str) -> None:
    line = asked(sqlite_store, text)
    assert keys(line) == {"change.read_back"}
    assert numbers(line)[1:] == [15, 15, 15]


WEEKLY = {Language.EN: "I can do $350 every Thursday", Language.ZH: "每周四还1250"}
FRIDAYS = {
    Language.EN: "they switched payroll to fridays starting next week, can we make it fridays instead",
    Language.ZH: "厂里改成周五发工资了 以后都改成周五吧",
}


@BOTH
def test_another_weekday_of_weekly_payments_is_read_back_for_all(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    known = {WEEKLY[language]: "propose_instalment", FRIDAYS[language]: "change_due_date"}
    line = verified(sqlite_store, borrower, **known)
    line.says(WEEKLY[language])
    line.says(YES[language])
    for clock in (line.clock, line.machine_clock):
        clock.move(hours=26)
    line.says(FRIDAYS[language])
    line.says(PROOF[language])
    offered = on_the_table(line)
    assert "change.read_back" in keys(line)
    assert offered is not None
    assert {each.on.weekday() for each in offered[0].instalments} == {4}
