"""Payments that they named one by one, read back in full and agreed with a yes."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.domain.times import local_date
from arrears.store import Store
from tests.builders.line import keys, plan_of
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower

THREE = {
    "en": "500 on the 5th, 500 on the 20th and the rest in April",
    "zh": "5号还500，20号还500，剩下的4月份还清",
}
THEN_REGULAR = {
    "en": "500 on the 5th, 500 on the 20th, then 200 a month",
    "zh": "5号五百 20号五百 后面每个月一千",
}
STEPS = {"en": "100 a month until June, then 300", "zh": "6月之前每个月还600，之后每个月还2000"}


@BOTH
@pytest.mark.parametrize(
    ("texts", "sums"), [(THREE, [500_00, 500_00]), (THEN_REGULAR, [500_00, 500_00]), (STEPS, None)]
)
def test_they_are_read_back_as_they_said_them_and_recorded(
    sqlite_store: Store, borrower: Borrower, texts: dict[str, str], sums: list[int] | None
) -> None:
    language = borrower.person.language
    line = verified(sqlite_store, borrower, **{texts[language]: "propose_instalment"})
    line.says(texts[language])
    waiting = on_the_table(line)
    assert waiting is not None
    agreed = [item.amount.minor for item in waiting[0].instalments]
    assert sums is None or agreed[:2] == sums
    assert not waiting[0].left_due
    line.says(YES[language])
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments == waiting[0].instalments


def test_a_sum_of_every_payday_waits_for_how_often_that_is(sqlite_store: Store) -> None:
    first, then = "150 a check", "every other friday, next one march 13"
    line = verified(sqlite_store, **{first: "partial_payment", then: "promise_to_pay"})
    line.says(first)
    assert keys(line) == {"proposal.ask_payday"}
    line.says(then)
    waiting = on_the_table(line)
    assert waiting is not None
    days = [item.on for item in waiting[0].instalments]
    assert (days[1] - days[0]).days == 14
    assert waiting[0].instalments[0].amount.minor == 150_00


def test_two_days_that_answer_are_paydays_twice_a_month(sqlite_store: Store) -> None:
    first, then = "150 a check", "the 5th and the 20th"
    line = verified(sqlite_store, **{first: "partial_payment", then: "promise_to_pay"})
    line.says(first)
    line.says(then)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].frequency == "semimonthly"


NOW = {"en": "right away, now", "zh": "现在就还"}
THIRD = {"en": "a third first and then the rest over 3 months", "zh": "先还三分之一，剩下的分三个月"}


@BOTH
def test_at_once_is_the_day_of_a_sum_whose_day_was_asked_for(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    known = {THIRD[language]: "propose_instalment", NOW[language]: "pay_now"}
    line = verified(sqlite_store, borrower, **known)
    line.says(THIRD[language])
    assert keys(line) == {"proposal.ask_date"}
    line.says(NOW[language])
    waiting = on_the_table(line)
    assert waiting is not None
    today = local_date(line.clock.now(), "America/New_York" if language is Language.EN else "Asia/Shanghai")
    assert waiting[0].first_on == today
    assert len(waiting[0].instalments) == 4


def test_a_sum_in_one_text_has_the_rhythm_of_the_next(sqlite_store: Store) -> None:
    first, then = "like maybe a hundred", "a week. fridays"
    line = verified(sqlite_store, **{first: "promise_to_pay", then: "request_extension"})
    line.says(first)
    assert keys(line) == {"proposal.ask_date"}
    line.says(then)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].frequency == "weekly"
    assert waiting[0].instalments[0].amount.minor == 100_00
    assert waiting[0].first_on.isoweekday() == 5
