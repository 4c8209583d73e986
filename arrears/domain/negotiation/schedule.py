"""Dated instalments that add up to a total, to the cent."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.plans import Instalment


def schedule(total: Money, first_on: date, by: int | Money, frequency: Frequency) -> tuple[Instalment, ...]:
    """Instalments of the total: `by` a count, equal to the cent; or `by` an amount, the last one smaller.

    Raises: ValueError when the total or `by` is not positive, or a part would be nothing.
    """
    amounts = parts_of(total, by)
    days = islice(due_dates(first_on, frequency), len(amounts))
    return tuple(Instalment(on, amount) for on, amount in zip(days, amounts, strict=True))


def parts_of(total: Money, by: int | Money) -> tuple[Money, ...]:
    """The amounts of `schedule`, without days. Raises as it does."""
    return _equal(total, by) if isinstance(by, int) else _pieces(total, by)


def months_after(day: date, months: int) -> date:
    """The day so many months later, or that month's last where it is shorter."""
    return in_month(day, months, day.day)


def nearest_of_number(on: date, spoken: date) -> date:
    """The day, or that of its number in a later month, that is nearest to the one they spoke of."""
    days = [months_after(on, months) for months in range(_YEAR) if months_after(on, months).day == on.day]
    return min(days, key=lambda day: abs((day - spoken).days))


_YEAR = 12


def due_dates(first_on: date, frequency: Frequency, follows: date | None = None) -> Iterator[date]:
    """The due days from the first on, without end.

    Months keep the first day's number and shorten it where they are shorter: 31 January, 28 February,
    31 March. So do those that follow a day of a longer month: after 31 March 30 April, 31 May. Twice a month
    is the first day's number and the one 15 away; from a 15th or a month's end it is every 15th and every
    month's end.
    """
    shortened = follows is not None and first_on == in_month(first_on, 0, follows.day)
    number = follows.day if follows is not None and shortened else first_on.day
    match frequency:
        case Frequency.WEEKLY:
            return _every(first_on, timedelta(weeks=1))
        case Frequency.BIWEEKLY:
            return _every(first_on, timedelta(weeks=2))
        case Frequency.SEMIMONTHLY:
            return _twice_monthly(first_on)
        case Frequency.MONTHLY:
            return (in_month(first_on, months, number) for months in count())
        case Frequency.QUARTERLY:
            return (in_month(first_on, months, number) for months in count(step=3))


def month_ends(first_on: date, frequency: Frequency) -> Iterator[date]:
    """The same from a month's last day on, each on the last day of its month, whatever its number is."""
    return due_dates(first_on, frequency, first_on.replace(month=1, day=31))


def is_month_end(day: date) -> bool:
    """Whether it is the last day of its month."""
    return day == in_month(day, 0, 31)


def goes_on_from(named: date, first_on: date, frequency: Frequency) -> date:
    """The second due day where the first one is moved from the day they named: of their days, a period later.

    From the 8th on, put forward to 3 April, it goes on on 8 May.
    """
    earliest = next(islice(due_dates(min(named, first_on), frequency), 1, None))
    weekly = frequency in (Frequency.WEEKLY, Frequency.BIWEEKLY)
    before = named - timedelta(weeks=_LONG_BEFORE * 4) if weekly else months_after(named, -_LONG_BEFORE)
    return next(day for day in due_dates(before, frequency) if day >= earliest)


_LONG_BEFORE = 48
"""Months, or four weeks each, that keep the number or the weekday of a day: more than one is moved by."""


def _equal(total: Money, parts: int) -> tuple[Money, ...]:
    if not 1 <= parts <= total.minor:
        raise ValueError("a total cannot be split into parts of nothing")
    return total.split(parts)


def _pieces(total: Money, amount: Money) -> tuple[Money, ...]:
    if not (total.minor > 0 and amount.minor > 0):
        raise ValueError("a schedule needs a positive total and a positive amount")
    whole = (total.minor - 1) // amount.minor
    return (*(amount for _ in range(whole)), total - amount * whole)


def _every(first_on: date, step: timedelta) -> Iterator[date]:
    return (first_on + step * times for times in count())


def _twice_monthly(first_on: date) -> Iterator[date]:
    days = _two_days(first_on)
    for months in count():
        for day in days:
            on = in_month(first_on, months, day)
            if on >= first_on:
                yield on


def _two_days(first_on: date) -> tuple[int, int]:
    day = first_on.day
    if day == 15 or first_on == in_month(first_on, 0, 31):
        return 15, 31
    return (day, day + 15) if day < 15 else (day - 15, day)


def in_month(start: date, months: int, day: int) -> date:
    """The day of that number in the month so many later, or that month's last where it is shorter."""
    years, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + years, month + 1)[1]
    return date(start.year + years, month + 1, min(day, last))
