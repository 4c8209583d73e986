"""Since when something lasts is no day to pay on; a reason that begins like it leaves the day standing."""

from __future__ import annotations

import pytest

from arrears.domain.language.readings import Certainty, DateProblem
from tests.domain.language.turns import dates, turn


@pytest.mark.parametrize(
    "text",
    [
        "he has been in the hospital since sunday",
        "ive been out since monday, can pay 80",
        "been off work since last friday i can pay 50",
        "in the hospital ever since Wednesday",
        "the shop is closed since the 2nd",
        "since the 28th i have no job, i could pay 60",
        "i havent worked since january",
        "since april we've had no income",
        "since march i have been paying 50",
        "sick from monday until now",
        "从周日起一直住院",
        "从上周三开始就没上班，只能还200",
        "打周五起就一直在医院 先还两百",
        "自周一以来就没收入",
        "从周日到现在一直没上班 只能还一百",
        "自从周日住院，就没钱了",
        "从5月起停工了，每月只能还100",
    ],
)
def test_a_day_since_which_something_lasts_is_none_to_pay_on(text: str) -> None:
    found = turn(text).dates
    assert {(one.on, one.problem) for one in found} <= {(None, DateProblem.PAST)}
    assert {one.certainty for one in found} <= {Certainty.UNSURE}
    assert found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ive been sick since yesterday, can i pay 50 friday", ["2026-03-13"]),
        ("since march 1st ive been out of work, i could do 40 on the 15th", ["2026-03-15"]),
        ("since friday is payday i can pay 100", ["2026-03-13"]),
        ("since friday i get paid i can do 60", ["2026-03-13"]),
        ("since the 15th works for me lets do 100", ["2026-03-15"]),
        ("since i get paid friday i'll do 100 then", ["2026-03-13"]),
        ("50 from monday until it's paid", ["2026-03-16"]),
        ("start friday 50 a week", ["2026-03-13"]),
        ("从3月1号起就失业了 15号还一百", ["2026-03-15"]),
        ("上周三开始住院，下周五还200", ["2026-03-20"]),
        ("从周五起每周还100", ["2026-03-13"]),
        ("从周五起一直每周还100", ["2026-03-13"]),
        ("从周五开始没问题，每周还100", ["2026-03-13"]),
        ("从下周一开始每月还200", ["2026-03-16"]),
    ],
)
def test_a_day_that_is_paid_on_stands_beside_it(text: str, expected: list[str]) -> None:
    assert [day for day in dates(text) if day != "past"] == expected
