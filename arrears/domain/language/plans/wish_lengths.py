"""For how long they wish for another kind of plan: "for six months", 半年, 一年半."""

from __future__ import annotations

import re
from datetime import date

from arrears.domain.language.dates.days import Reference, months_ahead
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.script.fold import compiled, fold

_MONTHS_A_YEAR, _HALF_A_YEAR = 12, 6
_ENGLISH = compiled(
    r"\b(?P<half>half\s+a\s+year)\b"
    rf"|\b(?P<n>(?:a\s+)?couple(?:\s+of)?|{SMALL_COUNT})[\s-]+(?:more\s+)?(?:(?P<year>years?|yrs?)|months?|mos?)\b"
    r"(?P<more>\s+and\s+a\s+half\b)?"
)
_MANDARIN = compiled(
    rf"(?P<half>半)年|(?<![\d.])(?P<n>{SMALL_HAN}|俩)(?:(?P<year>年)(?!级|[\d一二三四五六七八九十]{{1,2}}月)(?P<more>半)?|个月)"
)


def wished_until(text: str, today: date) -> date | None:
    """The day on which what they wish for would end, counted from today; None where they name no length."""
    plain = fold(text)
    for pattern in (_ENGLISH, _MANDARIN):
        found = pattern.search(plain)
        months = None if found is None else _months(found)
        if months:
            return months_ahead(months, Reference(today)).on
    return None


def _months(found: re.Match[str]) -> int | None:
    if found["half"]:
        return _HALF_A_YEAR
    count = _count(found["n"])
    if count is None or not found["year"]:
        return count
    return count * _MONTHS_A_YEAR + (_HALF_A_YEAR if found["more"] else 0)


def _count(words: str) -> int | None:
    if "couple" in words or words == "俩":
        return 2
    return small_count(words) if words.isascii() else small_han(words)
