"""Regular sums in two steps: both are read, and where the second one begins."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.two_steps import two_steps
from tests.domain.language.turns import shown_amount, shown_date, turn


def shown(text: str) -> str:
    found = two_steps(text, turn(text))
    if found is None:
        return ""
    first = [shown_amount(*found.first.amounts), *map(shown_date, found.first.dates)]
    turns = found.turns_on or f"after {found.first.instalment_count}"
    return f"{' '.join(first)} | {turns} {shown_amount(found.then)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100 a month until June and then 200 a month after that", "100 | 2026-06-01 200"),
        ("i can do 50 a month til july then 100 a month", "50 | 2026-07-01 100"),
        ("100 a month through june, then 200", "100 | 2026-07-01 200"),
        ("100 a month until june 15 then 200", "100 | 2026-06-15 200"),
        ("100 a month for 3 months then 200 a month", "100 | after 3 200"),
        ("100 a month starting april 5 until july then 200", "100 2026-04-05 | 2026-07-01 200"),
        ("6月之前每个月还500，之后每个月还1000", "500 | 2026-06-01 1000"),
        ("每月750到六月，以后每月1500", "750 | 2026-07-01 1500"),
        ("150 a month april may, then 900 a month june on till its done", "150 ambiguous | 2026-06-01 900"),
        ("150 a month for april and may, then 900 a month june onward", "150 ambiguous | 2026-06-01 900"),
    ],
)
def test_both_steps_are_read(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "100 a month until june or 200 a month",
        "100 a month until june",
        "150 a month april may, then 900 a month on june 5 or 200",
        "150 a month, june on the 5th 900",
        "500 on friday and then 200 a month",
        "500 now, the rest 200 a month",
        "can't pay until friday, then 50 a month",
        "I was paying 100 a month until june",
        "每月还100，6月以后开始还",
    ],
)
def test_one_step_alone_is_none(text: str) -> None:
    assert shown(text) == ""
