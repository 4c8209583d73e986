"""Daily windows in several zones at once: whether they are open, when they close, when they open.

Wall-clock times are turned into instants through a cache: a month of a portfolio asks about few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_time
from functools import lru_cache
from zoneinfo import ZoneInfo

from arrears.domain.times import DailyWindow, local_date

LEAPS_MAX = 64
"""Each leap goes to an opening or an end; a search that needs more of them has no answer."""


def open_until(window: DailyWindow, zones: Sequence[str], now: datetime) -> datetime | None:
    """When the opening that holds now in every zone ends, in UTC; None when it is closed somewhere."""
    for opens, closes in _openings(window, tuple(zones), now.astimezone(UTC).date()):
        if opens <= now < closes:
            return closes
    return None


@lru_cache(maxsize=50_000)
def _openings(
    window: DailyWindow, zones: tuple[str, ...], day: date
) -> tuple[tuple[datetime, datetime], ...]:
    """The spans that touch the UTC day, in which the window is open in every zone."""
    common: list[tuple[datetime, datetime]] | None = None
    for zone in zones:
        # A day of UTC touches three local days, and a window over midnight may have begun a day earlier.
        spans = [_span(window, zone, day + timedelta(days=ahead)) for ahead in range(-2, 2)]
        common = spans if common is None else _both(common, spans)
    return tuple(common or ())


def _span(window: DailyWindow, zone: str, day: date) -> tuple[datetime, datetime]:
    ends_on = day if window.opens < window.closes else day + timedelta(days=1)
    return instant(day, window.opens, zone), instant(ends_on, window.closes, zone)


def _both(
    some: list[tuple[datetime, datetime]], others: list[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    overlaps = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(opens, closes) for opens, closes in overlaps if opens < closes]


def opens_at(window: DailyWindow, zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant from now on, in UTC, at which the window is open in every zone.

    None when the zones have no hour in common.
    """
    return settled(
        now,
        lambda at: [_next(window.opens, zone, at) for zone in zones if not window.holds(_wall(at, zone))],
    )


def begins_at(windows: Iterable[DailyWindow], zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant after now, in UTC, at which one of the windows begins somewhere."""
    return min((_next(window.opens, zone, now) for window in windows for zone in zones), default=None)


def clear_at(windows: Sequence[DailyWindow], zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant from now on, in UTC, that lies in none of the windows, in any zone; None if never."""
    return settled(
        now,
        lambda at: [
            _next(window.closes, zone, at)
            for window in windows
            for zone in zones
            if window.holds(_wall(at, zone))
        ],
    )


def day_clear_at(barred: frozenset[int], zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant from now on, in UTC, whose weekday is barred in none of the zones; None if never.

    Monday is 0.
    """
    return settled(
        now,
        lambda at: [
            starts_at(day + timedelta(days=1), zone)
            for zone in zones
            if (day := at.astimezone(ZoneInfo(zone)).date()).weekday() in barred
        ],
    )


def day_begins_at(barred: frozenset[int], zones: Sequence[str], now: datetime) -> datetime:
    """The first instant after now, in UTC, at which one of the weekdays begins in one of the zones.

    Monday is 0.
    """
    return min(
        starts_at(day, zone)
        for zone in zones
        for ahead in range(1, 8)
        if (day := local_date(now, zone) + timedelta(days=ahead)).weekday() in barred
    )


@lru_cache(maxsize=100_000)
def starts_at(day: date, zone: str) -> datetime:
    """The first instant of a calendar day in a zone, in UTC."""
    return instant(day, wall_time.min, zone)


def settled(now: datetime, obstacles: Callable[[datetime], list[datetime]]) -> datetime | None:
    """The first instant from now on, in UTC, that nothing stands in the way of; None when none is found.

    `obstacles` gives, for an instant, when each thing that stands in the way of it ends.
    """
    at = now.astimezone(UTC)
    for _ in range(LEAPS_MAX):
        until = obstacles(at)
        if not until:
            return at
        at = max(until)
    return None


def _wall(at: datetime, zone: str) -> wall_time:
    return at.astimezone(ZoneInfo(zone)).time()


def _next(wall: wall_time, zone: str, after: datetime) -> datetime:
    # Two days ahead: a wall-clock time that the clocks skip over lands on the far side of the gap.
    today = after.astimezone(ZoneInfo(zone)).date()
    for ahead in range(3):
        at = instant(today + timedelta(days=ahead), wall, zone)
        if at > after:
            return at
    raise AssertionError("a wall-clock time comes once in two days")


@lru_cache(maxsize=100_000)
def instant(day: date, wall: wall_time, zone: str) -> datetime:
    """A wall-clock time of a calendar day in a zone, in UTC."""
    return datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC)
