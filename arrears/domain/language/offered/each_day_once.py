"""A day that is named twice in a turn, once: "her transfer comes the 22nd, so 600 on the 22nd"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arrears.domain.language.readings import DateProblem, DateReading
from arrears.domain.language.script.fold import Span

_BY = 4
"""Characters between a sum and its day: "600 on the 22nd"."""


def each_day_once(found: Iterable[DateReading], sums: Sequence[Span]) -> tuple[DateReading, ...]:
    """The dates, a day said again ("Friday, yes, Friday") once, where a sum is; two events are two."""
    kept: dict[object, DateReading] = {}
    for at, one in enumerate(found):
        named = one.on or one.about
        event = one.words.strip().lower() if one.problem is DateProblem.UNRESOLVED else ""
        key = (one.on, one.problem, one.about, event) if named else at
        before = kept.get(key)
        if before is None or (_is_by_a_sum(one, sums) and not _is_by_a_sum(before, sums)):
            kept[key] = one
    return tuple(sorted(kept.values(), key=lambda one: one.span))


def _is_by_a_sum(one: DateReading, sums: Sequence[Span]) -> bool:
    return any(0 <= one.span[0] - end <= _BY or 0 <= start - one.span[1] <= _BY for start, end in sums)
