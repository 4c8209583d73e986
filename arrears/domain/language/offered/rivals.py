"""Values that are doubtful because of another one of the turn, or of what is said right beside them.

Asked last, when what the words deny, quote or leave unread is doubted already: it only ever doubts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from arrears.domain.language.offered.context import elsewhere
from arrears.domain.language.offered.corrections import is_reason
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Frequency,
    PlanReading,
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
_TAKEN_BACK = compiled(
    r"[\s,.;]*(?:no+(?!\s+(?:problem|later|sooner|earlier|more|less|way|longer|worries|matter|joke|doubt|excuses))|nope|wait|scratch\s+that|i\s+mean)\b"
    r"[\s,.;]+(?:the\s+)?[a-z\d]|[\s,\uff0c]*(?:不对|不不|错了|说错)[^吗吧]"
)
_REFUSES_ALL = compiled(
    r"(?:\b(?:so\s+no|no\s+(?:sir|ma'?am|way|chance)|forget\s+it|not\s+happening|no\s+can\s+do)|没门|休想|做梦|不可能|[\s,\uff0c](?:就?不[给还]|不还了|还啥还))\W*$"
)
_OF_LAST_DAYS = compiled(r"\b(?:end|last\s+day)\b")
_LIST = compiled(r"\s*,?\s*(?:and|&)?\s*")
_OR_SUM = compiled(r"\s*(?:or|或者?|还是)\s*\$?")
_MADE = compiled(
    r"[\s,?]*(?:(?:can|could)\s+(?:you|we)\s+)?(?:make|made)\s+(?:it|that)\s+(?:like\s+)?\w+(?=\s+and\b|\W*$)"
)
_TOGETHER = compiled(r"(?:[一总]共|合计|加起来|\b(?:total|altogether|in\s+all|makes|that'?s))[^\d]{0,4}\$?$")
_EVERY_MONTH = compiled(r"\b(?:every|each)\s+month\W*$")
_LONG_AHEAD = 10  # months: a month so far off has just passed, and may be told of
_MONTHS_A_YEAR = 12
_DAY_MAX = 31


def doubted_by_rivals(text: str, readings: Readings, today: date) -> Readings:
    """The readings, those doubtful that another one of them, or the words right beside them, puts in doubt."""
    turned_down = _REFUSES_ALL.search(text) is not None
    amounts = _doubt(readings.amounts, lambda one: turned_down or _is_doubtful_sum(text, one, readings))
    dates = _doubt(readings.dates, lambda one: turned_down or _is_doubtful_day(text, one, readings, today))
    rivals = [one for one in dates if _is_rival(text, one, today)]
    clear = [one for one in amounts if one.certainty is not Certainty.UNSURE]
    dates = _doubt(dates, lambda one: _has_rival(text, one, rivals, clear))
    return replace(readings, amounts=amounts, dates=dates, plan=_doubted_plan(text, readings))


def _doubted_plan(text: str, readings: Readings) -> PlanReading:
    """The plan; a count that is changed or of another bill is doubtful, so is the rhythm of two days."""
    plan, unsure = readings.plan, Certainty.UNSURE
    if plan.count_span is not None and (
        _MADE.match(text, plan.count_span[1]) or elsewhere(text, plan.count_span[0])
    ):
        plan = replace(plan, count_certainty=unsure)
    days = [one for one in readings.dates if one.on is not None]
    if plan.frequency is Frequency.MONTHLY and len(days) > 1 and _EVERY_MONTH.search(text):
        plan = replace(plan, frequency_certainty=unsure)
    return plan


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
    if _TAKEN_BACK.match(text, one.span[1]) or _is_one_of_last_days(text, one, readings):
        return True
    if len(readings.dates) > 1 and _IS_SOMETHING.match(text, one.span[1]):
        return True
    if has_han(text) and _HAPPENED.match(text, one.span[1]):
        return True
    return others and _comes_again(text, one)


def _is_one_of_last_days(text: str, one: DateReading, readings: Readings) -> bool:
    """Whether it is a month whose last day is meant: the last day of January, February and March."""
    if one.month is None:
        return False
    before = [each for each in readings.dates if each.span[1] <= one.span[0]]
    listed = all(
        _LIST.fullmatch(text, left.span[1], right.span[0]) for left, right in pairwise([*before, one])
    )
    return bool(before) and listed and _OF_LAST_DAYS.search(before[0].words.lower()) is not None


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
    if _may_be_a_day(text, one, readings) or _has_other(text, one, readings):
        return True
    if _TAKEN_BACK.match(text, one.span[1]) or _is_total(text, one, earlier):
        return True
    if earlier and _BARE_NUMBER.fullmatch(words) and _FOR.fullmatch(text, earlier[-1].span[1], one.span[0]):
        return True  # 500 for 5 months or 250 for 10
    if readings.percents and _TO.search(before) and _BARE_NUMBER.fullmatch(words):
        return True  # "60 percent is too high, come down to 45"
    if not earlier or earlier[-1].kind is not AmountKind.SUM or earlier[-1].certainty is Certainty.UNSURE:
        return False
    return bool(_TOP_AFTER.match(text, one.span[1]) or _TOP_BEFORE.search(before))


def _has_other(text: str, one: AmountReading, readings: Readings) -> bool:
    """Whether it is one of two: eighty or ninety."""
    spans = [each.span for each in readings.amounts if each is not one]
    pairs = [(min(span, one.span), max(span, one.span)) for span in spans]
    return any(_OR_SUM.fullmatch(text, left[1], right[0]) for left, right in pairs)


def _is_total(text: str, one: AmountReading, earlier: Sequence[AmountReading]) -> bool:
    """Whether it is what the sums before make together: 二十号三百二 二十七号二百三 一共五百五."""
    parts = sum(each.money.minor for each in earlier if each.money is not None)
    named = len(earlier) > 1 and one.money is not None and parts == one.money.minor
    return named and _TOGETHER.search(text[: one.span[0]]) is not None


def _may_be_a_day(text: str, one: AmountReading, readings: Readings) -> bool:
    """每月二十八 may be a day of the month."""
    monthly = readings.frequency is Frequency.MONTHLY and text[: one.span[0]].endswith(("每月", "每个月"))
    bare = _BARE_NUMBER.fullmatch(text[slice(*one.span)])
    return monthly and bare is not None and one.money is not None and one.money.minor <= _DAY_MAX * 100
