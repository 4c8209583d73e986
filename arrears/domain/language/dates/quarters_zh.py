"""Where a quarter of the year begins and ends, in Mandarin."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import Day, Reference, end_of_named_month, month_end, part_of_month
from arrears.domain.language.dates.rules import DateRule, rule

_MONTHS = 3  # a quarter has


def _quarter_end(match: re.Match[str], ref: Reference) -> Day:
    months = (-ref.today.month) % _MONTHS
    return month_end(months + (_MONTHS if match.group().startswith("下") else 0), ref)


def _quarter_start(match: re.Match[str], ref: Reference) -> Day:
    return part_of_month((-ref.today.month) % _MONTHS + 1, 1, ref)


def _named_quarter_end(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"]
    number = int(which) if which.isdigit() else "一二三四".index(which) + 1
    return end_of_named_month(number * _MONTHS, ref)


QUARTER_RULES: tuple[DateRule, ...] = (
    rule(r"第?(?P<which>[一二三四1-4])季度?(?:的?最后一天|底|末)", _named_quarter_end),
    rule(r"(?:这个?|本|下个?)?季度?(?:底|末)", _quarter_end),
    rule(r"下个?季度?(?:初|开始|起|头一天|第一天|(?=[还给付]))", _quarter_start),
)
