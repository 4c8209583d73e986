from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.borrowers.acts import TermsHeard
from simulator.borrowers.cashflow import CashFlow, PayPattern
from simulator.borrowers.families import families
from simulator.borrowers.means import Means
from simulator.borrowers.temper import draw

TODAY = date(2026, 3, 2)
KEEPING = families().keeping
FLOW = CashFlow(
    seed="steady",
    income_minor=300_000,
    costs_minor=260_000,
    pattern=PayPattern("monthly", month_day=15),
    pay_spread=0.0,
    shock_per_month=0.0,
    shock_loss=0.0,
)
STEADY = Means(FLOW, savings_minor=10_000, leak=0.0, willingness=1.0)


def monthly(minor: int, first: date, count: int = 3) -> TermsHeard:
    return TermsHeard(tuple((first + timedelta(days=30 * each), minor) for each in range(count)), "monthly")


@pytest.mark.parametrize(
    ("pattern", "days"),
    [
        (PayPattern("weekly", weekday=4), [6, 13, 20, 27]),
        (PayPattern("semimonthly"), [15, 31]),
        (PayPattern("monthly", month_day=20), [20]),
        (PayPattern("seasonal", month_day=20, season=frozenset({3})), [20]),
    ],
)
def test_money_is_expected_on_the_days_of_its_pattern(pattern: PayPattern, days: list[int]) -> None:
    assert [day for day in range(1, 32) if pattern.expects_on(date(2026, 3, day))] == days


def test_fortnightly_pay_comes_every_other_week() -> None:
    pattern = PayPattern("biweekly", weekday=4)
    first = pattern.next_after(TODAY)
    assert pattern.next_after(first) == first + timedelta(days=14)


def test_before_payday_only_savings_are_free_and_after_it_a_months_surplus_too() -> None:
    assert STEADY.free_on(date(2026, 3, 10), TODAY) == pytest.approx(10_000, abs=500)
    assert STEADY.free_on(date(2026, 3, 20), TODAY) == pytest.approx(50_000, abs=6_000)


def test_disposable_money_is_never_below_nothing() -> None:
    assert STEADY.true_monthly_disposable_minor == 40_000
    poor = replace(STEADY, flow=replace(FLOW, costs_minor=310_000))
    assert poor.true_monthly_disposable_minor == 0


def test_what_can_be_collected_is_at_most_what_is_owed() -> None:
    assert STEADY.affordable_minor(TODAY, 90, owed_minor=5_000) == 5_000
    assert STEADY.affordable_minor(TODAY, 90) > 100_000


def test_a_plan_within_the_means_of_a_willing_borrower_is_paid_in_full() -> None:
    payments = STEADY.pay(monthly(35_000, date(2026, 3, 16)), TODAY, "machine", False, KEEPING)
    assert [payment.minor for payment in payments] == [35_000] * 3
    assert all(0 <= (payment.on - payment.due_on).days <= 3 for payment in payments)


def test_a_plan_beyond_the_means_is_not_kept() -> None:
    payments = STEADY.pay(monthly(120_000, date(2026, 3, 16)), TODAY, "person", True, KEEPING)
    assert sum(payment.minor for payment in payments) < 360_000


def test_a_pause_is_paid_nothing() -> None:
    assert STEADY.pay(TermsHeard((), kind="pause"), TODAY, "machine", False, KEEPING) == ()


def test_promises_to_machines_are_kept_less_and_own_sums_more() -> None:
    means = [replace(STEADY, flow=replace(FLOW, seed=f"{seed}"), willingness=0.3) for seed in range(300)]

    def paid(by: Literal["machine", "person"], own: bool) -> int:
        terms = monthly(20_000, date(2026, 3, 16))
        return sum(p.minor for each in means for p in each.pay(terms, TODAY, by, own, KEEPING))

    assert paid("machine", False) < paid("person", False) < paid("person", True)


@settings(max_examples=40)
@given(
    seed=st.integers(0, 10_000), name=st.sampled_from(["cooperative", "seasonal_small_business", "insolvent"])
)
def test_nobody_pays_more_than_was_agreed_nor_before_it_was_due(seed: int, name: str) -> None:
    account, means, _ = draw(families().named(name), seed)
    terms = monthly(max(1, account.balance_minor // 6), TODAY + timedelta(days=9))
    payments = means.pay(terms, TODAY, "machine", False, KEEPING)
    due = dict(terms.instalments)
    assert all(0 < payment.minor <= due[payment.due_on] for payment in payments)
    assert all(payment.on >= payment.due_on for payment in payments)
    assert len({payment.due_on for payment in payments}) == len(payments)
    assert payments == means.pay(terms, TODAY, "machine", False, KEEPING)
