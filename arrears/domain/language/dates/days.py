"""Calendar arithmetic: what day an expression means, seen from today.

What a borrower promises lies ahead; what they tell of ("I paid on the 3rd") lies behind. The reference says
which of the two is looked for.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from arrears.domain.language.readings import Certainty, DateProblem

_DAYS_AHEAD_MAX = 3650  # beyond ten years nobody names a day
_HALF_YEAR_DAYS = 183  # a month and day nearer behind than ahead is past, not next year's


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which an expression is seen, and which way it looks."""

    today: date  # on the borrower's calendar
    told: bool = False  # what has happened is told: days lie behind


@dataclass(frozen=True, slots=True)
class Day:
    """A usable day, or the problem that left none."""

    on: date | None
    problem: DateProblem | None
    about: str | None = None  # the day, month or event that the problem is about
    others: tuple[date, ...] = ()  # days the words may mean as well; the likeliest first
    certainty: Certainty = Certainty.SURE


def invalid(about: str) -> Day:
    """There is no such day; `about` is how it would be written."""
    return Day(None, DateProblem.INVALID, about)


def unresolved(event: str) -> Day:
    """An event whose day nobody has named."""
    return Day(None, DateProblem.UNRESOLVED, event)


def ambiguous(*days: date) -> Day:
    """No day for certain; of those given the first is the likeliest."""
    return Day(None, DateProblem.AMBIGUOUS, None, days)


def likely(day: Day, *others: date) -> Day:
    """The day as the usual reading of words that have another."""
    return replace(day, certainty=Certainty.LIKELY, others=others)


def doubtful(on: date) -> Day:
    """The day as a reading that does for an answer to what day it is, and is asked about beside money."""
    return Day(on, None, certainty=Certainty.UNSURE)


def gone(on: date | None) -> Day:
    """A time that has passed, with its day where the words name one."""
    return Day(None, DateProblem.PAST, on.isoformat() if on else None)


def settled(on: date, ref: Reference) -> Day:
    """The day itself; one that has passed is a problem unless it is told of."""
    return gone(on) if on < ref.today and not ref.told else Day(on, None)


def settled_in_month(year: int, month: int, day: int, ref: Reference) -> Day:
    """The day, settled, or that there is none in that month."""
    on = calendar_day(year, month, day)
    return invalid(f"{year:04}-{month:02}-{day:02}") if on is None else settled(on, ref)


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


def next_day_of_month(day: int, ref: Reference) -> Day:
    """The next such day that has not passed; today counts. The 31st waits for a month that has one.

    Told of, it is the latest such day.
    """
    if not 1 <= day <= 31:
        return invalid(str(day))
    for months in range(3):
        on = calendar_day(*month_after(ref.today, -months if ref.told else months), day)
        if on is not None and (on <= ref.today if ref.told else on >= ref.today):
            return Day(on, None)
    return invalid(str(day))


def day_of_month(months: int, day: int, ref: Reference) -> Day:
    """That day of the month that many months ahead."""
    return settled_in_month(*month_after(ref.today, months), day, ref)


def month_and_day(month: int, day: int, ref: Reference) -> Day:
    """The day of this year; of next year when that is the nearer one; else past."""
    today = ref.today
    this, following = calendar_day(today.year, month, day), calendar_day(today.year + 1, month, day)
    if ref.told:
        return _told_month_and_day(month, day, today)
    if this is not None and this >= today:
        return Day(this, None)
    if following is not None and (following - today).days <= _HALF_YEAR_DAYS:
        return Day(following, None)
    return invalid(f"{today.year:04}-{month:02}-{day:02}") if this is None else gone(this)


def _told_month_and_day(month: int, day: int, today: date) -> Day:
    this = calendar_day(today.year, month, day)
    for year in (today.year, today.year - 1):
        on = calendar_day(year, month, day)
        if on is not None and on <= today:
            ahead = this is not None and this > today and (today - on).days > _HALF_YEAR_DAYS
            # Told in one breath with what is to come, a day that is nearer ahead may be meant for that.
            return Day(on, None, None, (this,), Certainty.UNSURE) if ahead and this else Day(on, None)
    return invalid(f"{today.year:04}-{month:02}-{day:02}")


def coming_weekday(weekday: int, ref: Reference) -> date:
    """Monday is 0. Said on the same weekday, the bare name means a week from today, or a week ago."""
    if ref.told:
        return ref.today - timedelta(days=(ref.today.weekday() - weekday) % 7 or 7)
    return ref.today + timedelta(days=(weekday - ref.today.weekday()) % 7 or 7)


def weekday_of_week(weekday: int, weeks: int, ref: Reference) -> Day:
    """That weekday of the week so many weeks ahead; weeks begin on Monday."""
    return settled(day_in_week(weekday, weeks, ref.today), ref)


def day_in_week(weekday: int, weeks: int, today: date) -> date:
    """The bare date of that weekday so many weeks ahead."""
    return today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks + weekday)


def weekday_in_month(weekday: int, nth: int, year: int, month: int) -> date | None:
    """The nth such weekday of the month, or the last one for -1; None when the month has no fifth."""
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    those = [day for day in days if day.weekday() == weekday]
    return those[nth - 1 if nth > 0 else nth] if nth <= len(those) else None


def days_of_week(weeks: int, ref: Reference) -> Day:
    """A week without a day: any of its days, the first that can still be used being the likeliest."""
    week = [day_in_week(index, weeks, ref.today) for index in range(7)]
    usable = [day for day in week if day >= ref.today]
    return ambiguous(*usable) if usable else gone(None)


def month_end(months: int, ref: Reference) -> Day:
    """Last day of the month that many months ahead."""
    year, month = month_after(ref.today, months)
    return settled(last_day(year, month), ref)


def last_day(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def months_to(month: int, ref: Reference) -> int:
    """How many months ahead the coming month of that number is; behind, as a negative number, when told."""
    ahead = (month - ref.today.month) % 12
    return ahead - 12 if ref.told and ahead else ahead


def end_of_named_month(month: int, ref: Reference) -> Day:
    """Last day of the coming month of that number."""
    return month_end(months_to(month, ref), ref)


def whole_month(months: int, ref: Reference) -> Day:
    """A month without a day."""
    year, month = month_after(ref.today, months)
    problem = DateProblem.PAST if months < 0 and not ref.told else DateProblem.AMBIGUOUS
    return Day(None, problem, f"{year:04}-{month:02}")


def part_of_month(months: int, first: int, ref: Reference) -> Day:
    """A stretch of a month from that day on; when it has begun, from today, or a month later when over."""
    year, month = month_after(ref.today, months)
    starts = date(year, month, first)
    if starts >= ref.today or ref.told:
        return ambiguous(starts)
    if (ref.today - starts).days < _PART_DAYS:
        return ambiguous(ref.today)
    return part_of_month(months + 1, first, ref)


_PART_DAYS = 10  # a month has three parts


def days_ahead(days: int, ref: Reference) -> Day:
    """So many days from today."""
    if abs(days) > _DAYS_AHEAD_MAX:
        return invalid(f"{days} days")
    return settled(ref.today + timedelta(days=days), ref)


def months_ahead(months: int, ref: Reference) -> Day:
    """The same day so many months ahead, or the last day of a month that is too short."""
    if abs(months) * 30 > _DAYS_AHEAD_MAX:
        return invalid(f"{months} months")
    year, month = month_after(ref.today, months)
    return settled(date(year, month, min(ref.today.day, monthrange(year, month)[1])), ref)
