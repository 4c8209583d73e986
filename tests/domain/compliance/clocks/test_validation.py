"""Validation: when the notice is due, when demands stop, when it arrives, how long one may dispute."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.days import HolidaysUnknownError
from arrears.domain.compliance.clocks.periods import Period
from arrears.domain.compliance.clocks.validation import (
    FirstContact,
    Sending,
    ValidationTerms,
    assumed_receipt_on,
    demand_refused,
    demands_stop_on,
    massachusetts_notice_due_on,
    massachusetts_period,
    notice_due_on,
    standing,
    validation_period,
    validation_period_after,
)
from tests.domain.compliance.clocks.given import DAYS, HOLIDAYS, TERMS, day, maybe

VALIDATION = TERMS.validation
SENDINGS = st.builds(Sending, DAYS, st.none() | DAYS)


def test_the_notice_goes_out_on_the_day_of_the_initial_communication() -> None:
    assert notice_due_on(day("2026-11-23"), VALIDATION) == day("2026-11-23")


def test_a_house_number_never_outlasts_the_law() -> None:
    lax = ValidationTerms(
        notice_days=5,
        house_notice_days=9,
        receipt_business_days=5,
        dispute_days=30,
        massachusetts_notice_business_days=5,
        massachusetts_dispute_days=30,
    )
    assert notice_due_on(day("2026-11-23"), lax) == day("2026-11-28")


@pytest.mark.parametrize(
    ("provided", "paid", "today", "refused"),
    [
        (None, None, "2026-11-23", False),
        (None, None, "2026-11-28", False),  # the fifth calendar day, a Saturday
        (None, None, "2026-11-29", True),
        (None, None, "2027-03-01", True),
        ("2026-11-28", None, "2026-11-29", False),
        ("2026-12-03", None, "2026-12-02", True),
        ("2026-12-03", None, "2026-12-03", False),
        (None, "2026-11-27", "2026-11-29", False),
        (None, "2026-12-01", "2026-11-30", True),
    ],
)
def test_demands_stop_after_the_fifth_day_without_a_notice(
    provided: str | None, paid: str | None, today: str, refused: bool
) -> None:
    contact = FirstContact(day("2026-11-23"), maybe(provided), maybe(paid))
    assert demand_refused(contact, day(today), VALIDATION) is refused
    assert demands_stop_on(contact.initial_on, VALIDATION) == day("2026-11-29")


@pytest.mark.parametrize(
    ("provided", "received", "ends"),
    [
        ("2026-11-02", "2026-11-09", "2026-12-09"),  # Monday to Monday
        ("2026-11-06", "2026-11-16", "2026-12-16"),  # over Veterans Day
        ("2026-11-07", "2026-11-16", "2026-12-16"),  # provided on a Saturday
        ("2026-11-08", "2026-11-16", "2026-12-16"),
        ("2026-11-23", "2026-12-01", "2026-12-31"),  # over Thanksgiving
        ("2026-06-26", "2026-07-06", "2026-08-05"),  # over the observed 3 July
        ("2027-12-22", "2027-12-30", "2028-01-29"),  # over the observed 24 December
        ("2027-12-23", "2028-01-03", "2028-02-02"),  # and over the observed 31 December
        ("2028-02-22", "2028-02-29", "2028-03-30"),  # a leap day
        ("2027-02-22", "2027-03-01", "2027-03-31"),  # the same without one
        ("2026-03-02", "2026-03-09", "2026-04-08"),  # over the start of daylight saving
        ("2026-10-26", "2026-11-02", "2026-12-02"),  # over its end
    ],
)
def test_the_period_ends_30_days_after_5_business_days(provided: str, received: str, ends: str) -> None:
    assert assumed_receipt_on(day(provided), VALIDATION, HOLIDAYS) == day(received)
    assert validation_period(day(provided), VALIDATION, HOLIDAYS) == Period(day(provided), day(ends))


def test_both_ends_belong_to_the_period() -> None:
    period = validation_period(day("2026-11-02"), VALIDATION, HOLIDAYS)
    held = {on: period.holds(day(on)) for on in ("2026-11-01", "2026-11-02", "2026-12-09", "2026-12-10")}
    assert held == {"2026-11-01": False, "2026-11-02": True, "2026-12-09": True, "2026-12-10": False}


def test_holidays_that_are_not_known_are_not_guessed() -> None:
    with pytest.raises(HolidaysUnknownError):
        validation_period(day("2028-12-26"), VALIDATION, HOLIDAYS)


def test_sending_again_after_a_bounce_restarts_the_period() -> None:
    bounced = Sending(day("2026-11-02"), bounced_on=day("2026-11-04"))
    again = Sending(day("2026-11-05"))
    assert validation_period_after([bounced], VALIDATION, HOLIDAYS) is None
    period = validation_period_after([bounced, again], VALIDATION, HOLIDAYS)
    assert period == Period(day("2026-11-05"), day("2026-12-13"))
    assert standing([again, bounced]) == again


def test_nothing_sent_is_nothing_provided() -> None:
    assert standing([]) is None
    assert validation_period_after([], VALIDATION, HOLIDAYS) is None


@pytest.mark.parametrize(
    ("initial", "due"),
    [
        ("2026-11-02", "2026-11-09"),
        ("2026-11-06", "2026-11-13"),  # Veterans Day counts in
        ("2026-11-07", "2026-11-13"),
        ("2026-11-08", "2026-11-13"),
        ("2026-11-09", "2026-11-16"),
    ],
)
def test_massachusetts_gives_creditors_5_business_days(initial: str, due: str) -> None:
    assert massachusetts_notice_due_on(day(initial), VALIDATION) == day(due)


def test_massachusetts_gives_30_days_from_receipt() -> None:
    period = massachusetts_period(day("2026-11-02"), VALIDATION, HOLIDAYS)
    assert period == Period(day("2026-11-02"), day("2026-12-09"))


@given(provided=DAYS)
def test_no_notice_is_taken_to_arrive_on_a_weekend_or_holiday(provided: date) -> None:
    received = assumed_receipt_on(provided, VALIDATION, HOLIDAYS)
    assert received.weekday() < 5
    assert received not in HOLIDAYS.days
    assert received >= provided + timedelta(days=5)


@given(provided=DAYS, later=st.integers(0, 60))
def test_a_later_notice_never_ends_its_period_earlier(provided: date, later: int) -> None:
    first = validation_period(provided, VALIDATION, HOLIDAYS)
    second = validation_period(provided + timedelta(days=later), VALIDATION, HOLIDAYS)
    assert first.last_on <= second.last_on
    assert first.last_on - assumed_receipt_on(provided, VALIDATION, HOLIDAYS) == timedelta(days=30)


@given(sendings=st.lists(SENDINGS, max_size=5), again=DAYS)
def test_one_more_sending_never_shortens_the_period(sendings: list[Sending], again: date) -> None:
    before = validation_period_after(sendings, VALIDATION, HOLIDAYS)
    after = validation_period_after([*sendings, Sending(again)], VALIDATION, HOLIDAYS)
    assert after is not None
    assert before is None or before.last_on <= after.last_on


@given(initial=DAYS, today=DAYS)
def test_demands_once_refused_stay_refused_until_a_notice_goes_out(initial: date, today: date) -> None:
    if demand_refused(FirstContact(initial), today, VALIDATION):
        assert demand_refused(FirstContact(initial), today + timedelta(days=1), VALIDATION)
        assert today - initial > timedelta(days=5)
        assert not demand_refused(FirstContact(initial, provided_on=today), today, VALIDATION)
