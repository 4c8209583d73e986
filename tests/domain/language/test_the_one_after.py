"""A day that is refused for the next like it: "not this Friday, the one after", 不是这周五 是下一个周五."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.language.turns import dates

TUESDAY, SATURDAY = date(2026, 3, 3), date(2026, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "not this friday tho this friday is gone already so the one after",
        "not this friday, the one after",
        "not this friday the one after",
        "not this friday but the next one",
        "not friday, the one after that please",
        "this friday won't work, the one after that works",
        "can't do this Friday. The following one",
        "不是这周五 是下一个周五",
        "不是这周五，是下一个",
        "不是这周五，是再下一个吧",
        "这周五不行 下一个周五开始",
        "这周五已经过了 下一个",
        "这周五不行，往后一个行吗",
    ],
)
def test_the_one_after_a_refused_weekday_is_that_of_the_week_after(text: str) -> None:
    assert dates(text, TUESDAY) == ["2026-03-13"]


def test_the_friday_after_is_no_friday_that_was_refused() -> None:
    assert dates("not this friday, the friday after", TUESDAY) == ["2026-03-13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("not the 6th, the one after that", "2026-04-06"), ("not the 1st, the one after", "2026-05-01")],
)
def test_the_one_after_a_refused_date_is_that_of_the_month_after(text: str, expected: str) -> None:
    assert dates(text, TUESDAY) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not this friday", []),
        ("this friday is gone", []),
        ("这周五已经过了", []),
        ("friday and the one after", ["2026-03-06"]),
        ("friday works, the next one too", ["2026-03-06"]),
        ("not this friday, the next one on the 20th", ["2026-03-20"]),
        ("this friday, and the next one on the 20th", ["2026-03-06", "2026-03-20"]),
        ("not friday the 13th", []),
        ("这周五不行，下一个月再说", []),
        ("the one after", []),
        ("下一个", []),
    ],
)
def test_nothing_else_is_the_one_after(text: str, expected: list[str]) -> None:
    assert dates(text, TUESDAY) == expected


def test_the_next_friday_in_mandarin_is_asked_about_while_the_week_has_one() -> None:
    assert dates("下一个周五开始", TUESDAY) == ["ambiguous"]
    assert dates("下一个周五开始", SATURDAY) == ["2026-03-13"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next is the 13th but that ones gone already so the 27th", ["2026-03-27"]),
        ("the 13th, that's already spent so the 27th", ["2026-03-27"]),
        ("下次是13号 那笔已经花了 27号吧", ["2026-03-27"]),
        ("the 13th but that one is fine", ["2026-03-13"]),
        ("13号那笔可以", ["2026-03-13"]),
    ],
)
def test_a_payday_whose_money_is_spent_is_no_day_to_pay_on(text: str, expected: list[str]) -> None:
    assert dates(text, TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so wednesdays. not tmrw tho, the wed after", ["2026-03-11"]),
        ("周三吧 明天不行 下周三", ["2026-03-11"]),
        ("friday. no not friday, monday", ["2026-03-09"]),
        ("not friday. ok fine friday", ["2026-03-06"]),
        ("wednesday, not thursday", ["2026-03-04"]),
    ],
)
def test_a_day_that_is_refused_in_other_words_is_refused(text: str, expected: list[str]) -> None:
    assert dates(text, TUESDAY) == expected
