"""When people are there, and what the agent may truthfully promise about an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from arrears.domain.times import DailyWindow, local


@dataclass(frozen=True, slots=True)
class Staffing:
    """The hours in which someone works the queue."""

    zone: str  # IANA zone the hours are kept in
    hours: DailyWindow
    weekdays: frozenset[int]  # 0 is Monday
    answer_minutes: int  # what the team can keep while it is there


def is_staffed(staffing: Staffing, now: datetime) -> bool:
    """Whether someone is there now."""
    wall = local(now, staffing.zone)
    return wall.weekday() in staffing.weekdays and staffing.hours.holds(wall.time())


def next_staffed(staffing: Staffing, now: datetime) -> datetime:
    """The first instant at or after now when someone is there, in the staffing zone.

    Raises: ValueError when no weekday is staffed.
    """
    if not staffing.weekdays:
        raise ValueError("no weekday is staffed")
    if is_staffed(staffing, now):
        return local(now, staffing.zone)
    wall = local(now, staffing.zone)
    day = wall.replace(
        hour=staffing.hours.opens.hour, minute=staffing.hours.opens.minute, second=0, microsecond=0
    )
    while day < wall or day.weekday() not in staffing.weekdays:
        day += timedelta(days=1)
    return day
