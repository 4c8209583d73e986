"""Payments: notices before a deposit or a debit, and copies of a plan."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.days import HolidaysUnknownError
from arrears.domain.compliance.clocks.payments import (
    DepositRefusal,
    PostdatedInstrument,
    deposit_notice_needed,
    deposit_notice_window,
    deposit_refusal,
    district_of_columbia_plan_copy_due_on,
    varying_amount_notice_due_on,
)
from arrears.domain.compliance.clocks.periods import Period
from tests.domain.compliance.clocks.given import DAYS, HOLIDAYS, TERMS, day, maybe

PAYMENTS = TERMS.payments
INSTRUMENT = PostdatedInstrument(day("2026-11-02"), dated_on=day("2026-12-01"))


@pytest.mark.parametrize(
    ("dated", "needed"),
    [("2026-11-02", False), ("2026-11-07", False), ("2026-11-08", True), ("2026-12-01", True)],
)
def test_a_date_more_than_5_days_ahead_needs_a_notice(dated: str, needed: bool) -> None:
    assert deposit_notice_needed(PostdatedInstrument(day("2026-11-02"), day(dated)), PAYMENTS) is needed


@pytest.mark.parametrize(
    ("deposit", "first", "last"),
    [
        ("2026-11-23", "2026-11-09", "2026-11-18"),
        ("2026-12-01", "2026-11-17", "2026-11-25"),  # Thanksgiving counts in at the far end, not at the near
        ("2026-12-05", "2026-11-23", "2026-12-02"),  # a Saturday
    ],
)
def test_the_notice_goes_out_3_to_10_business_days_before(deposit: str, first: str, last: str) -> None:
    window = deposit_notice_window(day(deposit), PAYMENTS, HOLIDAYS)
    assert window == Period(day(first), day(last))


@pytest.mark.parametrize(
    ("deposit", "noticed", "refusal"),
    [
        ("2026-11-30", "2026-11-20", DepositRefusal.EARLY),
        ("2026-12-01", "2026-11-20", None),
        ("2026-12-01", None, DepositRefusal.NO_NOTICE),
        ("2026-12-01", "2026-11-16", DepositRefusal.NOTICE_TOO_EARLY),
        ("2026-12-01", "2026-11-17", None),
        ("2026-12-01", "2026-11-25", None),
        ("2026-12-01", "2026-11-26", DepositRefusal.NOTICE_TOO_LATE),
        ("2026-12-02", "2026-11-17", DepositRefusal.NOTICE_TOO_EARLY),  # the deposit slipped by a day
    ],
)
def test_a_deposit_is_never_early_nor_without_its_notice(
    deposit: str, noticed: str | None, refusal: DepositRefusal | None
) -> None:
    said = deposit_refusal(INSTRUMENT, day(deposit), maybe(noticed), PAYMENTS, HOLIDAYS)
    assert said is refusal


def test_a_date_a_few_days_ahead_is_kept_too() -> None:
    soon = PostdatedInstrument(day("2026-11-02"), day("2026-11-06"))
    assert deposit_refusal(soon, day("2026-11-05"), None, PAYMENTS, HOLIDAYS) is DepositRefusal.EARLY
    assert deposit_refusal(soon, day("2026-11-06"), None, PAYMENTS, HOLIDAYS) is None


def test_a_window_into_a_year_that_is_not_covered_raises() -> None:
    with pytest.raises(HolidaysUnknownError):
        deposit_notice_window(day("2026-01-02"), PAYMENTS, HOLIDAYS)


def test_other_notices_have_calendar_days() -> None:
    assert varying_amount_notice_due_on(day("2028-03-05"), PAYMENTS) == day("2028-02-24")
    assert district_of_columbia_plan_copy_due_on(day("2026-12-28"), PAYMENTS) == day("2027-01-04")


@given(deposit=DAYS, later=st.integers(0, 40))
def test_the_window_is_never_empty_and_moves_with_the_deposit(deposit: date, later: int) -> None:
    window = deposit_notice_window(deposit, PAYMENTS, HOLIDAYS)
    second = deposit_notice_window(deposit + timedelta(days=later), PAYMENTS, HOLIDAYS)
    assert window.first_on <= window.last_on < deposit
    assert window.first_on <= second.first_on
    assert window.last_on <= second.last_on
    assert window.last_on.weekday() < 5
    assert window.last_on not in HOLIDAYS.days
    between = [window.last_on + timedelta(days=n) for n in range((deposit - window.last_on).days)]
    assert sum(each.weekday() < 5 and each not in HOLIDAYS.days for each in between) == 3


@given(deposit=DAYS, noticed=DAYS)
def test_a_deposit_that_is_allowed_has_a_notice_3_to_10_business_days_old(
    deposit: date, noticed: date
) -> None:
    instrument = PostdatedInstrument(deposit - timedelta(days=6), deposit)
    if deposit_refusal(instrument, deposit, noticed, PAYMENTS, HOLIDAYS) is None:
        between = [noticed + timedelta(days=n) for n in range((deposit - noticed).days)]
        assert sum(each.weekday() < 5 and each not in HOLIDAYS.days for each in between) >= 3
        assert sum(each.weekday() < 5 for each in between) <= 10
