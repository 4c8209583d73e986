"""Answers to the identity question as a speech recogniser writes them: no punctuation, numbers in words.

"april twenty third nineteen eighty", "four oh two five", "double three one two", 一九八零年四月二十三.
Only for who is asked for them: elsewhere "forty twenty five" or "4 0 2 5" may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from arrears.domain.language.dates.written import MONTH_NAME, written_dates
from arrears.domain.language.money.numerals_en import (
    CARDINAL_DAY_WORDS,
    ORDINAL_WORDS,
    TENS_WORDS,
    UNIT_WORDS,
    digit_words,
    number_of_words,
    ordinal,
)
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.language.people.identity import read_identity
from arrears.domain.language.readings import IdentityReading
from arrears.domain.language.script.fold import compiled, fold

_YOUNGEST = 15
"""Years: nobody younger has a loan, so a year of two digits that would make them so is of last century."""

type _Rewrite = tuple[re.Pattern[str], Callable[[re.Match[str], date], str]]

_DIGIT = rf"(?:zero|oh|o|{UNIT_WORDS}|\d)"
_BELOW_HUNDRED = (
    rf"(?:(?:{TENS_WORDS})(?:[\s-](?:{UNIT_WORDS}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)"
)
_SAID_YEAR = (
    rf"\b(?:(?P<century>nineteen|twenty)[\s-]+(?:(?P<rest>{_BELOW_HUNDRED})|(?:oh|o|zero)[\s-]+(?P<unit>{UNIT_WORDS})"
    rf"|(?P<hundred>hundred))|two\s+thousand(?:\s+(?:and\s+)?(?P<since>{_BELOW_HUNDRED}|{UNIT_WORDS}))?)\b"
    # "january nineteen nineteen ninety nine": the year is what comes last.
    rf"(?![\s-]+(?:{_BELOW_HUNDRED}|oh|o|zero)\b)"
)
_MONTH_WORD = rf"(?:{UNIT_WORDS}|ten|eleven|twelve)"
_DAY_WORD = rf"(?:{ORDINAL_WORDS}|{CARDINAL_DAY_WORDS}|one)"
_CALENDAR_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FILLERS = (
    r"(?:(?:um+|uh+|so|well|okay|ok|yes|yeah|sure|it'?s|it\s+is|that'?s|that\s+is|the|my|last|four|digits?|number|are|"
    r"is)[\s,:.]+)*?"
)


def spoken_identity(text: str, today: date) -> IdentityReading | None:
    """The birth date and the last four digits in an utterance that answers the question; None without either.

    `today` is the speaker's.
    """
    plain = _joined(fold(text))
    for pattern, rewrite in _REWRITES:
        plain = pattern.sub(lambda match, rewrite=rewrite: rewrite(match, today), plain)  # type: ignore[misc]
    reading, _ = read_identity(plain, written_dates(plain, today), today)
    return reading


def _joined(plain: str) -> str:
    """Without the spaces and marks that recognisers put between Chinese characters, and between digits."""
    plain = _BETWEEN_HAN.sub("", plain.strip(" \t\n.,!?\u3002\uff0c\uff01\uff1f"))
    return _FOUR_SINGLE.sub(lambda match: re.sub(r"[\s,.-]", "", match.group()), plain)


_BETWEEN_HAN = re.compile(
    r"(?<=[\u4e00-\u9fff])[\s\u3001\uff0c,]+(?=[\u4e00-\u9fff\d])|(?<=\d)\s+(?=[\u4e00-\u9fff])"
)
_FOUR_SINGLE = re.compile(r"(?<![\d/-])(?<!\d[\s,.-])\d(?:[\s,.-]+\d){3}(?![\d/-])(?![\s,.-]+\d)")


def _repeated(match: re.Match[str], today: date) -> str:
    return " ".join([match["digit"]] * (2 if match["times"] == "double" else 3))


def _year(match: re.Match[str], today: date) -> str:
    if match["century"] is None:
        return str(2000 + (number_of_words(match["since"]) or 0 if match["since"] else 0))
    century = 1900 if match["century"] == "nineteen" else 2000
    said = match["rest"] or match["unit"]
    return str(century + ((number_of_words(said) or 0) if said else 0))


def _day_in_words(match: re.Match[str], today: date) -> str:
    return f"{match['month']} {_day(match['day'])} {match['year']}"


def _numeric(match: re.Match[str], today: date) -> str:
    return f"{_day(match['month'])}/{_day(match['day'])}/{match['year']}"


def _two_digit_year(match: re.Match[str], today: date) -> str:
    said = match["yy"]
    year = int(said) if said.isdigit() else number_of_words(said) or 0
    full = 2000 + year if 2000 + year <= today.year - _YOUNGEST else 1900 + year
    return f"{match['month']} {_day(match['day'])} {full}"


def _day(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else ordinal(words) or number_of_words(words) or 0


def _four_digits(match: re.Match[str], today: date) -> str:
    """Any mix of words and figures, digit by digit."""
    signs = re.findall(r"[a-z]+|\d", match.group())
    return "".join(sign if sign.isdigit() else digit_words("zero" if sign == "o" else sign) for sign in signs)


def _two_pairs(match: re.Match[str], today: date) -> str:
    pairs = (match["first"], match["second"])
    return "".join(f"{int(said) if said.isdigit() else number_of_words(said) or 0:02d}" for said in pairs)


def _as_a_number(match: re.Match[str], today: date) -> str:
    number = number_of_words(match["number"])
    return str(number) if number is not None and 1000 <= number <= 9999 else match.group()


def _han_as_a_number(match: re.Match[str], today: date) -> str:
    number = number_of_han(match["number"])
    return str(number) if number is not None and 1000 <= number <= 9999 else match.group()


def _year_zh(match: re.Match[str], today: date) -> str:
    return f"{match['year']}年"


_HAN_DIGIT, _MONTH_ZH = "[零一二两三四五六七八九]", r"[\d一二三四五六七八九十]{1,2}"
_ANY_DAY = rf"(?P<day>{_DAY_WORD}|\d{{1,2}}(?:st|nd|rd|th)?)"
_REWRITES: tuple[_Rewrite, ...] = (
    (compiled(rf"\b(?P<times>double|triple)\s+(?P<digit>{_DIGIT})\b"), _repeated),
    (compiled(_SAID_YEAR), _year),
    (
        compiled(rf"\b(?P<month>{MONTH_NAME})\.?,?\s+(?:the\s+)?{_ANY_DAY},?\s+(?:of\s+)?{_CALENDAR_YEAR}\b"),
        _day_in_words,
    ),
    (
        compiled(
            rf"\b(?:the\s+)?{_ANY_DAY}\s+(?:day\s+)?(?:of\s+)?(?P<month>{MONTH_NAME}),?\s+(?:of\s+)?{_CALENDAR_YEAR}\b"
        ),
        _day_in_words,
    ),
    (
        compiled(
            rf"(?<![\w$,.-]){_CALENDAR_YEAR},?\s+(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?{_ANY_DAY}"
            # "the numbers are 1996 april 23 1980": that year comes last.
            rf"(?!\w|,?\s+(?:of\s+)?(?:19|20)\d\d\b)"
        ),
        _day_in_words,
    ),
    (
        compiled(
            rf"\b(?:(?:oh|o|zero)\s+)?(?P<month>{_MONTH_WORD}|\d{{1,2}})[\s,./-]+(?:(?:oh|o|zero)\s+)?"
            rf"(?P<day>{_DAY_WORD}|\d{{1,2}})[\s,./-]+{_CALENDAR_YEAR}\b"
        ),
        _numeric,
    ),
    (
        compiled(
            rf"\b(?P<month>{MONTH_NAME})\.?\s+(?:the\s+)?{_ANY_DAY},?\s+'?"
            rf"(?P<yy>\d\d|{_BELOW_HUNDRED})(?![\w/-]|\s*(?:dollars|bucks))"
        ),
        _two_digit_year,
    ),
    (
        compiled(rf"(?<![\w])(?<!\d\s){_DIGIT}(?:[\s,-]+{_DIGIT}){{3}}(?!\w)(?![\s,-]+{_DIGIT}\b)"),
        _four_digits,
    ),
    (
        compiled(rf"^{_FILLERS}(?P<first>{_BELOW_HUNDRED}|\d\d)[\s-]+(?P<second>{_BELOW_HUNDRED}|\d\d)$"),
        _two_pairs,
    ),
    (compiled(rf"^{_FILLERS}(?P<number>(?:[a-z]+\s+)?thousand(?:[\s-]+[a-z]+)*)$"), _as_a_number),
    (
        compiled(rf"^(?:是|尾号是?|后四位是?)?(?P<number>{_HAN_DIGIT}千[零一二三四五六七八九十百]*)$"),
        _han_as_a_number,
    ),
    (
        compiled(
            rf"(?<![\d零一二三四五六七八九])(?P<year>[一二]{_HAN_DIGIT}{{3}}|(?:19|20)\d\d)(?={_MONTH_ZH}月)"
        ),
        _year_zh,
    ),
    (compiled(r"^\D*(?P<month>\d\d)(?P<day>\d\d)(?P<year>(?:19|20)\d\d)\D*$"), _numeric),
)
