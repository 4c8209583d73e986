"""The day of what a first payment leaves: "200 on the 20th and the rest on April 17", 剩下的下个月20号还."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.readings import DateReading, Readings, Span
from arrears.domain.language.script.fold import compiled, fold

REST = compiled(
    r"\b(?:the\s+)?(?:rest|remainder|remaining(?:\s+(?:\w+\s+)?(?:balance|amount|part|half))?|other\s+half|second\s+half|balance|leftover)\b(?!\s+of\s+(?:my|our|us|the\s+(?:day|week|month|year)))"
    r"|\bthe\s+other\s+[$]?\s?[\d,.]+"
    r"|剩(?:下|余)?的?|余下的?|其余的?|余款|尾款|另外?(?:的)?一半|(?:后|另)一半"
)
_AFTER_THAT = compiled(
    r"\W*(?:(?:and|ok(?:ay)?|so)\W+)*(?:(?<=and\s)then|after\s+that|afterwards?|thereafter|from\s+then\s+on)\b"
    r"|\W*(?:然后|[之以]后|后面|往后|接着)"
)
_ENDS = compiled(r"[.!?;。！？；]|\b(?:then|after\s+that|but)\b|然后|之后")
_FOR = compiled(r"\b(?:for|of|on|off)\s+$")
_FURTHEST = 32
"""Characters between the words for the rest and its day: more of them say something else."""


def rest_day(text: str, readings: Readings) -> DateReading | None:
    """What is said of the day of the rest, with its place; None where nothing is, or of several.

    A day that nobody knows yet ("the rest after the harvest") has its place too: it is none of the first one.
    """
    plain = fold(text)
    if len(plain) != len(text):
        return None
    found = [
        day
        for match in REST.finditer(plain)
        if (day := _day_of(plain, match.end(), readings.dates)) is not None
    ]
    return found[0] if len(found) == 1 else None


def is_rest_alone(text: str, readings: Readings) -> bool:
    """Whether it says how the rest is paid regularly, and names no sum to be paid before.

    "100 a month for the rest, from April 5"; 剩下的每个月还1000，从4月5号开始.
    """
    plain = fold(text)
    first = REST.search(plain)
    regular = readings.frequency is not None or (readings.instalment_count or 1) > 1
    if first is None or not regular or len(plain) != len(text):
        return False
    if _FOR.search(plain[: first.start()]) is not None:
        return len(readings.amounts) <= 1
    plan = readings.plan
    spans = (plan.count_span, plan.frequency_span, *(each.span for each in readings.amounts))
    return all(span[0] >= first.start() for span in spans if span is not None)


def follows_on(text: str, readings: Readings) -> bool:
    """Whether it goes on from a sum named before with a regular one: "and then 125 a month", 之后每月450."""
    regular = readings.frequency is not None and len(readings.amounts) == 1
    return regular and _AFTER_THAT.match(fold(text)) is not None


def is_part_of_rest(text: str, readings: Readings) -> bool:
    """Whether the one sum it names is what is paid of the rest on its day: 剩下的月底再给一千."""
    plain, day = fold(text), rest_day(text, readings)
    if day is None or len(readings.amounts) != 1 or readings.frequency is not None:
        return False
    return readings.amounts[0].span[0] >= day.span[1] and not _ENDS.search(
        plain[day.span[1] : readings.amounts[0].span[0]]
    )


def without_rest(readings: Readings, rest: DateReading, text: str) -> Readings:
    """The readings of the first payment alone: neither the day of the rest nor the sum that it comes to."""
    plain = fold(text)
    start = max(
        (match.start() for match in REST.finditer(plain) if match.start() < rest.span[0]),
        default=rest.span[0],
    )
    spoken: Span = (start, rest.span[1])
    return replace(
        readings,
        dates=tuple(day for day in readings.dates if not _within(day.span, spoken)),
        amounts=tuple(each for each in readings.amounts if not _within(each.span, spoken)),
    )


def _day_of(plain: str, end: int, dates: tuple[DateReading, ...]) -> DateReading | None:
    after = [day for day in dates if 0 <= day.span[0] - end <= _FURTHEST]
    day = min(after, key=lambda each: each.span[0], default=None)
    return None if day is None or _ENDS.search(plain[end : day.span[0]]) else day


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
