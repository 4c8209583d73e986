"""Holidays as frozen facts: the days of each calendar, and the years for which nobody knows them yet."""

from datetime import date

import pytest

from arrears.adapters.holiday_calendars import CALENDARS, HolidayCalendarError, holidays_of
from arrears.domain.compliance.clocks.days import HolidaysUnknownError, business_days_after
from tests.domain.compliance.clocks.given import HOLIDAYS, day

SETTLED = range(2026, 2027)


@pytest.mark.parametrize(
    ("calendar", "on", "holds"),
    [
        # A Saturday's holiday and the Friday it is observed on are both left out of the count.
        ("us_federal", "2026-07-03", True),
        ("us_federal", "2026-07-04", True),
        ("us_federal", "2026-07-06", False),
        ("us_federal", "2026-06-19", True),
        ("us_federal", "2026-10-12", True),
        ("us_federal", "2026-11-27", False),  # the day after Thanksgiving is a state's holiday
        ("us_federal", "2026-12-24", False),
        ("au_national", "2026-04-25", True),
        ("au_national", "2026-04-27", False),  # a substitute in some states only
        ("au_national", "2026-06-08", False),  # the King's Birthday is on other days elsewhere
        ("au_national", "2026-12-28", True),  # a substitute in every state
        ("au_national", "2026-12-29", False),
        ("cn_mainland", "2026-02-17", True),
        ("cn_mainland", "2026-02-23", True),  # a day of rest moved by the State Council
        ("cn_mainland", "2026-02-24", False),
        ("cn_mainland", "2026-10-01", True),
        ("cn_mainland", "2026-10-08", False),
        ("gb_england_wales", "2026-04-06", True),
        ("gb_england_wales", "2026-12-28", True),
        ("gb_england_wales", "2026-03-17", False),  # Northern Ireland
        ("gb_england_wales", "2026-11-30", False),  # Scotland
        ("in_national", "2026-08-15", True),
        ("in_national", "2026-08-14", False),
        ("ph_national", "2026-06-12", True),
        ("ph_national", "2026-06-11", False),
        ("sg_national", "2026-08-10", True),  # National Day of a Sunday, observed
        ("sg_national", "2026-08-11", False),
        ("hk", "2026-07-01", True),
        ("hk", "2026-07-02", False),
    ],
)
def test_a_calendar_has_its_days(calendar: str, on: str, holds: bool) -> None:
    assert holidays_of(calendar, SETTLED).holds(day(on)) is holds


def test_federal_holidays_are_those_of_the_statute_with_their_observed_days() -> None:
    assert holidays_of("us_federal", range(2026, 2029)) == HOLIDAYS


def test_a_holiday_of_the_next_year_is_observed_in_this_one() -> None:
    holidays = holidays_of("us_federal", range(2027, 2028))
    assert holidays.holds(day("2027-12-31"))
    assert holidays.years == {2027}
    assert all(each.year == 2027 for each in holidays.days)


@pytest.mark.parametrize("calendar", sorted(CALENDARS))
def test_the_day_after_the_last_year_is_not_known(calendar: str) -> None:
    holidays = holidays_of(calendar, SETTLED)
    assert holidays.years == {2026}
    assert not holidays.holds(date(2026, 12, 29))
    for outside in (date(2025, 12, 31), date(2027, 1, 1)):
        with pytest.raises(HolidaysUnknownError):
            holidays.holds(outside)


@pytest.mark.parametrize("calendar", ["cn_mainland", "in_national", "sg_national", "ph_national"])
def test_days_that_are_only_expected_are_not_known(calendar: str) -> None:
    holidays = holidays_of(calendar, [2026, 2040])
    assert holidays.years == {2026}
    assert {each.year for each in holidays.days} == {2026}


@pytest.mark.parametrize("year", [1700, 2101])
def test_a_year_that_the_package_does_not_know_is_not_empty(year: int) -> None:
    holidays = holidays_of("us_federal", [year])
    with pytest.raises(HolidaysUnknownError, match=str(year)):
        business_days_after(date(year, 3, 1), 1, holidays)


def test_an_unknown_calendar_is_refused_with_those_that_exist() -> None:
    with pytest.raises(HolidayCalendarError, match="us_federal"):
        holidays_of("us", SETTLED)
