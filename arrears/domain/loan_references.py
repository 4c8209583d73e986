"""The number of a loan as it is said or keyed in, against the lender's own spelling of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

FEWEST_DIGITS = 5
"""Fewer digits than these are no number of a loan. Judgement: nobody's day or amount has so many in a row."""

_LETTERS_THEN_DIGITS = re.compile(r"(?<![A-Z])([A-Z]{1,4}) ?(\d{%d,})" % FEWEST_DIGITS)  # noqa: UP031
_DIGITS = re.compile(rf"\d{{{FEWEST_DIGITS},}}")
_APART = re.compile(r"(?<=[0-9]) (?=[0-9])|(?<=\b[A-Z]) (?=[A-Z]\b)|[-.,]")


def references_in(text: str, prefixes: Iterable[str]) -> tuple[str, ...]:
    """Every spelling that the number in the text may have with the lender; empty when there is none.

    `prefixes` are what stands before the digits in this lender's numbers, which a keypad cannot say.
    """
    plain = text.upper()
    while (closer := _APART.sub("", plain)) != plain:
        plain = closer
    digits = [match.group() for match in _DIGITS.finditer(plain)]
    named = [(m[1], m[2]) for m in _LETTERS_THEN_DIGITS.finditer(plain)]
    spelled = [f"{letters}{joint}{number}" for letters, number in named for joint in ("-", "")]
    return tuple(dict.fromkeys([*spelled, *digits, *(f"{each}{one}" for one in digits for each in prefixes)]))
