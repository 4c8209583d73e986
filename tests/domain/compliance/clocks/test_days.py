"""Calendar days: business days, holidays that are not known, leap days, and days in several zones."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.days import (
    Holidays,
    HolidaysUnknownError,
    business_days_after,
    business_days_before,
    days_after,
    earliest_day,
    is_business_day,
    latest_day,
    months_after,
    over_everywhere_at,
    over_somewhere_at,
    weekdays_after,
    weekdays_before,
    years_after,
)
from tests.domain.compliance.clocks.given import (
    DAYS,
    HOLIDAYS,
    INSTANTS,
    LOS_ANGELES,
    NEW_YORK,
    SHANGHAI,
    SOME_ZONES,
    day,
)


@pytest.mark.parametrize(
    ("on", "is_business"),
    [
        ("2026-11-25", True),
        ("2026-11-26", False),  # Thanksgiving, a Thursday
        ("2026-11-27", True),
        ("2026-11-28", False),
        ("2026-11-29", False),
        ("2026-11-30", True),
        ("2026-07-02", True),
        ("2026-07-03", False),  # Independence Day of a Saturday, observed
        ("2026-07-06", True),
    ],
)
def test_a_business_day_is_neither_weekend_nor_holiday(on: str, is_business: bool) -> None:
    assert is_business_day(day(on), HOLIDAYS) is is_business


@pytest.mark.parametrize("on", ["2025-12-31", "2029-01-01", "2025-12-27"])
def test_a_year_that_is_not_covered_is_no_year_without_holidays(on: str) -> None:
    with pytest.raises(HolidaysUnknownError, match=on[:4]) as error:
        HOLIDAYS.holds(day(on))
    assert error.value.year == int(on[:4])
    with pytest.raises(HolidaysUnknownError):
        is_business_day(day(on), HOLIDAYS)


def test_counting_into_a_year_that_is_not_covered_raises() -> None:
    assert business_days_after(day("2028-12-28"), 1, HOLIDAYS) == day("2028-12-29")
    with pytest.raises(HolidaysUnknownError):
        business_days_after(day("2028-12-28"), 2, HOLIDAYS)
    with pytest.raises(HolidaysUnknownError):
        business_days_before(day("2026-01-02"), 1, HOLIDAYS)


@pytest.mark.parametrize(
    ("start", "count", "after", "before"),
    [
        ("2026-11-25", 0, "2026-11-25", "2026-11-25"),
        ("2026-11-28", 0, "2026-11-28", "2026-11-28"),  # a Saturday is where nothing is counted
        ("2026-11-25", 1, "2026-11-27", "2026-11-24"),
        ("2026-11-27", 1, "2026-11-30", "2026-11-25"),
        ("2026-11-28", 1, "2026-11-30", "2026-11-27"),
        ("2026-11-29", 2, "2026-12-01", "2026-11-25"),
    ],
)
def test_business_days_are_counted_from_the_next_one(start: str, count: int, after: str, before: str) -> None:
    assert business_days_after(day(start), count, HOLIDAYS) == day(after)
    assert business_days_before(day(start), count, HOLIDAYS) == day(before)


def test_weekdays_count_holidays_in() -> None:
    assert weekdays_after(day("2026-11-25"), 2) == day("2026-11-27")
    assert weekdays_before(day("2026-11-30"), 3) == day("2026-11-25")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-11-23", 1, "2026-12-23"),
        ("2026-12-23", 1, "2027-01-23"),
        ("2026-01-30", 1, "2026-03-01"),
        ("2026-01-31", 3, "2026-05-01"),
        ("2027-11-30", 1, "2027-12-30"),
        ("2027-12-31", 2, "2028-03-01"),
        ("2027-12-29", 2, "2028-02-29"),
        ("2026-11-23", 12, "2027-11-23"),
    ],
)
def test_a_month_that_is_too_short_never_shortens_a_period(start: str, months: int, end: str) -> None:
    assert months_after(day(start), months) == day(end)


def test_a_leap_day_is_followed_by_1_march_in_other_years() -> None:
    assert years_after(day("2028-02-29"), 3) == day("2031-03-01")
    assert years_after(day("2028-02-29"), 4) == day("2032-02-29")
    assert years_after(day("2028-02-28"), 3) == day("2031-02-28")


def test_the_day_differs_between_coasts() -> None:
    late = datetime(2026, 11, 24, 7, 59, tzinfo=UTC)
    assert earliest_day(late, (NEW_YORK, LOS_ANGELES)) == day("2026-11-23")
    assert latest_day(late, (LOS_ANGELES, NEW_YORK)) == day("2026-11-24")
    assert earliest_day(late + timedelta(minutes=1), (NEW_YORK, LOS_ANGELES)) == day("2026-11-24")


def test_a_day_is_over_in_the_east_before_it_is_over_in_the_west() -> None:
    zones = (LOS_ANGELES, SHANGHAI)
    assert over_somewhere_at(day("2026-11-23"), zones) == datetime(2026, 11, 23, 16, tzinfo=UTC)
    assert over_everywhere_at(day("2026-11-23"), zones) == datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on", "hours"), [("2026-03-08", 23), ("2026-03-09", 24), ("2026-11-01", 25), ("2026-11-02", 24)]
)
def test_a_day_may_have_23_or_25_hours_and_stays_one_day(on: str, hours: int) -> None:
    began = over_everywhere_at(days_after(day(on), -1), (NEW_YORK,))
    ended = over_everywhere_at(day(on), (NEW_YORK,))
    assert ended - began == timedelta(hours=hours)
    assert days_after(day(on), 30) - day(on) == timedelta(days=30)


@given(start=DAYS, count=st.integers(1, 25))
def test_the_day_that_a_count_ends_on_is_a_business_day(start: date, count: int) -> None:
    for end in (business_days_after(start, count, HOLIDAYS), business_days_before(start, count, HOLIDAYS)):
        assert end.weekday() < 5
        assert end not in HOLIDAYS.days


@given(start=DAYS, count=st.integers(0, 25))
def test_exactly_the_business_days_are_counted(start: date, count: int) -> None:
    end = business_days_after(start, count, HOLIDAYS)
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(each.weekday() < 5 and each not in HOLIDAYS.days for each in passed) == count


@given(start=DAYS, later=st.integers(0, 40), count=st.integers(0, 25))
def test_a_later_start_never_ends_earlier(start: date, later: int, count: int) -> None:
    second = start + timedelta(days=later)
    assert business_days_after(start, count, HOLIDAYS) <= business_days_after(second, count, HOLIDAYS)
    assert business_days_before(start, count, HOLIDAYS) <= business_days_before(second, count, HOLIDAYS)
    assert weekdays_after(start, count) <= weekdays_after(second, count)
    assert months_after(start, count) <= months_after(second, count)


@given(start=DAYS, count=st.integers(0, 25))
def test_leaving_holidays_out_never_ends_earlier(start: date, count: int) -> None:
    assert weekdays_after(start, count) <= business_days_after(start, count, HOLIDAYS)
    assert weekdays_before(start, count) >= business_days_before(start, count, HOLIDAYS)


@given(start=DAYS, count=st.integers(0, 25), extra=st.frozensets(DAYS, max_size=5))
def test_one_more_holiday_never_ends_earlier(start: date, count: int, extra: frozenset[date]) -> None:
    more = Holidays(HOLIDAYS.days | extra, HOLIDAYS.years)
    assert business_days_after(start, count, HOLIDAYS) <= business_days_after(start, count, more)


@given(at=INSTANTS, zones=SOME_ZONES)
def test_a_day_is_over_when_the_clock_says_the_next_one(at: datetime, zones: list[str]) -> None:
    for on in (earliest_day(at, zones), latest_day(at, zones)):
        last = over_everywhere_at(on, zones)
        assert min(last.astimezone(ZoneInfo(zone)).date() for zone in zones) == on + timedelta(days=1)
        before = last - timedelta(microseconds=1)
        assert min(before.astimezone(ZoneInfo(zone)).date() for zone in zones) == on
        assert over_somewhere_at(on, zones) <= last
    assert at < over_everywhere_at(latest_day(at, zones), zones)
    assert at >= over_somewhere_at(earliest_day(at, zones) - timedelta(days=1), zones)


@given(at=INSTANTS, zones=SOME_ZONES, zone=SOME_ZONES)
def test_one_more_zone_is_never_more_lenient(at: datetime, zones: list[str], zone: list[str]) -> None:
    wider = [*zones, *zone]
    assert (
        earliest_day(at, wider) <= earliest_day(at, zones) <= latest_day(at, zones) <= latest_day(at, wider)
    )
    on = latest_day(at, zones)
    assert over_somewhere_at(on, wider) <= over_somewhere_at(on, zones)
    assert over_everywhere_at(on, zones) <= over_everywhere_at(on, wider)
