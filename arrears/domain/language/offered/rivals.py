"""Values that are doubtful because of another one of the turn, or of what is said right beside them.

Asked last, when what the words deny, quote or leave unread is doubted already: it only ever doubts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from arrears.domain.language.offered.corrections import is_reason
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Frequency,
    Readings,
)
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, has_han

_OR = compiled(r"\s*(?:or|to|and|through|thru|till?|until|-|/|,)?\s*(?:the|on|maybe)?\s*")
_SET_ASIDE = compiled(
    r"\b(?:instead\s+of|than|not|isn'?t|ain'?t|latest|at\s+the\s+latest)\s+(?:on\s+|by\s+|the\s+)*$|不是$|最[迟慢晚]$"
)
_LEADING = compiled(r"(?:(?:than|on|by|the)\s+)*")
_REFUSED = compiled(r"\s*(?:号)?(?:不行|不方便|没空)")
_IS_SOMETHING = compiled(
    r"(?:\s+(?:weekend|week))?\s*(?:'s|\bis|\bwas)\s+(?:when\s+(?!i\s+(?:can|could|will)\b)|my|our|his|her|their|the\s+(?!day|date|one)|a\b(?!\s+(?:good|better|great)))"
    r"|(?:节)?(?:店里|公司|厂里|单位|家里|学校)(?:有|搞|做|放|要)"
)
_HAPPENED = compiled(
    r"就(?:把\S{1,4}(?:过去|出去|进去|给[你您]们?)|[^\s还付给打转交汇结清剩发有能可把]{1,5}(?<![以之]))了(?!就|再|我|以?后|之后|的话|才)"
)
_BARE_NUMBER = compiled(r"\d{1,2}|[一二三四五六七八九十]{1,3}")
_TO = compiled(r"\bto\s+$|[到至成]$")
_FOR = compiled(r"\s+for\s+")
_THAT_IS = compiled(
    r"(?:\b(?:that'?s|that\s+is|which\s+is|thats|its|it'?s)\s+(?:like\s+|about\s+|only\s+|just\s+|basically\s+|exactly\s+)?|[刚正][好是]|等于|也就是)$"
)
_TOP_AFTER = compiled(
    r"\s*(?:dollars|bucks)?\s*(?:tops|max|maximum|at\s+(?:the\s+)?most)\b|(?:块钱?|元)?(?:封顶|到顶|顶天)"
)
_TOP_BEFORE = compiled(
    r"(?:最多|顶多|顶天|最高|不超过|\b(?:at\s+(?:the\s+)?most|max|maximum|up\s+to|no\s+more\s+than))[^\d\s]{0,4}\s*\$?$"
)
_AHEAD = compiled(r"\b(?:until|till?|by|before|from|starting|through)\s+$|[到至]$")
_YEAR_SAID = compiled(r"[明后]年|year|20\d\d")
_LONG_AHEAD = 10  # months: a month so far off has just passed, and may be told of
_MONTHS_A_YEAR = 12
_DAY_MAX = 31


def doubted_by_rivals(text: str, readings: Readings, today: date) -> Readings:
    """The readings, those doubtful that another one of them, or the words right beside them, puts in doubt."""
    amounts = _doubt(readings.amounts, lambda one: _is_doubtful_sum(text, one, readings))
    dates = _doubt(readings.dates, lambda one: _is_doubtful_day(text, one, readings, today))
    rivals = [one for one in dates if _is_rival(text, one, today)]
    clear = [one for one in amounts if one.certainty is not Certainty.UNSURE]
    dates = _doubt(dates, lambda one: _has_rival(text, one, rivals, clear))
    return replace(readings, amounts=amounts, dates=dates)


def _doubt[Reading: (AmountReading, DateReading)](
    found: Sequence[Reading], doubtful: Callable[[Reading], bool]
) -> tuple[Reading, ...]:
    return tuple(replace(one, certainty=Certainty.UNSURE) if doubtful(one) else one for one in found)


def _is_rival(text: str, one: DateReading, today: date) -> bool:
    """Whether it is a doubtful day that may be the one that is meant, and is not just set aside."""
    behind = one.problem is DateProblem.PAST or (one.on is not None and one.on < today)
    named = one.on is not None or (one.problem is DateProblem.AMBIGUOUS and one.month is None)
    sure = one.on is not None and one.certainty is not Certainty.UNSURE
    if behind or sure or not named or is_reason(text, one.span):
        return False
    leading = _LEADING.match(text, *one.span)  # a day's own words begin with its preposition
    before = text[: leading.end() if leading else one.span[0]]
    return not (_SET_ASIDE.search(before) or _REFUSED.match(text, one.span[1]))


def _has_rival(
    text: str, one: DateReading, rivals: Sequence[DateReading], sums: Sequence[AmountReading]
) -> bool:
    """Whether a doubtful day is said later, where no sum goes with this one: 十号收麦子 九月一号才有钱."""
    start, end = clause(text, one.span)
    if any(start <= each.span[0] < end for each in sums):
        return False
    return any(
        each.span[0] >= one.span[1] and not _OR.fullmatch(text, one.span[1], each.span[0]) for each in rivals
    )


def _is_doubtful_day(text: str, one: DateReading, readings: Readings, today: date) -> bool:
    others = len(readings.dates) > 1 or bool(readings.amounts)
    if one.problem is DateProblem.UNRESOLVED:
        return False
    if one.month is not None and not (
        _YEAR_SAID.search(one.words.lower()) or _AHEAD.search(text[: one.span[0]])
    ):
        months = (one.month.year - today.year) * _MONTHS_A_YEAR + one.month.month - today.month
        if months >= _LONG_AHEAD:
            return True
    if len(readings.dates) > 1 and _IS_SOMETHING.match(text, one.span[1]):
        return True
    if has_han(text) and _HAPPENED.match(text, one.span[1]):
        return True
    return others and _comes_again(text, one)


def _comes_again(text: str, one: DateReading) -> bool:
    """Whether its name comes again, as what something is after: 三八节有活动 三八节过完还."""
    name = re.escape(text[slice(*one.span)].strip())
    again = re.compile(rf"\bafter\s+{name}|{name}(?:节)?(?:过[完了后]|完了|以?后|之后)", re.ASCII)
    return again.search(text, one.span[1]) is not None


def _is_doubtful_sum(text: str, one: AmountReading, readings: Readings) -> bool:
    before, words = text[: one.span[0]], text[slice(*one.span)]
    earlier = [each for each in readings.amounts if each.span[1] <= one.span[0]]
    if one.kind is not AmountKind.SUM:
        return bool(earlier) and one.kind is AmountKind.SHARE and _THAT_IS.search(before) is not None
    if _may_be_a_day(text, one, readings):
        return True
    if earlier and _BARE_NUMBER.fullmatch(words) and _FOR.fullmatch(text, earlier[-1].span[1], one.span[0]):
        return True  # 500 for 5 months or 250 for 10
    if readings.percents and _TO.search(before) and _BARE_NUMBER.fullmatch(words):
        return True  # "60 percent is too high, come down to 45"
    if not earlier or earlier[-1].kind is not AmountKind.SUM or earlier[-1].certainty is Certainty.UNSURE:
        return False
    return bool(_TOP_AFTER.match(text, one.span[1]) or _TOP_BEFORE.search(before))


def _may_be_a_day(text: str, one: AmountReading, readings: Readings) -> bool:
    """每月二十八 may be a day of the month."""
    monthly = readings.frequency is Frequency.MONTHLY and text[: one.span[0]].endswith(("每月", "每个月"))
    bare = _BARE_NUMBER.fullmatch(text[slice(*one.span)])
    return monthly and bare is not None and one.money is not None and one.money.minor <= _DAY_MAX * 100
