"""Plans between their states: grace, cure, bounce, review, settlement, with both sides of each boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import (
    Plan,
    PlanState,
    Receipt,
    is_fulfilled,
    is_settled,
    plan_state,
    stands,
)
from arrears.domain.promises import PromiseOutcome, outcomes, promises_of, reminder_at
from tests.builders.may import PLAN, may, usd

ACTIVE, AT_RISK, BROKEN = PlanState.ACTIVE, PlanState.AT_RISK, PlanState.BROKEN
CURED, KEPT, REVIEW = PlanState.CURED, PlanState.KEPT, PlanState.REVIEW
PAUSE = replace(PLAN, kind=PlanType.PAUSE, instalments=(), left_due=usd(200_00), review_on=date(2026, 5, 20))
HARDSHIP = replace(PLAN, kind=PlanType.HARDSHIP, left_due=usd(900_00), review_on=date(2026, 5, 20))
SETTLEMENT = replace(PLAN, kind=PlanType.SETTLEMENT, waived=usd(300_00))


@pytest.mark.parametrize(
    ("plan", "receipts", "day", "state", "standing", "fulfilled"),
    [
        (PLAN, (), 8, ACTIVE, True, False),
        (PLAN, (), 9, AT_RISK, True, False),
        (PLAN, (), 11, AT_RISK, True, False),
        (PLAN, (), 12, BROKEN, False, False),
        (PLAN, (may(11),), 12, ACTIVE, True, False),
        (PLAN, (may(12),), 12, CURED, True, False),
        (PLAN, (may(12),), 15, CURED, True, False),
        (PLAN, (may(12),), 16, AT_RISK, True, False),
        (PLAN, (may(12),), 19, BROKEN, False, False),
        (PLAN, (may(12), may(15)), 15, CURED, False, True),
        (PLAN, (may(5, 200_00),), 5, KEPT, False, True),
        (PLAN, (may(5, 199_99),), 5, KEPT, False, False),  # 95 percent keep it, and a cent is still owed
        (PLAN, (may(5, 500_00),), 5, KEPT, False, True),
        (PLAN, (may(5, 200_00), may(5, -200_00)), 5, ACTIVE, True, False),
        (PAUSE, (), 19, ACTIVE, True, False),
        (PAUSE, (), 20, REVIEW, False, False),
        (HARDSHIP, (may(5, 200_00),), 19, ACTIVE, True, False),
        (HARDSHIP, (may(5, 200_00),), 20, REVIEW, False, False),
        (HARDSHIP, (), 12, BROKEN, False, False),
        (HARDSHIP, (), 20, BROKEN, False, False),
        (HARDSHIP, (may(12, 200_00),), 19, CURED, True, False),
        (SETTLEMENT, (may(5, 200_00),), 5, KEPT, False, True),
        (SETTLEMENT, (may(5, 199_99),), 18, AT_RISK, True, False),
        (SETTLEMENT, (may(5, 199_99),), 19, BROKEN, False, False),
        (SETTLEMENT, (may(5, 199_99), may(19, 1)), 19, CURED, False, False),
    ],
)
def test_a_plan_follows_money_and_calendar(
    plan: Plan, receipts: tuple[Receipt, ...], day: int, state: PlanState, standing: bool, fulfilled: bool
) -> None:
    today = date(2026, 5, day)
    assert plan_state(plan, receipts, today) is state
    assert stands(plan, receipts, today) is standing
    assert is_fulfilled(plan, receipts, today) is fulfilled


@pytest.mark.parametrize(
    ("receipts", "day", "settled"),
    [
        ((may(8), may(15)), 14, False),
        ((may(8), may(15)), 15, True),
        ((may(11), may(18)), 18, True),
        ((may(12), may(15)), 15, False),
        ((may(8), may(19)), 19, False),
        ((may(8), may(15, 99_99)), 15, False),
        ((may(8), may(15), may(15, -100_00)), 15, False),
    ],
)
def test_a_settlement_forgives_only_when_all_of_it_was_paid_in_time(receipts, day, settled) -> None:
    assert is_settled(SETTLEMENT, receipts, date(2026, 5, day)) is settled


def test_a_settlement_whose_day_was_changed_still_forgives() -> None:
    moved, paid, on = replace(SETTLEMENT, kind=PlanType.DATE_CHANGE), (may(8), may(15)), date(2026, 5, 15)
    assert is_settled(moved, paid, on)
    assert is_fulfilled(moved, paid, on)
    assert not is_settled(moved, (may(8), may(15, 99_99)), on)
    assert not is_settled(replace(moved, waived=None), paid, on)


def test_only_a_settlement_forgives() -> None:
    assert not is_settled(replace(PLAN, waived=usd(1)), (may(5, 200_00),), date(2026, 5, 5))
    assert not is_settled(replace(SETTLEMENT, waived=None), (may(5, 200_00),), date(2026, 5, 5))


RECEIPTS = st.lists(
    st.builds(Receipt, st.dates(date(2026, 5, 4), date(2026, 6, 5)), st.integers(1, 150_00).map(usd)),
    max_size=6,
)
DAYS = st.dates(date(2026, 5, 4), date(2026, 6, 10))
PLANS = st.sampled_from((PLAN, HARDSHIP, SETTLEMENT))


@given(plan=PLANS, receipts=RECEIPTS, today=DAYS, random=st.randoms(use_true_random=False))
def test_receipts_in_any_order_give_the_same_state_and_outcomes(plan, receipts, today, random) -> None:
    other = receipts[:]
    random.shuffle(other)
    assert plan_state(plan, tuple(receipts), today) is plan_state(plan, tuple(other), today)
    first, second = (outcomes(promises_of(plan), tuple(each), today, 3) for each in (receipts, other))
    assert first == second


@given(plan=PLANS, receipts=RECEIPTS, bounced=RECEIPTS, today=DAYS)
def test_a_payment_that_bounced_is_as_if_it_had_never_come(plan, receipts, bounced, today) -> None:
    taken_back = [Receipt(each.on, -each.amount) for each in bounced]
    with_it, without = tuple(receipts + bounced + taken_back), tuple(receipts)
    assert plan_state(plan, with_it, today) is plan_state(plan, without, today)
    made = promises_of(plan)
    assert outcomes(made, with_it, today, 3) == outcomes(made, without, today, 3)


@given(receipts=RECEIPTS, today=DAYS)
def test_a_plan_is_kept_or_cured_exactly_by_its_promises(receipts, today) -> None:
    found = set(outcomes(promises_of(PLAN), tuple(receipts), today, 3).values())
    state = plan_state(PLAN, tuple(receipts), today)
    assert (state is KEPT) == (found == {PromiseOutcome.KEPT})
    assert (state in (CURED, BROKEN)) <= (PromiseOutcome.BROKEN in found)
    assert (PromiseOutcome.BROKEN in found) <= (state in (CURED, BROKEN, AT_RISK))


@pytest.mark.parametrize(
    ("minute", "days_before", "zone", "at"),
    [
        (600, 1, "America/New_York", datetime(2026, 5, 7, 14, tzinfo=UTC)),
        (0, 0, "Asia/Shanghai", datetime(2026, 5, 7, 16, tzinfo=UTC)),
        (1439, 1, "America/New_York", datetime(2026, 5, 8, 3, 59, tzinfo=UTC)),
    ],
)
def test_a_reminder_is_due_on_the_borrowers_clock(minute, days_before, zone, at) -> None:
    assert reminder_at(date(2026, 5, 8), minute, days_before, zone) == at


@given(on=st.dates(date(2026, 1, 2), date(2026, 12, 31)), minute=st.integers(0, 1439))
def test_a_reminder_is_never_after_the_day_whatever_the_clock_does(on, minute) -> None:
    at = reminder_at(on, minute, 1, "America/New_York").astimezone(UTC)
    end = datetime(on.year, on.month, on.day, 5, tzinfo=UTC)
    assert end - timedelta(days=1, hours=1) <= at < end + timedelta(hours=1)
