"""How often money is said to come in or go out, and what that is in a rhythm of ours.

"A day" and "an hour" are no rhythm: how many of them are worked is not known. What is said of a year is
spread over its months.
"""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import Span, compiled, overlap

_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|(?:周|星期|礼拜)[一二三四五六日天]"
)
_MONTH, _WEEK, _EACH = r"(?:months?|mo|mth|mnth)\b", r"(?:weeks?|wks?)\b", r"(?:a|an|per|every|each)"
_NO_SPELL = (
    r"(?<!\bin\s)(?<!\bin\sabout\s)(?<!\bhalf\s)(?<!\bfor\s)(?<!\bonce\s)(?<!\bwithin\s)(?<!\bafter\s)"
)
_NOT_ONCE = r"(?<![\d上下这第前后几两三四五六七八九十差过再等晚缓延宽迟推])"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rhythm as said: `frequency` is None where it cannot be counted, `of_year` where a year was meant."""

    frequency: Frequency | None
    span: Span
    of_year: bool = False


_UNCOUNTED = (
    rf"\b{_EACH}\s+(?:hour|hr|day|night|shift|job|gig|trip|load|sale|customer)\b|/\s?(?:hour|hr|day|night)\b|"
    r"\b(?:hourly|daily|nightly)\b|\b(?:today|yesterday|tonight)\b|"
    r"\bevery\s+(?:(?:three|3)\s+weeks|(?:four|five|six|[4-9])\s+(?:weeks|months))\b|"
    rf"\bevery\s+(?:two|2|other)\s+{_MONTH}|"
    r"每天|一天|每日|每小时|一(?:个)?小时|时薪|日薪|日结|日(?=[赚挣入])|今天|昨天|每单|一单|每趟|"
    r"一趟|每(?:两|二|2)个?月|隔月"
)
_YEARLY = (
    rf"(?<!\blast\s)\b{_EACH}\s+(?:year|yr)\b|/\s?(?:year|yr)\b|\b(?:yearly|annual|"
    r"annually)\b|年薪|一年到头|一年|每年|全年|年收入"
)
_WORDS: tuple[tuple[str, Frequency | None, bool], ...] = (
    (_UNCOUNTED, None, False),
    (_YEARLY, Frequency.MONTHLY, True),
    (
        r"\b(?:quarterly|(?:a|per|every|each)\s+quarter|every\s+(?:three|3)\s+months)\b|每个?季度?|一个?季度",
        Frequency.QUARTERLY,
        False,
    ),
    (
        rf"\bsemi[\s-]?monthly\b|\b(?:twice|two\s+times|2\s?x|2\s+times)\s+{_EACH}\s+{_MONTH}"
        r"|每?半个?月|(?:每个?|一个?)月(?:发|结|拿|领|给)?(?:两|二|2)[次回]",
        Frequency.SEMIMONTHLY,
        False,
    ),
    (
        rf"\bbi[\s-]?weekly\b|\bevery\s+(?:two|2|other|second|2nd)\s+(?:{_WEEK}|{_WEEKDAY})"
        r"|\bfortnightly\b|\b(?:a|per|every|each)\s+fortnight\b|\bevery\s+(?:14|fourteen)\s+days\b"
        r"|(?:每隔?)?(?:两|二|2)个?(?:周|星期|礼拜)|双周|隔周",
        Frequency.BIWEEKLY,
        False,
    ),
    (
        rf"{_NO_SPELL}\b{_EACH}\s+(?:single\s+)?{_WEEK}|/\s?{_WEEK}|\b(?:weekly|wkly)\b|\b(?:every|"
        rf"each)\s+(?:{_WEEKDAY})"
        r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b(?!\s+pay\s?day)"
        rf"|每个?(?:周|星期|礼拜)|{_NOT_ONCE}一个?(?:周|星期|礼拜)|周薪|周结|按周",
        Frequency.WEEKLY,
        False,
    ),
    (
        rf"{_NO_SPELL}\b{_EACH}\s+(?:single\s+)?{_MONTH}|/\s?{_MONTH}|\b(?:monthly|mthly)\b"
        rf"|每一?个?月|{_NOT_ONCE}一个?月|月薪|月入|月收|月结|按月|月月|月租|月拿|^月(?=[光净])",
        Frequency.MONTHLY,
        False,
    ),
)
_PATTERNS = tuple((compiled(pattern), frequency, yearly) for pattern, frequency, yearly in _WORDS)
RHYTHM = "(?:" + "|".join(pattern for pattern, _, _ in _WORDS) + ")"
"""Any of the rhythms, as a pattern."""


def rhythms_in(text: str) -> list[Rhythm]:
    """Every rhythm in the folded text, in order; words that say one say no other."""
    found: list[Rhythm] = []
    for pattern, frequency, yearly in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(overlap(one.span, match.span()) for one in found):
                found.append(Rhythm(frequency, match.span(), yearly))
    return sorted(found, key=lambda one: one.span)
