"""Due days that keep off weekends and public holidays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from arrears.domain.money import Money
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.plans import Instalment

_ONE = timedelta(days=1)
_SATURDAY = 5


def is_rest_day(day: date, rest_days: RestDays) -> bool:
    """Whether nothing should fall due on it: a weekend's day or a holiday, where days are moved at all."""
    if rest_days.shift is DayShift.NONE:
        return False
    return day.weekday() >= _SATURDAY or day in rest_days.holidays


def moved(day: date, rest_days: RestDays, today: date) -> date:
    """The due day as the policy moves it. A day that has gone by counts as today.

    A previous business day that has gone by gives way to the next one.
    """
    day = max(day, today)
    if rest_days.shift is DayShift.PREVIOUS:
        earlier = _business(day, rest_days, -_ONE)
        if earlier >= today:
            return earlier
    return _business(day, rest_days, _ONE)


def latest_within(latest_on: date, rest_days: RestDays, today: date) -> date | None:
    """The last day up to and including `latest_on` that moving leaves where it is, None without one."""
    day = _business(latest_on, rest_days, -_ONE)
    return day if day >= today else None


def kept_apart(days: Iterable[date], rest_days: RestDays, today: date) -> tuple[date, ...]:
    """The days in their order, each moved; of two that meet, the later takes the next business day.

    Raises: ValueError when the days are not in order.
    """
    kept: list[date] = []
    before = date.min
    for day in days:
        if day < before:
            raise ValueError("due days come in order")
        before = day
        on = moved(day, rest_days, today)
        if kept and on <= kept[-1]:
            on = _business(kept[-1] + _ONE, rest_days, _ONE)
        kept.append(on)
    return tuple(kept)


def first_free(day: date, taken: Iterable[date], rest_days: RestDays, today: date) -> date:
    """The day as it is moved, or the next after it that is no rest day and not taken."""
    on, used = moved(day, rest_days, today), frozenset(taken)
    while on in used:
        on = _business(on + _ONE, rest_days, _ONE)
    return on


def dated(
    days: Iterable[date], amounts: Iterable[Money], rest_days: RestDays, today: date
) -> tuple[Instalment, ...]:
    """The amounts on the days as `kept_apart` places them. Raises: ValueError when they are not as many."""
    placed = kept_apart(days, rest_days, today)
    return tuple(Instalment(on, amount) for on, amount in zip(placed, amounts, strict=True))


def _business(day: date, rest_days: RestDays, step: timedelta) -> date:
    while is_rest_day(day, rest_days):
        day += step
    return day
