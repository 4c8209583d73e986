"""Who may have their sum and rhythm keeps them, and is asked for nothing before their money comes."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from arrears.store import Store, approvals
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower

TERMS, HARD = "propose_instalment", "request_hardship"


def talk(store: Store, borrower: Borrower | None, *turns: tuple[str, str]) -> Line:
    line = verified(store, borrower, **dict(turns))
    for text, _ in turns:
        line.says(text)
    return line


def offered(line: Line) -> list[tuple[int, int, int]]:
    """Month, day and whole units of each payment on the table."""
    waiting = on_the_table(line)
    assert waiting is not None
    return [(each.on.month, each.on.day, each.amount.minor // 100) for each in waiting[0].instalments]


def asked_of_a_person(line: Line) -> list[tuple[int, int, int]]:
    with line.store.read() as tx:
        waiting = approvals.waiting_of(tx, line.borrower.case.id)
    (only,) = waiting
    return [(each.on.month, each.on.day, each.amount.minor // 100) for each in only.asked.offer.instalments]


def test_a_first_day_that_is_too_late_costs_them_nothing_of_their_sum_and_days(sqlite_store: Store) -> None:
    line = talk(sqlite_store, None, ("I can do 350 a month out of my social security from April 8", TERMS))
    assert keys(line) == {"offer.counter"}
    assert offered(line) == [(4, 1, 350), (5, 8, 350), (6, 8, 350), (7, 8, 350)]


@pytest.mark.parametrize(
    ("borrower", "first", "then", "day"),
    [
        (None, "we can do 350 between us", "the 15th is better. starting april bc this months is gone", 1),
        (None, "we can do 350 between us", "starting april 15", 1),
        (CHINA, "我能还1500", "从4月15号开始", 2),
    ],
)
def test_a_sum_that_begins_on_a_day_is_one_of_every_month(
    sqlite_store: Store, borrower: Borrower | None, first: str, then: str, day: int
) -> None:
    line = talk(sqlite_store, borrower, (first, "promise_to_pay"), (then, "promise_to_pay"))
    days = [each[:2] for each in offered(line)]
    assert days == [(4, day), (5, 15), (6, 15), (7, 15)]
    line.dialogue.intents[f"{then}!"] = "deny"
    line.says(f"{then}!")
    assert keys(line) == {"approval.asked"}
    assert asked_of_a_person(line)[0][:2] == (4, 15)


@pytest.mark.parametrize(
    "then", ["april 15", "350 to start, april 15", "from the 15th of april", "by april 15"]
)
def test_a_sum_on_a_day_is_one_payment(sqlite_store: Store, then: str) -> None:
    line = talk(sqlite_store, None, ("we can do 350", "promise_to_pay"), (then, "promise_to_pay"))
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[1] is not None  # it alone, beside it and the rest


CITY = "City pays ~Apr 20, I can send 250 of that"


@pytest.mark.parametrize("turns", [[("my client went under", HARD), (CITY, "promise_to_pay")],
                                   [(f"my client went under. {CITY}", HARD)]])  # fmt: skip
def test_in_difficulty_no_money_is_asked_for_before_the_day_it_comes(
    sqlite_store: Store, turns: list[tuple[str, str]]
) -> None:
    line = talk(sqlite_store, None, *turns)
    assert {"approval.asked", "approval.latest"} <= keys(line)
    assert on_the_table(line) is None
    assert asked_of_a_person(line) == [(4, 20, 250)]


def test_a_day_that_may_be_is_read_back(sqlite_store: Store) -> None:
    line = talk(sqlite_store, None, ("my client went under", HARD), (CITY.replace("Apr", "Mar"), TERMS))
    assert offered(line) == [(3, 20, 250)]


@pytest.mark.parametrize(
    ("borrower", "plan", "text", "label"),
    [
        (None, "350 a month starting March 16", "can we do every other friday instead", "change_due_date"),
        (None, "350 a month starting March 16", "every other friday", TERMS),
        (None, "140 every two weeks starting March 11", "every other friday", "change_due_date"),
        (CHINA, "每个月还1250，3月16号开始", "能不能改成两周一次", "change_due_date"),
    ],
)
def test_another_rhythm_of_a_plan_is_read_back(
    sqlite_store: Store, borrower: Borrower | None, plan: str, text: str, label: str
) -> None:
    yes = "yes" if borrower is None else "同意"
    line = talk(sqlite_store, borrower, (plan, TERMS), (yes, "affirm"), (text, label))
    assert "plan.stands_until" in keys(line)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].frequency is Frequency.BIWEEKLY
    if borrower is None:
        assert waiting[0].first_on == date(2026, 3, 6)


def test_the_rhythm_of_a_plan_that_is_due_is_for_a_person(sqlite_store: Store) -> None:
    line = talk(sqlite_store, None, ("350 a month starting March 3", TERMS), ("yes", "affirm"))
    for clock in (line.clock, line.machine_clock):
        clock.move(days=2)
    line.says("03/09/1975 4421")
    line.dialogue.intents["can we do every other friday instead"] = "change_due_date"
    line.says("can we do every other friday instead")
    assert keys(line) == {"change.day"}


def test_why_not_weekly_is_answered_with_the_least_of_that_rhythm(sqlite_store: Store) -> None:
    why = "why not weekly? I get paid weekly"
    line = talk(sqlite_store, None, ("40 a week is all I can do", TERMS), (why, TERMS))
    assert {"plan.least"} <= keys(line)
    assert "$100.00 every week" in line.says(why)


def test_a_rhythm_that_may_be_is_offered_to_who_asks_why_not(sqlite_store: Store) -> None:
    line = talk(sqlite_store, None, ("I can do 600 a month", TERMS), ("why not weekly", TERMS))
    assert keys(line) == {"plan.read_back"}
    assert offered(line)[0] == (3, 9, 138)


def test_who_waits_for_a_person_hears_what_needs_none(sqlite_store: Store) -> None:
    line = talk(sqlite_store, CHINA, ("我每周最多只能还100", TERMS))
    assert keys(line) == {"approval.asked", "approval.least"}


@pytest.mark.parametrize(
    ("borrower", "first", "again"),
    [
        (None, "200 on March 10 and the rest on March 20", "ok the rest on march 20"),
        (None, "350 a month starting March 16", "350 a month, i cant do more"),
        (None, "350 a month starting March 16", "350 on march 16 and 350 in april"),
        (CHINA, "每个月还1250，3月16号开始", "每个月1250，从3月16号起，可以的话我就还"),
        (CHINA, "3月10号还1000，剩下的3月20号还", "三月二十 都还完"),
    ],
)
def test_terms_that_are_said_again_in_other_words_stay_on_the_table(
    sqlite_store: Store, borrower: Borrower | None, first: str, again: str
) -> None:
    line = talk(sqlite_store, borrower, (first, TERMS))
    stood = offered(line)
    line.dialogue.intents[again] = "promise_to_pay"
    line.says(again)
    assert keys(line) <= {"plan.read_back", "plan.read_back_again"}
    assert offered(line) == stood
