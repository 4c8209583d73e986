"""A day that is named twice in a turn is one: "she pays me the 22nd, so 600 on the 22nd"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arrears.domain.language.readings import DateProblem, DateReading
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span


def each_day_once(plain: str, found: Iterable[DateReading], sums: Sequence[Span]) -> tuple[DateReading, ...]:
    """The dates, one said again ("Friday, yes, Friday") once: where it has a sum, else where it is first.

    Two events are two.
    """
    once: dict[object, DateReading] = {}
    for at, one in enumerate(found):
        named = one.on or one.about
        event = one.words.strip().lower() if one.problem is DateProblem.UNRESOLVED else ""
        key = (one.on, one.problem, one.about, event) if named else at
        known = once.setdefault(key, one)
        if one.on is not None and _has_sum(plain, one, sums) and not _has_sum(plain, known, sums):
            once[key] = one
    return tuple(sorted(once.values(), key=lambda one: one.span))


def _has_sum(plain: str, one: DateReading, sums: Sequence[Span]) -> bool:
    start, end = clause(plain, one.span)
    return any(start <= each[0] < end for each in sums)
