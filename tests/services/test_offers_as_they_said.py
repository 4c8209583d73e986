"""Offers in a talk: taken by what they are like, of the month that was named, in the order of time."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import BOTH, CHINA, language_of, on_the_table, verified
from tests.builders.store import Borrower

OFTEN = {  # too often for the least payment, and the same money by the month
    "I can do 40 a week": "propose_instalment",
    "每周还200": "propose_instalment",
}


def with_two(store: Store, borrower: Borrower | None, **sayings: str) -> Line:
    line = verified(store, borrower, **OFTEN, **sayings)
    line.says([*OFTEN][1 if borrower is CHINA else 0])
    assert (on_the_table(line) or (None, None))[1] is not None
    return line


@BOTH
@pytest.mark.parametrize("label", ["propose_instalment", "affirm", "out_of_scope"])
def test_the_offer_that_they_describe_is_read_back_alone_and_a_yes_records_it(
    sqlite_store: Store, borrower: Borrower, label: str
) -> None:
    who = borrower if borrower is CHINA else None
    text = "按周的那个" if who else "the weekly one"
    line = with_two(sqlite_store, who, **{text: label})
    both = on_the_table(line) or (None, None)
    line.says(text)
    chosen, other = on_the_table(line) or (None, None)
    assert keys(line) == {"plan.read_back"}
    assert other is None
    assert chosen in both
    assert chosen is not None
    assert chosen.frequency is Frequency.WEEKLY
    line.says("同意" if language_of(line).value == "zh" else "yes")
    assert [plan.instalments for plan in every_plan(line)] == [chosen.instalments]


@BOTH
def test_the_smaller_payments_are_those_of_the_smaller_offer_and_a_no_takes_the_other(
    sqlite_store: Store, borrower: Borrower
) -> None:
    who = borrower if borrower is CHINA else None
    texts = ("少的那个", "不，多的那个") if who else ("the smaller payments", "no, the bigger one")
    line = with_two(sqlite_store, who, **dict.fromkeys(texts, "propose_instalment"))
    both = [offer for offer in on_the_table(line) or () if offer is not None]
    by_size = sorted(both, key=lambda offer: offer.instalments[0].amount)
    for text, expected in zip(texts, by_size, strict=True):
        line.says(text)
        assert on_the_table(line) == (expected, None)
    assert every_plan(line) == ()


def test_of_equal_payments_the_smaller_are_the_rarer_ones(sqlite_store: Store) -> None:
    wants = {"I can do 15 a week": "propose_instalment", "the smaller payments": "propose_instalment"}
    line = verified(sqlite_store, **wants)
    line.says("I can do 15 a week")
    first, second = on_the_table(line) or (None, None)
    assert first is not None
    assert second is not None
    assert first.instalments[0].amount == second.instalments[0].amount
    line.says("the smaller payments")
    chosen, _ = on_the_table(line) or (None, None)
    assert chosen == max(first, second, key=lambda offer: offer.last_on)


@pytest.mark.parametrize(
    "text", ["smaller payments", "weekly? that is a lot", "the longer one or the shorter one"]
)
def test_what_fits_neither_takes_none(sqlite_store: Store, text: str) -> None:
    line = with_two(sqlite_store, None, **{text: "out_of_scope"})
    before = on_the_table(line)
    line.says(text)
    assert on_the_table(line) == before


MONTH = {"I get paid in April": "promise_to_pay", "I can do 200 a month": "propose_instalment"}


@pytest.mark.parametrize(("day", "on"), [("the 15th", date(2026, 4, 15)), ("the 6th", date(2026, 4, 6))])
def test_a_month_that_was_named_is_that_of_the_day_named_later(
    sqlite_store: Store, day: str, on: date
) -> None:
    line = verified(sqlite_store, **MONTH, **{day: "promise_to_pay"})
    for text in MONTH:
        line.says(text)
    first, _ = on_the_table(line) or (None, None)
    assert first is not None
    assert first.first_on.month == 4
    line.says(day)
    named, _ = on_the_table(line) or (None, None)
    assert named is not None
    assert named.first_on <= on  # the last day that a first payment may have is before the 15th


def test_a_day_of_its_own_month_is_not_moved_into_the_month_named_before(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **MONTH, **{"March 16": "promise_to_pay"})
    for text in (*MONTH, "March 16"):
        line.says(text)
    named, _ = on_the_table(line) or (None, None)
    assert named is not None
    assert named.first_on == date(2026, 3, 16)


LARGER_FIRST = {
    "I could do 250 from June but no more than 120 now": "propose_instalment",
    "actually no more than 120 at all": "propose_instalment",
    "每月不能超过1200，六月以后可以2500": "propose_instalment",
}


@BOTH
def test_the_smaller_sum_of_now_comes_first_and_the_larger_from_its_month_on(
    sqlite_store: Store, borrower: Borrower
) -> None:
    who = borrower if borrower is CHINA else None
    line = verified(sqlite_store, who, **LARGER_FIRST)
    line.says([*LARGER_FIRST][2 if who else 0])
    offer, _ = on_the_table(line) or (None, None)
    assert offer is not None
    unit = 10 if who else 1
    for item in offer.instalments[:-1]:
        expected = 250 if item.on >= date(2026, 6, 1) else 120
        assert item.amount.minor == expected * unit * 100


def test_a_limit_that_is_stated_later_bounds_the_later_sum_too(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **LARGER_FIRST)
    first, second, _ = LARGER_FIRST
    line.says(first)
    line.says(second)
    offer, _ = on_the_table(line) or (None, None)
    assert offer is None or max(item.amount.minor for item in offer.instalments) <= 12000
