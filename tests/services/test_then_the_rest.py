"""Regular sums from a day on, and all that they leave in a later month, are read back as they were said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Balance
from arrears.domain.money import Money
from arrears.store import Store
from tests.builders.line import Line, keys, plan_of
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower


def owing(borrower: Borrower, whole: int) -> Borrower:
    zero = Money.zero(borrower.case.currency)
    owed = Balance(fees=zero, interest=zero, principal=replace(zero, minor=whole * 100))
    return replace(borrower, balance=owed)


def says(store: Store, who: Borrower, text: str) -> Line:
    line = verified(store, who, **{text: "propose_instalment"})
    line.says(text)
    return line


def schedule(line: Line) -> list[tuple[str, int]]:
    waiting = on_the_table(line)
    assert waiting is not None
    return [(f"{item.on:%m-%d}", item.amount.minor // 100) for item in waiting[0].instalments]


SIX = ["03-16", "04-15", "05-15", "06-15", "07-15", "08-17", "09-15"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("starting march 15 we can do 900 a month thru september, then october whatever is left", "10-15"),
        ("900 a month from march 15 through september and the rest on october 20", "10-20"),
        ("from march 15 900 a month until october, then whatever's left", "10-15"),
        ("starting march 15 900 a month through september and then whatever is left", "10-15"),
    ],
)
def test_the_first_day_the_sums_and_the_month_of_the_rest_are_theirs(
    sqlite_store: Store, text: str, on: str
) -> None:
    line = says(sqlite_store, owing(a_borrower(), 9_060), text)
    assert keys(line) == {"plan.read_back"}
    assert schedule(line) == [*((day, 900) for day in SIX), (on, 2760)]
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.total.minor == 9060_00


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("3月15号起每月还2000到9月，10月剩下的一次还清", "03-16"),
        ("每月2000还到9月，剩下的10月还清", "03-10"),
    ],
)
def test_in_mandarin_too(sqlite_store: Store, text: str, first: str) -> None:
    line = says(sqlite_store, owing(CHINA, 19_060), text)
    paid = schedule(line)
    assert (paid[0], len(paid), paid[-1][0][:2], paid[-1][1]) == ((first, 2000), 8, "10", 5060)


def test_an_end_alone_loses_no_beginning(sqlite_store: Store) -> None:
    line = says(sqlite_store, owing(a_borrower(), 9_060), "starting march 15 900 a month thru september")
    assert schedule(line)[0] == ("03-16", 900)


@pytest.mark.parametrize(
    "text",
    [
        "900 a month from march 15, whatever is left at the end of the month goes to rent",
        "starting march 15 900 a month. what is left after that?",
    ],
)
def test_what_is_left_of_something_else_has_no_day(sqlite_store: Store, text: str) -> None:
    paid = schedule(says(sqlite_store, owing(a_borrower(), 9_060), text))
    assert {sum_ for _, sum_ in paid[:-1]} == {900}


def test_sums_that_leave_nothing_are_all_of_it(sqlite_store: Store) -> None:
    text = "starting march 15 900 a month thru september, then october whatever is left"
    assert schedule(says(sqlite_store, owing(a_borrower(), 2_000), text))[-1] == ("05-15", 200)


def test_who_can_pay_no_more_than_that_a_month_is_not_asked_for_the_rest_at_once(sqlite_store: Store) -> None:
    text = "i can only do 900 a month until september, then in october whatever is left"
    paid = schedule(says(sqlite_store, owing(a_borrower(), 9_060), text))
    assert max(sum_ for _, sum_ in paid) == 900
