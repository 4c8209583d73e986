"""A plan keeps the day that its borrower named: only the payments that meet a rest day are moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Counter,
    Offer,
    Proposal,
    Question,
    Reason,
    Regularly,
    Statements,
)
from arrears.domain.negotiation.rest_days import moved
from arrears.domain.negotiation.schedule import due_dates
from tests.builders.negotiating import (
    NINE_HUNDRED,
    TERMS,
    TODAY,
    WIDE,
    B,
    M,
    S,
    W,
    granted,
    offered,
    usd,
    widely,
)

RESTING = replace(
    WIDE, frequencies=(M, S, B, W), first_payment_within_days=30, rest_days=RestDays(DayShift.NEXT)
)
SUNDAY = date(2026, 5, 17)


def days_of(offer: Offer) -> list[date]:
    return [item.on for item in offer.instalments]


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        (M, [date(2026, 5, 18), date(2026, 6, 17), date(2026, 7, 17), date(2026, 8, 17)]),
        (S, [date(2026, 5, 18), date(2026, 6, 2), date(2026, 6, 17), date(2026, 7, 2)]),
        (B, [date(2026, 5, 18), date(2026, 6, 1), date(2026, 6, 15), date(2026, 6, 29)]),
        (W, [date(2026, 5, 18), date(2026, 5, 25), date(2026, 6, 1), date(2026, 6, 8)]),
    ],
)
def test_from_a_sunday_on_the_first_payment_moves_and_the_others_keep_the_day(
    frequency: Frequency, days: list[date]
) -> None:
    move = negotiate(
        widely(NINE_HUNDRED),
        granted(RESTING),
        Proposal(amount=usd(225), frequency=frequency, on=SUNDAY),
    )
    assert days_of(offered(move)) == days


def test_a_payday_on_a_sunday_stays_the_day_of_the_plan() -> None:
    said = Statements(income=Regularly(usd(2000), M), payday=SUNDAY)
    move = negotiate(widely(NINE_HUNDRED, said), granted(RESTING), Proposal(amount=usd(300), frequency=M))
    assert days_of(offered(move)) == [date(2026, 5, 18), date(2026, 6, 17), date(2026, 7, 17)]


def test_what_follows_a_part_payment_goes_by_the_number_of_its_day() -> None:
    move = negotiate(widely(NINE_HUNDRED), granted(RESTING), Proposal(amount=usd(100), on=SUNDAY))
    days = days_of(offered(move))
    assert days[:3] == [date(2026, 5, 18), date(2026, 6, 17), date(2026, 7, 17)]


def test_a_holiday_longer_than_the_rhythm_puts_what_follows_after_the_first_payment() -> None:
    closed = frozenset(SUNDAY + timedelta(days) for days in range(9))
    terms = replace(RESTING, frequencies=(W,), rest_days=RestDays(DayShift.NEXT, closed), max_instalments=40)
    offer = offered(negotiate(widely(NINE_HUNDRED), granted(terms), Proposal(amount=usd(100), on=SUNDAY)))
    assert offer.first_on == date(2026, 5, 26)
    assert days_of(offer)[1] > offer.first_on


def test_where_the_latest_day_is_a_rest_day_the_plan_begins_before_it() -> None:
    terms = replace(RESTING, first_payment_within_days=(SUNDAY - TODAY).days)
    offer = offered(
        negotiate(widely(NINE_HUNDRED), granted(terms), Proposal(amount=usd(300), frequency=M, on=SUNDAY))
    )
    assert offer.first_on == date(2026, 5, 15)


@pytest.mark.parametrize(
    ("frequency", "on", "days"),
    [
        (M, date(2026, 6, 8), [(6, 3), (7, 8), (8, 8), (9, 8)]),
        (M, date(2026, 6, 30), [(6, 3), (7, 30), (8, 30), (9, 30)]),
        (M, date(2026, 11, 8), [(6, 3), (7, 8), (8, 8), (9, 8)]),  # no later than the days of that number are
        (W, date(2026, 6, 8), [(6, 3), (6, 15), (6, 22), (6, 29)]),
        (B, date(2026, 6, 17), [(6, 3), (6, 17), (7, 1), (7, 15)]),
        (S, date(2026, 6, 15), [(6, 3), (6, 30), (7, 15), (7, 31)]),
    ],
)
def test_a_first_day_that_is_too_late_is_all_that_moves(
    frequency: Frequency, on: date, days: list[tuple[int, int]]
) -> None:
    proposal = Proposal(amount=usd(225), frequency=frequency, on=on)
    move = negotiate(widely(NINE_HUNDRED), granted(replace(RESTING, rest_days=RestDays())), proposal)
    assert isinstance(move, Counter)
    assert move.other is None
    assert Reason.DATE_TOO_LATE in move.reasons
    assert [(item.on.month, item.on.day) for item in move.offer.instalments] == days
    assert {item.amount for item in move.offer.instalments} == {usd(225)}


def test_what_follows_a_first_sum_that_is_too_late_keeps_their_day() -> None:
    each = Proposal(amount=usd(300), frequency=M)
    proposal = Proposal(amount=usd(300), on=date(2026, 6, 8), rest=each)
    move = negotiate(widely(NINE_HUNDRED), granted(replace(RESTING, rest_days=RestDays())), proposal)
    assert days_of(offered(move)) == [date(2026, 6, 3), date(2026, 7, 8), date(2026, 8, 8)]


def test_without_rest_days_nothing_moves() -> None:
    move = negotiate(NINE_HUNDRED, granted(TERMS), Proposal(amount=usd(300), frequency=M, on=SUNDAY))
    assert days_of(offered(move)) == [SUNDAY, date(2026, 6, 17), date(2026, 7, 17)]


@given(by=st.integers(0, 30), frequency=st.sampled_from((M, S, B, W)), amount=st.integers(60, 450))
def test_every_payment_falls_on_its_own_day_as_that_is_moved(
    by: int, frequency: Frequency, amount: int
) -> None:
    named = TODAY + timedelta(by)
    proposal = Proposal(amount=usd(amount), frequency=frequency, on=named)
    offer = offered(negotiate(widely(NINE_HUNDRED), granted(RESTING), proposal))
    if by == 0 or offer.frequency is None or offer.first_on < named:  # today is never put off
        return
    usual = islice(due_dates(named, offer.frequency), len(offer.instalments))
    assert days_of(offer) == [moved(day, RESTING.rest_days, TODAY) for day in usual]


JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
"""`TODAY` is 4 May, the usual first day 11 May, the latest 3 June."""


@pytest.mark.parametrize(
    ("in_month", "first_on"),
    [
        (None, date(2026, 5, 11)),
        (date(2026, 5, 1), date(2026, 5, 11)),
        (JUNE, JUNE),
        (JULY, date(2026, 6, 3)),
    ],
)
def test_steps_whose_month_was_named_begin_in_it(in_month: date | None, first_on: date) -> None:
    steps = Proposal(
        amount=usd(50),
        frequency=M,
        in_month=in_month,
        rest=Proposal(amount=usd(200), frequency=M, on=date(2026, 8, 1)),
    )
    offer = offered(negotiate(NINE_HUNDRED, granted(RESTING), steps))
    assert offer.first_on == first_on
    assert [item.amount for item in offer.instalments if item.on < date(2026, 8, 1)] == [usd(50)] * (
        2 if first_on >= JUNE else 3
    )


@pytest.mark.parametrize(
    ("payday", "first_on"), [(date(2026, 5, 15), JUNE), (date(2026, 6, 2), date(2026, 6, 2))]
)
def test_a_payday_before_the_month_that_they_named_is_none_to_begin_on(payday: date, first_on: date) -> None:
    said = Statements(payday=payday, asked=frozenset({Question.DATE}))
    proposal = Proposal(amount=usd(100), frequency=M, in_month=JUNE, date_problem=DateProblem.AMBIGUOUS)
    move = negotiate(replace(NINE_HUNDRED, said=said), granted(RESTING), proposal)
    assert offered(move).first_on == first_on
