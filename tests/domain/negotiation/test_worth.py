from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders
from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.belief import Belief, belief_in
from arrears.domain.negotiation.candidates import gentler, ranked
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.scope import scope_of
from arrears.domain.negotiation.worth import DueDays, expected, expected_money, stream_of
from tests.builders.negotiating import (
    NINE_HUNDRED,
    TODAY,
    WIDE,
    WIDE_AUTHORITIES,
    M,
    W,
    granted,
    usd,
    widely,
)

BELIEF = belief_in(NINE_HUNDRED, None)


def monthly(amount: Money, first_in_days: int = 7) -> Offer:
    first_on = TODAY + timedelta(first_in_days)
    return plan_builders.instalments(usd(900), first_on, amount, M, RestDays(), TODAY)


def test_what_is_expected_is_never_more_than_what_is_asked() -> None:
    for amount in (25, 75, 300, 900):
        offer = monthly(usd(amount))
        assert usd(0) < expected_money(offer, BELIEF, TODAY) < offer.total


def test_more_than_they_can_is_worth_less_than_what_they_can() -> None:
    can = Belief((100_00.0,), (1.0,))
    worths = [expected_money(monthly(usd(amount)), can, TODAY).minor for amount in (75, 90, 100, 150)]
    assert all(earlier > later for earlier, later in pairwise(worths))


def test_an_easy_plan_is_worth_more_the_sooner_it_pays() -> None:
    can = Belief((2000_00.0,), (1.0,))
    worths = [expected_money(monthly(usd(amount)), can, TODAY).minor for amount in (75, 100, 300, 450)]
    assert worths == sorted(worths)
    assert expected_money(monthly(usd(75), 7), can, TODAY) > expected_money(monthly(usd(75), 20), can, TODAY)


def test_terms_of_their_own_are_worth_more() -> None:
    offer = monthly(usd(100))
    own = expected_money(offer, BELIEF, TODAY, own_terms=True)
    assert own > expected_money(offer, BELIEF, TODAY)


def test_money_after_twelve_months_is_not_counted() -> None:
    days = DueDays([365, 366])
    assert days.of([0, 100]).later == 0
    assert days.of([100, 0]).later > 0


def test_a_pause_brings_nothing_in_itself() -> None:
    pause = plan_builders.pause(usd(900), TODAY + timedelta(30), RestDays(), TODAY)
    assert expected_money(pause, BELIEF, TODAY) == usd(0)


@given(
    total=st.integers(2, 10_000_00),
    parts=st.integers(1, 60),
    days=st.lists(st.integers(0, 900), min_size=61, max_size=61, unique=True).map(sorted),
)
def test_equal_payments_weigh_what_they_weigh_one_by_one(total: int, parts: int, days: list[int]) -> None:
    amount = -(-total // parts)
    whole, last = divmod(total - 1, amount)
    one_by_one = DueDays(days[: whole + 1]).of([*[amount] * whole, last + 1])
    together = DueDays(days).equal(total, amount)
    assert together.burden == pytest.approx(one_by_one.burden)
    assert together.later == pytest.approx(one_by_one.later)


@given(authority=WIDE_AUTHORITIES, amount=st.none() | st.integers(1, 900).map(usd))
def test_a_candidate_is_worth_what_its_offer_is(authority: object, amount: Money | None) -> None:
    scope = scope_of(widely(NINE_HUNDRED), authority)  # type: ignore[arg-type]
    for candidate in ranked(scope, BELIEF, Proposal(amount=amount, frequency=W))[:5]:
        stream = stream_of(candidate.build(), TODAY)
        own = expected(stream, BELIEF, own_terms=True)
        assert any(candidate.value == pytest.approx(value) for value in (expected(stream, BELIEF), own))


def test_the_second_offer_is_easier_by_a_quarter() -> None:
    scope = scope_of(widely(NINE_HUNDRED), granted(replace(WIDE, max_instalments=24, max_term_days=730)))
    found = ranked(scope, BELIEF, Proposal())
    second = gentler(found)
    assert second is not None
    assert second.stream.burden <= 0.75 * found[0].stream.burden
    assert second.value <= found[0].value
