"""Before which day there is no money is read, and told from a day by which they pay."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.nothing_before import nothing_before
from arrears.domain.money import Currency
from arrears.domain.people import Language


def read(text: str) -> date | None:
    chinese = any("一" <= sign <= "鿿" for sign in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    return nothing_before(text, language, date(2026, 5, 6), currency)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the most I can do is like 30 a month, and not before July", (7, 1)),
        ("nothing before the 3rd of july sorry", (7, 3)),
        ("cant do anything until july 3rd", (7, 3)),
        ("not till the 15th", (5, 15)),
        ("I don't have a dime till June 1", (6, 1)),
        ("7月之前真的没钱", (7, 1)),
        ("benefits come the 20th but thats food and rent. i cant do anything this month", (6, 1)),
        ("nothing this month please", (6, 1)),
        ("这个月一分钱都拿不出来", (6, 1)),
        ("这个月真的还不上", (6, 1)),
        ("7月3号以前不行 之后每月300", (7, 3)),
        ("下个月10号前一分都拿不出来", (6, 10)),
        ("能不能先停一停 7月以后再还", (7, 1)),
        ("7月10号之后才能开始还", (7, 10)),
        ("can you pause it and I start paying again in July?", (7, 1)),
    ],
)
def test_a_day_before_which_there_is_nothing(text: str, day: tuple[int, int]) -> None:
    assert read(text) == date(2026, *day)


@pytest.mark.parametrize(
    "text",
    [
        "I can pay before July 3",
        "100 a month until July",
        "not 50, 30 before July 3",
        "can't I pay after July 3?",
        "don't text me before 3pm",
        "can't do more than 100 this month",
        "i can't do anything this month but 50",
        "nothing changed this month",
        "这个月还不了那么多",
        "这个月还不上吗？",
        "7月之前还清",
        "7月3号前给你",
        "7月3号以前不行吗？",
        "7月以后再说",
        "7月以后工资高一点",
        "I'll write again in July",
    ],
)
def test_other_words_say_no_such_thing(text: str) -> None:
    assert read(text) is None
