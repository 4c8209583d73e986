"""Regular sums one after the other, each with its months: "150 feb to april, 900 from may to september".

二月到五月每月300，六月起2500，九月起3000. As many steps as they name; the last one may have an end. A month
named as an end is one of them where the words say "through" it, or end a range; 到 always does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.first_and_rest import EITHER
from arrears.domain.language.plans.months_said import Named, Role, months_said
from arrears.domain.language.readings import AmountKind, AmountReading, Frequency, Readings
from arrears.domain.language.script.fold import Span, compiled, fold, overlap
from arrears.domain.language.script.sentences import asks
from arrears.domain.negotiation.schedule import in_month, months_after

_BREAK = compiled(
    r"[,;.!?，。；！？、\n](?!\d)|\b(?:and|then|but|so|next|after\s+that|afterwards?)\b|然后|接着|[之以]后|再"
    r"|(?<=[\u4e00-\u9fff\d])\s+(?=[\u4e00-\u9fff\d])"
)
_LEADS_ON = compiled(
    r"\b(?:then|after(?:wards?|\s+that|\s+which)|thereafter|from\s+then\s+on)\b|然后|[之以]后|后面|往后|接着"
)
_EVERY_MONTH = compiled(r"\b(?:a|per|each|every)\s+(?:month|mo)\b|\bmonthly\b|/\s*mo|[每一]个?月|月供")
_ADDS = compiled(r"\b(?:and|plus)\b|另外|再加")
_NOW = compiled(r"\b(?:now|currently|at\s+the\s+moment)\b|现在|目前|眼下|暂时")
_NO_OFFER = compiled(
    r"\b(?:paid|was|were|did|missed|skipped|last\s+year|not|never|no|nothing|can'?t|cannot|couldn'?t|won'?t|"
    r"maybe|might|hopefully|perhaps|if|your?|u)\b|去年|还过|还了|没|不|等我|你|您|也许|可能|说不定|如果|要是"
)
_CLEARS = compiled(
    r"\b(?:done|clear(?:ed|s)?|finish(?:ed)?|paid\s+(?:off|up)|gone|before)\b|[还付结]?清|[还付]完|前"
)
"""That all is paid by then, which is no end of what is paid."""
_ENDS = compiled(r"\b(?:through|thru)\b|为止|结束")
_A_YEAR, _TWO = 12, 2


@dataclass(frozen=True, slots=True)
class Step:
    """A sum of every month, and what is said of when it begins and ends."""

    amount: AmountReading
    starts: date | None = None  # the first of a month, or a day of it
    dated: bool = False  # it is a day
    until: date | None = None  # the first day after it
    about: bool = False  # "until april" may be with it or without it
    ends: bool = False  # the end is named as one, and is not that of months one by one
    regular: bool = True  # more than the sum of one month


def graduated(text: str, readings: Readings, today: date) -> tuple[Step, ...]:
    """The steps in their order; none where they are not all told, or do not follow each other."""
    plain = fold(text)
    steps = _steps(plain, text, readings, today)
    if len(steps) < _TWO or not _follow(plain, steps) or _is_a_year(steps):
        return ()
    if not (steps[0].regular or len(steps) > _TWO):
        return ()  # "2500 on april 22, then 800 a month" is a first payment and the rest
    first, last = steps[0], steps[-1]
    placed = first.starts is not None or _NOW.search(plain) or first.until is not None
    tells = last.starts is not None or last.until is not None or _LEADS_ON.search(plain)
    return steps if placed and tells else ()


def steps_named(text: str, readings: Readings, today: date) -> tuple[Step, ...]:
    """What is said of when each sum begins and ends, whether they make a plan by themselves or not."""
    return _steps(fold(text), text, readings, today, one_by_one=True)


def one_that_ends(text: str, readings: Readings, today: date) -> Step | None:
    """The one regular sum with its end: "900 a month from may through september", 每月还900到9月.

    Not where all is cleared by then.
    """
    plain = fold(text)
    steps = () if _CLEARS.search(plain) else _steps(plain, text, readings, today)
    regular = readings.frequency is Frequency.MONTHLY and readings.instalment_count is None
    return steps[0] if len(steps) == 1 and steps[0].ends and regular else None


def end_alone(text: str, readings: Readings, today: date) -> date | None:
    """The first day after the end that is named without a sum: "through september", 到九月为止."""
    plain = fold(text)
    if readings.amounts or len(plain) != len(text) or asks(text) or _NO_OFFER.search(plain):
        return None
    named = months_said(plain)
    marked = _ENDS.search(plain) and len(named) == 1 and named[0].role is Role.THROUGH
    if not marked or any(not overlap(day.span, named[0].span) for day in readings.dates):
        return None
    return months_after(_coming(named[0].month, today), 1)


def _steps(
    plain: str, text: str, readings: Readings, today: date, *, one_by_one: bool = False
) -> tuple[Step, ...]:
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM and each.money is not None]
    monthly = readings.frequency in (None, Frequency.MONTHLY)
    if len(plain) != len(text) or not sums or len(sums) != len(readings.amounts) or not monthly:
        return ()
    named = months_said(plain)
    both = any(overlap(one.span, each.span) for one in named for each in sums)
    if not named or both or EITHER.search(plain):
        return ()
    day = _day_of_all(readings, named)
    parts = _parted(plain, sums, [one for one in named if not _is_start_of(one, named)])
    if day is None or any(_NO_OFFER.search(plain, *_words(plain, sums, at)) for at in range(len(sums))):
        return ()
    near, steps = today.replace(day=1), list[Step]()
    for amount, months in zip(sums, parts, strict=True):
        step = _step(amount, months, near, day)
        if step is None or (step.dated and step.starts is not None and step.starts < today):
            return ()
        near = near if one_by_one else (step.until or step.starts or near).replace(day=1)
        steps.append(step)
    return tuple(_joined(list(same)) for _, same in groupby(steps, key=lambda step: step.amount.money))


def _is_start_of(one: Named, named: Sequence[Named]) -> bool:
    """Whether it only dates the first payment of months named besides: 四月十号开始 四月五月八百."""
    others = [each for each in named if each.role is not Role.BEGIN]
    return one.day is not None and one.role is Role.BEGIN and bool(others) and others[0].month == one.month


def _day_of_all(readings: Readings, named: Sequence[Named]) -> int | None:
    """The day of the month of every payment, 0 where none is named; None where days contradict each other."""
    spans = [one.span for one in named]
    told = [day for day in readings.dates if day.on is not None or day.month is not None]
    others = [day for day in told if not any(overlap(day.span, span) for span in spans)]
    if any(day.on is None or not is_bare(day) for day in others):
        return None
    days = {one.day for one in named if one.day} | {day.on.day for day in told if day.on is not None}
    return None if len(days) > 1 else next(iter(days), 0)


def _parted(plain: str, sums: Sequence[AmountReading], named: Sequence[Named]) -> list[list[Named]]:
    """The months of each sum: those of its clause."""
    months_first = named[0].span < sums[0].span
    cuts = [0]
    for left, right in pairwise(sums):
        within = [one for one in named if left.span[1] <= one.span[0] < right.span[0]]
        breaks = [match.end() for match in _BREAK.finditer(plain, left.span[1], right.span[0])]
        otherwise = left.span[1] if months_first else right.span[0]
        cut = (breaks[0] if months_first else breaks[-1]) if breaks else otherwise
        ends = [one for one in within if one.role in (Role.THROUGH, Role.UNTIL)]
        after = [one for one in within if one.span[0] >= cut]
        if ends and after and after[0] is ends[0] and len(after) > 1:
            cut = ends[0].span[1]  # 六月起2500 一直到九月，十月起500
        cuts.append(cut)
    cuts.append(len(plain))
    return [[one for one in named if start <= one.span[0] < end] for start, end in pairwise(cuts)]


def _words(plain: str, sums: Sequence[AmountReading], at: int) -> Span:
    """The words before a sum that say what it is."""
    start = sums[at - 1].span[1] if at else 0
    breaks = [match.end() for match in _BREAK.finditer(plain, start, sums[at].span[0])]
    return (breaks[-1] if breaks else start), sums[at].span[0]


def _step(amount: AmountReading, months: Sequence[Named], near: date, day: int) -> Step | None:
    """What the months say of their sum; None where they say no one stretch of time."""
    if not months:
        return Step(amount)
    *firsts, last = months
    ends = last.role in (Role.THROUGH, Role.UNTIL)
    own = firsts if ends else [*months]
    if any(one.role in (Role.THROUGH, Role.UNTIL) for one in own) or (ends and last.day):
        return None
    if any(one.role is Role.BEGIN for one in own[1:]) or not _consecutive(own):
        return None
    starts = _coming(own[0].month, near) if own else None
    until = None
    if ends:
        end = _coming(last.month, starts or near)
        until = months_after(end, 1) if last.role is Role.THROUGH else end
    elif own[0].role is Role.NAMED and starts is not None:
        until = months_after(starts, len(own))
    dated = starts is not None and day > 0
    starts = in_month(starts, 0, day) if dated and starts is not None else starts
    regular = until is None or ends or len(own) > 1
    return Step(amount, starts, dated, until, last.role is Role.UNTIL, ends, regular)


def _consecutive(months: Sequence[Named]) -> bool:
    return all((right.month - left.month) % _A_YEAR == 1 for left, right in pairwise(months))


def _coming(month: int, near: date) -> date:
    """The first day of the month that comes next, from that of `near` on."""
    return months_after(near.replace(day=1), (month - near.month) % _A_YEAR)


def _joined(same: list[Step]) -> Step:
    """The same sum said of one month after the other."""
    return replace(same[0], until=same[-1].until, regular=same[-1].regular or len(same) > 1)


def _follow(plain: str, steps: Sequence[Step]) -> bool:
    """Whether each begins where the one before it ends."""
    return all(_meet(plain, left, right) for left, right in pairwise(steps))


def _meet(plain: str, left: Step, right: Step) -> bool:
    begins = None if right.starts is None else right.starts.replace(day=1)
    goes_on = left.until is None and left.starts is not None
    added = _ADDS.search(plain, left.amount.span[1], right.amount.span[0]) or not right.regular
    if goes_on and added:
        return False  # "100 a month from May and 200 from September" may be both
    if left.starts is not None and begins is not None and begins <= left.starts:
        return False
    if left.until is None or begins is None:
        return left.until is not begins
    return begins == left.until or (left.about and begins == months_after(left.until, 1))


def _is_a_year(steps: Sequence[Step]) -> bool:
    """Whether they share out the whole year: those are seasons, which come again."""
    first, until = steps[0].starts, steps[-1].until
    return first is not None and until is not None and months_after(first.replace(day=1), _A_YEAR) <= until
