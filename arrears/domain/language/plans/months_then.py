"""A sum in months that are named, then a regular one: "300 in February and March, 1100 a month from April".

二月三月各300，四月起每月1100. The months follow each other and the other sum follows them; a day that
one of them has is that of all, and so is one to begin on: 四月十号开始 四月五月八百 六月起三千.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.first_and_rest import EITHER
from arrears.domain.language.plans.lighter_months import named_months
from arrears.domain.language.plans.two_steps import LEADS_ON, TwoSteps
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Frequency,
    PlanReading,
    Readings,
)
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.schedule import months_after

_A_YEAR, _TWO = 12, 2


def months_then(text: str, readings: Readings) -> TwoSteps | None:
    """Both steps; None where the months and the two sums are not all told."""
    plain = fold(text)
    sums, rhythm = readings.amounts, readings.frequency
    if len(plain) != len(text) or len(sums) < _TWO or rhythm not in (None, Frequency.MONTHLY):
        return None
    *firsts, then = sums
    if not _are_two(firsts, then) or EITHER.search(plain):
        return None
    begin = [day for day in readings.dates if is_begin(plain, day)]
    starts = [day for day in begin if len(begin) > 1 and day.on is not None]
    begin = [day for day in begin if day not in starts]
    days = [day for day in readings.dates if day not in (*begin, *starts)]
    leads = LEADS_ON.search(plain, firsts[-1].span[1])
    several = len(begin) > 1 or len(starts) > 1
    if several or (not begin and leads is None) or any(day.span > then.span for day in days):
        return None
    months = _months(plain, readings, days, then)
    first = _first(months, [*days, *starts], begin)
    if first is None or readings.instalment_count not in (None, len(months)):
        return None
    if starts and starts[0].on != first.on:
        return None
    turns_on = months_after(_month_of(first), len(months))
    if begin and _month_of(begin[0]) != turns_on:
        return None
    once = replace(readings, amounts=(firsts[0],), dates=(first,), instalment_count=None, plan=PlanReading())
    return TwoSteps(replace(once, frequency=Frequency.MONTHLY), then, turns_on)


def _are_two(firsts: list[AmountReading], then: AmountReading) -> bool:
    """Whether it is one sum, said of every month or once, and another."""
    every = [*firsts, then]
    plain = all(each.kind is AmountKind.SUM and each.certainty is not Certainty.UNSURE for each in every)
    return plain and len({each.money for each in firsts}) == 1 and then.money != firsts[0].money


def _months(plain: str, readings: Readings, days: list[DateReading], then: AmountReading) -> list[int]:
    """The months by their numbers, in order; none where one is named after the second sum."""
    named = [(span, month) for month, span in named_months(plain, readings)]
    named += [(day.span, day.on.month) for day in days if day.on is not None]
    named.sort(key=lambda one: one[0])
    return [] if any(span > then.span for span, _ in named) else [month for _, month in named]


def _first(months: list[int], days: list[DateReading], begin: list[DateReading]) -> DateReading | None:
    """When the first of them is; None where it is one month alone, or they do not follow each other."""
    follow = all((one - months[0]) % _A_YEAR == ahead for ahead, one in enumerate(months))
    known = [day for day in [*days, *begin] if (day.on or day.month) is not None]
    if len(months) < _TWO or not follow or not known:
        return None
    numbers = {day.on.day for day in days if day.on is not None}
    if len(numbers) > 1:
        return None
    near = _month_of(known[0])
    month = months_after(near, -((near.month - months[0]) % _A_YEAR))
    on = month.replace(day=numbers.pop()) if numbers else None
    problem = None if on is not None else DateProblem.AMBIGUOUS
    about = None if on is not None else f"{month:%Y-%m}"
    return replace(known[0], on=on, problem=problem, about=about, certainty=Certainty.SURE)


def _month_of(day: DateReading) -> date:
    """The first day of its month; only for what names a day or a month."""
    return (day.on or day.month or date.min).replace(day=1)
