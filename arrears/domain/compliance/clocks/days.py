"""Calendar days: which day it is for a person, business days, and public holidays.

A clock counts days and never hours, so that daylight saving cannot lengthen or shorten it. Where a person may
be in several zones, a day that starts a duty of ours is the earliest one, and a day that protects the person
is the latest.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from arrears.domain.compliance.windows import starts_at
from arrears.domain.times import local_date

_SATURDAY = 5


class HolidaysUnknownError(LookupError):
    """A day was asked for in a year whose public holidays are not known."""

    def __init__(self, year: int) -> None:
        super().__init__(f"the public holidays of {year} are not known; load a calendar that covers the year")
        self.year = year


@dataclass(frozen=True, slots=True)
class Holidays:
    """The public holidays of some whole years."""

    days: frozenset[date]
    years: frozenset[int]  # those that are covered, with holidays or without

    def holds(self, day: date) -> bool:
        """Whether the day is a holiday. Raises: HolidaysUnknownError outside the covered years."""
        if day.year not in self.years:
            raise HolidaysUnknownError(day.year)
        return day in self.days


def is_weekday(day: date) -> bool:
    """Whether the day is neither a Saturday nor a Sunday."""
    return day.weekday() < _SATURDAY


def is_business_day(day: date, holidays: Holidays) -> bool:
    """Whether the day is no Saturday, Sunday or holiday. Raises: HolidaysUnknownError."""
    return not holidays.holds(day) and is_weekday(day)


def business_days_after(day: date, count: int, holidays: Holidays) -> date:
    """The last of so many business days after the day, which itself does not count.

    Raises: HolidaysUnknownError.
    """
    return _walk(day, count, 1, lambda each: is_business_day(each, holidays))


def business_days_before(day: date, count: int, holidays: Holidays) -> date:
    """The first of so many business days before the day. Raises: HolidaysUnknownError."""
    return _walk(day, count, -1, lambda each: is_business_day(each, holidays))


def weekdays_after(day: date, count: int) -> date:
    """The last of so many weekdays after the day, holidays among them.

    A deadline of ours that is counted so never lies after the one that leaves holidays out.
    """
    return _walk(day, count, 1, is_weekday)


def weekdays_before(day: date, count: int) -> date:
    """The first of so many weekdays before the day, holidays among them."""
    return _walk(day, count, -1, is_weekday)


def days_after(day: date, count: int) -> date:
    """The calendar day so many days after the day, which itself does not count."""
    return day + timedelta(days=count)


def months_after(day: date, count: int) -> date:
    """The same day so many months later; the first of the next month where that month is too short."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    if day.day <= last:
        return day.replace(year=year, month=month + 1)
    return date(year, month + 1, last) + timedelta(days=1)


def years_after(day: date, count: int) -> date:
    """The same day so many years later; 1 March for a 29 February that the year does not have."""
    return months_after(day, 12 * count)


def earliest_day(at: datetime, zones: Sequence[str]) -> date:
    """The earliest day that the instant falls on in any of the zones: for what we must do in time."""
    return min(local_date(at, zone) for zone in zones)


def latest_day(at: datetime, zones: Sequence[str]) -> date:
    """The latest day that the instant falls on in any of the zones: for what protects the person."""
    return max(local_date(at, zone) for zone in zones)


def over_everywhere_at(day: date, zones: Sequence[str]) -> datetime:
    """The first instant, in UTC, at which the day is over in all of the zones: when a rest ends."""
    return max(starts_at(days_after(day, 1), zone) for zone in zones)


def over_somewhere_at(day: date, zones: Sequence[str]) -> datetime:
    """The first instant, in UTC, at which the day is over in one of the zones: when our duty is late."""
    return min(starts_at(days_after(day, 1), zone) for zone in zones)


def _walk(day: date, count: int, step: int, counts: Callable[[date], bool]) -> date:
    while count > 0:
        day += timedelta(days=step)
        count -= counts(day)
    return day
