"""Several sums with days of their own, told apart, or not at all."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.dated_sums import dated_sums
from arrears.domain.language.readings import Readings
from tests.domain.language.turns import TODAY, shown_amount, shown_date, turn


def shown(text: str) -> str:
    found = dated_sums(text, turn(text), TODAY)
    if found is None:
        return ""
    parts = [f"{shown_amount(*part.amounts)} {shown_date(*part.dates)}" for part in found.parts]
    rest = f"rest {found.rest_on}" if found.rest_on else ""
    months = f" in {found.rest_count}" if found.rest_count > 1 else ""
    then = "" if found.regular is None else f"then {shown_regular(found.regular)}"
    return ", ".join([*parts, *([rest + months] if rest else []), *([then] if then else [])])


def shown_regular(read: Readings) -> str:
    said = [*map(shown_amount, read.amounts), *(str(each.on) for each in read.dates)]
    return " ".join([*said, *(str(each) for each in (read.instalment_count, read.frequency) if each)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "500 on the 1st, 500 on the 15th and the rest in May",
            "500 2026-04-01, 500 2026-04-15, rest 2026-05-15",
        ),
        ("500 on april 1 and 400 on april 15", "500 2026-04-01, 400 2026-04-15"),
        ("300 now, if things hold up make it good friday, all 600", "300 2026-03-11, 300 2026-04-03"),
        ("300 today and the whole 900 on april 15", "300 2026-03-11, 600 2026-04-15"),
        ("300 today and 900 on april 15", "300 2026-03-11, 900 2026-04-15"),
        ("on april 1 i can do 700, and on april 20 750", "700 2026-04-01, 750 2026-04-20"),
        ("half on april 3, half on may 4", "50% 2026-04-03, 50% 2026-05-04"),
        ("two payments, 700 on april 3 and 750 on april 17", "700 2026-04-03, 750 2026-04-17"),
        ("200 on the 20th and the rest in april", "200 2026-03-20, rest 2026-04-20"),
        ("200 on the 20th and the rest in march", "200 2026-03-20, rest 2026-03-31"),
        ("a third now and the rest in april and may", "100/3% 2026-03-11, rest 2026-04-11 in 2"),
        ("4月1号还2000，15号还2000，剩下的5月份还清", "2000 2026-04-01, 2000 2026-04-15, rest 2026-05-15"),
        ("20号还500，下个月20号还800", "500 2026-03-20, 800 2026-04-20"),
        ("half now and half next month", "50% 2026-03-11, 50% 2026-04-11"),
        ("half this friday and half two weeks after that", "50% 2026-03-13, 50% 2026-03-27"),
        (
            "200 on friday, 200 a week later and the rest a month after that",
            "200 2026-03-13, 200 2026-03-20, rest 2026-04-20",
        ),
        ("500 on friday and half 2 weeks after", "500 2026-03-13, 50% 2026-03-27"),
        ("half on friday, half in two weeks", "50% 2026-03-13, 50% 2026-03-25"),
        ("周五还一半 两周后再还另一半", "50% 2026-03-13, 50% 2026-03-27"),
        ("周五还一半，隔半个月还剩下的", "50% 2026-03-13, rest 2026-03-28"),
        ("月底还500 过两周还剩下的", "500 2026-03-31, rest 2026-04-14"),
        ("300 on friday and 300 in april", "300 2026-03-13, 300 2026-04-13"),
        ("现在还一半 下个月还一半", "50% 2026-03-11, 50% 2026-04-11"),
        ("我先还一半，下个月再还一半", "50% 2026-03-11, 50% 2026-04-11"),
        ("先还500，5月再还800", "500 2026-03-11, 800 2026-05-11"),
        ("先还五百 剩下的月底还一千", "500 2026-03-11, 1000 2026-03-31"),
        ("明天先还五百 剩下的月底还一千", "500 2026-03-12, 1000 2026-03-31"),
        ("500 now, the rest at the end of the month, another 1000", "500 2026-03-11, 1000 2026-03-31"),
    ],
)
def test_sums_and_days_that_take_turns_are_payments(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "500 tomorrow, a thousand on the 31st, then 600 a month",
            "500 2026-03-12, 1000 2026-03-31, then 600 monthly",
        ),
        (
            "500 tomorrow, 1000 on the 31st and 600 a month after that",
            "500 2026-03-12, 1000 2026-03-31, then 600 monthly",
        ),
        (
            "500 tomorrow, 1000 on the 31st, 600 a month from may 15",
            "500 2026-03-12, 1000 2026-03-31, then 600 2026-05-15 monthly",
        ),
        (
            "500 on friday, 1000 on the 31st and the rest in 3 payments",
            "500 2026-03-13, 1000 2026-03-31, then 3",
        ),
        ("五百明天打 三十一号一千 后面每个月六百", "500 2026-03-12, 1000 2026-03-31, then 600 monthly"),
        ("明天五百 31号一千 每月六百", "500 2026-03-12, 1000 2026-03-31, then 600 monthly"),
        ("明天先打五百，三十一号一千，剩下的分三期", "500 2026-03-12, 1000 2026-03-31, then 3"),
    ],
)
def test_regular_sums_may_follow_them(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "500 tomorrow or 1000 on the 31st, then 600 a month",
        "500 on the 1st and 200 on the 15th of every month",
        "500 on the 1st and the 15th, 600 a month",
        "500 on friday and 200 a month",
        "500 on april 1 or 600 on april 15",
        "500 on april 15 and 500 on april 1",
        "500 on april 1 and 15",
        "500 on the 1st of every month and 200 on the 15th",
        "200 on the 20th and the rest on april 17",
        "a third now and the rest in april and june",
        "I paid 500 on february 1 and 500 on february 15",
        "500 on april 1",
        "要么4月1号还500，要么15号还800",
        "20号还500，剩下的收了麦子再说",
        "还一半，下个月再还一半",
        "先还五百，剩下的月底还",
        "300 in april and 300 on friday",
    ],
)
def test_a_choice_or_what_is_not_in_order_is_left_to_be_asked_about(text: str) -> None:
    assert shown(text) == ""
