"""Instants, calendar days and daily windows. Naive datetimes do not exist here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


class NaiveDatetimeError(ValueError):
    """A datetime without a time zone was given where an instant is needed."""

    def __init__(self) -> None:
        super().__init__("an instant needs a time zone")


def require_aware(at: datetime) -> datetime:
    """The same instant, once it is known to carry a zone. Raises: NaiveDatetimeError."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise NaiveDatetimeError
    return at


@cache
def known_zones() -> frozenset[str]:
    """Every IANA zone of this machine; looking for them reads a folder, so they are kept."""
    return frozenset(available_timezones())


def local(at: datetime, zone: str) -> datetime:
    """The instant on the wall clock of an IANA zone. Raises: ZoneInfoNotFoundError."""
    return require_aware(at).astimezone(ZoneInfo(zone))


def local_date(at: datetime, zone: str) -> date:
    """The calendar day of the instant in an IANA zone."""
    return local(at, zone).date()


def nameable(at: datetime, zone: str) -> datetime:
    """The first instant from then on that people would name: full five minutes stand, else the next quarter.

    On the wall clock of the zone, so that it can be said and is never too early.
    """
    wall = local(at, zone)
    rest = timedelta(minutes=wall.minute, seconds=wall.second, microseconds=wall.microsecond)
    return wall if not rest % _NAMED else wall + (-rest % _QUARTER)


_NAMED, _QUARTER = timedelta(minutes=5), timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class DailyWindow:
    """Hours of every day, on the wall clock: opens <= t < closes.

    It may run over midnight (opens > closes); opens == closes is the whole day.
    """

    opens: time  # the first moment inside
    closes: time  # the first moment outside again

    def holds(self, wall: time) -> bool:
        """Whether the wall-clock time lies in the window; the closing minute does not."""
        if self.opens < self.closes:
            return self.opens <= wall < self.closes
        return wall >= self.opens or wall < self.closes
