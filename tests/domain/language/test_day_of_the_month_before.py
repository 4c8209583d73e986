"""A day that follows on a month, in the next sentence, is a day of that month."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read import read
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.people import Language

TODAY = date(2026, 11, 5)


def days(text: str) -> list[date | None]:
    language = Language.ZH if has_han(text) else Language.EN
    currency = Currency.CNY if language is Language.ZH else Currency.USD
    found = read(text, language=language, today=TODAY, currency=currency).dates
    return [each.on for each in found if each.on is not None]


@pytest.mark.parametrize(
    "text",
    [
        "maybe 50 in december? the 11th?",
        "maybe 50 in december? maybe the 11th? after that i honestly dont know",
        "in december i can do 50. the 11th",
        "12月能还500吧？11号？",
        "500 12月可以 11号给",
    ],
)
def test_it_is_of_that_month(text: str) -> None:
    assert days(text) == [date(2026, 12, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "50 in december? or the 11th?",
        "in december i start a new job. i can do 50 on the 11th",
        "50 on the 11th. in december more",
        "12月还500，还是11号还？",
    ],
)
def test_another_time_is_the_next_one(text: str) -> None:
    assert date(2026, 11, 11) in days(text)
