"""Regular sums, and then all that they leave: "900 a month through september, then october whatever is left".

每月还2000到9月，10月剩下的一次还清. The rest has its day or month beside its words; the first sums last
until then.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.first_and_rest import EITHER, rhythm_spans
from arrears.domain.language.plans.the_rest import REST
from arrears.domain.language.plans.two_steps import first_after, is_end
from arrears.domain.language.readings import AmountKind, Certainty, DateReading, PlanReading, Readings
from arrears.domain.language.script.fold import compiled, fold

_LEFT = compiled(rf"{REST.pattern}|\bwhat(?:ever)?(?:'?s|\s+is)?\s+(?:left(?:\s+over)?|remains)\b|还?剩多少")
_NEAR, _NEAR_AFTER = 12, 32
"""Characters from a day to the words for the rest, and from those to a day."""
_BREAK = compiled(r"[.!?;。！？；]")


def then_the_rest(text: str, readings: Readings) -> tuple[Readings, DateReading] | None:
    """What is read of the regular sums, and the day of the rest; None where there are not both."""
    plain = fold(text)
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM]
    rest = list(_LEFT.finditer(plain))
    if len(plain) != len(text) or len(sums) != 1 or len(rest) != 1 or EITHER.search(plain):
        return None
    (first,), (mark,), rhythm = sums, rest, rhythm_spans(readings.plan)
    if readings.frequency is None or not rhythm or max(*rhythm, first.span)[1] > mark.start():
        return None
    later = [day for day in readings.dates if _is_known(day) and day.span > first.span]
    # What begins on a day is regular: "100 a month for the rest, starting april 5".
    beside = [d for d in later if _is_its_day(plain, d, mark.span()) and not is_begin(plain, d)]
    if not beside:
        return None
    on = beside[-1]
    if on.month is not None and len(later) == 1 and is_end(plain, on, first):
        on = replace(on, about=f"{first_after(plain, on) or on.month:%Y-%m}")
    before = (day for day in readings.dates if day.on is not None and day not in later)
    begin = tuple(replace(day, certainty=Certainty.LIKELY) for day in before)
    begin += tuple(day for day in later if day is not beside[-1] and day.on and is_begin(plain, day))
    regular = replace(readings, amounts=(first,), dates=begin, instalment_count=None, plan=PlanReading())
    return regular, on


def _is_known(day: DateReading) -> bool:
    return (day.on or day.month) is not None


def _is_its_day(plain: str, day: DateReading, mark: tuple[int, int]) -> bool:
    """Whether it stands right before the words for the rest, or soon after them."""
    start, end = day.span
    gap = plain[end : mark[0]] if end <= mark[0] else plain[mark[1] : start]
    return len(gap) <= (_NEAR if end <= mark[0] else _NEAR_AFTER) and not _BREAK.search(gap)
