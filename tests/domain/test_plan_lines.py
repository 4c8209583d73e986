"""The payments of a plan as its borrower sees them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import CaseId, PlanId
from arrears.domain.money import Currency, Money, total
from arrears.domain.plan_lines import LineState, due_now, plan_lines
from arrears.domain.plans import Instalment, Plan, Receipt

USD = Currency.USD
AGREED = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
FIRST = date(2026, 3, 10)


def usd(minor: int) -> Money:
    return Money(minor, USD)


def a_plan(*amounts: int, grace_days: int = 3) -> Plan:
    items = tuple(Instalment(FIRST + timedelta(days=30 * n), usd(amount)) for n, amount in enumerate(amounts))
    return Plan(
        PlanId("plan-1"), CaseId("case-1"), None, items, None, usd(0), grace_days, "v1", AGREED, AGREED
    )


@pytest.mark.parametrize(
    ("today", "paid", "state"),
    [
        (FIRST, 0, LineState.DUE),
        (FIRST + timedelta(days=1), 0, LineState.LATE),
        (FIRST + timedelta(days=3), 0, LineState.LATE),
        (FIRST + timedelta(days=4), 0, LineState.MISSED),
        (FIRST + timedelta(days=4), 9499, LineState.MISSED),
        (FIRST + timedelta(days=4), 9500, LineState.PAID),
        (FIRST - timedelta(days=5), 10000, LineState.PAID),
    ],
)
def test_the_state_of_a_payment(today: date, paid: int, state: LineState) -> None:
    receipts = (Receipt(FIRST - timedelta(days=6), usd(paid)),) if paid else ()
    assert plan_lines(a_plan(100_00), receipts, today)[0].state is state


@pytest.mark.parametrize(
    ("today", "paid", "due"),
    [
        (FIRST - timedelta(days=1), 0, 100_00),  # the next one
        (FIRST, 40_00, 60_00),
        (FIRST + timedelta(days=30), 0, 150_00),  # two of them by now
        (FIRST, 100_00, 50_00),  # paid: the one after it
        (FIRST, 150_00, 250_00),  # all of the plan: what it left due
    ],
)
def test_what_would_bring_the_plan_up_to_date(today: date, paid: int, due: int) -> None:
    receipts = (Receipt(FIRST - timedelta(days=3), usd(paid)),) if paid else ()
    lines = plan_lines(a_plan(100_00, 50_00), receipts, today)
    assert due_now(lines, usd(250_00), today) == usd(due)


@given(
    st.lists(st.integers(1, 10**7), min_size=1, max_size=12),
    st.integers(0, 10**8),
    st.integers(-10, 500),
    st.integers(0, 10**8),
)
def test_the_shares_never_exceed_what_came_nor_what_is_asked_the_balance(
    amounts: list[int], paid: int, days: int, balance: int
) -> None:
    today = FIRST + timedelta(days=days)
    receipts = (Receipt(FIRST - timedelta(days=20), usd(paid)),)
    lines = plan_lines(a_plan(*amounts), receipts, today)
    assert total([line.paid for line in lines], USD) == usd(min(paid, sum(amounts)))
    assert usd(0) <= due_now(lines, usd(balance), today) <= usd(balance)
