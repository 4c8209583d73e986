"""Dates written with their year: the only ones that can be a birth date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from arrears.domain.language.dates.days import calendar_day
from arrears.domain.language.money.numerals_en import (
    ORDINAL_WORDS,
    TENS_WORDS,
    UNIT_WORDS,
    number_of_words,
    ordinal,
)
from arrears.domain.language.money.numerals_zh import SMALL_HAN, han_digits, number_of_han, small_han
from arrears.domain.language.script.fold import Span, blank, compiled

_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY_NUMBER = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL_WORDS})"
_YEAR = r"(?:19|20)\d\d"
_SAID_YEAR = (
    rf"(?:{_YEAR}|(?:nineteen[\s-](?:{TENS_WORDS})|twenty[\s-](?:twenty|thirty))(?:[\s-](?:{UNIT_WORDS})\b)?"
    rf"|two\s+thousand(?:\s+and)?\s+(?:twenty[\s-](?:{UNIT_WORDS})|{UNIT_WORDS}|ten|eleven)\b(?!\s+(?:hundred|dollars|bucks)))"
)
_REPUBLIC = 1911  # the year before the first of 民国
_DAYS_MAX, _SHORT = 31, 2
_YEARS_AHEAD_MAX = 10  # a two-digit year further ahead than this belongs to the last century


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A year, month and day as written; `on` is None when there is no such day."""

    year: int
    month: int
    day: int
    span: Span

    @property
    def on(self) -> date | None:
        """The day itself."""
        return calendar_day(self.year, self.month, self.day)


def month_number(name: str) -> int:
    """3 for "march" and "mar"."""
    return _NAMES.index(name[:3]) + 1


def day_number(text: str) -> int:
    """5 for "5", "5th", "fifth" and "five"; 0, which no month has, for anything else."""
    digits = re.match(r"[0-9]+", text)
    return int(digits.group()) if digits else ordinal(text) or number_of_words(text) or 0


def written_dates(text: str, today: date) -> list[WrittenDate]:
    """Every date with a year in the folded text, in reading order. Month first, as the United States does."""
    found: list[WrittenDate] = []
    for pattern, reader in _PATTERNS:
        for match in pattern.finditer(text):
            year, month, day = reader(match, today)
            found.append(WrittenDate(year, month, day, match.span()))
        text = blank(text, [date.span for date in found])
    return sorted(found, key=lambda date: date.span)


def _iso(match: re.Match[str], today: date) -> tuple[int, int, int]:
    return int(match[1]), int(match[2]), int(match[3])


def _month_first(match: re.Match[str], today: date) -> tuple[int, int, int]:
    year = _full_year(match[3], today)
    first, second = int(match[1]), int(match[2])
    if first > _DAYS_MAX and len(match[3]) == _SHORT:  # 92/06/30
        return _full_year(match[1], today), second, int(match[3])
    # With a year, 25/12 has one reading only.
    return (year, second, first) if first > 12 >= second else (year, first, second)


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = 2000 + int(digits)
    return year if year <= today.year + _YEARS_AHEAD_MAX else year - 100


def _six_digits(match: re.Match[str], today: date) -> tuple[int, int, int]:
    """930228 beside the word 生日."""
    year, month, day = (said for said in match.groups() if said is not None)
    return _full_year(year, today), int(month), int(day)


def _named(match: re.Match[str], today: date) -> tuple[int, int, int]:
    year = match["year"]
    if "thousand" in year:
        year = str(number_of_words(year))
    if not year.isdigit():
        century, rest = re.split(r"[\s-]", year, maxsplit=1)
        year = f"{number_of_words(century)}{number_of_words(rest)}"
    return int(year), month_number(match["month"]), day_number(match["day"])


def _short_year(match: re.Match[str], today: date) -> tuple[int, int, int]:
    """Born Oct 12 85."""
    return _full_year(match["yy"], today), month_number(match["month"]), day_number(match["day"])


def _han(match: re.Match[str], today: date) -> tuple[int, int, int]:
    return _full_year(han_digits(match[1]), today), small_han(match[2]) or 0, small_han(match[3]) or 0


def _of_the_republic(match: re.Match[str], today: date) -> tuple[int, int, int]:
    """民国68年11月9日, and 115年7月20日 as Taiwan writes it."""
    year = int(number_of_han(match["year"] or match["bare"]) or 0)
    return _REPUBLIC + year, small_han(match["month"]) or 0, small_han(match["day"]) or 0


def _han_year_last(match: re.Match[str], today: date) -> tuple[int, int, int]:
    """五月十号九一年."""
    year = _full_year(han_digits(match["year"]), today)
    return year, small_han(match["month"]) or 0, small_han(match["day"]) or 0


_Reader = Callable[[re.Match[str], date], tuple[int, int, int]]
_PATTERNS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        compiled(rf"(?<![\d/.-])({_YEAR})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-])"),
        lambda m, _: (int(m[1]), int(m[3]), int(m[4])),
    ),
    (compiled(r"(?<![\d/.-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d/-])"), _iso),
    (
        compiled(
            r"(?<![\d/.,-])(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[^\d,\uff0c。]{0,6}(?:生日|出生))"
            r"|(?<=生日)(?:是|:)?(\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\d/.-])"
        ),
        _six_digits,
    ),
    (
        compiled(rf"(?<![\d/.-])(\d{{1,2}})\s?[/.-]\s?(\d{{1,2}})\s?[/.-]\s?({_YEAR}|\d\d)(?![\d/-])"),
        _month_first,
    ),
    (
        compiled(
            rf"\b(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?(?P<day>{DAY_NUMBER})\s?,?\s+(?:of\s+)?(?P<year>{_SAID_YEAR})(?![\d/-])"
        ),
        _named,
    ),
    (
        compiled(
            rf"\b(?:born|birthdays?|b-?days?|dob)(?:\s+(?:is|was|on|in)|\s*:)*\s+(?P<month>{MONTH_NAME})"
            rf"\.?\s+(?P<day>{DAY_NUMBER}),?\s+'?(?P<yy>\d\d)(?![\w/-])"
        ),
        _short_year,
    ),
    (
        compiled(
            rf"\b(?P<day>{DAY_NUMBER})\s+(?:of\s+)?(?P<month>{MONTH_NAME})\.?,?\s+(?P<year>{_SAID_YEAR})(?![\d/-])"
        ),
        _named,
    ),
    (
        compiled(
            rf"(?:民国\s?(?P<year>\d{{1,3}}|[一二三四五六七八九十百零]{{1,5}})|(?<!\d)(?P<bare>1[01]\d))年\s?(?P<month>{SMALL_HAN})月\s?(?P<day>{SMALL_HAN})[号日]?"
        ),
        _of_the_republic,
    ),
    (
        compiled(
            rf"(?<![\d零一二三四五六七八九十])((?:19|20)\d\d|\d\d|[一二][零一二三四五六七八九]{{3}}|[零一二三四五六七八九]{{2}})年\s?({SMALL_HAN})月\s?({SMALL_HAN})(?:[号日]|(?![\d一-九百千万]))"
        ),
        _han,
    ),
    (
        compiled(
            rf"(?<![\d零一二三四五六七八九十])(?P<month>{SMALL_HAN})月\s?(?P<day>{SMALL_HAN})[号日]?[\s,\uff0c的]{{0,2}}(?P<year>(?:19|20)\d\d|\d\d|[一二][零一二三四五六七八九]{{3}}|[零一二三四五六七八九]{{2}})年(?![内前后底])"
        ),
        _han_year_last,
    ),
)
