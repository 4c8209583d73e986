"""Daily windows in several zones at once: whether they are open, when they close, when they open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_time
from zoneinfo import ZoneInfo

from arrears.domain.times import DailyWindow, local

LEAPS_MAX = 64
"""Each leap goes to an opening or an end; a search that needs more of them has no answer."""


def open_everywhere(window: DailyWindow, zones: Sequence[str], now: datetime) -> bool:
    """Whether the window holds on the wall clock of every zone."""
    return all(window.holds(_wall(now, zone)) for zone in zones)


def closes_at(window: DailyWindow, zones: Sequence[str], now: datetime) -> datetime:
    """The first instant after now, in UTC, at which the window closes in one of the zones."""
    return min(_next(window.closes, zone, now) for zone in zones)


def opens_at(window: DailyWindow, zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant from now on, in UTC, at which the window is open in every zone.

    None when the zones have no hour in common.
    """
    return _settled(
        now,
        lambda at: [_next(window.opens, zone, at) for zone in zones if not window.holds(_wall(at, zone))],
    )


def begins_at(windows: Iterable[DailyWindow], zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant after now, in UTC, at which one of the windows begins somewhere."""
    return min((_next(window.opens, zone, now) for window in windows for zone in zones), default=None)


def clear_at(windows: Sequence[DailyWindow], zones: Sequence[str], now: datetime) -> datetime | None:
    """The first instant from now on, in UTC, that lies in none of the windows, in any zone; None if never."""
    return _settled(
        now,
        lambda at: [
            _next(window.closes, zone, at)
            for window in windows
            for zone in zones
            if window.holds(_wall(at, zone))
        ],
    )


def starts_at(day: date, zone: str) -> datetime:
    """The first instant of a calendar day in a zone, in UTC."""
    return datetime.combine(day, wall_time.min, ZoneInfo(zone)).astimezone(UTC)


def _settled(now: datetime, obstacles: Callable[[datetime], list[datetime]]) -> datetime | None:
    at = now.astimezone(UTC)
    for _ in range(LEAPS_MAX):
        until = obstacles(at)
        if not until:
            return at
        at = max(until)
    return None


def _wall(at: datetime, zone: str) -> wall_time:
    return local(at, zone).time()


def _next(wall: wall_time, zone: str, after: datetime) -> datetime:
    # Two days ahead: a wall-clock time that the clocks skip over lands on the far side of the gap.
    today = local(after, zone).date()
    tries = (
        datetime.combine(today + timedelta(days=ahead), wall, ZoneInfo(zone)).astimezone(UTC)
        for ahead in range(3)
    )
    return next(at for at in tries if at > after)
