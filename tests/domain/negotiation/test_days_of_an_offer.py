"""Which of the days that a turn names are those of its offer: said twice, or of the month just named."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read import read
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.people import Language

JUNE, NOVEMBER = date(2026, 6, 3), date(2026, 11, 5)
BOTH_PARTS = "so 600 on the 22nd, then 125 a month on the 25th starting july"


def days_of(text: str, today: date) -> list[str]:
    """The day of each part of the offer, in their order."""
    language = Language.ZH if has_han(text) else Language.EN
    readings = read(text, language=language, today=today, currency=Currency.USD)
    part, found = proposal_in(text, readings, Currency.USD, today), list[str]()
    while True:
        found.append("none" if part.on is None else f"{part.on:%m-%d}")
        if part.rest is None:
            return found
        part = part.rest


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (BOTH_PARTS, ["06-22", "07-25"]),
        (f"her transfer is scheduled for the 22nd not the 20th. {BOTH_PARTS}", ["06-22", "07-25"]),
        ("she pays me on the 22nd so 600 on the 22nd", ["06-22"]),
        ("她22号给我钱 22号还600", ["06-22"]),
        ("friday, yes, friday 50", ["06-05"]),
        ("50 friday, yes, friday", ["06-05"]),
        ("rent's due the 5th, 100 on the 5th then", ["06-05"]),
    ],
)
def test_a_day_said_twice_is_the_one_that_has_the_sum(text: str, days: list[str]) -> None:
    assert days_of(text, JUNE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("maybe 50 in december? the 11th?", ["12-11"]),
        ("50块 12月吧 11号", ["12-11"]),
        ("not before december, on the 12th", ["12-12"]),
        ("in december i get a bonus. 50 on the 11th", ["11-11"]),
        ("50 on the 11th", ["11-11"]),
    ],
)
def test_a_bare_day_right_after_a_month_is_of_that_month(text: str, days: list[str]) -> None:
    assert days_of(text, NOVEMBER) == days
