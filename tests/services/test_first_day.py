"""Another first day for all of a plan of which nothing is due: read back at once, as no single payment's."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, plan_of, reasons
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还1250，3月16号开始",
}
LATER = {
    Language.EN: ["then 350 a month starting the 25th", "can we start on the 25th instead"],
    Language.ZH: ["那一个月1250 从25号开始", "从25号开始行不行"],
}


def asked(store: Store, borrower: Borrower, text: str, label: str) -> Line:
    language = borrower.person.language
    line = verified(store, borrower, **{REGULAR[language]: "propose_instalment", text: label})
    line.says(REGULAR[language])
    line.says(YES[language])
    line.says(text)
    return line


@BOTH
@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("label", ["propose_instalment", "change_due_date"])
def test_all_payments_begin_on_the_day_and_a_yes_records_it(
    sqlite_store: Store, borrower: Borrower, number: int, label: str
) -> None:
    language = borrower.person.language
    line = asked(sqlite_store, borrower, LATER[language][number], label)
    assert keys(line) == {"plan.stands_until", "plan.read_back"}
    assert not reasons(line)
    waiting = on_the_table(line)
    assert waiting is not None
    assert [each.on.day for each in waiting[0].instalments[:2]] == [25, 27]
    line.says(YES[language])
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments[0].on == date(2026, 3, 25)
    assert len(every_plan(line)) == 2


@BOTH
def test_a_day_of_one_payment_moves_that_alone(sqlite_store: Store, borrower: Borrower) -> None:
    texts = {Language.EN: "can we move it to the 25th", Language.ZH: "能不能改到25号"}
    line = asked(sqlite_store, borrower, texts[borrower.person.language], "change_due_date")
    assert keys(line) == {"change.read_back"}


def test_a_plan_that_has_begun_is_for_a_person_or_moves_one_payment(sqlite_store: Store) -> None:
    text = "350 a month starting the 25th"
    line = verified(sqlite_store, **{REGULAR[Language.EN]: "propose_instalment", text: "propose_instalment"})
    line.says(REGULAR[Language.EN])
    line.says("yes")
    for clock in (line.clock, line.machine_clock):
        clock.move(days=7)
    line.says("03/09/1975 4421")
    line.says(text)
    assert "plan.read_back" not in keys(line)


def test_the_first_of_weekly_payments_put_on_the_day_of_the_next_begins_all_of_them_there(
    sqlite_store: Store,
) -> None:
    weekly, text = "100 a week starting friday the 13th", "can I push that first one to the 20th"
    line = verified(sqlite_store, **{weekly: "propose_instalment", text: "request_extension"})
    line.says(weekly)
    line.says("yes")
    before = plan_of(line)
    assert before is not None
    line.says(text)
    assert keys(line) == {"plan.stands_until", "plan.read_back"}
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert [each.on.day for each in plan.instalments[:2]] == [20, 27]
    assert len(plan.instalments) == len(before.instalments)
