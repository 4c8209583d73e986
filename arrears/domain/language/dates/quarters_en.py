"""Where a quarter of the year ends, in English."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import Day, Reference, end_of_named_month, month_end
from arrears.domain.language.dates.rules import DateRule, rule

_MONTHS = 3  # a quarter has
_NAMES = ("first", "second", "third", "fourth")


def _quarter_end(match: re.Match[str], ref: Reference) -> Day:
    return month_end((-ref.today.month) % _MONTHS, ref)


def _named_quarter_end(match: re.Match[str], ref: Reference) -> Day:
    number = int(match["n"]) if match["n"] else _NAMES.index(match["name"]) + 1
    return end_of_named_month(number * _MONTHS, ref)


_END = r"\b(?:the\s+)?(?:end|close)\s+of\s+(?:the\s+|this\s+)?"

QUARTER_RULES: tuple[DateRule, ...] = (
    rule(rf"{_END}(?:q(?P<n>[1-4])|(?P<name>{'|'.join(_NAMES)})\s+quarter)\b", _named_quarter_end),
    rule(rf"{_END}(?:fiscal\s+)?quarter\b", _quarter_end),
)
