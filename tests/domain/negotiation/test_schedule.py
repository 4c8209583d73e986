from datetime import date
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.money import total as summed
from arrears.domain.negotiation.schedule import due_dates, schedule


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
FREQUENCIES = st.sampled_from(Frequency)


@pytest.mark.parametrize(
    ("frequency", "first", "expected"),
    [
        (Frequency.WEEKLY, (2026, 2, 27), [(2, 27), (3, 6), (3, 13)]),
        (Frequency.BIWEEKLY, (2026, 12, 25), [(12, 25), (1, 8), (1, 22)]),
        (Frequency.MONTHLY, (2026, 5, 15), [(5, 15), (6, 15), (7, 15)]),
        (Frequency.MONTHLY, (2026, 1, 31), [(1, 31), (2, 28), (3, 31), (4, 30)]),
        (Frequency.MONTHLY, (2028, 1, 30), [(1, 30), (2, 29), (3, 30)]),
        (Frequency.MONTHLY, (2026, 11, 30), [(11, 30), (12, 30), (1, 30), (2, 28), (3, 30)]),
        (Frequency.SEMIMONTHLY, (2026, 1, 1), [(1, 1), (1, 16), (2, 1), (2, 16)]),
        (Frequency.SEMIMONTHLY, (2026, 1, 20), [(1, 20), (2, 5), (2, 20), (3, 5)]),
        (Frequency.SEMIMONTHLY, (2026, 1, 15), [(1, 15), (1, 31), (2, 15), (2, 28), (3, 15)]),
        (Frequency.SEMIMONTHLY, (2026, 4, 30), [(4, 30), (5, 15), (5, 31), (6, 15)]),
        (Frequency.SEMIMONTHLY, (2026, 2, 14), [(2, 14), (2, 28), (3, 14), (3, 29)]),
    ],
)
def test_due_days_follow_the_calendar(
    frequency: Frequency, first: tuple[int, int, int], expected: list[tuple[int, int]]
) -> None:
    days = islice(due_dates(date(*first), frequency), len(expected))
    assert [(day.month, day.day) for day in days] == expected


@given(first_on=DAYS, frequency=FREQUENCIES)
def test_due_days_start_at_the_first_day_and_increase(first_on: date, frequency: Frequency) -> None:
    days = list(islice(due_dates(first_on, frequency), 60))
    assert days[0] == first_on
    assert all(earlier < later for earlier, later in pairwise(days))


@given(total=st.integers(1, 10_000_000), count=st.integers(1, 120), first_on=DAYS, frequency=FREQUENCIES)
def test_a_count_gives_that_many_equal_parts_that_add_up_to_the_cent(
    total: int, count: int, first_on: date, frequency: Frequency
) -> None:
    count = min(count, total)
    instalments = schedule(usd(total), first_on, count, frequency)
    amounts = [instalment.amount for instalment in instalments]
    assert len(amounts) == count
    assert summed(amounts, Currency.USD) == usd(total)
    assert max(amounts) - min(amounts) <= usd(1)
    assert amounts[-1] <= amounts[0]


@given(total=st.integers(1, 10_000_000), share=st.integers(1, 120), first_on=DAYS, frequency=FREQUENCIES)
def test_an_amount_gives_equal_payments_and_a_smaller_last_one(
    total: int, share: int, first_on: date, frequency: Frequency
) -> None:
    amount = usd(max(1, total // share))
    amounts = [instalment.amount for instalment in schedule(usd(total), first_on, amount, frequency)]
    assert summed(amounts, Currency.USD) == usd(total)
    assert len(amounts) == -(-total // amount.minor)
    assert all(part == amount for part in amounts[:-1])
    assert usd(0) < amounts[-1] <= amount


@pytest.mark.parametrize(
    ("total", "by"), [(0, 1), (0, usd(1)), (100, 0), (100, 101), (100, usd(0)), (-5, usd(1))]
)
def test_a_schedule_of_nothing_is_refused(total: int, by: int | Money) -> None:
    with pytest.raises(ValueError, match=r"nothing|positive"):
        schedule(usd(total), date(2026, 5, 1), by, Frequency.MONTHLY)
