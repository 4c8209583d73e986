from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.plan_builders import instalments
from arrears.domain.negotiation.runs import Run, moved_days, runs_of, usual_days
from arrears.domain.negotiation.schedule import due_dates
from arrears.domain.plans import Instalment

TODAY = date(2026, 5, 4)
WEEKENDS = RestDays(DayShift.NEXT)
MONTHLY = Frequency.MONTHLY


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def in_2026(*days: tuple[int, int]) -> tuple[date, ...]:
    return tuple(date(2026, month, day) for month, day in days)


@pytest.mark.parametrize(
    ("days", "frequency", "usual"),
    [
        (in_2026((5, 8), (6, 8), (7, 8)), MONTHLY, in_2026((5, 8), (6, 8), (7, 8))),
        (in_2026((5, 11), (6, 9), (7, 9)), MONTHLY, in_2026((5, 9), (6, 9), (7, 9))),
        (in_2026((5, 8), (6, 8), (7, 8), (8, 10)), MONTHLY, in_2026((5, 8), (6, 8), (7, 8), (8, 8))),
        (in_2026((5, 8), (6, 9), (7, 10), (8, 11)), MONTHLY, None),
        (in_2026((5, 8), (6, 8), (7, 8), (8, 30)), MONTHLY, None),  # no holiday moves a day that far
        (in_2026((5, 8), (5, 15), (5, 26)), Frequency.WEEKLY, in_2026((5, 8), (5, 15), (5, 22))),
        (in_2026((5, 8), (6, 20)), MONTHLY, None),
    ],
)
def test_the_usual_days_are_those_that_most_of_the_days_follow(
    days: tuple[date, ...], frequency: Frequency, usual: tuple[date, ...] | None
) -> None:
    assert usual_days(days, frequency) == usual


def test_a_first_payment_of_another_amount_is_a_run_of_its_own() -> None:
    days = in_2026((5, 7), (6, 1), (7, 1), (8, 3))
    amounts = (200, 100, 100, 100)
    items = tuple(Instalment(on, usd(minor)) for on, minor in zip(days, amounts, strict=True))
    first, rest = runs_of(items, MONTHLY)
    assert first == Run(usd(200), days[:1], None)
    assert (rest.days, rest.moved) == (days[1:], ((date(2026, 8, 1), date(2026, 8, 3)),))
    assert [run.usual for run in runs_of(items, None)] == [None, None]


def test_a_first_payment_far_from_the_days_of_the_others_is_a_run_of_its_own() -> None:
    days = in_2026((5, 1), (6, 28), (7, 28), (8, 28))
    runs = runs_of([Instalment(on, usd(200)) for on in days], MONTHLY)
    assert [run.days for run in runs] == [days[:1], days[1:]]


@given(
    st.dates(TODAY, date(2028, 12, 31)),
    st.integers(1, 40),
    st.sampled_from(list(Frequency)),
    st.integers(1, 2),
)
def test_what_is_said_of_a_run_gives_its_days_back(
    first_on: date, count: int, frequency: Frequency, cents: int
) -> None:
    offer = instalments(usd(100 * count + cents), first_on, count, frequency, WEEKENDS, TODAY)
    for run in runs_of(offer.instalments, frequency):
        if run.usual is None:
            continue
        elsewhere = dict(run.moved)
        assert tuple(elsewhere.get(day, day) for day in run.usual) == run.days


@given(st.dates(TODAY, date(2028, 12, 31)), st.integers(2, 40), st.sampled_from(list(Frequency)))
def test_days_of_a_rhythm_are_usual_as_they_are(first_on: date, count: int, frequency: Frequency) -> None:
    days = tuple(islice(due_dates(first_on, frequency), count))
    assert usual_days(days, frequency) == days
    assert moved_days(days, days) == ()
