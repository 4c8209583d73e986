"""Simple interest by the day: each bound of a rate, the day counts, and what holds whatever the figures."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.interest import ANNUAL_RATE_MAX, DayCount, InterestTerms
from arrears.domain.money import Currency, Money

PRINCIPALS = st.integers(0, 10**12)
RATES = st.integers(0, ANNUAL_RATE_MAX)
DAYS = st.integers(0, 3_660)
COUNTS = st.sampled_from(DayCount)


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


@pytest.mark.parametrize(
    ("rate", "day_count", "days", "minor"),
    [
        (182_500, DayCount.ACTUAL_365, 0, 0),
        (182_500, DayCount.ACTUAL_365, 1, 50),
        (182_500, DayCount.ACTUAL_365, 62, 3_100),
        (180_000, DayCount.ACTUAL_360, 1, 50),
        (180_000, DayCount.ACTUAL_365, 1, 49),  # 49.3 cents
        (180_000, DayCount.ACTUAL_365, 366, 18_049),  # a leap year has a day more
        (180_000, DayCount.ACTUAL_360, 360, 18_000),
        (0, DayCount.ACTUAL_365, 365, 0),
    ],
)
def test_a_thousand_dollars_accrue_by_rate_and_day_count(
    rate: int, day_count: DayCount, days: int, minor: int
) -> None:
    assert InterestTerms(rate, day_count).accrued(usd(100_000), days) == usd(minor)


@pytest.mark.parametrize("rate", [-1, ANNUAL_RATE_MAX + 1])
def test_a_rate_that_cannot_be_is_refused(rate: int) -> None:
    with pytest.raises(ValueError, match="0 to 1000 per cent"):
        InterestTerms(rate)


def test_interest_does_not_accrue_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        InterestTerms(180_000).accrued(usd(100_000), -1)


def test_money_paid_in_advance_accrues_nothing() -> None:
    assert InterestTerms(180_000).accrued(usd(-100_000), 30) == usd(0)


@given(PRINCIPALS, RATES, DAYS, COUNTS)
def test_interest_is_exact_to_half_a_cent(principal: int, rate: int, days: int, day_count: DayCount) -> None:
    exact = Fraction(principal * rate * days, 1_000_000 * day_count.days_in_year)
    accrued = InterestTerms(rate, day_count).accrued(usd(principal), days)
    assert abs(accrued.minor - exact) <= Fraction(1, 2)


@given(PRINCIPALS, RATES, DAYS, COUNTS)
def test_another_day_never_makes_it_less(principal: int, rate: int, days: int, day_count: DayCount) -> None:
    terms = InterestTerms(rate, day_count)
    assert terms.accrued(usd(principal), days) <= terms.accrued(usd(principal), days + 1)
