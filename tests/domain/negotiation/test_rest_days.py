from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.rest_days import (
    first_free,
    is_rest_day,
    kept_apart,
    latest_within,
    moved,
)

CHRISTMAS = frozenset({date(2026, 12, 25)})  # a Friday
GOLDEN_WEEK = frozenset(date(2026, 10, day) for day in range(1, 8))  # a Thursday to a Wednesday
NONE, NEXT, PREVIOUS = (RestDays(shift, CHRISTMAS | GOLDEN_WEEK) for shift in DayShift)
EARLY = date(2026, 1, 1)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
policies = st.sampled_from([NONE, NEXT, PREVIOUS])


@pytest.mark.parametrize(
    ("day", "rest_days", "on"),
    [
        (date(2026, 12, 24), NEXT, date(2026, 12, 24)),
        (date(2026, 12, 25), NEXT, date(2026, 12, 28)),
        (date(2026, 12, 26), NEXT, date(2026, 12, 28)),
        (date(2026, 12, 28), NEXT, date(2026, 12, 28)),
        (date(2026, 12, 25), PREVIOUS, date(2026, 12, 24)),
        (date(2026, 12, 27), PREVIOUS, date(2026, 12, 24)),
        (date(2026, 12, 27), NONE, date(2026, 12, 27)),
        (date(2026, 10, 1), NEXT, date(2026, 10, 8)),
        (date(2026, 10, 7), PREVIOUS, date(2026, 9, 30)),
        (date(2026, 1, 31), NEXT, date(2026, 2, 2)),
        (date(2027, 1, 2), PREVIOUS, date(2027, 1, 1)),
    ],
)
def test_a_due_day_is_moved_as_the_policy_says(day: date, rest_days: RestDays, on: date) -> None:
    assert moved(day, rest_days, EARLY) == on


@pytest.mark.parametrize(
    ("today", "on"),
    [
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2026, 12, 25), date(2026, 12, 28)),  # the business day before has gone by
        (date(2026, 12, 27), date(2026, 12, 28)),
        (date(2026, 12, 29), date(2026, 12, 29)),  # so has the day itself
    ],
)
def test_a_previous_business_day_is_never_before_today(today: date, on: date) -> None:
    assert moved(date(2026, 12, 26), PREVIOUS, today) == on


def test_the_last_day_that_stays_where_it_is() -> None:
    sunday = date(2026, 12, 27)
    assert latest_within(sunday, NEXT, date(2026, 12, 24)) == date(2026, 12, 24)
    assert latest_within(sunday, NEXT, date(2026, 12, 25)) is None
    assert latest_within(sunday, NONE, date(2026, 12, 25)) == sunday


@pytest.mark.parametrize(
    ("asked", "rest_days", "placed"),
    [
        ((1, 3, 5), NEXT, (8, 9, 12)),  # all three would be the 8th; the weekend comes between
        ((3, 4), NEXT, (8, 9)),
        ((10, 11), PREVIOUS, (9, 12)),  # a second one before would be the same day
        ((9, 9), NEXT, (9, 12)),
        ((10, 10), NONE, (10, 11)),
    ],
)
def test_no_two_payments_fall_on_one_day(
    asked: tuple[int, ...], rest_days: RestDays, placed: tuple[int, ...]
) -> None:
    october = [date(2026, 10, day) for day in asked]
    assert kept_apart(october, rest_days, EARLY) == tuple(date(2026, 10, day) for day in placed)


def test_days_that_are_not_in_order_are_refused() -> None:
    with pytest.raises(ValueError, match="in order"):
        kept_apart([date(2026, 5, 2), date(2026, 5, 1)], NONE, EARLY)


def test_a_day_that_is_taken_gives_way_to_the_next_business_day() -> None:
    friday = date(2026, 12, 18)
    assert first_free(friday, [friday], NEXT, EARLY) == date(2026, 12, 21)
    assert first_free(friday, [friday, date(2026, 12, 21)], NEXT, EARLY) == date(2026, 12, 22)
    assert first_free(friday, [], NEXT, EARLY) == friday


@given(st.lists(days, min_size=1, max_size=20), policies, days)
def test_days_keep_their_order_and_fall_on_no_rest_day_and_not_before_today(
    asked: list[date], rest_days: RestDays, today: date
) -> None:
    placed = kept_apart(sorted(asked), rest_days, today)
    assert len(placed) == len(asked)
    assert placed[0] >= today
    assert all(earlier < later for earlier, later in pairwise(placed))
    assert not any(is_rest_day(day, rest_days) for day in placed)


@given(days, policies, days)
def test_a_day_moves_no_further_than_the_nearest_business_day(
    day: date, rest_days: RestDays, today: date
) -> None:
    on = moved(day, rest_days, today)
    day = max(day, today)
    between = [min(on, day) + timedelta(days=number) for number in range(abs((on - day).days))]
    passed = [between_day for between_day in between if between_day != on]
    assert all(is_rest_day(each, rest_days) for each in passed)
