"""What stands beside words that were not read is doubtful, and a plain offer in Mandarin never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import Certainty
from tests.domain.language.turns import shown_amount, shown_date, turn


def _shown(text: str) -> list[str]:
    """The amounts, dates and percentages that are offered, those in doubt with a question mark."""
    readings = turn(text)
    values = [
        *((shown_amount(one), one.certainty) for one in readings.amounts),
        *((shown_date(one), one.certainty) for one in readings.dates),
        *((f"{one.percent:f}%", one.certainty) for one in readings.percents),
    ]
    return [value + "?" * (certainty is Certainty.UNSURE) for value, certainty in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每期多还五十", ["50?"]),
        ("每期还五十", ["50"]),
        ("每期加还一百", ["100?"]),
        ("我加班 还一百", ["100"]),
        ("最多还三百", ["300"]),
        ("顶多给你三百", ["300"]),
        ("这期少还两百块行不行", ["200?"]),
        ("我们俩每人还三百", ["300?"]),
        ("我弟还我四百块", ["400?"]),
        ("我还你四百块", ["400"]),
        ("孩子住院 要交一万二千块", ["12000?"]),
        ("刚还了六百块", ["600?"]),
        ("发了工资才还六百", ["600", "unresolved"]),
        ("就算二十号还四百也不够", ["400?", "2026-03-20?"]),
        ("别指望我二十号能还", ["2026-03-20?"]),
        ("别催了我二十号还", ["2026-03-20"]),
        ("能熬到二十号", ["2026-03-20?"]),
        ("比十五号早三天还", ["2026-03-15?"]),
        ("你们答应给我打七折", ["70%?"]),
        ("给我打七折", ["70%"]),
        ("提前两天一次还清", ["FULL?"]),
        ("提前一次还清", ["FULL"]),
    ],
)
def test_a_word_that_changes_a_value_makes_it_doubtful_even_alone(text: str, expected: list[str]) -> None:
    assert _shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按揭每月两千一 你们这边我只能还三百", ["2100?", "300"]),
        ("你们催我还三千 我现在手上就七百", ["3000?", "700"]),
        ("存款就一万二 给你三千", ["12000?", "3000"]),
        ("五千块是我的全部积蓄 给你三千", ["5000?", "3000"]),
        ("头两个月还一百 后面还三百", ["100", "300"]),
        ("先给两百块 余下的三百块月底给", ["200", "300", "2026-03-31"]),
        ("十五号出殡 二十号还", ["2026-03-15?", "2026-03-20"]),
        ("我选十五号 不选二十号", ["2026-03-15?", "2026-03-20?"]),
        ("十五号还两百 二十号还三百", ["200", "300", "2026-03-15", "2026-03-20"]),
        ("手机卖了六百五十块 给你四百", ["650?", "400"]),
        ("手机卖了 给你四百", ["400"]),
    ],
)
def test_an_unknown_word_makes_a_value_doubtful_beside_another(text: str, expected: list[str]) -> None:
    assert _shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我每月开销要三百块", ["300?"]),
        ("我开销大 每月能还三百", ["300"]),
        ("牙缝里抠的三百块", ["300?"]),
        ("牙缝里抠的也还你三百", ["300"]),
    ],
)
def test_a_sum_alone_is_doubtful_beside_an_unknown_word_if_no_verb_offers_it(
    text: str, expected: list[str]
) -> None:
    assert _shown(text) == expected


_DAYS = ("下周五", "三月二十号", "月底", "后天", "20号")
_SUMS = ("三百", "300元", "两百五", "1200块", "一千二")
_PLAIN = (
    "{day}还{amount}",
    "{day}我能还{amount}",
    "{day}之前肯定打{amount}过去",
    "您好，我{day}转{amount}，请查收",
    "{day}先给你们{amount}行不行",
    "发了工资 {day}还你{amount}",
    "最多{amount} {day}给",
    "我想{day}还{amount}，可以吗",
    "{amount} {day}",
    "手头紧 {day}只能还{amount}",
    "我妈帮我还{amount} {day}",
)


@given(st.sampled_from(_PLAIN), st.sampled_from(_DAYS), st.sampled_from(_SUMS))
def test_a_plain_offer_is_never_doubtful(said: str, day: str, amount: str) -> None:
    shown = _shown(said.format(day=day, amount=amount))
    assert len(shown) >= 2
    assert not any(value.endswith("?") for value in shown)
