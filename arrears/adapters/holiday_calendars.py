"""Public holidays of the `holidays` package, as frozen facts.

Where a holiday on a weekend is also observed on a weekday, both days are holidays here. For the federal
holidays of the United States that is the union of 5 U.S.C. 6103(a), which names the days themselves, and of
6103(b), which moves them for federal employees: the comment on the validation period leaves out the former,
and leaving out the latter as well can only lengthen it. Deadlines of ours do without these calendars where
they would become later.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from holidays import HolidayBase, country_holidays

from arrears.domain.compliance.clocks.days import Holidays

_ESTIMATED = "estimated"
"""What the package adds in English to the name of a day that depends on the moon."""


class HolidayCalendarError(LookupError):
    """No calendar has that name; the message names those that exist."""

    def __init__(self, calendar: str) -> None:
        super().__init__(f"no holiday calendar {calendar!r}; there are {', '.join(sorted(_CALENDARS))}")
        self.calendar = calendar


@dataclass(frozen=True, slots=True)
class _Calendar:
    country: str  # ISO 3166 alpha-2
    regions: tuple[str | None, ...] = (None,)  # None: what the whole country has
    common: bool = False  # besides, the days that every region of the country has
    announced: bool = False  # a government moves the days of rest each year, and the package knows for which


_CALENDARS = {
    "us_federal": _Calendar("US"),
    "au_national": _Calendar("AU", common=True),
    "cn_mainland": _Calendar("CN", announced=True),
    "gb_england_wales": _Calendar("GB", ("ENG", "WLS")),
    "hk": _Calendar("HK"),
    "in_national": _Calendar("IN"),
    "ph_national": _Calendar("PH"),
    "sg_national": _Calendar("SG"),
}

CALENDARS = frozenset(_CALENDARS)
"""The names that `holidays_of` knows."""


def holidays_of(calendar: str, years: Iterable[int]) -> Holidays:
    """The holidays of the years, as far as they are settled.

    A year that a government has not announced yet, or whose days are only estimated, is not covered: asking
    the result about it raises `HolidaysUnknownError`. Raises: HolidayCalendarError for an unknown name.
    """
    spec = _CALENDARS.get(calendar)
    if spec is None:
        raise HolidayCalendarError(calendar)
    found = {year: days for year in years if (days := _settled(spec, year)) is not None}
    return Holidays(frozenset[date]().union(*found.values()), frozenset(found))


_YEARS = range(2024, 2036)
"""Whose holidays are looked up, without a clock: plans last some years. Unsettled years have none."""


@cache
def settled_holidays(calendar: str) -> frozenset[date]:
    """The holidays of all years around ours that are settled. Raises: HolidayCalendarError."""
    return holidays_of(calendar, _YEARS).days


def _settled(spec: _Calendar, year: int) -> frozenset[date] | None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        parts = [_year(spec.country, region, year) for region in spec.regions]
    # The package warns of a year for which it has a part of the holidays only.
    if said or not all(_is_settled(spec, part, year) for part in parts):
        return None
    days = frozenset[date]().union(*parts)
    return days | _common(spec.country, year) if spec.common else days


def _year(country: str, region: str | None, year: int) -> HolidayBase:
    return country_holidays(country, subdiv=region, years=year, expand=False, observed=True, language="en_US")


def _is_settled(spec: _Calendar, days: HolidayBase, year: int) -> bool:
    # Outside these years the package has no days, and says nothing.
    if not days.start_year <= year <= days.end_year:
        return False
    if spec.announced and year > max(days.special_public_holidays):
        return False
    return not any(_ESTIMATED in name for name in days.values())


def _common(country: str, year: int) -> frozenset[date]:
    """Substitute days that every region has, without the country saying so as a whole."""
    regions = country_holidays(country).subdivisions
    return frozenset[date].intersection(*(frozenset(_year(country, region, year)) for region in regions))
