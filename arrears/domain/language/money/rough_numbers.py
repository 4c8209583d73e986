"""Numbers said as a range or roughly: the low one counts, and the other is what else may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from arrears.domain.language.money.number import Number, Shape
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.language.script.fold import Span, compiled

_NO_NUMERAL = r"(?![\d零一二两三四五六七八九十百千万])"
_UNIT = r"(?:[十百千]万|[十百千万])"
# 三四百, 两三千; 百八十, which is eighty to a hundred; 十几万.
_NEIGHBOURS = compiled(
    rf"(?<![\d.零一二两三四五六七八九十百千万])(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>{_UNIT}){_NO_NUMERAL}"
)
_EIGHTS = compiled(
    rf"(?<![\d零一二两三四五六七八九十百千万])(?P<high>[百千万])(?P<low>八[十百千]){_NO_NUMERAL}"
)
_SOME = compiled(rf"(?<![\d零百千万])(?P<tens>[一二两三四五六七八九]?十)几(?P<unit>[百千万]?){_NO_NUMERAL}")
# 一千三四 and 一千三四百; 千把块, about a thousand.
_TAILS = compiled(
    r"(?<![\d.零百千万])(?P<head>[一二两三四五六七八九]+[千万])(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<unit>[百千]?)"
    + _NO_NUMERAL
)
_OR_SO = compiled(
    r"(?<![\d零一二两三四五六七八九十百千万])(?P<unit>[百千万])(?:把|来|十)(?=块|元|\s*$|[\s,\uff0c。\ue000\ue002])"
)
_SCALES = {"k": 1000, "grand": 1000, "thousand": 1000, "hundred": 100, "千": 1000, "百": 100, "万": 10_000}
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_WRITTEN = compiled(
    rf"(?<![\w.,/:#-])(?P<low>{_DIGITS})\s?(?P<own>k\b|[百千万])?\s?-\s?\$?(?P<high>{_DIGITS})"
    rf"(?:\s?(?P<scale>k\b|grand\b|thousand\b|hundred\b|[百千万]))?(?![\w.,/:-]*\d)(?![a-z%])"
)
_ROUGHLY_AFTER = compiled(
    r"[多余](?!少)|来(?!还|付|给|转|打)|以上|块?(?:钱)?以内|出头|\s?ish\b|\s+(?:or\s+so|ish|something|and\s+change|give\s+or\s+take)\b"
)
_ROUGHLY_BEFORE = compiled(
    r"(?:\b(?:almost|nearly|just\s(?:over|under|about)|(?:a\s)?little\s(?:over|under)|close\s+to)|差点|将近|接近|快到?|不到|近)\s*\$?$"
)
_COUPLE = compiled(r"\b(?:a\s+)?couple\s+(?:of\s+)?$")
_BETWEEN = compiled(r"\b(?:between|btwn)\s+\$?$")
_TO = compiled(r"\s*(?:-|~|\b(?:to|thru|through)\b|到|至)\s*\$?")
_WENT = compiled(
    r"\b(?:went|go|goes|gone|jump\w*|rose|rais\w*|increas\w*|chang\w*|grew|climb\w*|balloon\w*)\b[^.;,]{0,20}\bfrom\s+\$?$"
)
"""Of what has grown both ends are meant: it went from 640 to 812."""
_OR = compiled(r"\s*(?:\b(?:or|maybe)\b|或者?)\s*\$?")
_MAYBE = compiled(
    r"[\s,]*\b(?:or\s+)?(?:maybe|perhaps|possibly)(?:\s+even)?\s+\$?|[块元]?[\s,\uff0c]*(?:顶多|撑死)(?:了)?(?:能)?"
)
_MAYBE_BEFORE = compiled(r"\bmaybe\s+\$?$")  # "maybe 200 maybe 250" names two
_COUNTED_MAX = 10  # "two or three hundred": a number below this takes the scale of the one after it


def rough_numbers(text: str) -> list[Number]:
    """Ranges and rough numbers that are one word or one written expression."""
    return [*_in_han(text), *_written(text)]


def _in_han(text: str) -> Iterator[Number]:
    for match in _NEIGHBOURS.finditer(text):
        yield from _range_of(match, match["low"] + match["unit"], match["high"] + match["unit"])
    for match in _EIGHTS.finditer(text):
        yield from _range_of(match, match["low"], "一" + match["high"])
    for match in _TAILS.finditer(text):
        head, unit = match["head"], match["unit"]
        yield from _range_of(match, head + match["low"] + unit, head + match["high"] + unit)
    for match in _OR_SO.finditer(text):
        yield from _range_of(match, "一" + match["unit"], None)
    for match in _SOME.finditer(text):
        yield from _range_of(match, match["tens"] + match["unit"], None)


def _range_of(match: re.Match[str], low: str, high: str | None) -> Iterator[Number]:
    first, last = number_of_han(low), number_of_han(high) if high else None
    if first is not None and (last is None or first < last):
        yield Number(first, match.span(), Shape.HAN, False, last, rough=True)


def _written(text: str) -> Iterator[Number]:
    for match in _WRITTEN.finditer(text):
        scale = _SCALES.get(match["scale"] or "", 1)
        first, last = (Fraction(match[name].replace(",", "")) for name in ("low", "high"))
        low = first * _SCALES.get(match["own"] or "", scale if first < last else 1)
        if low < last * scale:
            yield Number(low, match.span(), Shape.DIGITS, False, last * scale, rough=True)


def with_ranges(text: str, found: list[Number]) -> list[Number]:
    """The numbers, two that are the ends of a range as one, and those that are hedged as rough."""
    result: list[Number] = []
    ended: set[Span] = set()
    for left, right in pairwise([*found, None]):
        if left is None or left.span in ended:
            continue
        if right is not None and _is_range(text, left, right):
            ended.add(right.span)
            result += _joined(left, right)
        else:
            result += _hedged(text, left)
    return result


def _is_range(text: str, left: Number, right: Number) -> bool:
    between = text[left.span[1] : right.span[0]]
    if left.doubtful or right.doubtful:
        return False
    if _TO.fullmatch(between) and _WENT.search(text[: left.span[0]]):
        return False
    if _TO.fullmatch(between):
        return left.value < right.value or left.value < _COUNTED_MAX  # "from 120 to 80" is a change
    hedged = _MAYBE.fullmatch(between) and not _MAYBE_BEFORE.search(text[: left.span[0]])
    if hedged and 10 <= left.value < right.value <= 3 * left.value:
        return True
    if _BETWEEN.search(text[: left.span[0]]) and between.strip(" $") == "and":
        return True
    if left.value >= _COUNTED_MAX or right.value < 100:
        return False
    in_words = left.shape is right.shape is Shape.WORDS
    return (in_words and between == " ") or _OR.fullmatch(between) is not None


def _joined(left: Number, right: Number) -> Iterator[Number]:
    low = left.value
    if low < _COUNTED_MAX and right.value >= 100:
        low *= next(scale for scale in (1000, 100, 1) if right.value % scale == 0)
    if low < right.value:
        span = (left.span[0], right.span[1])
        yield Number(low, span, right.shape, False, right.value, rough=True)


def _hedged(text: str, number: Number) -> Iterator[Number]:
    start, end = number.span
    couple, after = _COUPLE.search(text[:start]), _ROUGHLY_AFTER.match(text, end)
    if couple is not None:
        if text[start:end].isalpha() or number.value % 100:
            yield replace(number, value=number.value * 2, span=(couple.start(), end), rough=True, plain=False)
    elif after is not None:
        yield replace(number, span=(start, after.end()), rough=True)
    elif _ROUGHLY_BEFORE.search(text[:start]):
        yield replace(number, rough=True)
    else:
        yield number
