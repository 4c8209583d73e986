"""Years in Mandarin: 明年六月, 二零二三年十一月, 去年底."""

from __future__ import annotations

import re
from datetime import date

from arrears.domain.language.dates.days import Day, Reference, settled, settled_in_month, whole_month
from arrears.domain.language.money.numerals_zh import han_digits, small_han

_YEARS = {"前": -2, "去": -1, "今": 0, "明": 1, "后": 2}


def month_of_year(match: re.Match[str], ref: Reference) -> Day | None:
    """明年六月, 去年12月3号."""
    month, day = small_han(match["month"]), small_han(match["day"]) if match["day"] else None
    if month is None or not 1 <= month <= 12:
        return None
    year = ref.today.year + _YEARS[match["year"][0]]
    if day is not None:
        return settled_in_month(year, month, day, ref)
    return whole_month((year - ref.today.year) * 12 + month - ref.today.month, ref)


def month_of_written_year(match: re.Match[str], ref: Reference) -> Day | None:
    """2023年11月, 二零二三年十一月, 二三年十一月."""
    year, month = han_digits(match["year"]), small_han(match["month"])
    if month is None or not 1 <= month <= 12:
        return None
    years = int(year) + (0 if len(year) == 4 else 2000) - ref.today.year
    return whole_month(years * 12 + month - ref.today.month, ref)


def year_end(match: re.Match[str], ref: Reference) -> Day:
    """年底, 去年底."""
    years = _YEARS[match["which"] or "今"]
    return settled(date(ref.today.year + years, 12, 31), ref)
