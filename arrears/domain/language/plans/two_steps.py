"""Regular sums in two steps: "100 a month until March, then 200", 3月之前每月还500，之后每月1000.

The first step ends with a day, a month or a number of payments. A month that is named as its end is none of
its own, unless the words say "through" it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.first_and_rest import EITHER
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateReading,
    PlanReading,
    Readings,
)
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled, fold, overlap
from arrears.domain.negotiation.schedule import months_after

LEADS_ON = compiled(
    r"\b(?:then|after(?:wards?|\s+that|\s+which)|thereafter|from\s+then\s+on|followed\s+by)\b|然后|[之以]后|后面|往后|接着|起|开始"
)
_UNTIL = compiled(r"\b(?:un)?till?\b|\bup\s+to\b|\bto\b|\bbefore\b|\bthrough\b|\bthru\b|到|至|[之以]?前")
_THROUGH = compiled(r"\b(?:through|thru)\b|[到至](?!.*前)")
_BEFORE = compiled(r"[份底]?[之以]?前")
_NEAR, _NEAR_AFTER = 12, 4
"""Characters before and after a day in which the words for its end stand."""


@dataclass(frozen=True, slots=True)
class TwoSteps:
    """What is read of the first sums, the one that follows them, and where it begins."""

    first: Readings
    then: AmountReading
    turns_on: date | None  # None where the number of the first payments says it


def two_steps(text: str, readings: Readings) -> TwoSteps | None:
    """The two steps of regular payments; None where there are not both."""
    plain = fold(text)
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM]
    rhythm = readings.plan.frequency_span
    if len(plain) != len(text) or rhythm is None or len(sums) != 2 or len(readings.amounts) != 2:
        return None
    first, then = sums
    leads_on = _leads_on(plain, first, then)
    if leads_on is None or rhythm[0] > leads_on or first.certainty is Certainty.UNSURE:
        return None
    ends = [day for day in readings.dates if day.span[0] < leads_on and is_end(plain, day, first)]
    others = tuple(day for day in readings.dates if day not in ends)
    count = readings.plan.count_span
    counted = readings.instalment_count is not None and count is not None and count[0] < leads_on
    begin = [day for day in others if day.span[0] > first.span[1] and is_begin(plain, day)]
    if not ends and not counted and len(begin) == 1:
        if _is_of_second(plain, rhythm, first, begin[0], others):
            return None
        return _from_day_on(readings, first, then, begin[0])
    if len(ends) + counted != 1:
        return None
    turns_on = first_after(plain, ends[0]) if ends else None
    if ends and turns_on is None:
        return None
    plan = replace(readings.plan, count_certainty=Certainty.SURE) if counted else PlanReading()
    alone = replace(readings, amounts=(first,), dates=others, plan=plan)
    return TwoSteps(alone if counted else replace(alone, instalment_count=None), then, turns_on)


def _is_of_second(
    plain: str, rhythm: Span, first: AmountReading, begin: DateReading, days: tuple[DateReading, ...]
) -> bool:
    """Whether the first sum has its day and is paid once: 8月1号1800 每月从9月12号起450."""
    dated = any(day.on is not None and day.span < begin.span for day in days)
    return dated and rhythm > first.span and overlap(clause(plain, rhythm), clause(plain, begin.span))


def _from_day_on(
    readings: Readings, first: AmountReading, then: AmountReading, day: DateReading
) -> TwoSteps | None:
    """The steps where the second is told by its beginning: "300 in February and March, 1100 from April"."""
    turns_on = day.on or day.month
    if turns_on is None:
        return None
    before = tuple(each for each in readings.dates if each.span < day.span)
    alone = replace(readings, amounts=(first,), dates=before[:1], plan=PlanReading(), instalment_count=None)
    return TwoSteps(alone, then, turns_on)


def _leads_on(plain: str, first: AmountReading, then: AmountReading) -> int | None:
    """Where the words turn to the second sum; None where they offer one or the other."""
    between = plain[first.span[1] : then.span[0]]
    leads = LEADS_ON.search(between)
    return None if leads is None or EITHER.search(between) else first.span[1] + leads.start()


def is_end(plain: str, day: DateReading, first: AmountReading) -> bool:
    """Whether the words say that the first sums are paid until it, not from it on."""
    start, end = day.span
    said = plain[max(0, start - _NEAR) : end + _NEAR_AFTER]
    after = start > first.span[1] or _BEFORE.match(plain, end) is not None
    return after and _UNTIL.search(said) is not None


def first_after(plain: str, end: DateReading) -> date | None:
    """The first day after the end of what lasts until it; None of no known time."""
    start, stop = end.span
    through = _THROUGH.search(plain[max(0, start - _NEAR) : stop + _NEAR_AFTER]) is not None
    if end.on is not None:
        return end.on + timedelta(days=1) if through else end.on
    if end.month is None:
        return None
    return months_after(end.month, 1) if through else end.month
