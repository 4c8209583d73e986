"""The readings of a turn, those doubtful that stand beside words which were not read; see `unread`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from arrears.domain.language.offered.half_read import half_read
from arrears.domain.language.offered.unread import Named, unread
from arrears.domain.language.readings import (
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    PercentReading,
    PlanReading,
    Readings,
)
from arrears.domain.language.script.fold import Span, compiled, has_han

_NOT_BEFORE = compiled(r"\b(?:not|isn'?t|wasn'?t|ain'?t)\s+$|不是$")
_WORDS_ZH = 6  # characters between a rhythm and its sum
_BETWEEN = ("", "dollars", "bucks", "块", "块钱", "元")  # a sum and its rhythm


def as_read(page: str, readings: Readings, *, today: date, moves: bool) -> Readings:
    """The readings; what else was read or is noise is blank in the `page`.

    Days that lie behind are not offered, and say nothing of the others. With `moves` a due day is moved.
    """
    plan = readings.plan
    behind = [one.span for one in readings.dates if _is_behind(one, today)]
    named = Named(
        amounts=[one.span for one in readings.amounts],
        dates=[one.span for one in readings.dates if one.span not in behind],
        percents=[one.span for one in readings.percents],
        counts=[plan.count_span] if plan.count_span else [],
        others=[*behind, *([plan.frequency_span] if plan.frequency_span else [])],
        doubted=[one.span for one in readings.amounts if one.certainty is Certainty.UNSURE],
        moves=moves,
    )
    doubtful = unread(page, named)
    if not moves:
        days = [one.span for one in readings.dates if one.problem is not DateProblem.UNRESOLVED]
        doubtful |= half_read(page, days)
    if plan.count == 1 and plan.count_span:
        doubtful.add(plan.count_span)  # "one payment in May and one in June", or a payment and no plan
    amounts = tuple(_certain_as_read(one, doubtful) for one in readings.amounts)
    return replace(
        readings,
        amounts=amounts,
        dates=tuple(_certain_as_read(one, doubtful) for one in readings.dates),
        percents=tuple(_certain_as_read(one, doubtful) for one in readings.percents),
        plan=_plan_as_read(page, plan, doubtful, amounts),
    )


def _is_behind(one: DateReading, today: date) -> bool:
    return one.problem is DateProblem.PAST or (one.on is not None and one.on < today)


def _plan_as_read(
    page: str, plan: PlanReading, doubtful: set[Span], amounts: Sequence[AmountReading]
) -> PlanReading:
    """The plan; the rhythm of a doubtful sum or count is doubtful as well: "they want 80 a month"."""
    start, end = plan.frequency_span or (0, 0)
    sums = [one.span for one in amounts if one.certainty is Certainty.UNSURE]
    beside = _NOT_BEFORE.search(page[:start]) is not None
    beside = beside or any(span[1] <= start and page[span[1] : start].strip() in _BETWEEN for span in sums)
    if start < end and has_han(page):  # 一个月拿四千 月底给你八百
        other = [span for span in sums if span in doubtful or len(sums) < len(amounts)]
        beside = beside or any(0 <= span[0] - end <= _WORDS_ZH for span in other)
    counted = plan.count_span
    if counted is not None and counted in doubtful:
        plan = replace(plan, count_certainty=Certainty.UNSURE)
        beside = beside or (counted[0] < end and start < counted[1])
    return replace(plan, frequency_certainty=Certainty.UNSURE) if beside else plan


def _certain_as_read[Reading: (AmountReading, DateReading, PercentReading)](
    one: Reading, doubtful: set[Span]
) -> Reading:
    return replace(one, certainty=Certainty.UNSURE) if one.span in doubtful else one
