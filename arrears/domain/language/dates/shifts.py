"""How far from its day something is to come: "ten days later", "a week early", 晚十天, 提前三天.

It is counted from the day that is spoken of, which the words alone do not know. What is counted from today
("in ten days", 十天后) is none of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.dates.days import Reference, months_ahead
from arrears.domain.language.dates.weekdays_en import weekday_index
from arrears.domain.language.dates.weekdays_zh import weekday_index as weekday_index_zh
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.readings import Span
from arrears.domain.language.script.fold import compiled

_N = rf"(?<!paid\s)(?P<n>{SMALL_COUNT}|couple\s+of)"
# "12 more months to pay it off" is how long it takes, and no day.
_UNIT = r"(?P<unit>days?|weeks?|wks?|fortnights?|months?(?!\s+to\s+(?:pay|clear|finish|catch)))\b"
_N_ZH, _UNIT_ZH = rf"个?(?P<n>{SMALL_HAN}|俩)", r"(?P<unit>天|日|个?(?:周|星期|礼拜)|个月)(?!半)"
_PUT_OFF = (
    r"(?:push(?:ed)?|mov(?:e|ed)|delay|postpone|defer|bump|shift|extend(?:ed)?|put|hold|set)\s+"
    r"(?:(?:it|this|that|me|us|all|things|everything|(?:my|the|our)\s+(?:\w+\s+)?\w+)\s+)?"
)
_BY = r"(?:(?:back|out|off|by|for|another|just|about)\s+)*"
_LATER_EN = tuple(
    compiled(pattern)
    for pattern in (
        rf"\b{_N}\s+{_UNIT}\s+(?:later|after(?:wards?|\s+that)|longer|more|extra|further|out|behind)\b",
        rf"\b{_N}\s+(?:more|extra|additional|further)\s+{_UNIT}",
        rf"\b(?:another|(?:an?\s+)?(?:extra|additional|further))\s+(?:{_N}\s+)?{_UNIT}(?<!another\sday)",
        rf"\b{_PUT_OFF}{_BY}{_N}\s+{_UNIT}",
        rf"\b(?:pay|paying|be)\s+(?:it\s+|this\s+|you\s+)?(?:about\s+)?{_N}\s+{_UNIT}\s+late\b",
        rf"\b{_N}[\s-]+{_UNIT}\s+(?:extension|grace|delay)\b",
    )
)
_N2, _UNIT2 = _N.replace("<n>", "<n2>"), _UNIT.replace("<unit>", "<unit2>")
_SOONER_EN = compiled(
    rf"\b{_N}\s+{_UNIT}\s+(?:early|earlier|sooner|ahead|before\s+(?:that|then|it'?s\s+due))\b(?!\s+of\b)"
    rf"|\b(?:bring|move|pull)\s+(?:it|this|that|(?:my|the)\s+\w+)\s+(?:forward|up)\s+(?:by\s+)?{_N2}\s+{_UNIT2}"
)
_LATER_ZH = compiled(
    r"(?:(?<![都老总最经太])(?:再)?(?:晚|推迟|推后|延后|延迟|延期|延缓|延长|顺延|拖延?|迟|缓|宽限|推|延)|往后(?:推|延|拖|挪|移)|"
    rf"再(?:多)?(?:给|等|宽|加|要)|多(?:给|宽限|等))(?:我|我们|您|你|个)?{_N_ZH}{_UNIT_ZH}(?!了|前|就|内)"
)
_SOONER_ZH = compiled(rf"(?:提前|提早|往前(?:提|挪|推|移)|早){_N_ZH}{_UNIT_ZH}(?!了)")
_TIME_WISHED = compiled(
    rf"\b(?:give\s+(?:me|us)|gimme|need|have|get|wait)\s+(?:just\s+|about\s+)?{_N}\s+{_UNIT}(?!\s+to\s+pay)"
    rf"|(?:给|等|需要)(?:我|我们)?{_N_ZH.replace('<n>', '<n2>')}{_UNIT_ZH.replace('<unit>', '<unit2>')}(?!内)"
)
_WEEKDAY_AFTER = compiled(
    r"\b(?:the\s+)?(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+after(?:wards|\s+(?:that|it))?(?=\s*$|\s*[,.;!?]|\s+(?:and|if|please|pls|instead)\b)"
    r"|(?:[之以]后|后面)的?那?(?:一?个)?(?:周|星期|礼拜)(?P<weekday_zh>[一二三四五六日天])"
)


@dataclass(frozen=True, slots=True)
class Shift:
    """So far from the day that is spoken of; a negative number is sooner."""

    number: int
    unit: str  # as said
    span: Span
    weekday: int | None = None  # the next such day of the week after it, Monday being 0
    wished: bool = False  # so much time is asked for, from today where that is later

    def counted(self, day: date) -> date | None:
        """That far from the day; None where there is no such day."""
        if self.weekday is not None:
            return day + timedelta(days=(self.weekday - day.weekday()) % 7 or 7)
        if "m" in self.unit or "月" in self.unit:
            return months_ahead(self.number, Reference(day, told=True)).on
        days = 1 if self.unit[0] in "d天日" else 14 if self.unit[0] == "f" else 7
        return day + timedelta(days=self.number * days)


def shift_in(plain: str) -> Shift | None:
    """The first that folded text names; None without one."""
    later = (*_LATER_EN, _LATER_ZH)
    ways = (*((each, 1, False) for each in later), (_SOONER_EN, -1, False), (_SOONER_ZH, -1, False))
    for pattern, way, wished in (*ways, (_TIME_WISHED, 1, True)):
        match = pattern.search(plain)
        if match is None:
            continue
        groups = match.groupdict()
        unit = groups["unit"] or groups["unit2"]
        number = _count(groups["n"] or groups.get("n2") or "a")
        if unit is not None and number is not None:
            return Shift(way * number, unit, match.span(), wished=wished)
    return _weekday_after(plain)


def _weekday_after(plain: str) -> Shift | None:
    match = _WEEKDAY_AFTER.search(plain)
    if match is None:
        return None
    zh = match["weekday_zh"]
    weekday = weekday_index(match["weekday"]) if zh is None else weekday_index_zh(zh)
    return Shift(1, "weekday", match.span(), weekday)


def _count(words: str) -> int | None:
    if words == "俩" or words.startswith("couple"):
        return 2
    return small_count(words) if words.isascii() else small_han(words)
