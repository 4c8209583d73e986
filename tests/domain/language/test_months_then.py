"""A sum in named months and then a regular one: both are read, and where the second one begins."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.months_then import months_then
from tests.domain.language.turns import shown_amount, shown_date, turn


def shown(text: str) -> str:
    found = months_then(text, turn(text))
    if found is None:
        return ""
    (day,) = found.first.dates
    start = shown_date(day) if day.on else f"{day.month:%Y-%m}"
    return f"{shown_amount(*found.first.amounts)} {start} | {found.turns_on} {shown_amount(found.then)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 in April and May, 1100 a month from June", "300 2026-04 | 2026-06-01 1100"),
        (
            "we can pay 300 in April and 300 in May on the 5th, then 1,100 a month from June",
            "300 2026-04-05 | 2026-06-01 1100",
        ),
        ("300 for april and may, 1100 after that", "300 2026-04 | 2026-06-01 1100"),
        ("四月五月八百 六月起三千", "800 2026-04 | 2026-06-01 3000"),
        ("四月、五月八百，六月起三千", "800 2026-04 | 2026-06-01 3000"),
        ("四月十号开始 四月五月八百 六月起三千", "800 2026-04-10 | 2026-06-01 3000"),
        ("四月五月八百 六月起三千，四月十号开始", "800 2026-04-10 | 2026-06-01 3000"),
        ("start april 10, 300 in April and May then 900 from June", "300 2026-04-10 | 2026-06-01 900"),
        ("300 in april, 300 in may, then 1100 monthly", "300 2026-04 | 2026-06-01 1100"),
        ("we can only do 300 in April and May, 1100 a month from June", "300 2026-04 | 2026-06-01 1100"),
        ("四月五月各300，六月起每月1100", "300 2026-04 | 2026-06-01 1100"),
        ("4月和5月我们每月还300，之后每月1100", "300 2026-04 | 2026-06-01 1100"),
        ("4月5号5月5号各还300，6月起每月1100", "300 2026-04-05 | 2026-06-01 1100"),
        ("300 in december and january, 1100 after that", "300 2026-12 | 2027-02-01 1100"),
    ],
)
def test_the_months_have_their_sum_and_the_other_follows(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "300 in April and May, 1100 a month from July",
        "300 in april and june, 1100 after that",
        "300 in April and May, then 1100 in June",
        "300 in april and may or 1100 a month from june",
        "1100 a month but 300 in April and May",
        "300 in april, 400 in may, 1100 a month from june",
        "300 in april, then 1100 a month",
        "I paid 300 in January and February, 1100 a month from April",
        "平时每月1100，四五月只能300",
        "四月五月各300，七月起每月1100",
        "五月十号开始 四月五月八百 六月起三千",
    ],
)
def test_other_months_and_a_choice_are_left_as_they_were(text: str) -> None:
    assert shown(text) == ""
