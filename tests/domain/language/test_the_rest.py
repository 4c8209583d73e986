"""The day of the rest beside the day of a first payment."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.the_rest import is_rest_alone, rest_day, without_rest
from arrears.domain.language.read_both import read_both
from arrears.domain.money import Currency
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.people import Language

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "rest", "first"),
    [
        ("200 on march 20 and the other 600 on april 17", date(2026, 4, 17), [date(2026, 3, 20)]),
        ("200 on the 20th and the rest on april 17", date(2026, 4, 17), [date(2026, 3, 20)]),
        ("half on friday, rest on the 30th", date(2026, 3, 30), [date(2026, 3, 13)]),
        ("the rest on april 20th", date(2026, 4, 20), []),
        ("3月20号还200，剩下的4月20号还", date(2026, 4, 20), [date(2026, 3, 20)]),
        ("200 on the 20th and the rest in april", None, [date(2026, 3, 20)]),  # no day, and none of the first
        ("剩下的收了麦子再说", None, []),
        ("I get the rest of my pay on the 20th", None, None),
        ("the rest is hard. call me on the 20th", None, None),
        ("200 on the 20th", None, None),
    ],
)
def test_the_rest_has_a_day_of_its_own(text: str, rest: date | None, first: list[date] | None) -> None:
    chinese = any("一" <= char <= "鿿" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, TODAY, currency)
    found = rest_day(text, readings)
    assert (found and found.on) == rest
    if found is not None:
        assert [day.on for day in without_rest(readings, found, text).dates] == first
        assert len(without_rest(readings, found, text).amounts) <= 1


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("剩下的我每个月还1000行不行，从4月5号开始", True),
        ("剩下的从4月5号开始每个月还1000", True),
        ("余款分9期，4月5号开始", True),
        ("the rest at 100 a month from april 5", True),
        ("can I do 100 a month for the rest, starting april 5", True),
        ("the remaining balance in 4 payments from april 5", True),
        ("先还1500，剩下的每个月还1000", False),
        ("200 today, the rest 100 a month from april 5", False),
        ("100 a month and the rest on december 1", False),
        ("the rest on april 20th", False),
        ("每个月还1000，从4月5号开始", False),
        ("100 a month from april 5", False),
    ],
)
def test_how_the_rest_is_paid_regularly_stands_for_itself(text: str, alone: bool) -> None:
    chinese = any("一" <= char <= "鿿" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, TODAY, currency)
    assert is_rest_alone(text, readings) is alone
    if alone:
        said = proposal_in(text, readings, currency, TODAY)
        assert said.on == date(2026, 4, 5)
        assert said.rest is None
