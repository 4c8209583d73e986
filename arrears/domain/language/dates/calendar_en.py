"""Payment dates in English: days of the calendar, month before day."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    coming_weekday,
    day_of_month,
    doubtful,
    end_of_named_month,
    likely,
    month_after,
    month_and_day,
    month_end,
    months_to,
    next_day_of_month,
    part_of_month,
    settled_in_month,
    weekday_in_month,
    whole_month,
)
from arrears.domain.language.dates.quarters_en import QUARTER_RULES
from arrears.domain.language.dates.rules import DateRule, rule
from arrears.domain.language.dates.weekdays_en import ANY_WEEKDAY, MONTH, NEXT, weekday_index
from arrears.domain.language.dates.written import DAY_NUMBER, MONTH_NAME, day_number, month_number
from arrears.domain.language.money.fractions import is_written_part
from arrears.domain.language.money.numerals_en import CARDINAL_DAY_WORDS, ORDINAL_WORDS
from arrears.domain.language.script.fold import compiled

_ORDINAL_DAY = rf"(?:(?<![\d.,$])\d{{1,2}}\s?(?:st|nd|rd|th)s?\b|\b(?:{ORDINAL_WORDS})\b)"
_BEFORE_DAY = (
    r"\b(?:on|by|before|until|till|til|around|after|for|from|starting|since|due|between|and|or|to|about|than)"
    r"\s+"
)
_NOT_A_DAY = (
    r"(?!\s*\$\d)(?!\s*(?:payments?|time|times|one|ones|birthday|street|st\b|ave|avenue|floor|instal|(?:(?<=first\s)|(?<=second\s)|(?<=1st\s)|(?<=2nd\s))half|part|notice|call|"
    r"message|text|person|thing|place|of\s+all|step|(?:two|three)(?!\s+(?:hundred|thousand|grand|[a-z]+ty|[a-z]*teen)\b)|few|week|day|month\b|year|option|amount|offer|grade|quarter|loan|"
    r"letter|attempt|try|working|business|job|kid|child|son|daughter|wife|husband|shift|chance|reminder|warning|email|account|card|degree|party|of\s+(?:us|you|them|these|those)|cousin|phone|number|collector|company|agency|mortgage|or\s+(?:second|2nd|third|3rd|fourth)\s+(?:time|call)|[a-z]*day\b))"
)
# Nobody counts payments or attempts this far: with "the" before it, such an ordinal is a day.
_LATE_ORDINALS = (
    r"(?:(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|twentieth|"
    r"[a-z]+teenth|tenth|eleventh|twelfth)\b"
)
_DAY_SAID_MAX = 39  # beyond it, "the 75" is no slip of a day
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_COUNTED_NTH = "|".join(name for name in _NTH if name != "last")


def _named_month(match: re.Match[str], ref: Reference) -> Day | None:
    day = day_number(match["day"])
    groups = match.groupdict()
    month = month_number(groups["month"] or groups["bare"] or "")
    return month_and_day(month, day, ref) if 1 <= day <= 39 else None


def _days_of_month(match: re.Match[str], ref: Reference) -> Day | None:
    """20-22 March, between March 20 and 22."""
    month, days = month_number(match["month"]), (day_number(match["first"]), day_number(match["last"]))
    usable = [on for day in days if (on := month_and_day(month, day, ref).on) is not None]
    return ambiguous(*usable) if days[0] < days[1] <= 31 and usable else None


def _dashed(match: re.Match[str], ref: Reference) -> Day:
    return month_and_day(int(match["m"]), int(match["d"]), ref)


def _slashed(match: re.Match[str], ref: Reference) -> Day | None:
    first, second = int(match["m"]), int(match["d"])
    if is_written_part(match):
        return None
    if (first, second) in ((1, 2), (10, 10)) and not match["on"]:
        return ambiguous()  # 2 January or a half, 10 October or full marks
    if first > 12:
        return _day_first(second, first, ref) if 1 <= second <= 12 and first <= 31 else None
    return month_and_day(first, second, ref) if first >= 1 and 1 <= second <= 39 else None


def _day_first(month: int, day: int, ref: Reference) -> Day:
    """13/5 can only be 13 May, yet is not how the United States writes it."""
    on = month_and_day(month, day, ref).on
    return ambiguous(on) if on else ambiguous()


def _day_of_said_month(match: re.Match[str], ref: Reference) -> Day | None:
    day, which = day_number(match["day"]), match["which"]
    if day > _DAY_SAID_MAX:
        return None  # "80 last month" is a sum
    if which.startswith(("next", "nxt", "this", "last")):
        return day_of_month({"t": 0, "l": -1}.get(which[0], 1), day, ref)
    return next_day_of_month(day, ref)


def _plain_day(match: re.Match[str], ref: Reference) -> Day | None:
    day = day_number(match["day"])
    return next_day_of_month(day, ref) if day <= _DAY_SAID_MAX else None


def _weekday_the_nth(match: re.Match[str], ref: Reference) -> Day | None:
    """Tuesday the eighth, where they agree; else one of the two."""
    day, weekday = _plain_day(match, ref), weekday_index(match["weekday"])
    if day is None or day.on is None or day.on.weekday() == weekday:
        return day
    return ambiguous(day.on, coming_weekday(weekday, ref))


def _bare_ordinal(match: re.Match[str], ref: Reference) -> Day | None:
    day = day_number(match["day"])
    return next_day_of_month(day, ref) if 1 <= day <= 31 else None


def _last_day(match: re.Match[str], ref: Reference) -> Day:
    if match["month"]:
        return end_of_named_month(month_number(match["month"]), ref)
    which = match["which"] or ""
    return month_end(1 if which[:1] == "n" else -1 if which[:1] == "l" else 0, ref)


_STARTS = (("last", 25), ("late", 21), ("mid", 15), ("half", 15))


def _part_of_month(match: re.Match[str], ref: Reference) -> Day:
    words, which = match["part"], match["which"] or ""
    first = next((day for cue, day in _STARTS if cue in words), 1)
    months = months_to(month_number(match["month"]), ref) if match["month"] else int(which[:1] == "n")
    return part_of_month(months, first, ref)


def _week_of_month(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"] or ""
    months = months_to(month_number(match["month"]), ref) if match["month"] else int(which[:1] == "n")
    return part_of_month(months, 7 * _NTH[match["nth"]] - 6, ref)


def _month_of_year(match: re.Match[str], ref: Reference) -> Day:
    """June of next year, 3 June last year."""
    year, month = ref.today.year + (1 if match["which"][0] == "n" else -1), month_number(match["month"])
    if match["day"]:
        return settled_in_month(year, month, day_number(match["day"]), ref)
    return whole_month((year - ref.today.year) * 12 + month - ref.today.month, ref)


def _month_with_year(match: re.Match[str], ref: Reference) -> Day:
    """December 2024."""
    months = (int(match["year"]) - ref.today.year) * 12 + month_number(match["month"]) - ref.today.month
    return whole_month(months, ref)


def _nth_weekday(match: re.Match[str], ref: Reference) -> Day:
    """The last Friday of April; of a month that is not named ("the third Friday") it is doubtful."""
    months = months_to(month_number(match["month"]), ref) if match["month"] else 0
    if (match["which"] or "")[:1] == "n":
        months = 1
    nth, weekday = _NTH[match["nth"]], weekday_index(match["day"])
    for later in (0, 1):
        on = weekday_in_month(weekday, nth, *month_after(ref.today, months + later))
        if on is not None and on >= ref.today:
            return likely(Day(on, None)) if _MONTH_SAID.search(match.group()) else doubtful(on)
    return ambiguous()


_MONTH_SAID = compiled(r"\b(?:of|in)\b")
_SAID_MONTH = rf"(?:(?P<which>{NEXT}|this|last|the)\s+{MONTH}|(?P<month>{MONTH_NAME}))\b"
_OF_MONTH = rf"\s+(?:of|in)\s+(?:the\s+)?(?:(?P<which>{NEXT}|this|last)\s+)?"

CALENDAR_RULES: tuple[DateRule, ...] = (
    *QUARTER_RULES,
    rule(
        rf"(?:\bthe\s+)?(?P<day>{_ORDINAL_DAY})(?=(?:[\s,]+(?:(?:and|&|the)\s+){{0,2}}{_ORDINAL_DAY}){{1,5}}\s+(?:of\s+)?(?P<month>{MONTH_NAME})\b)",
        _named_month,
    ),
    rule(
        rf"\b(?P<month>{MONTH_NAME})\.?,?\s+(?:of\s+)?(?P<year>20[0-4]\d)\b(?![\d/%-]|\s*(?:dollars|bucks))",
        _month_with_year,
    ),
    rule(
        rf"(?<![\d.,$/-])\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|to|or)\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH_NAME})\b(?!\s+(?:be|not|i)\b)",
        _days_of_month,
    ),
    rule(
        rf"\b(?:between|btwn)\s+(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?(?P<first>{DAY_NUMBER})\s*(?:and|&|to|-)\s*(?:the\s+)?(?P<last>{DAY_NUMBER})\b(?![.,/:]?\d|%)",
        _days_of_month,
    ),
    rule(
        rf"\b(?P<month>{MONTH_NAME})\b(?:\s+(?:the\s+)?(?P<day>{DAY_NUMBER}))?,?\s+(?:of\s+)?(?P<which>{NEXT}|last)\s+year\b",
        _month_of_year,
    ),
    rule(
        rf"\b(?P<nth>{'|'.join(_NTH)})\s+(?P<day>{ANY_WEEKDAY})\b{_OF_MONTH}(?:{MONTH}|each\s+month|every\s+month|(?P<month>{MONTH_NAME}))\b",
        _nth_weekday,
    ),
    rule(
        rf"\bon\s+the\s+(?P<nth>last)\s+(?P<day>{ANY_WEEKDAY})\b(?P<which>)(?P<month>)",
        _nth_weekday,
    ),
    rule(
        rf"\bthe\s+(?P<nth>{_COUNTED_NTH})\s+(?P<day>{ANY_WEEKDAY})\b(?P<which>)(?P<month>)",
        _nth_weekday,
    ),
    rule(
        rf"\b(?:the\s+)?(?:end|(?:last|final)\s+day|very\s+end|last)\s+(?:of|in)\s+(?:the\s+)?(?:(?P<which>this|{NEXT}|last)\s+)?(?:{MONTH}|(?P<month>{MONTH_NAME}))\b"
        rf"|\b{MONTH}'?s?[\s-]end\b|(?<=month\son\sthe\s)(?:last|final)\s+day\b(?!\s+(?:of|in))"
        rf"|\b(?:the\s+)?(?:(?:very\s+)?end|(?:last|final)\s+day)(?=\s+(?:of\s+)?(?:each|every)\s+(?:single\s+)?{MONTH}\b)",
        _last_day,
    ),
    rule(r"\beom\b", lambda m, ref: month_end(0, ref)),
    rule(r"\bmid[\s-]month\b", lambda m, ref: part_of_month(0, 15, ref)),
    rule(
        rf"(?:\bthe\s+)?\b(?P<day>{_ORDINAL_DAY}|(?<![\d.,$])\d{{1,2}})\s+(?:of\s+)?(?:(?P<which>{NEXT}|this|last|the)\s+{MONTH})\b",
        _day_of_said_month,
    ),
    rule(
        rf"(?:\bthe\s+)?\b(?P<day>{_ORDINAL_DAY}|(?<![\d.,$])\d{{1,2}})(?=\s+(?:of\s+)?(?:each|every)\s+(?:single\s+)?{MONTH}\b)",
        _plain_day,
    ),
    rule(
        rf"\b(?P<which>{NEXT}|this|last)\s+{MONTH}\s*,?\s*(?:on\s+|by\s+)?(?:the\s+)?(?P<day>{_ORDINAL_DAY})",
        _day_of_said_month,
    ),
    rule(
        rf"\b(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?(?P<day>{DAY_NUMBER}|{CARDINAL_DAY_WORDS})\b(?![.,/:]?\d|\s?(?:%|k\b|dollars|bucks|payments|months|weeks|hundred|thousand|grand)|\s+in\s+{MONTH_NAME})",
        _named_month,
    ),
    rule(rf"\b(?P<month>{MONTH_NAME})\s+(?P<day>one)\b(?=\W*$|\s*[,.;!?])", _named_month),
    rule(
        rf"\bin\s+(?P<month>{MONTH_NAME})\s*,?\s+(?:on\s+|by\s+|after\s+|around\s+)?(?:the\s+)?(?P<day>{_ORDINAL_DAY})",
        _named_month,
    ),
    rule(
        rf"(?<![\d.,$/])\b(?P<day>{DAY_NUMBER})\s+(?:of\s+(?P<month>{MONTH_NAME})\b|(?P<bare>{MONTH_NAME})\b(?!\s+(?:be|not|work|have|do|take|i|need|seem)\b))",
        _named_month,
    ),
    rule(rf"{_BEFORE_DAY}(?<![\d.,$/-])(?P<m>0?[1-9]|1[0-2])-(?P<d>1[3-9]|2\d|3[01])(?![\d/%-])", _dashed),
    rule(r"(?<![\d.,$/-])(?P<m>0[1-9])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d/%-]|\.\d)", _dashed),
    rule(
        rf"\b(?P<part>(?:the\s+)?(?:beginning|start|first\s+(?:part|week|few\s+days)|early\s+part|middle|mid)\s+of|(?:half|mid)\s?way\s+(?:through|thru|into)|first\s+thing|early|mid|late|(?:the\s+)?last\s+week\s+(?:of|in))[\s-]+(?:in\s+)?{_SAID_MONTH}",
        _part_of_month,
    ),
    rule(
        rf"\b(?:the\s+)?(?P<nth>second|2nd|third|3rd|fourth|4th)\s+week\s+(?:of|in)\s+{_SAID_MONTH}",
        _week_of_month,
    ),
    rule(
        rf"(?P<on>{_BEFORE_DAY})?(?<![\d.,$/-])(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\d/%-])",
        _slashed,
    ),
    rule(rf"\b(?P<weekday>{ANY_WEEKDAY}),?\s+the\s+(?P<day>{ORDINAL_WORDS})\b{_NOT_A_DAY}", _weekday_the_nth),
    rule(rf"{_BEFORE_DAY}(?:the\s+)?(?P<day>{_ORDINAL_DAY}){_NOT_A_DAY}", _plain_day),
    rule(rf"(?:{_BEFORE_DAY}|^\s*)the\s+(?P<day>\d{{1,2}})\b(?![.,:/]?\d|%|-){_NOT_A_DAY}", _plain_day),
    rule(
        rf"\b(?:make\s+it|do|prefer|mean|say|maybe|have|than|of)\s+the\s+(?P<day>{_ORDINAL_DAY})(?!\s+of\b){_NOT_A_DAY}",
        _plain_day,
    ),
    rule(
        rf"\b(?:me|us|them|him|her|yall|you|u|it|this|that|them|dollars|bucks|\d|paid|pay|cash|ready|sent|there|money|payment)\s+the\s+(?P<day>{ORDINAL_WORDS})(?=\W*$|[,.;!?])",
        _plain_day,
    ),
    rule(
        rf"\bthe\s+(?P<day>{ORDINAL_WORDS})(?=\s+(?:is\s+(?:when|my|good|fine|ok|okay|best|better|payday)|works|(?:would\s+)?be\s+(?:ok|okay|good|fine|better|best)|instead|please|pls)\b)",
        _plain_day,
    ),
    rule(rf"\bthe\s+(?P<day>3[2-9](?:nd|rd|th))\b{_NOT_A_DAY}", _plain_day),
    rule(rf"\bthe\s+(?P<day>{_LATE_ORDINALS}){_NOT_A_DAY}", _plain_day),
    rule(rf"^\W*(?:the\s+)?(?P<day>{ORDINAL_WORDS})\W*$", _plain_day),
    rule(
        rf"\bthe\s+(?P<day>{ORDINAL_WORDS})(?=[\s,]+(?:(?:and|&)\s+)?(?:the\s+(?:{ORDINAL_WORDS})\b|\ue000))",
        _plain_day,
    ),
    rule(
        rf"^\W*(?:the\s+)?(?P<day>{ORDINAL_WORDS})(?=\s+(?:i'?ll|ill|i\s+(?:can|will|got|could|have))\b)",
        _plain_day,
    ),
    rule(
        rf"\b(?:on|by|til)\s+(?:uh|um|like|er)\s+(?:the\s+)?(?P<day>{_ORDINAL_DAY}){_NOT_A_DAY}", _plain_day
    ),
    rule(
        rf"(?:\bthe\s+)?(?<![\d.,$])\b(?P<day>\d{{1,2}}\s?(?:st|nd|rd|th)s?)\b{_NOT_A_DAY}",
        _bare_ordinal,
    ),
)
_MOVES_DAY = (
    r"\b(?:(?:from|to|date|day|not|than|of|it|mov(?:e|ing)|chang(?:e|ing)|switch(?:ing)?|swap(?:ping)?|push(?:ing)?|"
    r"shift(?:ing)?)(?:\s+the)?|the)\s+"
)
BARE_DAY_RULES: tuple[DateRule, ...] = (
    rule(
        r"\b(?:to|date|day|on|by)(?:\s*:)?\s+(?:the\s+)?(?P<day>[1-9]|[12]\d|3[01])(?!\S*\d)(?=\s*[.!?]*\s*$|\s+(?:please|pls|plz|ok|instead|if)\b)",
        _plain_day,
    ),
    rule(rf"{_MOVES_DAY}(?P<day>{ORDINAL_WORDS})\b{_NOT_A_DAY}", _plain_day),
    rule(
        rf"{_MOVES_DAY}(?P<day>[1-9]|[12]\d|3[01])(?!\w)(?=\s+(?:\ue000|(?:over\s+)?(?:to|for|into)\s+(?:the\s+)?(?:\ue000|\d{{1,2}}\b)))(?!\s+\w+\s+\S+\s+(?:payments?|pmts?|instal\w+|months?|weeks?)\b)",
        _plain_day,
    ),
)
