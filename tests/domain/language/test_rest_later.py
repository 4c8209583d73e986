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
