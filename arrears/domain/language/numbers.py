"""Numbers as written in any of the three ways, with where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise

from arrears.domain.language.fold import NOISE, Span, blank, compiled, has_han, spans_of
from arrears.domain.language.numerals_en import NUMBER_WORDS, number_of_words
from arrears.domain.language.numerals_zh import HAN_NUMBER, number_of_han

_SCALES = {"k": 1000, "grand": 1000, "thousand": 1000, "hundred": 100}
_DIGITS = compiled(
    r"(?<![\w.,/:#-])(?<!\d\uff0c)(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d{1,2})?(?![\d.,/:-]*\d)(?!\uff0c\d{3}(?!\d))"
    r"(?:\s?(k|grand|thousand|hundred)\b)?(?![a-z])"
)
_HAN = compiled(HAN_NUMBER)
_WORDS = compiled(NUMBER_WORDS)
_HALF_GRAND = compiled(r"\bhalf\s+a\s+grand\b")
_VAGUE_BEFORE = compiled(r"(?:[几第好数]|\bcouple(?:\s+of)?\s|\bfew\s|\bseveral\s|\bpoint\s)\s*$")
_VAGUE_AFTER = compiled(
    r"[多几余来]|\s*(?:point|and\s+a\s+half|or\s+so\s+many)\b|\s?(?:ish|million|mil|billion|bn|mm?)\b|'s\b"
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
    found += _half_grands(rest) + _digits(rest) + _words(_without(_without(rest, _HALF_GRAND), _DIGITS))
    return _certain(text, sorted(found, key=lambda number: number.span))


def _without(text: str, pattern: re.Pattern[str]) -> str:
    return blank(text, spans_of(pattern, text))


def _half_grands(text: str) -> list[Number]:
    return [Number(Fraction(500), m.span(), Shape.WORDS, plain=False) for m in _HALF_GRAND.finditer(text)]


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
                found.append(Number(Fraction(value), (at, at + len(part)), Shape.WORDS, plain=False))
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
