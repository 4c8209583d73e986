"""Contact hours that depend on the day: on weekdays, weekends and holidays, in several zones at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.limits import hours
from arrears.domain.compliance.rule import Question, allow, defer, deny
from arrears.domain.compliance.windows import LEAPS_MAX, instant, open_until, opens_at, starts_at
from arrears.domain.times import DailyWindow

DAYS_AHEAD_MAX = 14
"""No country closes for longer; a longer gap means that its calendar is not known."""


@dataclass(frozen=True, slots=True)
class Week:
    """The hours of each day of the week, Monday first; None: no contact on that day.

    On a barred day nobody is contacted, whatever hours they agreed to.
    """

    days: tuple[DailyWindow | None, ...]
    barred: Callable[[date], bool]

    def on(self, day: date) -> DailyWindow | None:
        """The hours of the calendar day; None when there are none."""
        return None if self.barred(day) else self.days[day.weekday()]


def never(day: date) -> bool:
    """No day is barred."""
    return False


def week_window(week: Week, zones: tuple[str, ...], q: Question) -> Said:
    """Leave until the day's hours close somewhere; otherwise not before they are open everywhere.

    Hours that the person told us are fine widen them, on days that are not barred.
    """
    now, named = q.now, ("zones", ", ".join(zones))
    closes = [_closes(week, zone, now) for zone in zones]
    ends = [at for at in closes if at is not None]
    if len(ends) == len(closes):
        return allow("day_hours_open", named, until=min(ends))
    free = _clear(week, zones, now)
    if free == now:
        for agreed in q.facts.agreed:
            agreed_until = open_until(agreed, zones, now)
            if agreed_until is not None:
                midnight = min([starts_at(_day(now, zone) + timedelta(days=1), zone) for zone in zones])
                until = min(agreed_until, midnight)
                return allow("day_hours_agreed", named, ("hours", hours(agreed)), until=until)
    first = _first(week, zones, q, free)
    if first is None:
        return deny("no_known_hour", named, lifts=Lifts.OTHER_CHANNEL)
    return defer("day_hours_closed", first, named)


def _first(week: Week, zones: tuple[str, ...], q: Question, free: datetime | None) -> datetime | None:
    """The first instant at which the week's hours, or agreed ones, are open everywhere."""
    opens = [_leap(lambda zone, at: _opens(week, zone, at), zones, q.now)]
    if free is not None:
        opens += [opens_at(agreed, zones, free) for agreed in q.facts.agreed]
    return min([at for at in opens if at is not None], default=None)


def _clear(week: Week, zones: tuple[str, ...], now: datetime) -> datetime | None:
    """The first instant from now on that lies on no barred day in any zone."""
    return _leap(lambda zone, at: _unbarred(week, zone, at), zones, now)


def _leap(
    next_at: Callable[[str, datetime], datetime | None], zones: Sequence[str], now: datetime
) -> datetime | None:
    """The first instant from now on that `next_at` leaves where it is in every zone; None if never."""
    at = now
    for _ in range(LEAPS_MAX):
        ahead = [next_at(zone, at) for zone in zones]
        known = [later for later in ahead if later is not None]
        if len(known) < len(ahead):
            return None
        if max(known) == at:
            return at
        at = max(known)
    return None


def _opens(week: Week, zone: str, at: datetime) -> datetime | None:
    """The instant itself when the zone's hours are open, else when they next open; None if never."""
    today = _day(at, zone)
    for ahead in range(DAYS_AHEAD_MAX):
        day = today + timedelta(days=ahead)
        window = week.on(day)
        if window is None or at >= instant(day, window.closes, zone):
            continue
        return max(at, instant(day, window.opens, zone))
    return None


def _closes(week: Week, zone: str, at: datetime) -> datetime | None:
    """When the hours that are open in the zone close; None when they are not open."""
    day = _day(at, zone)
    window = week.on(day)
    if window is None or not window.holds(at.astimezone(ZoneInfo(zone)).time()):
        return None
    return instant(day, window.closes, zone)


def _unbarred(week: Week, zone: str, at: datetime) -> datetime | None:
    today = _day(at, zone)
    if not week.barred(today):
        return at
    for ahead in range(1, DAYS_AHEAD_MAX):
        day = today + timedelta(days=ahead)
        if not week.barred(day):
            return starts_at(day, zone)
    return None


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()
