"""Calendar arithmetic: what day an expression means, seen from today."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.readings import DateProblem

_DAYS_AHEAD_MAX = 3650  # beyond ten years nobody names a day
_HALF_YEAR_DAYS = 183  # a month and day nearer behind than ahead is past, not next year's


@dataclass(frozen=True, slots=True)
class Day:
    """A usable day, or the problem that left none."""

    on: date | None
    problem: DateProblem | None


INVALID = Day(None, DateProblem.INVALID)
PAST = Day(None, DateProblem.PAST)
UNRESOLVED = Day(None, DateProblem.UNRESOLVED)
AMBIGUOUS = Day(None, DateProblem.AMBIGUOUS)


def settled(on: date | None, today: date) -> Day:
    """The day itself unless it does not exist or has passed."""
    if on is None:
        return INVALID
    return PAST if on < today else Day(on, None)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_after(today: date, months: int) -> tuple[int, int]:
    """Year and month that many months ahead."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.year + years, month + 1


def next_day_of_month(day: int, today: date) -> Day:
    """The next such day that has not passed; today counts. The 31st waits for a month that has one."""
    if not 1 <= day <= 31:
        return INVALID
    for months in range(3):
        on = calendar_day(*month_after(today, months), day)
        if on is not None and on >= today:
            return Day(on, None)
    return INVALID


def day_of_month(months: int, day: int, today: date) -> Day:
    """That day of the month that many months ahead."""
    return settled(calendar_day(*month_after(today, months), day), today)


def month_and_day(month: int, day: int, today: date) -> Day:
    """The day of this year; of next year when that is the nearer one; else past."""
    this, following = calendar_day(today.year, month, day), calendar_day(today.year + 1, month, day)
    if this is not None and this >= today:
        return Day(this, None)
    if following is not None and (following - today).days <= _HALF_YEAR_DAYS:
        return Day(following, None)
    return INVALID if this is None else PAST


def coming_weekday(weekday: int, today: date, *, today_counts: bool = False) -> date:
    """Monday is 0. Said on the same weekday, the bare name means a week from today."""
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead if ahead or today_counts else 7)


def weekday_of_week(weekday: int, weeks: int, today: date) -> Day:
    """That weekday of the week so many weeks ahead; weeks begin on Monday."""
    monday = today - timedelta(days=today.weekday())
    return settled(monday + timedelta(days=7 * weeks + weekday), today)


def month_end(months: int, today: date) -> Day:
    """Last day of the month that many months ahead."""
    year, month = month_after(today, months)
    return settled(date(year, month, monthrange(year, month)[1]), today)


def end_of_named_month(month: int, today: date) -> Day:
    """Last day of the coming month of that number."""
    return month_end((month - today.month) % 12, today)


def days_ahead(days: int, today: date) -> Day:
    """So many days from today."""
    return Day(today + timedelta(days=days), None) if days <= _DAYS_AHEAD_MAX else INVALID


def months_ahead(months: int, today: date) -> Day:
    """The same day so many months ahead, or the last day of a month that is too short."""
    if months * 30 > _DAYS_AHEAD_MAX:
        return INVALID
    year, month = month_after(today, months)
    return Day(date(year, month, min(today.day, monthrange(year, month)[1])), None)
