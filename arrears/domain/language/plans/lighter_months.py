"""Another sum in some months: "900 a month, but 300 in July and August", 平时每月2000，七八月只能1000.

What the others have may be left open: "winters i can only do 250", 冬天每月只能还800.
The months are named, the others have the regular sum, whichever is smaller: 淡季八百，六月到九月三千.
A month to begin with or to end at is none of them, and of steps that follow each other ("then", 之后) nothing
is read here. What is read is read back day by day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from arrears.domain.language.dates.months import HAN_MONTH, months_through
from arrears.domain.language.dates.season_words import named_seasons
from arrears.domain.language.dates.written import MONTH_NAME, month_number
from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, Frequency, Readings, Span
from arrears.domain.language.script.fold import compiled, fold, overlap

_MONTH = compiled(
    rf"\b(?P<name>{MONTH_NAME})\b\.?(?!\s*(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?![.,]?\d))"
    rf"|(?<![\d一二三四五六七八九十])(?P<two>[一二三四五六七八九]{{2}})月"
    rf"|(?<![\d一二三四五六七八九十])(?P<han>{HAN_MONTH})(?:月份?(?!\s*[\d一二三四五六七八九十]+[号日])|(?=\s*[、和跟到至~-]\s*{HAN_MONTH}月))"
)
_TO = compiled(r"\s*(?:to|through|thru|until|till|-|–|~|到|至)\s*")
_EDGE_BEFORE = compiled(
    r"(?:\b(?:from|start(?:s|ing)?|begin(?:s|ning)?|since|until|till?|by|before|after|first\s+(?:one|payment))(?:\s+(?:in|on|of|is|end))*|从|自)\s*$"
)
_EDGE_AFTER = compiled(r"\s*(?:起|开始|以后|之后|以前|之前|前|后|on(?:wards?)?\b(?!\s+(?:the\b|\d)))")
_VERB_BEFORE = compiled(r"(?:\b(?:in|and|or|to|through|except|during|of|for|but)|[,&-])\s*$")
_STEPS = compiled(
    r"\b(?:then|after(?:wards?|\s+that|\s+which)?|thereafter|from\s+then\s+on|followed\s+by|until|till?)\b|然后|[之以]后|往后|接着|[之以]前"
)
_PAST = compiled(r"\b(?:paid|was|were|did|missed|skipped|last\s+year|owed)\b|去年|还过|还了|没还|付了")
_NOW_ZH = r"(?:现在|目前|眼下|这会儿)(?:先|就|能|只能|可以)*(?:每个?|一个?)月"
_EACH_MONTH_NOW = compiled(rf"\b(?:a|per|each|every)\s+month\s+(?:right\s+|for\s+)?now\b|{_NOW_ZH}")
"""Of every month now, beside months that are named: "300 a month now and 900 June to September"."""
_EXCEPTS = compiled(
    r"\b(?:except|excluding|besides|other\s+than|apart\s+from|but|only|lighter|lower|smaller|less|easier|reduced|other\s+months?|"
    r"others?|rest|remaining|otherwise|normal(?:ly)?|usual(?:ly)?|instead|while|whereas|off[\s-]season)\b|除了?|但|只|其他|其它|其余|别的月|平时|平常|少|淡季"
    rf"|{_EACH_MONTH_NOW.pattern}"
)
_ASKS_LESS = compiled(
    r"\b(?:pay\w*|instal?lments?|amounts?|it|them|be|make|go|something|months)\b[^.!?\n]{0,40}\b(?:lighter|lower|smaller|less|easier|reduced)\b|"
    r"\b(?:lighter|lower|smaller|reduced)\s+(?:pay|instal?|amount|months?)|\bpay\s+less\b"
    r"|少(?:还|付|交)|(?:还|付|交)(?:得|的)?少|(?:能|可以|想)[^。\n]{0,8}(?:低|少|轻)一?[点些]"
)
_REGULAR_AFTER = compiled(
    r"[^\d.!?;,，。；]{0,12}?(?:\b(?:a|per|each|every|the)\s+(?:other\s+)?months?\b|\bmonthly\b|/\s*mo|\b(?:other|remaining)\s+months?|\botherwise\b|"
    r"\b(?:the\s+)?rest\b|\bnormally\b|\busually\b)|\s*(?:元|块钱?)?\s*(?:每个?月|一个?月)"
)
_REGULAR_BEFORE = compiled(
    r"(?:\b(?:normal(?:ly)?|usual(?:ly)?|otherwise|(?:other|remaining)\s+months?|others?|rest)\b"
    r"|其他|其它|其余|别的月|平时|平常|(?<![月份])(?<![月份]\s)每个?月)[^\d.!?;。；百千万]{0,30}$"
    rf"|{_NOW_ZH}(?:能|只|最多|还|给|付|拿|出)*$"
)
_OFF_SEASON_BEFORE = compiled(
    r"(?<!is\s)(?<!are\s)\boff[\s-]season\b[\s,:]*"
    r"(?:(?:i|we|can|could|do|pay|manage|only|about|just|maybe)\s+)*[$]?$"
    r"|(?:^|[^月份是于\s])\s*淡季"
    r"(?:里|的话|时候?|[\s,\uff0c]|我们?|就|只|大概|最多|能|可以|拿|还|给|出|[每一]个?月)*[￥¥]?$"
)
"""Directly before its sum, so that no month is named in between: "off season, July and August, 300"."""


_NO_MORE = compiled(
    r"\b(?:only|just|at\s+most|no(?:t)?\s+more\s+than|max(?:imum)?|up\s+to)\b|只|最多|顶多|至多"
)
_HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class LighterRead:
    """The months with a sum of their own, that sum, and the turn without both."""

    months: tuple[int, ...]
    amount: AmountReading | None  # None where it was not said, or could not be told from the other
    regular: Readings


def lighter_months(text: str, readings: Readings) -> LighterRead | None:
    """What is read of them; None where nothing is said of other sums in some months."""
    plain = fold(text)
    if len(plain) != len(text) or _PAST.search(plain):
        return None
    named = named_months(plain, readings)
    if readings.amounts:
        named += [(month, span) for months, span in named_seasons(plain) for month in months]
    if not named or (_STEPS.search(plain) and not _EACH_MONTH_NOW.search(plain)):
        return None
    begin = [on for day in readings.dates if is_begin(plain, day) and (on := day.on or day.month)]
    if begin and all(0 < (begin[0].month - month) % 12 < _HALF_A_YEAR for month, _ in named):
        return None  # what is paid before regular sums begin is a payment of its own
    months, spans = tuple(dict.fromkeys(month for month, _ in named)), [span for _, span in named]
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM and each.money is not None]
    different = {each.money for each in sums}
    if len(different) == 2 and len(sums) == len(readings.amounts) and _EXCEPTS.search(plain):
        own = _own_sum(plain, sums, spans)
        return (
            _read(months, own, readings, spans) if readings.frequency in (None, Frequency.MONTHLY) else None
        )
    if len(different) < 2 and _ASKS_LESS.search(plain):
        return _read(months, None, readings, spans)
    if len(sums) == len(readings.amounts) == 1 and _is_of_these_alone(plain, months, sums[0], readings):
        return _read(months, sums[0], readings, spans)
    return None


def _is_of_these_alone(
    plain: str, months: tuple[int, ...], amount: AmountReading, readings: Readings
) -> bool:
    """Whether the one sum is that of every such month, and says nothing of the others."""
    once = amount.certainty is Certainty.UNSURE or readings.instalment_count is not None
    if once or len(months) < 2 or readings.frequency not in (None, Frequency.MONTHLY):
        return False
    if any(day.on is not None or is_begin(plain, day) for day in readings.dates):
        return False
    most = _NO_MORE.search(plain[: amount.span[0]]) is not None
    return most or (bool(named_seasons(plain)) and readings.frequency is Frequency.MONTHLY)


def _read(
    months: tuple[int, ...], own: AmountReading | None, readings: Readings, spans: list[Span]
) -> LighterRead:
    days = tuple(
        day
        for day in readings.dates
        if day.on is not None or not any(overlap(day.span, span) for span in spans)
    )
    if len(days) == 1 and days[0].on is not None:
        days = (replace(days[0], certainty=Certainty.SURE),)  # it was doubtful beside the months alone
    others = tuple(each for each in readings.amounts if own is not None and each.money != own.money)
    return LighterRead(months, own, replace(readings, amounts=others[:1], dates=days))


def _own_sum(plain: str, sums: list[AmountReading], spans: list[Span]) -> AmountReading | None:
    """Which of two sums is that of the months; None where the words do not say."""
    regular = {each.money for each in sums if _is_regular(plain, each)}
    if len(regular) != 1:
        regular = {each.money for each in sums if _OFF_SEASON_BEFORE.search(plain[: each.span[0]])}
    if len(regular) == 1:
        return next(each for each in sums if each.money not in regular)
    near = {_nearest(sums, span).money for span in spans}
    return next(each for each in sums if each.money in near) if len(near) == 1 else None


def _is_regular(plain: str, amount: AmountReading) -> bool:
    start, end = amount.span
    return (
        _REGULAR_AFTER.match(plain, end) is not None
        or _REGULAR_BEFORE.search(plain[max(0, start - 40) : start]) is not None
    )


def _nearest(sums: list[AmountReading], span: Span) -> AmountReading:
    return min(sums, key=lambda each: max(each.span[0] - span[1], span[0] - each.span[1]))


def named_months(plain: str, readings: Readings) -> list[tuple[int, Span]]:
    """The months that are named for a sum of their own, with where; a range has all of its months."""
    found = [match for match in _MONTH.finditer(plain) if not _is_day(match, readings)]
    named: list[tuple[int, Span]] = []
    for number, match in enumerate(found):
        before = found[number - 1] if number else None
        joined = before is not None and _TO.fullmatch(plain[before.end() : match.start()])
        following = found[number + 1] if number + 1 < len(found) else None
        opens = following is not None and _TO.fullmatch(plain[match.end() : following.start()])
        if not joined and not opens and _is_edge(plain, match):
            continue
        months = _numbers(match)
        if joined and before is not None:
            months = months_through(_numbers(before)[-1], months[0])[1:]  # the first is there already
        named.extend((month, match.span()) for month in months)
    return named


def _is_day(match: re.Match[str], readings: Readings) -> bool:
    return any(day.on is not None and overlap(day.span, match.span()) for day in readings.dates)


def _is_edge(plain: str, match: re.Match[str]) -> bool:
    before = plain[: match.start()]
    is_verb = match["name"] == "may" and _VERB_BEFORE.search(before) is None
    return (
        is_verb
        or _EDGE_BEFORE.search(before) is not None
        or _EDGE_AFTER.match(plain, match.end()) is not None
    )


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    if match["name"]:
        return (month_number(match["name"]),)
    return tuple(small_han(one) or 0 for one in match["two"] or (match["han"],))
