"""A first sum and then regular ones: "2000 now, the rest 1000 a month", 一半现在还，其余分三个月.

Told apart only where it is plain which is which: one sum without a rhythm, then words that lead on to what
follows it, then one sum or a number of payments in a rhythm. A down payment may be named last. Two sums of
which each has words of its own need none that lead on: "500 on April 10, 125 a month from May", 8月1号1800
9月起每月12号450.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from arrears.domain.language.dates.days import Reference, next_day_of_month
from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.what_is_paid import is_down
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateReading,
    Frequency,
    PlanReading,
    Readings,
    Span,
)
from arrears.domain.language.script.fold import compiled, fold

_LEADS_ON = compiled(
    r"\b(?:and\s+)?(?:then|(?:the\s+)?(?:rest|remainder|remaining|balance|other\s+half)|after\s+(?:that|which)|"
    r"afterwards?|thereafter|followed\s+by|from\s+then\s+on)\b"
    r"|剩(?:下|余)?的?|余下的?|其余的?|余款|尾款|另外?(?:的)?一半|[后另]一半|然后|之后|以后|后面|往后|接着"
)
_LEADS_BACK = compiled(
    r"[\s,]*\b(?:after(?:wards?|\s+that)?|thereafter|from\s+then\s+on|(?:for|on)\s+the\s+rest)\b|[\s,]*[之以]后"
)
_JOINS = compiled(r"\b(?:and|plus|with)\b|[,\uff0c;\uff1b\u3001&]|再")
_FROM_THE_SECOND = compiled(
    r"\b(?:from|start(?:ing)?(?:\s+with)?)\s+the\s+(?:second|2nd|next)\s+(?:one|payment|month|instal?lment)\b"
    r"|从?(?:第二|下一?)[期笔次](?:开始|起|[之以]?后)|(?:后面|往后|[之以]后)(?:都|也|还)是"
    r"|\bon\s+the\s+\d{1,2}(?:st|nd|rd|th)\s+(?:after\s+that|from\s+then\s+on|thereafter)\b"
)
_AFTER_THAT = compiled(r"\s+after\s+that\b")
"""Without another rhythm, one payment a month follows."""
EITHER = compiled(r"\b(?:or|instead|rather)\b|或者?|(?<![后面下余的])还是|要么|要不")
"""Words that offer one or the other; 后面还是28号 says that it stays so."""
_AT_ONCE = compiled(
    r"(?:现在|马上|立刻|这就)[^\uff0c\u3002,]{0,4}?[还付给交打转](?![欠没不有是差在])"
    r"|(?:手[头里上]|身上|卡里|账上)[现目就只先]?[在前]?有[^\uff0c\u3002,]{0,10}?先[还付给交打转]"
)
"""Whoever has it in hand, and pays it first, pays it now."""
_FIRST = compiled(r"\bfirst\b|先(?:还|付|给|交|打|转)")
_TWO = 2
_NEAR = 12
"""Characters between a sum and the words that say when it is paid."""


def first_and_rest(text: str, readings: Readings, today: date) -> tuple[Readings, Readings] | None:
    """What is read of the first payment and of the regular ones after it; None where there are not both."""
    plain = fold(text)
    readings = going_on(plain, readings)
    sums = [each for each in readings.amounts if each.kind is not AmountKind.FULL]
    rhythm = rhythm_spans(readings.plan)
    if len(plain) != len(text) or not rhythm or not 1 <= len(sums) <= 2:
        return None
    first, each = sums[0], sums[1] if len(sums) == 2 else None
    if each is not None and max(rhythm) < each.span and is_down(plain, each):
        at = _joined_at(plain, (max(*rhythm, first.span)[1], each.span[0]))
        return None if at is None else _parted(plain, readings, at, today, down_last=True)
    follows = min(rhythm if each is None else [*rhythm, each.span])
    at = _turns_at(plain, first, follows, readings, today)
    if at is None:
        return None if each is None else _each_with_its_own(plain, readings, first, each)
    if each is not None and each.kind is AmountKind.SHARE:
        return None
    return _parted(plain, readings, at, today)


def going_on(plain: str, readings: Readings) -> Readings:
    """The readings, monthly where what is paid from the second payment or from a day on has no rhythm."""
    if rhythm_spans(readings.plan):
        return readings
    second = _FROM_THE_SECOND.search(plain)
    if second is not None:
        return _monthly(readings, second.span())
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM]
    begin = [day for day in readings.dates if is_begin(plain, day)]
    return _monthly(readings, begin[0].span) if len(sums) >= _TWO and len(begin) == 1 else readings


def _monthly(readings: Readings, span: Span) -> Readings:
    plan = replace(readings.plan, frequency=Frequency.MONTHLY, frequency_span=span)
    return replace(readings, frequency=Frequency.MONTHLY, plan=plan)


def _each_with_its_own(
    plain: str, readings: Readings, one: AmountReading, other: AmountReading
) -> tuple[Readings, Readings] | None:
    """Both sums with their own words: a day goes with one, the rhythm or its first day with the other."""
    at = _own_words_end(readings, one, other)
    sums = (one, other)
    if EITHER.search(plain[one.span[1] : other.span[0]]) or any(
        each.kind is not AmountKind.SUM or each.certainty is Certainty.UNSURE for each in sums
    ):
        return None
    of_rest = [*rhythm_spans(readings.plan), *(day.span for day in readings.dates if is_begin(plain, day))]
    down_last = all(span[0] < at for span in of_rest)
    if not down_last and any(span[0] < at for span in of_rest):
        return None
    first, rest = parted(readings, at, down_last=down_last)
    own = [on for day in first.dates if day.certainty is not Certainty.UNSURE and (on := day.on or day.month)]
    begins = [on for day in rest.dates if is_begin(plain, day) and (on := day.on or day.month)]
    told = bool(begins) and all(on < begins[0] for on in own) if down_last else bool(own)
    return (first, _after(plain, first, rest)) if told else None


def _own_words_end(readings: Readings, one: AmountReading, other: AmountReading) -> int:
    """Where the words of the first sum end: with it, where days come first, else with the day after it."""
    days = [day.span for day in readings.dates if day.certainty is not Certainty.UNSURE]
    if any(span < one.span for span in days):
        return one.span[1]
    return min((span[1] for span in days if one.span < span < other.span), default=one.span[1])


def rhythm_spans(plan: PlanReading) -> list[Span]:
    """Where a number of payments and how often they come are said."""
    return [span for span in (plan.count_span, plan.frequency_span) if span is not None]


def _turns_at(plain: str, first: AmountReading, follows: Span, readings: Readings, today: date) -> int | None:
    """Where the words turn from the first sum to what follows it; None where they do not say so."""
    between = (first.span[1], follows[0])
    if EITHER.search(plain[slice(*between)]):
        return None
    leads = leads_on_at(plain, between)
    if leads is not None:
        return leads
    second = _FROM_THE_SECOND.search(plain, first.span[1])
    if second is not None and second.start() <= follows[0]:
        return second.start()
    apart = (
        second is not None or _is_paid_first(plain, first, readings, today) or _leads_back(plain, readings)
    )
    return _joined_at(plain, between) if apart else None


def leads_on_at(plain: str, between: Span) -> int | None:
    """Where the words lead on to what follows; None where they do not."""
    leads = _LEADS_ON.search(plain[slice(*between)])
    return None if leads is None else between[0] + leads.start()


def _joined_at(plain: str, between: Span) -> int | None:
    joins = _JOINS.search(plain[slice(*between)])
    return None if joins is None else between[0] + joins.start()


def _is_paid_first(plain: str, first: AmountReading, readings: Readings, today: date) -> bool:
    """Whether the first sum is paid at once, or is called a down payment."""
    start, end = first.span
    near = (max(0, start - _NEAR), end + _NEAR)
    at_once = any(each.on == today and near[0] <= each.span[0] <= near[1] for each in readings.dates)
    said = plain[slice(*near)]
    return at_once or is_down(plain, first) or bool(_FIRST.search(said) or _AT_ONCE.search(said))


def _leads_back(plain: str, readings: Readings) -> bool:
    """Whether the regular sums are said to come after it: "300 a month after that"."""
    sums, days = (each.span for each in readings.amounts), (each.span for each in readings.dates)
    last = max(*rhythm_spans(readings.plan), *sums, *days)
    return _LEADS_BACK.match(plain, last[1]) is not None


def _parted(
    plain: str, readings: Readings, at: int, today: date, *, down_last: bool = False
) -> tuple[Readings, Readings]:
    """The readings of the first payment and of the rest."""
    first, rest = parted(readings, at, down_last=down_last)
    return _with_today(plain[:at], first, today), _after(plain, first, rest)


def parted(readings: Readings, at: int, *, down_last: bool = False) -> tuple[Readings, Readings]:
    """The readings on either side, the rhythm in the rest; that its sums are all of it says nothing more."""
    before, after = _where(readings, lambda span: span[0] < at), _where(readings, lambda span: span[0] >= at)
    first, rest = (after, before) if down_last else (before, after)
    sums = tuple(each for each in rest.amounts if each.kind is not AmountKind.FULL)
    first = replace(first, instalment_count=None, frequency=None, plan=PlanReading())
    return first, replace(rest, amounts=sums)


def _after(plain: str, first: Readings, rest: Readings) -> Readings:
    """The rest; the number of a day alone is the next such day after that of the first payment."""
    named = [each.on for each in first.dates if each.on is not None]
    if len(named) != 1:
        return rest
    ref = Reference(named[0] + timedelta(days=1))
    days = (
        replace(each, on=next_day_of_month(each.on.day, ref).on, certainty=Certainty.LIKELY)
        if each.on is not None
        and is_bare(each)
        and (each.on < ref.today or _AFTER_THAT.match(plain, each.span[1]))
        else each
        for each in rest.dates
    )
    return replace(rest, dates=tuple(days))


def _where(readings: Readings, holds: Callable[[Span], bool]) -> Readings:
    return replace(
        readings,
        amounts=tuple(each for each in readings.amounts if holds(each.span)),
        dates=tuple(each for each in readings.dates if holds(each.span)),
    )


def _with_today(words: str, first: Readings, today: date) -> Readings:
    """The first payment, today where Mandarin says "at once"; in English such words are days already."""
    at_once = _AT_ONCE.search(words)
    if first.dates or at_once is None:
        return first
    return replace(first, dates=(DateReading(today, None, at_once.span(), at_once.group()),))
