"""A first sum and the regular ones after it, told apart, or not at all."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.first_and_rest import first_and_rest
from tests.domain.language.turns import TODAY, shown_amount, turn


def shown(text: str) -> str:
    found = first_and_rest(text, turn(text), TODAY)
    if found is None:
        return ""
    first, rest = found
    paid = [*map(shown_amount, first.amounts), *(str(each.on) for each in first.dates)]
    then = [*map(shown_amount, rest.amounts), *(str(each.on) for each in rest.dates)]
    then += [str(each) for each in (rest.instalment_count, rest.frequency) if each is not None]
    return f"{' '.join(paid)} | {' '.join(then)}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2000 now, the rest 1000 a month", "2000 2026-03-11 | 1000 monthly"),
        ("I can pay 2000 now and the rest 1000 a month", "2000 2026-03-11 | 1000 monthly"),
        ("half now and 300 a month after that", "50% 2026-03-11 | 300 monthly"),
        ("half now, the rest over 3 months", "50% 2026-03-11 | 3 monthly"),
        ("500 on friday and then 200 a month", "500 2026-03-13 | 200 monthly"),
        ("500 down and 200 a month", "500 | 200 monthly"),
        ("200 a month and 500 down", "500 | 200 monthly"),
        ("500 down, rest in 4 payments", "500 | 4"),
        ("300 today, 150 every two weeks after that", "300 2026-03-11 | 150 biweekly"),
        ("400 up front, 200 monthly after", "400 | 200 monthly"),
        ("500 now and 200 on the 15th of every month", "500 2026-03-11 | 200 2026-03-15 monthly"),
        ("500 now, then 200 a month starting april 20", "500 2026-03-11 | 200 2026-04-20 monthly"),
        (
            "600 on the 22nd, then 125 a month on the 25th starting in may",
            "600 2026-03-22 | 125 2026-05-25 None monthly",
        ),
        (
            "her transfer comes the 22nd not the 20th. so 600 on the 22nd, then 125 a month from may",
            "600 2026-03-22 | 125 None monthly",
        ),
        ("22号还600 之后从5月起每月25号还125", "600 2026-03-22 | 125 None 2026-05-25 monthly"),
        ("2000 today then 10 payments of 300", "2000 2026-03-11 | 300 10"),
        ("先付两千，剩下的每月一千", "2000 | 1000 monthly"),
        ("先还2000，剩下的每个月1000", "2000 | 1000 monthly"),
        ("一半现在还，其余分三个月", "50% 2026-03-11 | 3 monthly"),
        ("首付500，剩下的分6期", "500 | 6"),
        ("每月还300，首付500", "500 | 300 monthly"),
        ("今天先还500，以后每个月还200", "500 2026-03-11 | 200 monthly"),
        ("15号先还一千，之后每月五百", "1000 2026-03-15 | 500 monthly"),
        ("先付一半，剩下的每月300", "50% | 300 monthly"),
        ("现在有点困难，先还500，之后每月200", "500 | 200 monthly"),
        ("手头有2万先还，剩下随借随还每月最少5000", "20000 2026-03-11 | 5000 monthly"),
        ("现在有2万先还上，剩下的每月最少还5000", "20000 2026-03-11 | 5000 monthly"),
        ("有2万可以先还，其余每月5000起", "20000 | 5000 monthly"),
    ],
)
def test_a_first_sum_and_regular_ones_are_told_apart(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "500 or 200 a month",
        "500 on friday or 200 a month instead",
        "500 a month",
        "500 and 200 a month",
        "I owe 500 and can pay 200 a month",
        "200 on the 20th and the rest on april 17",
        "500或者每月200",
        "要么先还500，要么每月200",
        "每月还500",
        "先还3000，剩下的等我有钱再还",
        "房租2000，每月能还300",
    ],
)
def test_a_choice_or_one_sum_alone_is_no_first_one_with_regular_ones(text: str) -> None:
    assert shown(text) == ""
