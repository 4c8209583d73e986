"""Days in Mandarin that is typed in Latin letters: ming tian, xia zhou san, yue di."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    coming_weekday,
    day_of_month,
    days_ahead,
    likely,
    month_and_day,
    month_end,
    next_day_of_month,
    weekday_of_week,
)
from arrears.domain.language.dates.rules import DateRule, rule

_DAYS = {"dahoutian": 3, "houtian": 2, "mingtian": 1, "jintian": 0, "zuotian": -1, "qiantian": -2}
_WEEKDAYS = ("yi", "er", "san", "si", "wu", "liu", "ri")
_WEEK = r"(?:zhou|xing\s?qi|li\s?bai)"


def _relative(match: re.Match[str], ref: Reference) -> Day:
    return likely(days_ahead(_DAYS[re.sub(r"\s", "", match.group())], ref))


def _weekday(match: re.Match[str], ref: Reference) -> Day:
    index, which = _WEEKDAYS.index(match["day"].replace("tian", "ri")), match["which"] or ""
    if which:
        return likely(weekday_of_week(index, int(which.startswith("xia")), ref))
    return likely(Day(coming_weekday(index, ref), None))


def _day(match: re.Match[str], ref: Reference) -> Day:
    day, said = int(match["day"]), match.groupdict()
    if said["month"]:
        return likely(month_and_day(int(said["month"]), day, ref))
    return likely(day_of_month(1, day, ref) if said["which"] else next_day_of_month(day, ref))


def _end(match: re.Match[str], ref: Reference) -> Day:
    return likely(month_end(int(bool(match["which"])), ref))


PINYIN_RULES: tuple[DateRule, ...] = (
    rule(r"\b(?:da\s?hou|hou|ming|jin|zuo|qian)\s?tian\b", _relative),
    rule(
        rf"\b(?:(?P<which>xia|zhe|ben)\s?(?:ge\s?)?)?{_WEEK}\s?(?P<day>yi|er|san|si|wu|liu|ri|tian)\b",
        _weekday,
    ),
    rule(r"\b(?:(?P<which>xia)\s?(?:ge\s?)?)?yue\s?di\b", _end),
    rule(
        r"\b(?:(?P<which>xia)\s?(?:ge\s?)?yue\s?|(?P<month>[1-9]|1[0-2])\s?yue\s?)?"
        r"(?<![\d.])(?P<day>[1-9]|[12]\d|3[01])\s?hao\b",
        _day,
    ),
)
