from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Balance
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation import business_plans as build
from arrears.domain.negotiation import plan_builders
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import is_rest_day

TODAY = date(2026, 5, 4)
NEXT = RestDays(DayShift.NEXT, frozenset(date(2026, 10, day) for day in range(1, 8)))
SUMMER = {5: 0, 6: 1, 7: 3, 8: 3, 9: 1}


def cny(minor: int) -> Money:
    return Money(minor, Currency.CNY)


def payments(offer: Offer) -> list[tuple[str, int]]:
    return [(item.on.isoformat()[5:], item.amount.minor) for item in offer.instalments]


OWED = Balance(principal=cny(900), interest=cny(80), fees=cny(21))


def test_a_season_of_interest_comes_before_the_instalments_and_on_top_of_the_balance() -> None:
    offer = build.interest_only(OWED, 2, 3, date(2026, 8, 1), cny(15), NEXT, TODAY)
    assert payments(offer) == [("08-03", 15), ("09-01", 15), ("10-08", 334), ("11-02", 334), ("12-01", 333)]
    assert (offer.kind, offer.frequency, offer.left_due) == (
        PlanType.INTEREST_ONLY,
        Frequency.MONTHLY,
        cny(0),
    )


@pytest.mark.parametrize(("months", "then", "interest"), [(0, 3, 15), (2, 0, 15), (2, 3, 0)])
def test_a_season_of_interest_needs_months_instalments_and_an_amount(
    months: int, then: int, interest: int
) -> None:
    with pytest.raises(ValueError, match=r"season|parts"):
        build.interest_only(OWED, months, then, TODAY, cny(interest), NEXT, TODAY)


def test_a_share_of_takings_has_a_floor_each_month_and_a_review_of_what_is_left() -> None:
    offer = build.revenue_linked(cny(1000), 10, cny(200), date(2026, 5, 15), date(2026, 7, 31), NEXT, TODAY)
    assert payments(offer) == [("05-15", 200), ("06-15", 200), ("07-15", 200)]
    assert (offer.kind, offer.takings_percent, offer.left_due) == (PlanType.REVENUE_LINKED, 10, cny(400))
    assert offer.review_on == date(2026, 7, 15)


def test_floors_that_cover_all_need_no_review() -> None:
    offer = build.revenue_linked(cny(500), 10, cny(300), date(2026, 5, 15), date(2026, 7, 31), NEXT, TODAY)
    assert payments(offer) == [("05-15", 300), ("06-15", 200)]
    assert (offer.left_due, offer.review_on) == (cny(0), None)


@pytest.mark.parametrize(("percent", "latest"), [(0, 31), (101, 31), (10, 4)])
def test_a_share_of_takings_is_a_percentage_with_a_month_to_run(percent: int, latest: int) -> None:
    with pytest.raises(ValueError, match=r"takings|gone by"):
        build.revenue_linked(
            cny(500), percent, cny(300), date(2026, 5, 15), date(2026, 5, latest), NEXT, TODAY
        )


def test_a_seasonal_plan_asks_more_in_the_months_that_bring_money_and_nothing_in_the_others() -> None:
    offer = build.seasonal(cny(1000), SUMMER, date(2026, 5, 8), 5, NEXT, TODAY)
    assert payments(offer) == [("06-08", 111), ("07-08", 333), ("08-10", 334), ("09-08", 111), ("06-08", 111)]
    assert offer.last_on.year == 2027
    assert offer.kind is PlanType.SEASONAL


@pytest.mark.parametrize(
    ("weights", "count"), [({}, 3), ({5: 0}, 3), ({5: -1, 6: 2}, 3), (SUMMER, 0), ({6: 1, 7: 10_000}, 2)]
)
def test_a_seasonal_plan_needs_months_that_bring_money(weights: dict[int, int], count: int) -> None:
    with pytest.raises(ValueError, match="seasonal"):
        build.seasonal(cny(1000), weights, TODAY, count, NEXT, TODAY)


def test_an_extension_is_all_of_it_at_a_later_maturity() -> None:
    offer = build.extension(cny(1000), date(2026, 10, 3), NEXT, TODAY)
    assert payments(offer) == [("10-08", 1000)]
    assert offer.kind is PlanType.EXTENSION


def test_a_renewal_pays_interest_and_fees_and_the_principal_at_the_end_of_the_new_term() -> None:
    offer = build.renewal(OWED, date(2026, 5, 8), date(2027, 5, 8), NEXT, TODAY)
    assert payments(offer) == [("05-08", 101), ("05-10", 900)]
    assert offer.kind is PlanType.RENEWAL
    principal = Balance(fees=cny(0), interest=cny(0), principal=cny(900))
    assert payments(build.renewal(principal, date(2026, 5, 8), date(2027, 5, 7), NEXT, TODAY)) == [
        ("05-07", 900)
    ]


@pytest.mark.parametrize(("principal", "until"), [(0, date(2027, 5, 8)), (900, date(2026, 5, 8))])
def test_a_renewal_needs_principal_and_a_term(principal: int, until: date) -> None:
    with pytest.raises(ValueError, match="renewal"):
        build.renewal(replace(OWED, principal=cny(principal)), date(2026, 5, 8), until, NEXT, TODAY)


def test_a_flexible_plan_is_instalments_that_may_be_paid_early() -> None:
    regular = plan_builders.instalments(cny(100), date(2026, 5, 8), 3, Frequency.MONTHLY, NEXT, TODAY)
    offer = build.flexible(regular)
    assert payments(offer) == [("05-08", 34), ("06-08", 33), ("07-08", 33)]
    assert offer.kind is PlanType.FLEXIBLE


def test_one_payment_is_none_to_be_repaid_at_will() -> None:
    once = plan_builders.promise(cny(100), date(2026, 5, 8), cny(100), NEXT, TODAY)
    assert build.flexible(once) == once


@given(
    st.integers(10_000, 9_999_999),
    st.dictionaries(st.integers(1, 12), st.integers(0, 9), min_size=1),
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(1, 36),
)
def test_any_seasonal_plan_adds_up_and_follows_its_weights(
    balance: int, weights: dict[int, int], first_on: date, count: int
) -> None:
    if not any(weights.values()):
        weights[6] = 1
    offer = build.seasonal(cny(balance), weights, first_on, count, RestDays(), TODAY)
    assert offer.total == cny(balance)
    assert len(offer.instalments) == count
    assert all(earlier.on < later.on for earlier, later in pairwise(offer.instalments))
    whole = sum(weights[item.on.month] for item in offer.instalments)
    for item in offer.instalments:
        assert abs(item.amount.minor * whole - balance * weights[item.on.month]) <= whole


@given(st.integers(1, 999_999), st.integers(1, 24), st.integers(1, 36), st.integers(1, 9_999))
def test_any_season_of_interest_adds_up(principal: int, months: int, then: int, interest: int) -> None:
    balance = replace(OWED, principal=cny(principal))
    offer = build.interest_only(balance, months, then, date(2026, 5, 31), cny(interest), NEXT, TODAY)
    assert offer.total == balance.total + cny(interest) * months
    assert not any(is_rest_day(item.on, NEXT) for item in offer.instalments)
