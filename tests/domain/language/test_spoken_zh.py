"""Mandarin as it is spoken: sums that run on into the next word, days counted from today, what was done."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.test_doubtful_values import DENY, MOVE, PROMISE, shown
from tests.domain.language.turns import amounts, dates, turn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("还一千八一次付清", ["1800", "FULL"]),
        ("两百一周", ["200"]),
        ("三百一块还", ["300"]),
        ("给你三百一块五", ["310.50"]),
        ("还三百一", ["310"]),
        ("就这个数 五百 六月底", ["500"]),
        ("还你数百块", []),
        ("我周五打五百过去", ["500"]),
        ("先交学费两千六", []),
        ("先还两千六", ["2600"]),
    ],
)
def test_a_sum_ends_where_the_next_word_begins(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下个月今天还", ["2026-04-11"]),
        ("下周的今天", ["2026-03-18"]),
        ("明年今天还", ["2027-03-11"]),
        ("今天还", ["2026-03-11"]),
        ("六月十九一起还六百", ["2026-06-19"]),
        ("六月十九一把还清", ["2026-06-19"]),
        ("四月十五才发 十六号给", ["2026-04-15", "2026-03-16"]),
    ],
)
def test_a_day_is_read_before_words_of_paying_and_counted_from_today(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("十二期能不能改成二十四期", 24),
        ("由6期调整为10期", 10),
        ("分期四个月", 4),
        ("不用分期 四月十五号还清", None),
    ],
)
def test_the_count_that_is_wished_stands_for_the_one_that_was(text: str, count: int | None) -> None:
    assert turn(text).instalment_count == count


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("三号还的 一千五", PROMISE, ["2026-03-03?"]),
        ("三号把钱还了", PROMISE, ["2026-04-03"]),
        ("三号还", PROMISE, ["2026-04-03"]),
        ("不要在二十号扣", DENY, ["2026-03-20?"]),
        ("别二十号扣", DENY, ["2026-03-20?"]),
        ("在二十号扣了", DENY, ["2026-03-20"]),
        ("五月底 哦不 六月底", MOVE, ["2026-05-31?", "2026-06-30"]),
        ("从八号改到十八号", MOVE, ["2026-04-08", "2026-03-18"]),
        ("我要晚五天 二十号还", PROMISE, ["2026-03-16?", "2026-03-20"]),
        ("晚五天还", PROMISE, ["2026-03-16"]),
        ("四月五号清明 六号还", PROMISE, ["2026-04-05?", "2026-04-06"]),
    ],
)
def test_a_day_that_is_done_set_aside_or_taken_back_is_doubtful(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert [one.split()[0] for one in shown(text, EntityName.DATE, intent)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("余款3000元于3月20日前结清", ["3000", "FULL?"]),
        ("3月20日前一次结清", ["FULL"]),
        ("每月四百变成三百行吗", ["400?", "300"]),
    ],
)
def test_what_is_cleared_is_the_sum_that_was_named(text: str, expected: list[str]) -> None:
    assert [one.split()[0] for one in shown(text, EntityName.AMOUNT, PROMISE)] == expected
