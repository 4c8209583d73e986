"""Feasts of the lunar calendar in Mandarin, where their day is named: 除夕那天, 端午节当天, 中秋节前一天.

Else they stand for some days off, as 端午前 and 中秋 do, and are asked about; so is a lunar day by its
number, which few reckon in both calendars.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from arrears.domain.language.dates.days import Day, Reference, ambiguous, unresolved
from arrears.domain.language.dates.lunar import coming, lunar_day, lunar_new_years_eve, qingming
from arrears.domain.language.dates.rules import DateRule, DayReader, rule

_YEAR = r"(?:(?P<year>[今明后]年|下个月|这个月|本月)的?)?"
_YEARS = {"明": 1, "后": 2}
_THAT_DAY = r"节?(?:[当那这]一?[天日])"
COUNTED_FROM = r"节?(?=的?(?:[之以]?前[一两二三四五]天|[之以]?后[一两二三四五]天))"
"""After a feast: from its day another one is counted, 中秋节前一天."""
_NOT_OVER = r"(?<!过完)(?<!过了)(?<!等过)"


def _day_of(on: Callable[[int], date | None]) -> DayReader:
    def read(match: re.Match[str], ref: Reference) -> Day | None:
        said = match["year"] or ""
        found = coming(on, ref, _YEARS.get(said[:1], 0))
        if found is None:
            return None
        other_month = said.startswith("下") and (found.month - ref.today.month) % 12 != 1
        return ambiguous(found) if other_month else Day(found, None)

    return read


def _feast(month: int, day: int) -> DayReader:
    return _day_of(lambda year: lunar_day(year, month, day))


_FEASTS: tuple[tuple[str, DayReader], ...] = (
    (
        r"除夕夜?|(?:大年|(?<![\d一二三四五六七八九十两每])年)三十",
        _day_of(lunar_new_years_eve),
    ),
    (r"元宵|正月半", _feast(1, 15)),
    (r"端午", _feast(5, 5)),
    (r"七夕", _feast(7, 7)),
    (r"中秋", _feast(8, 15)),
    (r"重阳", _feast(9, 9)),
    (r"腊八", _feast(12, 8)),
    (r"清明", _day_of(qingming)),
)
LUNAR_RULES: tuple[DateRule, ...] = (
    *(rule(rf"{_YEAR}(?:{words}){COUNTED_FROM}", reader) for words, reader in _FEASTS),
    *(rule(rf"{_NOT_OVER}{_YEAR}(?:{words}){_THAT_DAY}", reader) for words, reader in _FEASTS),
    rule(
        r"(?:农历|阴历|旧历)的?(?:(?:[一二三四五六七八九十正腊冬]{1,2}|\d{1,2})月)?"
        r"(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3}|\d{1,2}|底)[号日]?"
        r"|(?:[一二三四五六七八九]|十[一二]?)月初[一二三四五六七八九十](?![百千万十块元号日])",
        lambda m, ref: unresolved("lunar_date"),
    ),
)
"""Before the rules of the calendar: the second month of the lunar year is not February."""
