"""Numbers as written in any of the three ways, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise

from arrears.domain.language.fold import NOISE, Span, blank, compiled, has_han, spans_of
from arrears.domain.language.numerals_en import (
    NUMBER_WORDS,
    TENS_WORDS,
    UNIT_WORDS,
    as_price,
    number_of_words,
    small_count,
)
from arrears.domain.language.numerals_zh import HAN_NUMBER, number_of_han

_SCALES = {
    "k": 1000,
    "grand": 1000,
    "thousand": 1000,
    "thou": 1000,
    "hundred": 100,
    "hundo": 100,
    "hunnid": 100,
    "hunned": 100,
}
_DIGITS = compiled(
    r"(?<![\w.,/:#-])(?<!\d\uff0c)(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,2})?(?![\d.,/:-]*\d)(?!\uff0c\d{3}(?!\d))"
    rf"(?:\s?({'|'.join(_SCALES)})\b)?(?![a-z])"
)
_HAN = compiled(HAN_NUMBER)
_WORDS = compiled(NUMBER_WORDS)
# With a half or a dropped "hundred" in them: half a grand, two and a half k, a grand and a half, 2 fiddy.
_HALF_SCALE = compiled(r"\bhalf\s+a\s+(?P<scale>grand|k)\b")
_AND_A_HALF = compiled(
    rf"(?<![\d.,])\b(?P<n>\d{{1,3}}|an?|{NUMBER_WORDS})\s+(?:and\s+a\s+half\s+(?P<scale>k|grand|thousand|hundred)|(?P<first>k|grand|thousand|hundred)\s+and\s+a\s+half)\b"
)
_MIXED = compiled(
    rf"(?<![\w.,$])(?P<hundreds>[1-9])\s(?P<rest>(?:{TENS_WORDS})(?:[\s-](?:{UNIT_WORDS}))?)\b(?!\s+(?:{UNIT_WORDS}|hundred|thousand))"
)
_WORDS_K = compiled(rf"(?P<n>{NUMBER_WORDS})\s+k\b")
_MISHEARD = compiled(
    r"\b(?P<word>to|too|for)\s+(?P<scale>hundred|thousand|grand)\b(?=\s+(?:dollars|bucks|on|by|a|per|every|each|today|tomorrow|now)\b|\W*$)"
)
_HEARD_AS = {"to": 2, "too": 2, "for": 4}
_VAGUE_BEFORE = compiled(
    r"(?:[几第]|(?<!整)数|\bcouple(?:\s+of)?\s|\bfew\s|\bseveral\s|\blittle\s(?:over|under)\s|\balmost\s|\bnearly\s|\bjust\s(?:over|under)\s|\bpoint\s)\s*$|好$"
)
_VAGUE_AFTER = compiled(
    r"[多几余]|来(?!还|付|给)|出头|\s*(?:point|and\s+a\s+half|or\s+so\s+many)\b|\s?(?:ish|million|mil|billion|bn|mm?)\b|'s\b"
)
_BETWEEN = compiled(r"\bbetween\s+\$?$")
_RANGE = compiled(r"\s*(?:-|~|\bto\b|到|至)\s*\$?")


class Shape(Enum):
    """How a number was written."""

    DIGITS = auto()
    WORDS = auto()
    HAN = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its place."""

    value: Fraction
    span: Span
    shape: Shape
    plain: bool  # digits alone: no separator, decimals or scale
    otherwise: Fraction | None = None  # what else may have been said: "to hundred" is 200, or up to 100


def numbers(text: str, *, chinese: bool) -> list[Number]:
    """Every number that is read for certain, in order; ranges and rough numbers are left out."""
    found: list[Number] = []
    taken: list[Span] = []
    for match in _HAN.finditer(text):
        taken.append(match.span())
        if "w" in match.group() and not (chinese or has_han(text)):
            continue  # 2w is two weeks in English
        value = number_of_han(match.group())
        if value is not None:
            found.append(Number(value, match.span(), Shape.HAN, plain=False))
    rest = blank(text, taken, "x")
    said = _misheard(rest) + _with_halves(rest)
    rest = blank(rest, [number.span for number in said])
    found += said + _digits(rest) + _words(_without(rest, _DIGITS))
    return _certain(text, sorted(found, key=lambda number: number.span))


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return blank(text, spans_of(pattern, text))


def _misheard(text: str) -> list[Number]:
    found = []
    for match in _MISHEARD.finditer(text):
        scale = Fraction(_SCALES[match["scale"]])
        found.append(Number(scale * _HEARD_AS[match["word"]], match.span(), Shape.WORDS, False, scale))
    return found


def _with_halves(text: str) -> list[Number]:
    found = [
        Number(Fraction(_SCALES[match["scale"]], 2), match.span(), Shape.WORDS, plain=False)
        for match in _HALF_SCALE.finditer(text)
    ]
    for match in _AND_A_HALF.finditer(text):
        count = small_count(match["n"])
        if count is not None:
            value = (count + Fraction(1, 2)) * _SCALES[match["scale"] or match["first"]]
            found.append(Number(value, match.span(), Shape.WORDS, plain=False))
    for match in _WORDS_K.finditer(text):
        thousands = number_of_words(match["n"])
        if thousands is not None:
            found.append(Number(Fraction(thousands * 1000), match.span(), Shape.WORDS, plain=False))
    for match in _MIXED.finditer(text):
        rest = number_of_words(match["rest"])
        if rest is not None:
            value = Fraction(int(match["hundreds"]) * 100 + rest)
            found.append(Number(value, match.span(), Shape.WORDS, plain=False))
    return found


def _digits(text: str) -> list[Number]:
    found = []
    for match in _DIGITS.finditer(text):
        whole, decimals, scale = match[1], match[2] or "", match[3]
        value = Fraction(whole.replace(",", "") + decimals) * _SCALES.get(scale or "", 1)
        plain = not (decimals or scale or "," in whole)
        found.append(Number(value, match.span(), Shape.DIGITS, plain))
    return found


def _words(text: str) -> list[Number]:
    found = []
    for match in _WORDS.finditer(text):
        at = match.start()
        if text[at - 1 : at] in ("-", NOISE):
            continue
        whole = number_of_words(match.group())
        parts = [match.group()] if whole is not None else match.group().split(" and ")
        for part in parts:
            value = number_of_words(part)
            if value is not None:
                found.append(
                    Number(Fraction(value), (at, at + len(part)), Shape.WORDS, False, as_price(part))
                )
            at += len(part) + len(" and ")
    return found


def _certain(text: str, found: list[Number]) -> list[Number]:
    ranged = {
        number.span
        for left, right in pairwise(found)
        if _RANGE.fullmatch(text[left.span[1] : right.span[0]])
        or (_BETWEEN.search(text[: left.span[0]]) and text[left.span[1] : right.span[0]].strip() == "and")
        for number in (left, right)
    }
    return [
        number
        for number in found
        if number.span not in ranged
        and not _VAGUE_BEFORE.search(text[: number.span[0]])
        and not _VAGUE_AFTER.match(text[number.span[1] :])
    ]
