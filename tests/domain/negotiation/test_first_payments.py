"""A first sum of money that they have, and regular ones after it that they can afford."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.affordability import StatedLimit, limit_that_stands
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.drafts import RAISING
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Counter,
    Offer,
    Position,
    Proposal,
    Reason,
    Regularly,
    Statements,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import merged
from arrears.domain.negotiation.schedule import months_after
from tests.builders.negotiating import (
    AUTHORITIES,
    MONEY,
    NINE_HUNDRED,
    POSITIONS,
    TODAY,
    M,
    W,
    amounts,
    at,
    granted,
    offered,
    usd,
)

FRIDAY = TODAY + timedelta(days=3)


def first(amount: int, rest: Proposal, on: date | None = TODAY) -> Proposal:
    return Proposal(amount=usd(amount), on=on, rest=rest)


def monthly(amount: int) -> Proposal:
    return Proposal(amount=usd(amount), frequency=M)


def test_the_rest_on_their_day_is_no_more_than_they_said_they_can_afford() -> None:
    rest = Proposal(count=1, on=TODAY + timedelta(days=35))
    willing = offered(negotiate(NINE_HUNDRED, granted(), first(600, rest)))
    assert [item.amount for item in willing.instalments] == [usd(600), usd(300)]
    limited = at(usd(900), limit=usd(10), per=M)  # less than the lender's least payment
    bounded = offered(negotiate(limited, granted(), first(600, rest)))
    assert bounded.instalments[0].amount == usd(600)
    assert all(item.amount <= usd(10) for item in bounded.instalments[1:])


def test_what_lies_in_the_authority_is_read_back_as_they_said_it() -> None:
    move = negotiate(NINE_HUNDRED, granted(), first(400, monthly(200)))
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(400), usd(200), usd(200), usd(100)]
    assert [item.on for item in move.offer.instalments] == [
        TODAY,
        *(months_after(TODAY, n) for n in (1, 2, 3)),
    ]
    assert move.offer.kind is PlanType.INSTALMENTS
    assert not move.offer.left_due


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (Proposal(share_percent=50, on=TODAY, rest=Proposal(count=3)), [450, 150, 150, 150]),
        (first(300, Proposal(count=4)), [300, 150, 150, 150, 150]),
        (first(300, Proposal(amount=usd(300), count=2, frequency=W)), [300, 300, 300]),
        (first(500, monthly(400)), [500, 400]),
        (first(500, monthly(1000)), [500, 400]),
    ],
)
def test_the_rest_is_divided_as_they_said(proposal: Proposal, expected: list[int]) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(each) for each in expected]


def test_the_rest_begins_on_the_day_that_they_named_for_it() -> None:
    fifteenth = TODAY + timedelta(days=9)
    offer = offered(negotiate(NINE_HUNDRED, granted(), first(400, replace(monthly(250), on=fifteenth))))
    assert [item.on for item in offer.instalments] == [TODAY, fifteenth, months_after(fifteenth, 1)]


def test_the_first_sum_is_money_they_have_and_the_regular_one_stays_below_their_limit() -> None:
    position = at(usd(900), usd(100), M)
    move = negotiate(position, granted(), first(400, monthly(100)))
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(400), *[usd(100)] * 5]
    move = negotiate(position, granted(), first(400, monthly(250)))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.ABOVE_STATED_LIMIT,)
    assert amounts(move) == [usd(400), *[usd(100)] * 5]


def test_what_their_own_figures_leave_bounds_the_regular_sums() -> None:
    said = Statements(income=Regularly(usd(2000), M), expenses=Regularly(usd(1900), M))
    move = negotiate(replace(NINE_HUNDRED, said=said), granted(), first(400, monthly(250)))
    assert isinstance(move, Counter)
    assert Reason.ABOVE_OWN_FIGURES in move.reasons
    assert amounts(move) == [usd(400), *[usd(100)] * 5]


def test_a_first_day_too_late_comes_sooner_and_a_sum_too_small_becomes_the_least() -> None:
    late = negotiate(NINE_HUNDRED, granted(), first(400, monthly(250), TODAY + timedelta(200)))
    assert isinstance(late, Counter)
    assert late.reasons == (Reason.DATE_TOO_LATE,)
    assert late.offer.first_on <= late.bounds.latest_first_on
    small = negotiate(NINE_HUNDRED, granted(), first(400, monthly(5)))
    assert isinstance(small, Counter)
    assert RAISING & set(small.reasons)
    assert all(each >= small.bounds.min_instalment for each in amounts(small)[:-1])


@given(
    position=POSITIONS,
    authority=AUTHORITIES,
    sum_now=MONEY,
    each=MONEY,
    frequency=st.sampled_from(Frequency),
)
def test_what_is_accepted_has_both_sums_and_all_of_it_to_the_cent(
    position: Position, authority: Authority, sum_now: Money, each: Money, frequency: Frequency
) -> None:
    rest = Proposal(amount=each, frequency=frequency)
    move = negotiate(position, authority, Proposal(amount=sum_now, on=TODAY, rest=rest))
    if not isinstance(move, Accept):
        return
    now, *then = move.offer.instalments
    assert (now.on, now.amount) == (TODAY, sum_now)
    assert all(item.amount == each for item in then[:-1])
    assert all(item.amount <= each for item in then)
    assert move.offer.total == position.balance.total


def test_the_limit_of_the_regular_sums_stands_beside_a_larger_first_one() -> None:
    limit = StatedLimit(usd(100), M)
    assert limit_that_stands(limit, first(400, monthly(100))) == limit
    assert limit_that_stands(limit, first(400, monthly(250))) is None


@pytest.mark.parametrize(
    ("later", "result"),
    [
        (Proposal(on=FRIDAY), first(400, monthly(200), FRIDAY)),
        (Proposal(amount=usd(300)), first(300, monthly(200))),
        (Proposal(frequency=W), first(400, Proposal(frequency=W))),
        (Proposal(count=3), first(400, Proposal(count=3, frequency=M))),
        (monthly(150), monthly(150)),
        (first(300, Proposal(count=2)), first(300, Proposal(count=2))),
    ],
)
def test_a_later_turn_changes_what_it_names(later: Proposal, result: Proposal) -> None:
    assert merged(first(400, monthly(200)), later) == result


def test_a_first_sum_and_regular_ones_take_the_place_of_one_regular_sum() -> None:
    assert merged(monthly(200), first(400, monthly(250))) == first(400, monthly(250))


def test_a_first_payment_of_all_of_it_leaves_nothing_to_divide() -> None:
    assert amounts(negotiate(NINE_HUNDRED, granted(), first(900, monthly(200)))) == [usd(900)]


def is_in_order(offer: Offer) -> bool:
    days = [item.on for item in offer.instalments]
    return days == sorted(set(days))


@given(position=POSITIONS, authority=AUTHORITIES, sum_now=MONEY, count=st.integers(1, 90))
def test_a_number_of_payments_keeps_its_order(
    position: Position, authority: Authority, sum_now: Money, count: int
) -> None:
    move = negotiate(position, authority, Proposal(amount=sum_now, on=TODAY, rest=Proposal(count=count)))
    if isinstance(move, Accept | Counter):
        assert is_in_order(move.offer)
