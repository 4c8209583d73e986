"""A sum that goes on: "160 on the 28th and then the same every month", 28号还160 以后每个月都这样."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.readings import AmountKind, Certainty, Readings
from arrears.domain.language.script.fold import compiled, fold

_SAME = compiled(
    r"\b(?:the\s+)?same(?:\s+(?:thing|amount|sum|payment|deal|again))?\b(?!\s+as\s+(?:last|you|before))"
    r"|\b(?:keep|keeping|continue|continuing)\s+(?:on\s+)?(?:doing|paying|sending|it\s+going|going)\b"
    r"|\b(?:then|and)\s+(?:again\s+)?(?:every|each)\s+(?:other\s+|two\s+|2\s+)?(?:week|month|pay\s?(?:day|check))"
    r"|\b(?:again|and\s+so\s+on)\b"
    r"|(?<!不)(?:一样|同样|照样|照旧|这样|这么多|这个数|照这个|不变)"
)
"""没有两个月是一样的 and 不一样 say the opposite."""


def says_same(text: str) -> bool:
    """Whether the words say that the sum just named is paid again, or that what was said stays so."""
    return _SAME.search(fold(text)) is not None


def same_goes_on(text: str, readings: Readings) -> Readings | None:
    """The readings of the regular sum; None where they do not say that it goes on.

    The first is paid on its own day: it is no guess that the others are counted from it.
    """
    plain, plan = fold(text), readings.plan
    one = readings.amounts[0] if len(readings.amounts) == 1 else None
    same = None if one is None else _SAME.search(plain, one.span[1])
    if one is None or same is None or one.kind is not AmountKind.SUM or plan.frequency_span is None:
        return None
    first = [day for day in readings.dates if day.span[0] < same.start() and day.on is not None]
    if plan.frequency_span < one.span or len(first) != len(readings.dates) or len(plain) != len(text):
        return None
    return replace(readings, dates=tuple(replace(day, certainty=Certainty.LIKELY) for day in first[:1]))
