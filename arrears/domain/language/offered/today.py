"""Days that are named only to say which day it is: "today is Friday", 都二十五号了, 明天礼拜天 银行不上班."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arrears.domain.language.money.numerals_en import ORDINAL_WORDS
from arrears.domain.language.readings import Certainty, DateReading
from arrears.domain.language.script.fold import Span, compiled

_DAY_ZH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[号日]"
_HOLIDAY_ZH = r"元旦|圣诞|除夕|春节|过年|清明|五一|劳动|端午|中秋|国庆|十一"
_IS = compiled(
    r"\W*(?:(?:(?:today|tomorrow)(?:\s+is|'?s)|it'?s)\s+(?:a\s+)?(?:[a-z]+\s+)?(?:[a-z]*day|thanksgiving|christmas)\b|[a-z]+day\s+today\b|"
    rf"(?:today|tomorrow)(?:\s+is|'?s)\s+(?:already\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORDS})\b|"
    rf"(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORDS}|[a-z]+\s+day|thanksgiving|christmas)\s+is\s+(?:already\s+)?(?:today|tomorrow)\b)|"
    r"今(?:天|日|儿个?)(?:是|都|才|就|已经|也)*(?:月[底末初中]|周|星期|礼拜|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[号日]|(?=[\s,\uff0c。])))|"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[号日]了都|[明后]天就?是?(?:周|星期|礼拜)[一二三四五六日天](?!\S{0,4}[还给付打转交汇结])|"
    rf"[明后]天(?:就|都|已经|也)*是?(?:(?:{_DAY_ZH}|月底)了|(?:{_HOLIDAY_ZH})节?了?(?=[\s,，。]|$))"
)
_BEFORE = compiled(r"\btoday(?:\s+is|'?s)\s+(?:the\s+|a\s+)?$|今天是$")
_ALREADY_BEFORE, _ALREADY_AFTER = compiled(r"都(?:已经)?$"), compiled(r"了")


def says_what_day_it_is(text: str, span: Span) -> bool:
    """Whether the words at the span and beside it tell what day it is, or will be tomorrow."""
    before = text[: span[0]]
    if _IS.match(text, span[0]) or _BEFORE.search(before):
        return True
    return _ALREADY_BEFORE.search(before) is not None and _ALREADY_AFTER.match(text, span[1]) is not None


def doubted_months(found: Sequence[DateReading], *, moves: bool = False) -> tuple[DateReading, ...]:
    """The dates; a month of which two days are named as well is doubtful: 上月扣了两次 9月8号和9月9号.

    Where a due day `moves`, one is enough: 下个月起改成10号. "The rest in March" is a payment of its own.
    """
    days = [one.on.isoformat() if one.on else one.about or "" for one in found if one.month is None]
    return tuple(
        replace(one, certainty=Certainty.UNSURE) if _named_by_day(one, days, 1 if moves else 2) else one
        for one in found
    )


def _named_by_day(one: DateReading, days: Sequence[str], least: int) -> bool:
    month = one.month
    return month is not None and sum(day.startswith(f"{month:%Y-%m}") for day in days) >= least
