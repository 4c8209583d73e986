"""Days counted from another day that was named: a week later than the 5th, 5号之后三天."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from arrears.domain.language.dates.days import Day, Reference, doubtful, likely, months_ahead
from arrears.domain.language.dates.rules import FoundDate
from arrears.domain.language.dates.shifts import shift_in
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.offered.context import refused
from arrears.domain.language.readings import Certainty
from arrears.domain.language.script.fold import Span, blank, compiled, overlap

_UNIT_EN = r"(?P<unit>days?|weeks?|wks?|fortnights?|months?)"
# The amount of the move before the day, in English.
_BEFORE_EN = compiled(
    rf"\b(?:(?P<n>{SMALL_COUNT}|couple)\s+(?:of\s+)?(?:more\s+|full\s+)?{_UNIT_EN}|(?P<one>day|week|month))\s+"
    r"(?P<way>later\s+than|after|fro?m|past|following|beyond|before|earlier\s+than|ahead\s+of)\s+(?:on\s+|the\s+)?$"
)
_AFTER_EN = compiled(
    rf"[\s,]+(?:(?:back|out|plus|and\s+add)\s+(?:by\s+)?(?P<n>{SMALL_COUNT})\s+{_UNIT_EN}\b"
    rf"|(?:(?:to|for|by|and|just)\s+)*(?P<n2>{SMALL_COUNT})\s+{_UNIT_EN.replace('<unit>', '<unit2>')}\s+"
    r"(?:later|after(?:wards?|\s+that)?)\b)"
)
_N_ZH = rf"(?P<n>{SMALL_HAN}|俩|半)"
_UNIT_ZH = r"(?P<unit>天|日|个?(?:周|星期|礼拜)|个月)"
_AFTER_ZH = compiled(
    rf"\s*(?:的)?(?P<way>(?:之|以)?后的?|往后(?:推|延|拖)?(?:迟|后)?|过|再过|再(?:晚|推|拖|等|宽)|晚|推迟|推后|延后|延迟|顺延|往前(?:提|推)?|提前|(?:之|以)?前)(?:个)?{_N_ZH}{_UNIT_ZH}(?!内|之内)"
)
_THE_NEXT = compiled(
    r"\bthe\s+(?:day\s+after(?:\s+that)?|following\s+day|(?P<week>week\s+after(?:\s+that)?))(?=\W*$|\s*[,.;]|\s+(?:i'?ll|i|for|at|is|works|please|\$?\d))"
    r"|(?:第二天|次日)(?!就?没)"
)
_ENDS = r"[^\w\u4e00-\u9fff\ue000-\ue003]*$"  # nothing more is said, nor was read
_THE_ONE_AFTER = compiled(
    r"\bthe\s+(?:one\s+(?:right\s+)?after(?:\s+(?:that|this|it))?(?:\s+one)?|(?:next|following)\s+one)"
    rf"(?={_ENDS}|\s*[,.;!]|\s+(?:please|pls|instead|works|is|ok|then|if)\b)"
    rf"|(?:再?下|再?往后|再?后面?)的?[一那]个(?={_ENDS}|[\s,\uff0c。吧呗开起才就还行好可])"
)
"""The next like the one that was just refused: "not this Friday, the one after", 不是这周五 是下一个."""
_SPAN_ZH = _UNIT_ZH.replace("个月", "个?月")  # 半个月 too
_LATER_ZH = compiled(rf"(?P<goes_on>再?过|再隔|隔)?{_N_ZH}{_SPAN_ZH}(?:之?后|以后)?")
_GAP_EN = compiled(
    rf"(?<!every\s)(?<!each\s)(?<!per\s)\b(?P<n>{SMALL_COUNT}|couple)\s+(?:of\s+)?(?:more\s+)?{_UNIT_EN}\s+"
    r"(?:after(?:wards?|\s+(?:that|it|the\s+first\s+(?:one|half|payment)))|after(?=\W*$|\s*[,.;!?])|later)"
    rf"(?={_ENDS}|\s*[,.;!?]|\s+(?:for|please|pls|works|if|and)\b)"
)
"""How long after the payment before it the next one comes: "the other half two weeks after that"."""
_OF_THE_REST = r"(?:另外?的?一半|[后另]一半|剩|余下|余款|其余|尾款)"
_GAP_ZH = compiled(rf"再?[过隔]{_N_ZH}{_SPAN_ZH}(?=就?再?[还付给交]?清?{_OF_THE_REST})")
_GOES_ON_ZH = compiled(rf"(?:我|就)?(?:再[还付给交打转]|[还付给交]?{_OF_THE_REST})")
_REST_BEFORE = compiled(rf"{_OF_THE_REST}\S{{0,4}}$")
_AFTER_THAT = compiled(r"\s+(?P<way>after|before)(?:\s+that)?(?=\W*$|\W*[,.;]|\s+(?:and|ok|if|for|please)\b)")
_PREPOSITIONS = compiled(
    r"(?:(?:on|by|before|until|till?|around|after|for|from|starting|since|due|than|of|to|the|about)\s+)*"
)
_SUM_BEFORE = compiled(
    r"(?:\d|bucks|dollars|hundred|ty|once|twice|\dx|times|payments?|every|each|per|other)\s+$"
)
_HALF_MONTH_DAYS = 15
_BACKWARDS = compiled(r"before|earlier|ahead|前")


def moved(
    plain: str, page: str, found: Sequence[FoundDate], *, day_meant: bool
) -> tuple[list[FoundDate], str]:
    """The dates, those that others were counted from replaced by what was counted; and the page without it.

    With `day_meant` a due day is moved: the old one stays beside the new.
    """
    result: list[FoundDate] = []
    for one in found:
        match = _words_of_move(plain, page, one.span)
        day = None if match is None or one.day.on is None else _moved(one.day, match)
        if match is None or day is None:
            result.append(one)
            continue
        span = (min(match.start(), one.span[0]), max(match.end(), one.span[1]))
        page = blank(page, [span])
        if day_meant:
            result.append(one)
            span = match.span()
        result.append(FoundDate(day, span))
    return result, page


def with_the_next(plain: str, page: str, found: list[FoundDate]) -> tuple[list[FoundDate], str]:
    """The dates and those that follow one of them: "Friday is bad, the day after", 发工资第二天."""
    taken: list[Span] = []
    for match in _THE_ONE_AFTER.finditer(page):
        last = _last_before(found, match.start())
        on = None if last is None or not refused(plain, last.span) else _next_alike(last)
        if on is not None:
            found.append(FoundDate(Day(on, None), match.span(), apart=True))
            taken.append(match.span())
    for match in (*_GAP_EN.finditer(page), *_GAP_ZH.finditer(page)):
        last = _last_before(found, match.start())
        rhythm = match["n"] in ("a", "an") and _SUM_BEFORE.search(page[: match.start()])  # 600 a month after
        day = None if last is None or rhythm else _moved(last.day, match)
        if day is not None and day.on is not None:
            found.append(FoundDate(doubtful(day.on), match.span()))
            taken.append(match.span())
    page = blank(page, taken)
    for match in _THE_NEXT.finditer(page):
        last = _last_before(found, match.start())
        if last is not None and last.day.on is not None:
            on = last.day.on + timedelta(days=7 if match["week"] else 1)
            found.append(FoundDate(doubtful(on), match.span()))
            taken.append(match.span())
    return found, blank(page, taken)


def is_gap(words: str) -> bool:
    """Whether they say how long after another day it is: "two weeks later", 过两周, 半个月后."""
    return bool(_GAP_EN.fullmatch(words) or _LATER_ZH.fullmatch(words))


def names_the_one_after(plain: str) -> bool:
    """Whether the words turn to the next one: "not the 6th, the one after", 不是6号，是下一个."""
    return _THE_ONE_AFTER.search(plain) is not None


def _last_before(found: Sequence[FoundDate], start: int) -> FoundDate | None:
    return max((one for one in found if one.span[1] <= start), key=lambda one: one.span, default=None)


def _next_alike(one: FoundDate) -> date | None:
    """A week after a weekday, and a month after a day of the month."""
    if one.day.on is None:
        return None
    return one.day.on + timedelta(days=7) if one.weekday else months_ahead(1, Reference(one.day.on)).on


def counted_on(plain: str, found: Sequence[FoundDate]) -> list[FoundDate]:
    """The dates, those said by the one before: "the rest a week later", "Friday and the Friday after"."""
    result: list[FoundDate] = []
    for one in found:
        earlier = (each for each in result if each.span < one.span)
        last = max(earlier, key=lambda each: each.span, default=None)
        day = None if last is None else _later(plain, last.day, one) or _same_weekday(plain, last.day, one)
        if day is None or (one.day.on is None and not one.day.others):
            result.append(one)
            continue
        others = (one.day.on,) if one.day.on not in (None, day.on) else ()
        doubtful = replace(day, certainty=Certainty.UNSURE, others=others)
        result.append(replace(one, day=doubtful, weekday=False, apart=True))
    return result


def _later(plain: str, last: Day, one: FoundDate) -> Day | None:
    passed = _LATER_ZH.fullmatch(plain, *one.span)
    if passed is not None and _goes_on(plain, passed):
        return _moved(last, passed)
    gap = _GAP_EN.match(plain, *one.span)
    if gap is not None and gap.end() == one.span[1]:
        return _moved(last, gap)
    shift = shift_in(plain)
    moved_already = bool(one.day.others)
    if shift is None or shift.wished or moved_already or not overlap(shift.span, one.span):
        return None
    if last.on is None:
        return None
    return Day(shift.counted(last.on), None)


def _goes_on(plain: str, passed: re.Match[str]) -> bool:
    """Whether it goes on from the day before: 再过两周, and 两周后 of what is left; else it is from today."""
    of_rest = _GOES_ON_ZH.match(plain, passed.end()) or _REST_BEFORE.search(plain[: passed.start()])
    return bool(passed["goes_on"] or of_rest)


def _same_weekday(plain: str, last: Day, one: FoundDate) -> Day | None:
    """That weekday after the day, or before it."""
    match = _AFTER_THAT.match(plain, one.span[1])
    named = next(iter((one.day.on, *one.day.others)), None) or next(iter(one.day.others), None)
    if match is None or not one.weekday or last.on is None or named is None:
        return None
    days = (named.weekday() - last.on.weekday()) % 7
    days = days - 7 if match["way"] == "before" else days or 7
    return Day(last.on + timedelta(days=days), None)


def _words_of_move(plain: str, page: str, span: Span) -> re.Match[str] | None:
    """How far from the day, in words not yet read; a day's own words begin with its preposition."""
    leading = _PREPOSITIONS.match(plain[: span[1]], span[0])
    before = page[: span[0]] + plain[span[0] : leading.end() if leading else span[0]]
    counted = _BEFORE_EN.search(before)
    if counted is not None and counted["way"] in ("from", "frm") and _begins_there(before, counted):
        return None
    return counted or _AFTER_EN.match(page, span[1]) or _AFTER_ZH.match(page, span[1])


def _begins_there(before: str, counted: re.Match[str]) -> bool:
    """Whether something begins on the day: 50 a week from June 11, any day from the 23rd."""
    return bool(counted["one"] or _SUM_BEFORE.search(before[: counted.start()]))


def _moved(day: Day, match: re.Match[str]) -> Day | None:
    if day.on is None:
        return None
    groups = match.groupdict()
    words = groups.get("n") or groups.get("n2") or "a"
    if words == "半":
        return likely(replace(day, on=day.on + timedelta(days=_HALF_MONTH_DAYS)), day.on)
    count = _count(words)
    if count is None:
        return None
    if _BACKWARDS.search(groups.get("way") or ""):
        count = -count
    unit = groups.get("unit") or groups.get("unit2") or groups.get("one") or "day"
    if unit.startswith("m") or "月" in unit:
        return likely(months_ahead(count, Reference(day.on, told=True)), day.on)
    days = 1 if unit[0] in "d天日" else 14 if unit[0] == "f" else 7
    return likely(replace(day, on=day.on + timedelta(days=count * days)), day.on)


def _count(words: str) -> int | None:
    if words in ("couple", "俩"):
        return 2
    return small_count(words) if words.isascii() else small_han(words)
