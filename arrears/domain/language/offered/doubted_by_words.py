"""Values that are doubtful because of what is said right beside them, or of the turn as a whole.

Asked last, when what the words deny, quote or leave unread is doubted already: it only ever doubts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from arrears.domain.language.offered.context import elsewhere
from arrears.domain.language.offered.rivals import rival_days, rival_sums
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
from arrears.domain.language.script.fold import Span, compiled, has_han

_IS_SOMETHING = compiled(
    r"(?:\s+(?:weekend|week))?\s*(?:'s|\bis|\bwas)\s+(?:when\s+(?!i\s+(?:can|could|will)\b)|my|our|his|her|their|the\s+(?!day|date|one)|a\b(?!\s+(?:good|better|great)))"
    r"|(?:节)?(?:店里|公司|厂里|单位|家里|学校)(?:有|搞|做|放|要)"
)
_IS_HOLIDAY = compiled(r"是(?:元旦|圣诞|国庆|中秋|端午|清明|除夕|五一)")
_PART_OF_MONTH, _NEXT_MONTH = compiled(r"月[底中初末]"), compiled(r"^下个?月")
_HAPPENED = compiled(
    r"就(?:把\S{1,4}(?:过去|出去|进去|给[你您]们?)|[^\s还付给打转交汇结清剩发有能可把]{1,5}(?<![以之]))了(?!就|再|我|以?后|之后|的话|才)"
)
_BARE_NUMBER = compiled(r"\d{1,2}|[一二三四五六七八九十]{1,3}")
_TO = compiled(r"\bto\s+$|[到至成]$")
_FOR = compiled(r"\s+for\s+")
_THAT_IS = compiled(
    r"(?:\b(?:that'?s|that\s+is|which\s+is|thats|its|it'?s)\s+(?:like\s+|about\s+|only\s+|just\s+|basically\s+|exactly\s+)?|[刚正][好是]|等于|也就是)$"
)
_SO_MUCH = compiled(
    r"(?:\s+of\s+(?:it|that|what\s+i\s+owe))?[\s,\uff0c]*(?:so|that'?s|that\s+is|which\s+is|i\.?e\.?|meaning|=|也?就是|即)[\s,]*(?:about\s+|like\s+)?[$¥￥]?"
)
"""A share and then the sum that it comes to: "half of it, so 320 each time"."""
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
_THERE_IS = compiled(
    r"\b(?:'?ve\s+got|ive\s+got|have|got)\s+(?:only\s+|just\s+|like\s+|about\s+)?\$?$|[有剩]$"
)
_LASTS = compiled(
    r"\s*(?:dollars\s+|bucks\s+)?(?:to\s+last\s+(?:me\s+)?)?(?:until|till?)\b|(?:块钱?|元)?[\s,\uff0c]*(?:要|得)?[撑用花过]到"
)
_LASTING = compiled(
    r"\b(?:got|have)\s+(?:\w+\s+)?\$?\d[\d.,]*\s+(?:dollars\s+|bucks\s+)?(?:to\s+last\s+(?:me\s+)?)?(?:until|till?)\s+[^,.;]{1,24}$"
)
_AFTER_BEFORE, _AFTER = compiled(r"\b(?:after|past)\s+(?:the\s+)?$"), compiled(r"(?:过后|以后|之后|过了)")
_ENDS_AFTER = ("过后", "以后")
_MORE_GIVEN = compiled(
    r"\b(?:take|give\s+(?:you|u)|send\s+(?:you|u)|pay\s+(?:you|u))\s+(?:just\s+|only\s+|like\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine)(?=\W*$|\s*[,.;!?])"
)
_THAT_ONE = compiled(r"(?:块钱?|元)?的?那[笔张]")
_MADE = compiled(
    r"[\s,?]*(?:(?:can|could)\s+(?:you|we)\s+)?(?:make|made)\s+(?:it|that)\s+(?:like\s+)?\w+(?=\s+and\b|\W*$)"
)
_AGREED = compiled(r"\b(?:agreed|told|promised|we\s+said)\b|说好|谈好?的|讲好|定好|当初|当时|原来")
_EVERY_MONTH = compiled(r"\b(?:every|each)\s+month\W*$")
_MONTHLY = ("每月", "每个月")
_LONG_AHEAD = 10  # months: a month so far off has just passed, and may be told of
_MONTHS_A_YEAR = 12
_DAY_MAX = 31


def doubted_by_words(text: str, readings: Readings, today: date) -> Readings:
    """The readings, those doubtful that another one of them, or the words right beside them, put in doubt."""
    if _REFUSES_ALL.search(text):
        doubtful = {one.span for one in readings.amounts} | {one.span for one in readings.dates}
    else:
        doubtful = {one.span for one in readings.amounts if _is_doubtful_sum(text, one, readings)}
        doubtful |= {one.span for one in readings.dates if _is_doubtful_day(text, one, readings.dates, today)}
        doubtful |= rival_sums(text, readings)
    amounts = _doubted(readings.amounts, doubtful)
    dates = _doubted(readings.dates, doubtful)
    dates = _doubted(dates, rival_days(text, dates, amounts, today))
    return replace(readings, amounts=amounts, dates=dates, plan=_doubted_plan(text, readings))


def _doubted[Reading: (AmountReading, DateReading)](
    found: Sequence[Reading], doubtful: Collection[Span]
) -> tuple[Reading, ...]:
    return tuple(replace(one, certainty=Certainty.UNSURE) if one.span in doubtful else one for one in found)


def _doubted_plan(text: str, readings: Readings) -> PlanReading:
    """The plan; a count changed or of another bill is doubtful, and a rhythm of two days or of before."""
    plan, counted = readings.plan, readings.plan.count_span
    if counted is not None and (_MADE.match(text, counted[1]) or elsewhere(text, counted[0])):
        plan = replace(plan, count_certainty=Certainty.UNSURE)
    days = [one for one in readings.dates if one.on is not None]
    two_days = plan.frequency is Frequency.MONTHLY and len(days) > 1 and _EVERY_MONTH.search(text)
    at = plan.frequency_span[0] if plan.frequency_span else 0
    if two_days or _AGREED.search(text[clause(text, (at, at))[0] : at]):
        plan = replace(plan, frequency_certainty=Certainty.UNSURE)
    return plan


def _is_doubtful_day(text: str, one: DateReading, days: Sequence[DateReading], today: date) -> bool:
    """Whether it is taken back, has happened, is over by then, or is what something else is."""
    if one.problem is DateProblem.UNRESOLVED:
        return False
    if _TAKEN_BACK.match(text, one.span[1]) or _has_passed(text, one, today) or _comes_again(text, one):
        return True
    if _LASTING.search(text[: one.span[1]]):
        return True
    if has_han(text) and _HAPPENED.match(text, one.span[1]):
        return True
    if len(days) > 1 and (_IS_SOMETHING.match(text, one.span[1]) or _IS_HOLIDAY.search(one.words)):
        return True
    if _PART_OF_MONTH.fullmatch(one.words) and any(_NEXT_MONTH.search(each.words) for each in days):
        return True  # 下月初五百 月底五百: of which month
    later = any(each.span > one.span and each.on is not None for each in days)
    return (later and _is_after(text, one)) or _is_one_of_last_days(text, one, days)


def _has_passed(text: str, one: DateReading, today: date) -> bool:
    """Whether it is a month that was not long ago: 补的是五月的, said in June."""
    if one.month is None or _YEAR_SAID.search(one.words.lower()) or _AHEAD.search(text[: one.span[0]]):
        return False
    months = (one.month.year - today.year) * _MONTHS_A_YEAR + one.month.month - today.month
    return months >= _LONG_AHEAD


def _is_one_of_last_days(text: str, one: DateReading, days: Sequence[DateReading]) -> bool:
    """Whether it is a month whose last day is meant: the last day of January, February and March."""
    before = [each for each in days if each.span[1] <= one.span[0]]
    if one.month is None or not before or not _OF_LAST_DAYS.search(before[0].words.lower()):
        return False
    return all(_LIST.fullmatch(text, left.span[1], right.span[0]) for left, right in pairwise([*before, one]))


def _is_after(text: str, one: DateReading) -> bool:
    """Whether some day after it is meant: after the 1st, say the 2nd; 一号过后 就二号吧."""
    words = one.words.lower()
    if _AFTER.match(text, one.span[1]) or words.startswith("after ") or words.endswith(_ENDS_AFTER):
        return True
    return _AFTER_BEFORE.search(text[: one.span[0]]) is not None


def _comes_again(text: str, one: DateReading) -> bool:
    """Whether its name comes again, as what something is after: 三八节有活动 三八节过完还."""
    name = re.escape(text[slice(*one.span)].strip())
    again = re.compile(rf"\bafter\s+{name}|{name}(?:节)?(?:过[完了后]|完了|以?后|之后)", re.ASCII)
    return again.search(text, one.span[1]) is not None


def _is_doubtful_sum(text: str, one: AmountReading, readings: Readings) -> bool:
    """Whether it is taken back, is one of several debts, or is no sum after all."""
    earlier = [each for each in readings.amounts if each.span[1] <= one.span[0]]
    if one.kind is not AmountKind.SUM:
        later = next((each for each in readings.amounts if each.span[0] >= one.span[1]), None)
        means = later is not None and _SO_MUCH.fullmatch(text, one.span[1], later.span[0]) is not None
        again = bool(earlier) and _THAT_IS.search(text[: one.span[0]]) is not None
        return one.kind is AmountKind.SHARE and (means or again)
    if _LASTS.match(text, one.span[1]) and _THERE_IS.search(text[: one.span[0]]):
        return True
    if _TAKEN_BACK.match(text, one.span[1]) or _less_is_given(text, one, readings):
        return True
    if len(readings.amounts) > 1 and _THAT_ONE.match(text, one.span[1]):
        return True
    return _BARE_NUMBER.fullmatch(text, *one.span) is not None and _may_be_no_sum(
        text, one, earlier, readings
    )


def _less_is_given(text: str, one: AmountReading, readings: Readings) -> bool:
    """Whether a number that was not read is given of it: got 5 hundred in the till, take 3."""
    ends = {each.span[1] for each in readings.amounts}
    given = [match for match in _MORE_GIVEN.finditer(text) if match.start() >= one.span[1]]
    return bool(given) and not any(match.end() in ends for match in given)


def _may_be_no_sum(
    text: str, one: AmountReading, earlier: Sequence[AmountReading], readings: Readings
) -> bool:
    """Of a bare number: whether it may be a day, 每月二十八, a percentage, "down to 45", or a count."""
    before = text[: one.span[0]]
    if earlier and _FOR.fullmatch(text, earlier[-1].span[1], one.span[0]):
        return True  # 500 for 5 months or 250 for 10
    if readings.percents and _TO.search(before):
        return True
    day = one.money is not None and one.money.minor <= _DAY_MAX * 100
    return day and readings.frequency is Frequency.MONTHLY and before.endswith(_MONTHLY)
