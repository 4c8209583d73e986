"""A part of a payment, and the rest of it on another day: what is read, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.rest_later import RestLater, rest_later
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language

TODAY, TWENTIETH = date(2026, 3, 12), date(2026, 3, 20)


def read(text: str) -> RestLater | None:
    chinese = any(ord(letter) > 0x2E80 for letter in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    return rest_later(text, language=language, today=TODAY, currency=currency)


@pytest.mark.parametrize(
    ("text", "part", "rest"),
    [
        ("could only send 200, can I get you the rest on the 20th?", 200, None),
        ("I only have 100 right now, the other 200 on the 20th ok?", 100, 200),
        ("I paid 200 today and will pay the remaining 300 on friday the 20th", 200, 300),
        ("could only send 200, can I get you the other $1,300.50 on the 20th", 200, 1300.5),
        ("I've got 200 for you, remainder next friday", 200, None),
        ("on the 20th you get the rest, I sent $200", 200, None),
        ("can I do the rest on the 20th", None, None),
        ("只能先转200，剩下的20号给行吗", 200, None),
        ("先还了200，剩下的20号还可以吗", 200, None),
        ("手头只有200，剩下300等20号行不行", 200, 300),
        ("今天先付200，余下的3月20日付清", 200, None),
        ("20号再给你剩下的，现在只有200", 200, None),
    ],
)
def test_the_part_and_the_day_of_the_rest_are_read(text: str, part: float | None, rest: float | None) -> None:
    said = read(text)
    assert said is not None
    assert said.on == TWENTIETH
    for money, named in ((said.part, part), (said.rest, rest)):
        assert (money and money.minor) == (None if named is None else int(named * 100))


@pytest.mark.parametrize(
    "text",
    [
        "could only send 200",
        "can I pay 200 on the 20th",
        "the rest will have to wait",
        "200 now and the rest at 50 a month from the 20th",
        "100 now, 100 on the 16th and the rest on the 20th",
        "can you do half now and the rest on the 20th",
        "my bank balance is 200 until the 20th",
        "what's the balance on the 20th",
        "I sent 200 on march 3rd, the rest was due on march 5th",
        "只能先转200",
        "20号给200行吗",
        "剩下的以后再说",
        "先还200，剩下的从20号起每月50",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert read(text) is None


def test_money_is_whole_cents() -> None:
    said = read("sent 200, the other 300.25 on the 20th")
    assert said is not None
    assert said.rest == Money(30025, Currency.USD)


@pytest.mark.parametrize(
    ("text", "part", "rest"),
    [
        ("only got 200 now, the other 150 in a few days", 200, 150),
        ("I can send 200, the rest later", 200, None),
        ("工头才给我七百 剩下三百过几天补 行吧", 700, 300),
        ("剩下三百过几天补", None, 300),
        ("先转二百，剩下一半过两天", 200, None),
        ("先转200，剩下的过两天", 200, None),
    ],
)
def test_a_rest_of_some_day_has_no_day_yet(text: str, part: int | None, rest: int | None) -> None:
    said = read(text)
    assert said is not None
    assert said.on is None
    sums = (said.part and said.part.minor // 100, said.rest and said.rest.minor // 100)
    assert sums == (part, rest)


@pytest.mark.parametrize("text", ["the rest later", "剩下的以后再说", "I can send 200, the rest is gone"])
def test_without_a_sum_or_a_word_of_later_it_is_no_part_of_a_payment(text: str) -> None:
    assert read(text) is None
