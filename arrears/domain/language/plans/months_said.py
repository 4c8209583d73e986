"""Months as they are named beside sums, and what each says: a beginning, an end, or one of several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from arrears.domain.language.dates.months import HAN_MONTH
from arrears.domain.language.dates.written import MONTH_NAME, day_number, month_number
from arrears.domain.language.money.numerals_zh import HAN_NUMBER, small_han
from arrears.domain.language.script.fold import Span, compiled

_MONTH = compiled(
    rf"\b(?P<name>{MONTH_NAME})\b\.?(?:\s+(?:the\s+)?(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th)?)\b(?![.,]?\d))?"
    rf"|(?<![\d一二三四五六七八九十])(?P<two>[一二三四五六七八九]{{2}})月"
    rf"|(?<![\d一二三四五六七八九十])(?P<han>{HAN_MONTH})"
    rf"(?:月份?(?:(?P<han_day>\d{{1,2}}|{HAN_NUMBER})[号日])?|(?=\s*[到至~-]\s*{HAN_MONTH}月))"
)
_IS_VERB = compiled(r"\b(?:i|we|you|they|he|she|it|that|this|which|who|money)\s+$")
"""Before "may" alone."""
_TO = (
    r"(?:through|thru|to|[到至~–-]|(?:un)?till?\s+(?:the\s+)?end\s+of|"
    r"(?:up\s+)?to\s+(?:and\s+including|(?:the\s+)?end\s+of))"
)
_RANGE = compiled(rf"\s*(?:{_TO}|(?:un)?till?)\s*$")
_THROUGH = compiled(rf"(?:\b|(?=[到至])){_TO}\s*$")
_THROUGH_AFTER = compiled(r"份?[底末]?(?:为止|结束)")
_UNTIL = compiled(r"\b(?:(?:un)?till?|'til|before)\s+$")
_UNTIL_AFTER = compiled(r"份?(?:[之以]?前)")
_BEGIN = compiled(
    r"(?:\b(?:from|as\s+of|(?:start|begin)(?:s|ning|ing)?(?:\s+(?:in|from|on))?|(?:once|when|after)\b(?:(?!\bi\b)[^.,;!?\n]){1,24}\bin)\s+|从)$"
)
_BEGIN_AFTER = compiled(r"份?(?:开始|起|[之以]后)|\s+on(?:wards?)?\b(?!\s+(?:the\b|\d))")


class Role(Enum):
    """What a month says of the sum beside it."""

    BEGIN = auto()
    NAMED = auto()  # one of its months
    THROUGH = auto()
    UNTIL = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """A month with its place in the text, and the day of it that is named."""

    month: int
    day: int | None
    role: Role
    span: Span


def months_said(plain: str) -> list[Named]:
    """The months in their order, with what each says."""
    found = [
        match
        for match in _MONTH.finditer(plain)
        if match["name"] != "may" or match["day"] or not _IS_VERB.search(plain[: match.start()])
    ]
    named: list[Named] = []
    for at, match in enumerate(found):
        before = found[at - 1].end() if at else 0
        months = _numbers(match)
        role = _role(plain, match, plain[before : match.start()] if at else "")
        day = day_number(match["day"]) if match["day"] else _han_day(match["han_day"])
        named += [Named(month, day, role, match.span()) for month in months]
    return named


def _role(plain: str, match: re.Match[str], since_last: str) -> Role:
    before = plain[: match.start()]
    if _UNTIL_AFTER.match(plain, match.end()):
        return Role.UNTIL
    if since_last and _RANGE.fullmatch(since_last):
        return Role.THROUGH
    if _BEGIN.search(before) or _BEGIN_AFTER.match(plain, match.end()):
        return Role.BEGIN
    if _THROUGH.search(before) or _THROUGH_AFTER.match(plain, match.end()):
        return Role.THROUGH
    return Role.UNTIL if _UNTIL.search(before) else Role.NAMED


def _numbers(match: re.Match[str]) -> list[int]:
    if match["name"]:
        return [month_number(match["name"])]
    if match["two"]:
        return [small_han(one) or 0 for one in match["two"]]
    return [int(match["han"]) if match["han"].isdigit() else small_han(match["han"]) or 0]


def _han_day(said: str | None) -> int | None:
    if said is None:
        return None
    return int(said) if said.isdigit() else small_han(said)
