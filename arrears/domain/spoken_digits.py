"""Digits said one by one or two at a time, as a recogniser writes them: "four one double one", 四幺幺幺.

Only for finding numbers that must not be kept; what a caller means by a number is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from arrears.domain.number_words import ONES, TENS

_ONES = {word: str(value) for value, word in enumerate(ONES[:10])} | {
    "oh": "0",
    "o": "0",
    "nought": "0",
    "naught": "0",
    "nil": "0",
}
_TEENS = {word: str(value) for value, word in enumerate(ONES[10:], start=10)}
_TENS = {word: str(value) for value, word in enumerate(TENS, start=2)}
_TIMES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
_HAN = dict(zip("零〇一幺二两三四五六七八九", "0011223456789", strict=True)) | {"兩": "2", "○": "0"}

_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<digits>\d+)|(?P<han>[{''.join(_HAN)}])"
    rf"|\b(?:(?P<times>{'|'.join(_TIMES)})\s+)?(?P<one>{_ONE})\b"
    rf"|\b(?P<tens>{'|'.join(_TENS)})(?:[\s-]+(?P<unit>{'|'.join(ONES[1:10])}))?\b"
    rf"|\b(?P<teen>{'|'.join(_TEENS)})\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:[\s.,/_\-\u2010-\u2015\u3001\u3002\uff0c]|\b(?:and|then|uh|um|er)\b|然后|嗯|呃){0,12}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpokenDigits:
    """One or a few digits, and where they stand in the text."""

    digits: str
    start: int
    end: int
    in_words: bool


def runs_of_digits(text: str) -> Iterator[tuple[SpokenDigits, ...]]:
    """The digits of the text, in words or not, in runs between which something else is said."""
    run: list[SpokenDigits] = []
    for found in _TOKEN.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end, found.start()):
            yield tuple(run)
            run = []
        run.append(_spoken(found))
    if run:
        yield tuple(run)


def _spoken(found: re.Match[str]) -> SpokenDigits:
    parts = {name: value.lower() for name, value in found.groupdict().items() if value is not None}
    in_words = "digits" not in parts
    return SpokenDigits(_digits(parts), found.start(), found.end(), in_words)


def _digits(parts: dict[str, str]) -> str:
    if "digits" in parts:
        return "".join(str(int(digit)) for digit in parts["digits"])
    if "han" in parts:
        return _HAN[parts["han"]]
    if "one" in parts:
        return _ONES[parts["one"]] * _TIMES.get(parts.get("times", ""), 1)
    if "tens" in parts:
        return _TENS[parts["tens"]] + _ONES.get(parts.get("unit", ""), "0")
    return _TEENS[parts["teen"]]
