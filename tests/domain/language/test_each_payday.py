"""A sum of every payday, in a rhythm that they may not say."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.each_payday import is_each_payday, paid_how_often
from arrears.domain.language.readings import Frequency
from tests.domain.language.turns import turn


@pytest.mark.parametrize(
    "text",
    [
        "75 a check",
        "75 a check is all i got",
        "I can do $75 every paycheck",
        "50 each time i get paid",
        "75 per pay period",
        "$40 out of every check",
        "could I do 120 out of each paycheck?",
        "120 out of each check",
        "每次发工资还800",
        "发一次工资还800",
        "每到发薪日还500",
    ],
)
def test_a_sum_of_every_payday_is_heard(text: str) -> None:
    assert is_each_payday(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "75 a month",
        "75 every two weeks when i get my check",
        "I'll send a check for 75",
        "they take 200 a check",
        "my check is 900",
        "75 on payday",
        "每月还800",
        "发工资就还800",
    ],
)
def test_one_payday_or_another_rhythm_is_none(text: str) -> None:
    assert not is_each_payday(text, turn(text))


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("the 5th and the 20th", Frequency.SEMIMONTHLY),
        ("5号和20号发", Frequency.SEMIMONTHLY),
        ("15th and end of month", Frequency.SEMIMONTHLY),
        ("the 15th and the last day of the month", Frequency.SEMIMONTHLY),
        ("15号和月底", Frequency.SEMIMONTHLY),
        ("the end of the month", None),
        ("on the 5th", None),
        ("500 on the 5th and 20th", None),
    ],
)
def test_two_days_side_by_side_are_paydays_twice_a_month(text: str, rhythm: Frequency | None) -> None:
    assert paid_how_often(text, turn(text)) is rhythm
