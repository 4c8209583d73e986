"""Payment dates in English, month before day."""

from __future__ import annotations

import re
from datetime import date

from arrears.domain.language.dates import DateRule, rule
from arrears.domain.language.days import (
    AMBIGUOUS,
    PAST,
    UNRESOLVED,
    Day,
    coming_weekday,
    day_of_month,
    days_ahead,
    end_of_named_month,
    month_and_day,
    month_end,
    months_ahead,
    next_day_of_month,
    weekday_of_week,
)
from arrears.domain.language.numerals_en import ORDINAL_WORDS, SMALL_COUNT, small_count
from arrears.domain.language.written_dates import DAY_NUMBER, MONTH_NAME, day_number, month_number

_WEEKDAY = (
    r"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?|nsday)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|"
    r"saturdays?|sundays?)"
)
_SHORT_WEEKEND = r"(?:(?<=on )|(?<=by )|(?<=this )|(?<=next )|(?<=last ))(?:sat|sun)"
_ANY_WEEKDAY = rf"(?:{_WEEKDAY}|{_SHORT_WEEKEND})"
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_ORDINAL_DAY = rf"(?:(?<![\d.,$])\d{{1,2}}(?:st|nd|rd|th)\b|\b(?:{ORDINAL_WORDS})\b)"
_BEFORE_DAY = (
    r"\b(?:on|by|before|until|till|til|around|after|for|from|starting|since|due|between|and|or|to)\s+"
)
_NOT_A_DAY = (
    r"(?!\s*(?:payments?|time|times|one|ones|birthday|street|st\b|ave|avenue|floor|instal|half|part|notice|call|"
    r"message|text|person|thing|place|of\s+all|step|two|three|few|week|day|month\b|year|option|amount|offer|grade|[a-z]*day\b))"
)


def _named_month(match: re.Match[str], today: date) -> Day | None:
    day = day_number(match["day"])
    return month_and_day(month_number(match["month"]), day, today) if 1 <= day <= 39 else None


def _slashed(match: re.Match[str], today: date) -> Day | None:
    first, second = int(match["m"]), int(match["d"])
    if (first, second) == (1, 2) and not match["on"]:
        return AMBIGUOUS  # 2 January, or a half
    if first > 12:
        return AMBIGUOUS if second <= 12 and first <= 31 else None
    return month_and_day(first, second, today) if first >= 1 and 1 <= second <= 39 else None


def _day_of_said_month(match: re.Match[str], today: date) -> Day:
    day = day_number(match["day"])
    if match["which"] in ("next", "this"):
        return day_of_month(1 if match["which"] == "next" else 0, day, today)
    return next_day_of_month(day, today)


def _plain_day(match: re.Match[str], today: date) -> Day:
    return next_day_of_month(day_number(match["day"]), today)


def _bare_ordinal(match: re.Match[str], today: date) -> Day | None:
    day = day_number(match.group())
    return next_day_of_month(day, today) if day <= 31 else None


def _index(word: str) -> int:
    return _WEEKDAYS.index(word.strip()[:3])


def _weekday(match: re.Match[str], today: date) -> Day:
    index, which, week = _index(match["day"]), match["which"] or "", match["week"] or ""
    if which.startswith(("last", "past", "previous")) or which.endswith("past"):
        return PAST
    if "after next" in week:
        return AMBIGUOUS
    if which.startswith("next") or "next" in week:
        return weekday_of_week(index, 1, today)
    return Day(coming_weekday(index, today, today_counts=which.startswith("this")), None)


def _weeks_from_weekday(match: re.Match[str], today: date) -> Day | None:
    weeks = small_count(match["n"] or "a")
    if weeks is None:
        return None
    return days_ahead((coming_weekday(_index(match["day"]), today) - today).days + 7 * weeks, today)


def _ahead(match: re.Match[str], today: date) -> Day | None:
    groups = match.groupdict()
    count, unit = small_count(groups["n"] or groups.get("more") or ""), match["unit"]
    if count is None:
        return None
    if unit.startswith("month"):
        return months_ahead(count, today)
    return days_ahead(count * (1 if unit.startswith("day") else 14 if unit.startswith("f") else 7), today)


def _end_of_month(match: re.Match[str], today: date) -> Day:
    if match["month"]:
        return end_of_named_month(month_number(match["month"]), today)
    return month_end(1 if match["which"] == "next" else 0, today)


_N = rf"(?P<n>{SMALL_COUNT})"
_UNITS = r"(?P<unit>days?|weeks?|wks?|months?|fortnights?)\b"

# "Now" alone says little; beside an amount, or as the whole answer, it is today.
_AFTER_AMOUNT = r"(?<=\d\s)|(?<=half\s)|(?<=bucks\s)|(?<=dollars\s)|(?<=hundred\s)|(?<=%\s)|(?<=percent\s)"

CALENDAR_RULES: tuple[DateRule, ...] = (
    rule(
        rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+{_ANY_WEEKDAY}\b(?:\s+(?:of|in)\s+[a-z]+(?:\s+month)?)",
        lambda m, t: AMBIGUOUS,
    ),
    rule(
        rf"\b(?:the\s+)?end\s+of\s+(?:the\s+)?(?:(?P<which>this|next)\s+)?(?:month|(?P<month>{MONTH_NAME}))\b|\beom\b|\bmonth'?s?[\s-]end\b",
        _end_of_month,
    ),
    rule(
        rf"(?:\bthe\s+)?\b(?P<day>{_ORDINAL_DAY}|(?<![\d.,$])\d{{1,2}})\s+(?:of\s+)?(?:(?P<which>next|this|the|each|every)\s+month)\b",
        _day_of_said_month,
    ),
    rule(
        rf"\b(?P<which>next|this)\s+month\s*,?\s*(?:on\s+|by\s+)?(?:the\s+)?(?P<day>{_ORDINAL_DAY})",
        _day_of_said_month,
    ),
    rule(
        rf"\b(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?(?P<day>{DAY_NUMBER})\b(?![.,/:]?\d|\s?(?:%|k\b|dollars|bucks|payments|months|weeks))",
        _named_month,
    ),
    rule(
        rf"(?<![\d.,$/])\b(?P<day>{DAY_NUMBER})\s+(?:of\s+)?(?P<month>{MONTH_NAME})\b(?!\s+(?:be|not|work|have|do|take|i|need|seem))",
        _named_month,
    ),
    rule(
        rf"(?P<on>{_BEFORE_DAY})?(?<![\d.,$/-])(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?![\d/%-]|\s+(?:of|now|down|today|upfront|up|on|by|then)\b)",
        _slashed,
    ),
    rule(rf"{_BEFORE_DAY}(?:the\s+)?(?P<day>{_ORDINAL_DAY}){_NOT_A_DAY}", _plain_day),
    rule(rf"(?:{_BEFORE_DAY}|^\s*)the\s+(?P<day>\d{{1,2}})\b(?![.,:/]?\d|%){_NOT_A_DAY}", _plain_day),
    rule(rf"^\W*(?:the\s+)?(?P<day>{ORDINAL_WORDS})\W*$", _plain_day),
    rule(
        rf"(?:\bthe\s+)?(?<![\d.,$])\b\d{{1,2}}(?:st|nd|rd|th)\b{_NOT_A_DAY}",
        lambda m, t: _bare_ordinal(re.search(r"[0-9]+", m.group()) or m, t),
    ),
)
WEEKDAY_RULES: tuple[DateRule, ...] = (
    rule(rf"\b{_ANY_WEEKDAY}\s*(?:-|to|thru|through)\s*{_ANY_WEEKDAY}\b", lambda m, t: AMBIGUOUS),
    rule(r"\b(?:black|good)\s+friday\b|\bcyber\s+monday\b", lambda m, t: UNRESOLVED),
    rule(
        rf"(?:\b(?P<n>{SMALL_COUNT})\s+)?weeks?\s+from\s+(?:this\s+)?(?P<day>{_ANY_WEEKDAY})\b",
        _weeks_from_weekday,
    ),
    rule(
        rf"(?:\b(?P<which>this\s+past|this\s+coming|next\s+week(?:\s+on)?|next|this|last|past|previous)\s+)?\b(?P<day>{_ANY_WEEKDAY})\b"
        r"(?P<week>\s+(?:of\s+)?(?:next\s+week|after\s+next))?",
        _weekday,
    ),
)
RELATIVE_RULES: tuple[DateRule, ...] = (
    rule(rf"\b{_N}\s+{_UNITS}\s+(?:ago|back)\b", lambda m, t: PAST),
    rule(
        rf"\b(?:in|within)\s+(?:the\s+next\s+|about\s+|another\s+)?{_N}\s+(?:more\s+)?{_UNITS}(?:\s+time)?",
        _ahead,
    ),
    rule(rf"\b{_N}\s+{_UNITS}\s+(?:from\s+(?:now|today)|later|time)\b", _ahead),
    rule(rf"\b(?:another\s+{_N}|{_N.replace('<n>', '<more>')}\s+more)\s+{_UNITS}", _ahead),
    rule(
        r"\b(?:in|within)\s+(?:a\s+)?(?:couple(?:\s+of)?|few|several|some)\s+(?:more\s+)?(?:days|weeks|months)\b",
        lambda m, t: AMBIGUOUS,
    ),
    rule(r"\bday\s+after\s+tom+or+ow\b|\bovermorrow\b", lambda m, t: days_ahead(2, t)),
    rule(r"\b(?:tom+or+ow|tmrw|tmr|tmw|2moro|2morrow|tomoro)\b", lambda m, t: days_ahead(1, t)),
    rule(r"\b(?:today|2day|tonight|this\s+(?:evening|afternoon|morning))\b", lambda m, t: days_ahead(0, t)),
    rule(r"^\W*(?:right\s+)?now\W*$", lambda m, t: days_ahead(0, t)),
    rule(
        rf"(?:{_AFTER_AMOUNT})(?:right\s+)?now\b(?=\W*$|\W+(?:and|then|the|half|rest|on|but|\d|\$))",
        lambda m, t: days_ahead(0, t),
    ),
    rule(
        r"\b(?:yesterday|(?:last|past|previous)\s+(?:week|month|year|night)|the\s+other\s+day)\b",
        lambda m, t: PAST,
    ),
    rule(r"\bend\s+of\s+(?:the\s+|this\s+)?year\b", lambda m, t: Day(date(t.year, 12, 31), None)),
    rule(
        r"\b(?:the\s+)?end\s+of\s+(?:the|this|next)?\s*week\b|\b(?:this|next|the)\s+(?:week(?:end)?|month|year)\b(?!\s*(?:ly|s\b))",
        lambda m, t: AMBIGUOUS,
    ),
    rule(
        r"\b(?:the\s+)?(?:beginning|start|first|middle|early\s+part)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:month|week|year)\b|\bmid[\s-]month\b",
        lambda m, t: AMBIGUOUS,
    ),
    rule(rf"\b(?:in|by|until|till|this|next|early|late|mid)\s+{MONTH_NAME}\b", lambda m, t: AMBIGUOUS),
    rule(
        r"\bpay\s?days?\b|\b(?:when|once|after|until|till|soon\s+as|whenever)\s+(?:i|we)(?:'m|\s+am|\s+are)?\s+(?:get\s+)?paid\b"
        r"|\b(?:next\s+|my\s+)?pay\s?che(?:ck|que)\b|\btax\s+(?:refund|return|money)s?\b|\bmy\s+refund\b|\bmy\s+(?:bonus|stimulus)\b"
        r"|\b(?:when|once|after|until|till|soon\s+as)\s+(?:my|the)\s+(?:check|cheque|paycheck|refund|settlement|insurance|client|customer|invoice)s?\b"
        r"|\b(?:christmas|xmas|thanksgiving|easter|new\s+year'?s?)\b",
        lambda m, t: UNRESOLVED,
    ),
)
