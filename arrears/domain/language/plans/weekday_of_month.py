"""A rhythm by the weekday: "the 2nd Wednesday of the month", "every third Friday", 每月第二个星期三.

A monthly plan keeps a date and no weekday: it begins on the first such day, and that this is so is said.
"Every second Wednesday" alone is every two weeks, but for a benefit: those are paid monthly. Beside a sum
of every month the weekday on which the money for it comes will do: "95 a month, it comes second Wednesday".
"""

from __future__ import annotations

import re
from datetime import date

from arrears.domain.language.dates.days import month_after, weekday_in_month
from arrears.domain.language.dates.events import BENEFITS_EN
from arrears.domain.language.script.fold import compiled, fold

_FIRST, _SECOND = r"(?:first|1st)", r"(?:second|2nd)"
_NTH = {
    1: _FIRST, 2: _SECOND, 3: r"(?:third|3rd)", 4: r"(?:fourth|4th)", -1: "last",
}  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?P<day>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?)"
_MONTHLY = r"(?:of|in)\s+(?:the|every|each|a)\s+month|(?:each|every|per|a)\s+month|monthly"
_ANY = "|".join(f"(?P<n{abs(nth)}{'l' if nth < 0 else ''}>{words})" for nth, words in _NTH.items())
_OF_MONTHS = compiled(
    rf"\b(?:{_ANY})\s+{_DAY}\s+(?:{_MONTHLY})\b|\b(?:monthly|(?:a|each|every|per)\s+month)\s*,?\s+(?:on\s+)?(?:the\s+)?"
    rf"(?:{_ANY.replace('?P<n', '?P<m')})\s+{_DAY.replace('<day>', '<day2>')}\b"
)
_EVERY = compiled(rf"\b(?:every|each)\s+(?!{_SECOND})(?:{_ANY})\s+{_DAY}\b")
_MONEY = rf"(?:it|that|which|money|(?:pay\s?)?check|{BENEFITS_EN})"
_COMES = compiled(
    rf"\b{_MONEY}\s+(?:usually\s+|always\s+|only\s+)?(?:comes?(?:\s+in)?|hits|lands|arrives|drops|posts|(?:is|gets)\s+(?:paid|deposited))\s+"
    rf"(?:on\s+)?(?:the\s+|my\s+|(?P<each>every\s+|each\s+))?(?:{_ANY})\s+{_DAY}\b(?!\s+(?:of|in|after|from)\b)"
)
_A_MONTH = compiled(r"(?:\b(?:an?|per|every|each)\s+|/\s?)(?:month|mo|mth)\b|\bmonthly\b")
_BENEFIT = compiled(rf"\b{BENEFITS_EN}\b")
_MANDARIN = compiled(
    r"每个?月?的?(?:第(?P<nth>[一二三四1-4])|(?P<last>最后一))个?(?:星期|周|礼拜)(?P<zh>[一二三四五六日天1-7])"
)
_ZH_DAYS = "一二三四五六日"


def by_weekday_from(text: str, earliest: date) -> date | None:
    """The first such day from then on, where a sum is to be paid on a certain weekday of every month."""
    found = _english(fold(text)) or _mandarin(fold(text))
    if found is None:
        return None
    days = (weekday_in_month(*found, *month_after(earliest, months)) for months in range(2))
    return next((day for day in days if day is not None and day >= earliest), None)


def _english(plain: str) -> tuple[int, int] | None:
    match = _OF_MONTHS.search(plain) or _EVERY.search(plain) or _comes(plain)
    if match is None:
        return None
    groups = {name: said for name, said in match.groupdict().items() if said and name != "each"}
    day = groups.get("day") or groups["day2"]
    name = next(each for each in groups if each[0] in "nm")
    return _DAYS.index(day[:3]), -1 if name.endswith("l") else int(name[1])


def _comes(plain: str) -> re.Match[str] | None:
    match = _COMES.search(plain) if _A_MONTH.search(plain) else None
    every_second = match is not None and match["each"] and match["n2"]
    return None if every_second and _BENEFIT.search(plain) is None else match


def _mandarin(plain: str) -> tuple[int, int] | None:
    match = _MANDARIN.search(plain)
    if match is None:
        return None
    day, nth = match["zh"].replace("天", "日"), match["nth"]
    weekday = int(day) - 1 if day.isdigit() else _ZH_DAYS.index(day)
    return weekday, -1 if nth is None else int(nth) if nth.isdigit() else _ZH_DAYS.index(nth) + 1
