"""More in one payment than is due, or before its day: no other plan, and the engine says what it leaves."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.one_payment import is_early
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, reasons
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

FIRST = {Language.EN: "I can do $350 a month starting on the 16th", Language.ZH: "每个月还1250，3月16号开始"}
MORE = {
    Language.EN: [
        ("I'll send 500 instead of 350 on friday", "$200.00 on Thursday 16 April"),
        ("can I pay 500 this time", "$200.00 on Thursday 16 April"),
        ("I'd like to pay 500 early", "$200.00 on Thursday 16 April"),
        ("I want to pay an extra 100 this month", "$250.00 on Thursday 16 April"),
        ("I'll pay 800 on friday", "$250.00 on Monday 18 May"),
        ("can I pay 500 in march instead of 350? just the once", "$200.00 on Thursday 16 April"),
    ],
    Language.ZH: [
        ("我想提前还2000", "4月16日（周四）还¥500.00"),
        ("这个月多还一点，还2000", "4月16日（周四）还¥500.00"),
        ("周五还2000，不是1250", "4月16日（周四）还¥500.00"),
        ("先还2000", "4月16日（周四）还¥500.00"),
        ("这期多还250", "4月16日（周四）还¥1,000.00"),
        ("3月还2000，不是1250，就这一次", "4月16日（周四）还¥500.00"),
    ],
}
ALL = {Language.EN: "I'll pay 1400 on friday", Language.ZH: "周五先还5000"}
NO_MORE = {
    Language.EN: ["make it 500 a month", "500 on the 20th", "I'll pay 350 on friday", "300 on the 16th"],
    Language.ZH: ["每个月还2000", "20号还2000", "周五还1250", "16号还1000"],
}


def agreed(store: Store, borrower: Borrower, text: str) -> Line:
    language = borrower.person.language
    line = verified(store, borrower, **{FIRST[language]: "propose_instalment", text: "partial_payment"})
    line.says(FIRST[language])
    line.says(YES[language])
    return line


@BOTH
@pytest.mark.parametrize("number", range(6))
def test_a_larger_payment_changes_no_plan_and_it_is_said_what_is_left(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    text, left = MORE[borrower.person.language][number]
    line = agreed(sqlite_store, borrower, text)
    said = line.says(text)
    assert "plan.paid_ahead" in keys(line)
    assert left in said
    assert on_the_table(line) is None
    assert len(every_plan(line)) == 1


@BOTH
def test_what_pays_the_whole_plan_is_said_to(sqlite_store: Store, borrower: Borrower) -> None:
    text = ALL[borrower.person.language]
    line = agreed(sqlite_store, borrower, text)
    line.says(text)
    assert "plan.paid_off_early" in keys(line)


@BOTH
@pytest.mark.parametrize("number", range(4))
def test_other_regular_sums_a_later_day_and_no_more_are_none_of_it(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    text = NO_MORE[borrower.person.language][number]
    line = agreed(sqlite_store, borrower, text)
    line.says(text)
    assert not {"plan.paid_ahead", "plan.paid_off_early"} & keys(line)
    assert on_the_table(line) is not None


@pytest.mark.parametrize(
    ("text", "label"),
    [("I'd like to pay 500 early", "partial_payment"), ("I want to pay 500 ahead of time", "promise_to_pay")],
)
def test_early_without_a_plan_is_today_and_read_back(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, a_borrower(), **{text: label})
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("I'd like to pay 500 early", True),
        ("I can send 500 right away", True),
        ("马上还2000", True),
        ("go ahead with 500", False),
        ("like I said earlier, 500", False),
        ("I can do 500 but not right away", False),
        ("不能马上还2000", False),
        ("500 on friday", False),
    ],
)
def test_what_is_early(text: str, early: bool) -> None:
    assert is_early(text) is early


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I just want to pay extra", "propose_instalment"),
        ("which change do you need a person for, I just want to pay extra", "request_human"),
        ("can I send a bit more", "partial_payment"),
    ],
)
def test_to_pay_more_needs_no_person(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, a_borrower(), **{FIRST[Language.EN]: "propose_instalment", text: label})
    line.says(FIRST[Language.EN])
    line.says("yes")
    line.says(text)
    assert keys(line) & {"plan.early"}
    assert "human.answer" not in keys(line)
    assert not reasons(line)


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        ("why can't I get a person", "request_human", "human.answer"),
        ("I can't pay any more", "cannot_pay", "hardship.agreed"),
        ("500 in july and august instead of 350", "propose_instalment", "plan.stands_until"),
    ],
)
def test_a_person_who_is_wanted_and_other_regular_sums_are_as_before(
    sqlite_store: Store, text: str, label: str, said: str
) -> None:
    line = verified(sqlite_store, a_borrower(), **{FIRST[Language.EN]: "propose_instalment", text: label})
    line.says(FIRST[Language.EN])
    line.says("yes")
    line.says(text)
    assert said in keys(line) or "plan.exists" in keys(line)
    assert not keys(line) & {"plan.early", "plan.paid_ahead"}
