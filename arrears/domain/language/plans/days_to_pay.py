"""Days in the words that are none to pay on: what happened yesterday, the event at which payments end.

And "Fridays" where the day is named that is the first of them.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.dates.looking_back import looks_back
from arrears.domain.language.readings import DateProblem, DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold

_UNTIL = compiled(r"(?:un)?till?\b|'?til\b")
_UNTIL_ZH = compiled(r"(?:直到|一直到|做到|还到)\s*(?:我)?(?:再)?$")
_BEFORE_ZH = compiled(r"(?:了)?(?:之前|以前|前|为止)")


def without_told_days(readings: Readings, text: str) -> Readings:
    """The readings without such days, so that none of them is asked about."""
    plain = fold(text)
    ends = readings.frequency is not None and bool(readings.amounts)
    kept = tuple(day for day in readings.dates if not (_happened(day) or (ends and _is_end(day, plain))))
    return replace(readings, dates=kept)


_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_EVERY = compiled(rf"\W*(?:on\s+)?(?P<name>{'|'.join(_WEEKDAYS)})days\b.*")


def without_weekdays_begun(readings: Readings) -> Readings:
    """The readings without a weekday in the plural that begins on a day of theirs: "Fridays, so the 18th"."""
    begun = {day.on.weekday() for day in readings.dates if day.on and not _EVERY.fullmatch(day.words.lower())}

    def is_begun(day: DateReading) -> bool:
        every = _EVERY.fullmatch(day.words.lower())
        return every is not None and _WEEKDAYS.index(every["name"]) in begun

    return replace(readings, dates=tuple(day for day in readings.dates if not is_begun(day)))


def _happened(day: DateReading) -> bool:
    return day.problem is DateProblem.PAST and looks_back(day.words)


def _is_end(day: DateReading, plain: str) -> bool:
    """Whether regular payments last until that event: "120 a month till I find work" begins at once."""
    if day.problem is not DateProblem.UNRESOLVED:
        return False
    start, end = day.span
    before = _UNTIL_ZH.search(plain[:start]) or _BEFORE_ZH.match(plain, end)
    return before is not None or _UNTIL.match(plain, start) is not None
