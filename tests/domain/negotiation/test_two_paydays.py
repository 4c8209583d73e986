"""A sum beside two paydays, with no day or rhythm of its own, is one of every month: it asks least."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.proposed_days import on_both_days, on_day_set, on_told_payday
from arrears.domain.people import Language

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "rhythm", "on"),
    [
        ("we can do 150 between us. i get paid 15th and end of month", Frequency.MONTHLY, date(2026, 3, 15)),
        ("I can do 150, I get paid on the 1st and the 15th", Frequency.MONTHLY, date(2026, 3, 15)),
        ("我能还500，我每月5号和20号发工资", Frequency.MONTHLY, date(2026, 3, 5)),
        ("150 on the 15th. i get paid the 15th and the 30th", None, date(2026, 3, 15)),
        ("150 on the 20th. i get paid the 15th and the 30th", None, None),
        ("150 twice a month, paid the 1st and 15th", Frequency.SEMIMONTHLY, date(2026, 3, 15)),
        ("I can do 150, I get paid on the 15th", None, date(2026, 3, 15)),
        ("我能还500，我20号发工资", None, date(2026, 3, 20)),
    ],
)
def test_it_is_monthly_from_the_next_of_them(text: str, rhythm: Frequency | None, on: date | None) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, TODAY, currency)
    said = on_told_payday(proposal_in(text, readings, currency, TODAY), readings, means)
    assert (said.frequency, said.on) == (rhythm, on)


@pytest.mark.parametrize(
    ("text", "rhythm", "on"),
    [
        ("100 on the 15th and the 30th", Frequency.SEMIMONTHLY, date(2026, 3, 15)),
        ("100 each on the 15th and the end of the month", Frequency.SEMIMONTHLY, date(2026, 3, 15)),
        ("15号和月底各500", Frequency.SEMIMONTHLY, date(2026, 3, 15)),
        ("100 on march 15 and march 30", None, None),  # once each
        ("100 on the 1st and the 15th", None, None),  # no half-months: a payment would come before the 1st
        ("100 on the 15th or the 30th", None, None),
        ("3月15号和月底各500", None, None),
    ],
)
def test_one_sum_on_two_days_of_the_month_is_twice_a_month(
    text: str, rhythm: Frequency | None, on: date | None
) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, TODAY, currency)
    said = on_both_days(proposal_in(text, readings, currency, TODAY), text, readings)
    assert (said.frequency, said.on) == (rhythm, on)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("能不能定在每个月的十六号，因为十五号有时候要到傍晚才到账，我怕耽误了你们。", date(2026, 3, 16)),
        ("定在每个月16号，15号才到账", date(2026, 3, 16)),
        (
            "can it be the 16th of every month, on the 15th my pension comes in late",
            date(2026, 3, 16),
        ),
        ("rent is the 5th of every month, i get paid the 15th sometimes late", None),
    ],
)
def test_the_day_of_every_month_that_it_is_set_on_counts_whatever_day_says_why(
    text: str, on: date | None
) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, TODAY, currency)
    said = on_day_set(proposal_in(text, readings, currency, TODAY), text, readings)
    assert (said.frequency, said.on) == (Frequency.MONTHLY, on)
