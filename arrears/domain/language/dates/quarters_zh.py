"""Where a quarter of the year begins and ends, in Mandarin."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import Day, Reference, month_end, part_of_month
from arrears.domain.language.dates.rules import DateRule, rule


def _quarter_end(match: re.Match[str], ref: Reference) -> Day:
    months = (-ref.today.month) % 3
    return month_end(months + (3 if match.group().startswith("下") else 0), ref)


def _quarter_start(match: re.Match[str], ref: Reference) -> Day:
    return part_of_month((-ref.today.month) % 3 + 1, 1, ref)


QUARTER_RULES: tuple[DateRule, ...] = (
    rule(r"(?:这个?|本|下个?)?季度?(?:底|末)", _quarter_end),
    rule(r"下个?季度?(?:初|开始|起|头一天|第一天|(?=[还给付]))", _quarter_start),
)
