"""Of a plan in two steps the first is the offer; its end is no day to begin on."""

from __future__ import annotations

import pytest

from arrears.domain.language.readings import AmountReading, Certainty, DateReading, Frequency
from tests.domain.language.turns import shown_amount, shown_date, turn


def doubt(one: AmountReading | DateReading) -> str:
    return "?" if one.certainty is Certainty.UNSURE else ""


@pytest.mark.parametrize(
    ("text", "amounts", "dates"),
    [
        ("100 a month until June and then 200 a month after that", ["100", "200?"], ["ambiguous?"]),
        ("i can do 50 a month til july then 100 a month", ["50", "100?"], ["ambiguous?"]),
        ("每月750到六月，以后每月1500", ["750", "1500?"], ["ambiguous?"]),
        ("每个月还500到10月底，然后一次还1000", ["500", "1000?"], ["2026-10-31?"]),
        ("100 a month until june 1", ["100"], ["2026-06-01?"]),
        ("每个月还500，10月以后一次还清", ["500"], ["ambiguous?"]),
        ("那现在每个月100，7月以后再多还", ["100"], ["ambiguous?"]),
        ("100 a month starting june 1", ["100"], ["2026-06-01"]),
        ("can't pay until friday, then 50 a month", ["50"], ["2026-03-13"]),
        ("nothing until june 1 then 100 a month", ["100"], ["2026-06-01"]),
        ("每月还100，6月1号开始", ["100"], ["2026-06-01"]),
        ("每月还100，6月以后开始还", ["100"], ["ambiguous"]),
    ],
)
def test_what_comes_later_is_unsure_beside_the_first_step(
    text: str, amounts: list[str], dates: list[str]
) -> None:
    found = turn(text)
    assert [shown_amount(one) + doubt(one) for one in found.amounts] == amounts
    assert [shown_date(one) + doubt(one) for one in found.dates] == dates
    assert found.frequency is Frequency.MONTHLY


@pytest.mark.parametrize("text", ["100 on friday and then 200 on the 15th", "周五还100，然后15号还200"])
def test_two_payments_are_no_steps(text: str) -> None:
    assert [doubt(one) for one in (*turn(text).amounts, *turn(text).dates)] == ["", "", "", ""]
