"""Dates of either language: rules tried in order, each taking its words out of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from arrears.domain.language.days import AMBIGUOUS, Day
from arrears.domain.language.fold import READ, WEEKDAY, Span, blank, compiled

DateRule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Day | None]]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and where it was said."""

    day: Day
    span: Span
    weekday: bool = False  # said as a weekday alone, which a calendar date beside it may confirm


def rule(pattern: str, reader: Callable[[re.Match[str], date], Day | None]) -> DateRule:
    """A date rule; its reader returns None for what turns out to be no date."""
    return compiled(pattern), reader


def sweep(
    text: str, rules: Iterable[DateRule], today: date, weekday: bool = False
) -> tuple[list[FoundDate], str]:
    """What the rules find, and the text without it."""
    found: list[FoundDate] = []
    for pattern, reader in rules:
        taken: list[Span] = []
        for match in pattern.finditer(text):
            day = reader(match, today)
            if day is not None:
                taken.append(match.span())
                found.append(FoundDate(day, match.span(), weekday))
        text = blank(text, taken, WEEKDAY if weekday else READ)
    return found, text


_BESIDE = compiled(r"[\s,]*(?:the|on|是|,|\uff0c|\()?[\s,]*")


def joined(found: list[FoundDate], raw: str) -> list[FoundDate]:
    """One date for "Friday the 13th": the calendar date where both agree, ambiguous where they do not."""
    result: list[FoundDate] = []
    for one in sorted(found, key=lambda each: each.span):
        before = result[-1] if result else None
        if (
            before
            and before.weekday != one.weekday
            and _BESIDE.fullmatch(raw[before.span[1] : one.span[0]].lower())
        ):
            result[-1] = _agreed(before, one)
        else:
            result.append(one)
    return result


def _agreed(left: FoundDate, right: FoundDate) -> FoundDate:
    named, exact = (left, right) if left.weekday else (right, left)
    day = exact.day
    if day.on is not None and named.day.on is not None and day.on.weekday() != named.day.on.weekday():
        day = AMBIGUOUS
    return FoundDate(day, (left.span[0], right.span[1]))
