"""Regular sums one after the other, each with its months: all are read, and where the last one ends."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.graduated import Step, end_alone, graduated, one_that_ends
from tests.domain.language.turns import TODAY, shown_amount, turn


def shown(step: Step) -> str:
    starts = (
        "" if step.starts is None else f"{step.starts:%Y-%m-%d}" if step.dated else f"{step.starts:%Y-%m}"
    )
    until = "" if step.until is None else f"<{step.until:%Y-%m}"
    return " ".join(part for part in (shown_amount(step.amount), starts, until) if part)


def steps(text: str, today: date = TODAY) -> str:
    return " | ".join(map(shown, graduated(text, turn(text, today), today)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300 in April and May, 1100 a month from June", "300 2026-04 <2026-06 | 1100 2026-06"),
        (
            "we can pay 300 in April and 300 in May on the 5th, then 1,100 a month from June",
            "300 2026-04-05 <2026-06 | 1100 2026-06-05",
        ),
        ("300 for april and may, 1100 after that", "300 2026-04 <2026-06 | 1100"),
        ("四月五月八百 六月起三千", "800 2026-04 <2026-06 | 3000 2026-06"),
        ("四月十号开始 四月五月八百 六月起三千", "800 2026-04-10 <2026-06 | 3000 2026-06-10"),
        ("四月五月八百 六月起三千，四月十号开始", "800 2026-04-10 <2026-06 | 3000 2026-06-10"),
        (
            "start april 10, 300 in April and May then 900 from June",
            "300 2026-04-10 <2026-06 | 900 2026-06-10",
        ),
        ("300 in april, 300 in may, then 1100 monthly", "300 2026-04 <2026-06 | 1100"),
        ("4月和5月我们每月还300，之后每月1100", "300 2026-04 <2026-06 | 1100"),
        ("4月5号5月5号各还300，6月起每月1100", "300 2026-04-05 <2026-06 | 1100 2026-06-05"),
        ("300 in december and january, 1100 after that", "300 2026-12 <2027-02 | 1100"),
        ("150 april to june and 900 from july", "150 2026-04 <2026-07 | 900 2026-07"),
        ("april may june 150 and from july 20 on 900", "150 2026-04-20 <2026-07 | 900 2026-07-20"),
        (
            "150 a month now in the dead months, and once pools open in may I can do 900 a month",
            "150 | 900 2026-05",
        ),
    ],
)
def test_the_months_have_their_sum_and_the_other_follows(text: str, expected: str) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "150 april to june, 900 from july, 1200 from august",
            "150 2026-04 <2026-07 | 900 2026-07 | 1200 2026-08",
        ),
        (
            "150 a month until april, then 900 from may, then 1200 from june",
            "150 <2026-04 | 900 2026-05 | 1200 2026-06",
        ),
        (
            "300 in april, 400 in may, 1100 a month from june",
            "300 2026-04 <2026-05 | 400 2026-05 <2026-06 | 1100 2026-06",
        ),
        ("四月到五月每月300，六月起2500，九月起3000", "300 2026-04 <2026-06 | 2500 2026-06 | 3000 2026-09"),
        (
            "四月到五月每月300，六月起2500一直到九月，十月起500",
            "300 2026-04 <2026-06 | 2500 2026-06 <2026-10 | 500 2026-10",
        ),
    ],
)
def test_three_steps_are_read_as_two_are(text: str, expected: str) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("150 april to june and 900 july to september", "150 2026-04 <2026-07 | 900 2026-07 <2026-10"),
        ("4月到5月每月300 6月到9月每月2500", "300 2026-04 <2026-06 | 2500 2026-06 <2026-10"),
        ("150 a month until june, then 900 a month through september", "150 <2026-06 | 900 <2026-10"),
    ],
)
def test_the_last_sum_has_its_end(text: str, expected: str) -> None:
    assert steps(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "300 in April and May, 1100 a month from July",
        "300 in april and june, 1100 after that",
        "300 in april and may or 1100 a month from june",
        "1100 a month but 300 in April and May",
        "300 in april, then 1100 a month",
        "2500 on april 22, then 800 each month on the 22nd",
        "I paid 300 in January and February, 1100 a month from April",
        "you want 300 in april and may, 1100 from june",
        "100 a month from May and 200 from September",
        "500 a month from June, 300 in August",
        "300 october to april and 900 may to september",
        "平时每月1100，四五月只能300",
        "四月五月各300，七月起每月1100",
        "五月十号开始 四月五月八百 六月起三千",
        "现在最多90，等我九月全职了可以还250",
    ],
)
def test_other_months_a_choice_and_seasons_are_left_as_they_were(text: str) -> None:
    assert steps(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("900 a month from may through september", "900 2026-05 <2026-10"),
        ("900 a month may to september", "900 2026-05 <2026-10"),
        ("100 a month until june", "100 <2026-06"),
        ("每月还900到9月", "900 <2026-10"),
        ("900 a month, cleared before september", ""),
        ("每月还900，9月前还清", ""),
        ("900 in september", ""),
    ],
)
def test_one_regular_sum_may_have_an_end(text: str, expected: str) -> None:
    found = one_that_ends(text, turn(text), TODAY)
    assert ("" if found is None else shown(found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("through september", date(2026, 10, 1)),
        ("到九月为止", date(2026, 10, 1)),
        ("nothing through september", None),
        ("is that through september?", None),
        ("can you wait until september", None),
        ("september", None),
    ],
)
def test_an_end_alone_is_one_where_the_words_go_through_it(text: str, expected: date | None) -> None:
    assert end_alone(text, turn(text), TODAY) == expected
