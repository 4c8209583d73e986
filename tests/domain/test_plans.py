from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import CaseId, PlanId
from arrears.domain.money import Currency, Money
from arrears.domain.money import total as summed
from arrears.domain.plans import Instalment, Plan, PlanState, Receipt, enough, plan_state, poured, received_by

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def may(day: int, minor: int = 100_00) -> Receipt:
    return Receipt(date(2026, 5, day), usd(minor))


PLAN = Plan(
    id=PlanId("plan-1"),
    case_id=CaseId("case-1"),
    conversation_id=None,
    instalments=(
        Instalment(date(2026, 5, 8), usd(100_00)),
        Instalment(date(2026, 5, 15), usd(100_00)),
        Instalment(date(2026, 5, 22), usd(50_00)),
    ),
    frequency=None,
    left_due=usd(0),
    grace_days=3,
    authority_version="test",
    proposed_at=AT,
    agreed_at=AT,
)


@pytest.mark.parametrize(
    ("receipts", "day", "state"),
    [
        ((), 8, PlanState.ACTIVE),
        ((), 9, PlanState.AT_RISK),
        ((), 11, PlanState.AT_RISK),
        ((), 12, PlanState.BROKEN),
        ((may(8),), 15, PlanState.ACTIVE),
        ((may(8, 95_00),), 12, PlanState.ACTIVE),
        ((may(8, 94_99),), 12, PlanState.BROKEN),
        ((may(8),), 16, PlanState.AT_RISK),
        ((may(12),), 12, PlanState.CURED),
        ((may(13),), 12, PlanState.BROKEN),
        ((may(5, 250_00),), 5, PlanState.KEPT),
        ((may(8), may(15), may(22, 50_00)), 22, PlanState.KEPT),
        ((may(8), may(8, -100_00)), 12, PlanState.BROKEN),
    ],
)
def test_money_and_the_calendar_give_a_plan_its_state(
    receipts: tuple[Receipt, ...], day: int, state: PlanState
) -> None:
    assert plan_state(PLAN, receipts, date(2026, 5, day)) is state


def test_a_plan_nobody_agreed_to_is_proposed_and_a_cancelled_one_stays_cancelled() -> None:
    paid = (may(8, 250_00),)
    assert plan_state(replace(PLAN, agreed_at=None), paid, date(2026, 6, 30)) is PlanState.PROPOSED
    assert plan_state(replace(PLAN, cancelled_at=AT), paid, date(2026, 6, 30)) is PlanState.CANCELLED


@pytest.mark.parametrize(
    "instalments",
    [
        (),
        (Instalment(date(2026, 5, 8), usd(1)), Instalment(date(2026, 5, 8), usd(1))),
        (Instalment(date(2026, 5, 8), usd(1)), Instalment(date(2026, 5, 7), usd(1))),
        (Instalment(date(2026, 5, 8), usd(0)),),
    ],
)
def test_a_plan_needs_instalments_in_order_with_amounts(instalments: tuple[Instalment, ...]) -> None:
    with pytest.raises(ValueError, match="plan-1"):
        replace(PLAN, instalments=instalments)


def test_a_plan_adds_up() -> None:
    assert PLAN.total == usd(250_00)


@pytest.mark.parametrize(("paid", "due", "is_enough"), [(95, 100, True), (94, 100, False), (0, 1, False)])
def test_ninety_five_percent_is_enough(paid: int, due: int, is_enough: bool) -> None:
    assert enough(usd(paid), usd(due)) is is_enough


MINOR = st.integers(0, 1_000_000).map(usd)


@given(money=MINOR, amounts=st.lists(MINOR, max_size=20).map(tuple))
def test_poured_money_fills_the_oldest_first_and_is_never_more_than_there_is(
    money: Money, amounts: tuple[Money, ...]
) -> None:
    paid = poured(money, amounts)
    assert summed(paid, Currency.USD) == min(money, summed(amounts, Currency.USD))
    assert all(usd(0) <= got <= amount for got, amount in zip(paid, amounts, strict=True))
    short = next((i for i, amount in enumerate(amounts) if paid[i] < amount), len(amounts))
    assert not any(paid[short + 1 :])


@given(
    receipts=st.lists(
        st.builds(Receipt, st.dates(date(2026, 5, 1), date(2026, 6, 30)), st.integers(-9999, 9999).map(usd)),
        max_size=10,
    ).map(tuple)
)
def test_what_was_received_is_never_below_zero_and_ignores_order(receipts: tuple[Receipt, ...]) -> None:
    day = date(2026, 6, 1)
    assert received_by(receipts, day, usd(0)) == received_by(receipts[::-1], day, usd(0)) >= usd(0)


@given(paid=st.integers(0, 300_00), early=st.integers(0, 60))
def test_more_money_never_makes_a_plan_worse(paid: int, early: int) -> None:
    better = [PlanState.BROKEN, PlanState.AT_RISK, PlanState.CURED, PlanState.ACTIVE, PlanState.KEPT]
    today = date(2026, 5, 1) + timedelta(days=early)
    states = [plan_state(PLAN, (Receipt(today, usd(minor)),), today) for minor in (paid, paid + 50_00)]
    assert better.index(states[0]) <= better.index(states[1])
