"""The lunar calendar of China, as far as people name its days.

Source: the Purple Mountain Observatory's calendar as `lunardate` has it; Qingming by the usual formula.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from arrears.domain.language.dates.days import Reference

# New year's day, the month that is followed by a leap month, and the months in order: 1 of 30 days, 0 of 29.
_YEARS = {
    date.fromisoformat(first).year: (date.fromisoformat(first), int(leap), months)
    for first, leap, months in (
        line.split()
        for line in (
            "2022-02-01 0 101011010101", "2023-01-22 2 0100110110101", "2024-02-10 0 010010110110",
            "2025-01-29 6 1010010101110", "2026-02-17 0 101001001110", "2027-02-06 0 110100100110",
            "2028-01-26 5 1110100100110", "2029-02-13 0 110101010011", "2030-02-03 0 010110101010",
            "2031-01-23 3 0110101101010", "2032-02-11 0 100101101101", "2033-01-31 11 0100101011101",
            "2034-02-19 0 010010101101", "2035-02-08 0 101001001101", "2036-01-28 6 1101001001011",
            "2037-02-15 0 110100100101", "2038-02-04 0 110101010010", "2039-01-24 5 1101101010100",
            "2040-02-12 0 101101011010", "2041-02-01 0 010101101101", "2042-01-22 2 0100101011011",
        )
    )
}  # fmt: skip
_LAST_MONTH = 12


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of the lunar year that begins in that year; None where there is none, or the table ends."""
    first, leap, months = _YEARS.get(year, (date.min, 0, ""))
    at = month - 1 + (0 < leap < month)
    if not 1 <= month <= _LAST_MONTH or at >= len(months) or not 1 <= day <= 29 + int(months[at]):
        return None
    before = sum(29 + int(length) for length in months[:at])
    return first + timedelta(days=before + day - 1)


def lunar_new_years_eve(year: int) -> date | None:
    """The day before the lunar new year of that year."""
    return _YEARS[year][0] - timedelta(days=1) if year in _YEARS else None


def qingming(year: int) -> date | None:
    """The fourth or fifth of April; the formula holds for this century."""
    years = year % 100
    return date(year, 4, int(years * 0.2422 + 4.81) - years // 4)


def coming(on: Callable[[int], date | None], ref: Reference, years: int = 0) -> date | None:
    """The next such day, or the last where it is told of; with `years`, that of so many years ahead.

    `on` gives it for a year. A lunar year ends in the next one of ours.
    """
    this = ref.today.year
    if years:
        return on(this + years)
    days = [day for year in range(this - 2, this + 2) if (day := on(year)) is not None]
    fitting = [day for day in days if (day <= ref.today if ref.told else day >= ref.today)]
    return (max(fitting) if ref.told else min(fitting)) if fitting else None
