"""When people are there, and what the agent may truthfully promise about an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from arrears.domain.times import DailyWindow, local

WRITTEN_TO = DailyWindow(time(9), time(20))
"""Hours on a borrower's clock for which an answer is promised: a judgement, inside those of every rule."""


URGENCY = {
    "self_harm": 0,
    "promise_missed": 1,
    "complaint": 2,
    "attorney": 2,
    "deceased": 2,
    "payment_failed": 3,
    "cancel_plan": 3,
    "approval": 3,
}
"""How soon a person is needed; 5 where the reason is not listed, 0 comes first."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """The hours in which a team works the queue."""

    zone: str  # IANA zone the hours are kept in
    hours: DailyWindow
    weekdays: frozenset[int]  # 0 is Monday
    answer_minutes: int  # what the team can keep while it is there
    approval_hours: int = 4  # the least that the team asks for to decide an exception
    holidays: frozenset[date] = frozenset()  # days on which nobody is there

    def works_on(self, day: date) -> bool:
        """Whether the team is there at all on a day of its own calendar."""
        return day.weekday() in self.weekdays and day not in self.holidays


@dataclass(frozen=True, slots=True)
class Staff:
    """The teams that answer borrowers: those of some countries have one of their own."""

    home: Staffing  # for the borrowers of all other countries
    abroad: Mapping[str, Staffing]  # by the country of residence, ISO 3166 alpha-2

    def serving(self, country: str) -> Staffing:
        """The team that answers who lives there."""
        return self.abroad.get(country, self.home)


def is_staffed(staffing: Staffing, now: datetime) -> bool:
    """Whether someone is there now."""
    wall = local(now, staffing.zone)
    return staffing.works_on(wall.date()) and staffing.hours.holds(wall.time())


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
    while day < wall or not staffing.works_on(day.date()):
        day += timedelta(days=1)
    return day


def hours_on_clock(staffing: Staffing, now: datetime, zone: str) -> tuple[time, time]:
    """When the team comes and goes, as a clock in the zone shows it these days."""
    day, theirs = local(now, staffing.zone).date(), local(now, staffing.zone).tzinfo
    opens, closes = (
        local(datetime.combine(day, at, theirs), zone).time()
        for at in (staffing.hours.opens, staffing.hours.closes)
    )
    return opens, closes


def promised_by(staffing: Staffing, asked_at: datetime) -> datetime:
    """The end of the minutes that were promised to who asked then; of the first ones, if nobody was there."""
    return next_staffed(staffing, asked_at) + timedelta(minutes=staffing.answer_minutes)


def decided_by(staffing: Staffing, now: datetime, zone: str) -> datetime:
    """When a borrower in the zone hears at the latest what a person decides, in that zone.

    The first close of business that is at least `approval_hours` away; when it falls into the borrower's
    night, their next morning, since nobody could write to them before.
    """
    close = _close_of(staffing, next_staffed(staffing, now))
    while close - now < timedelta(hours=staffing.approval_hours):
        close = _close_of(staffing, next_staffed(staffing, close))
    wall = local(close, zone)
    if WRITTEN_TO.opens <= wall.time() <= WRITTEN_TO.closes:
        return wall
    day = wall.date() if wall.time() < WRITTEN_TO.opens else wall.date() + timedelta(days=1)
    return datetime.combine(day, WRITTEN_TO.opens, wall.tzinfo)


def _close_of(staffing: Staffing, at: datetime) -> datetime:
    """Close of business on the staffing day of the instant."""
    wall = local(at, staffing.zone)
    return datetime.combine(wall.date(), staffing.hours.closes, wall.tzinfo)
