"""The day of a week in which nothing is to be paid is no day to pay on."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.skips import skips_one
from tests.domain.language.turns import shown_date, turn


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("not the week of april 5", []),
        ("40 every tuesday, not the week of april 5", ["2026-03-17"]),
        ("4月5号那周放假不还", []),
        ("每周二150，清明那周我不跑车，不还", ["2026-03-17"]),
    ],
)
def test_it_is_left_out(text: str, days: list[str]) -> None:
    assert skips_one(text)
    assert [shown_date(each) for each in turn(text).dates] == days


@pytest.mark.parametrize(
    "text", ["the week of april 5 is fine, on the 7th", "4月5号那周还可以", "4月5号那周不会晚"]
)
def test_a_week_in_which_it_is_paid_is_not(text: str) -> None:
    assert not skips_one(text)
    assert turn(text).dates


@pytest.mark.parametrize(
    ("text", "day"),
    [("16号那个周一开始", "2026-03-16"), ("16号那个礼拜一", "2026-03-16"), ("16号那个周二", "?")],
)
def test_a_day_with_the_weekday_that_it_is_is_one_day(text: str, day: str) -> None:
    dates = turn(text).dates
    assert len(dates) == 1
    assert (dates[0].on is None) is day.endswith("?")
