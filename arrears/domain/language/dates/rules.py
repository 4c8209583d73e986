"""Dates of either language: rules tried in order, each taking its words out of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.dates.days import Day, Reference, ambiguous, likely, unresolved
from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.readings import Certainty, DateProblem
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import READ, WEEKDAY, Span, blank, compiled, has_han

type DayReader = Callable[[re.Match[str], Reference], Day | None]
type DateRule = tuple[re.Pattern[str], DayReader]
type ToldAt = Callable[[Span], bool]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day and where it was said."""

    day: Day
    span: Span
    weekday: bool = False  # said as a weekday alone, which a calendar date beside it may confirm
    confirmed: bool = False  # its weekday was said as well; another weekday is another day
    apart: bool = False  # said to be another day than the one before it


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Today, and whether the words at a span tell of what has happened."""

    today: date
    told_at: ToldAt

    def at(self, span: Span) -> Reference:
        """The reference for a date said there."""
        return Reference(self.today, self.told_at(span))


def rule(pattern: str, reader: DayReader) -> DateRule:
    """A date rule; its reader returns None for what turns out to be no date."""
    return compiled(pattern), reader


def waited_for(match: re.Match[str], ref: Reference) -> Day:
    """What they say they wait for, where we do not know it: it may be no event at all."""
    return replace(unresolved(match["event"]), certainty=Certainty.UNSURE)


def sweep(
    text: str, rules: Iterable[DateRule], view: Viewpoint, weekday: bool = False
) -> tuple[list[FoundDate], str]:
    """What the rules find, and the text without it."""
    found: list[FoundDate] = []
    for pattern, reader in rules:
        taken: list[Span] = []
        for match in pattern.finditer(text):
            day = reader(match, view.at(match.span()))
            if day is not None:
                taken.append(match.span())
                found.append(FoundDate(day, match.span(), weekday))
        text = blank(text, taken, WEEKDAY if weekday else READ)
    return found, text


_BESIDE = compiled(
    r"[\s,]*(?:(?:because|cuz|cos|bc|as)\s+)?(?:(?:which\s+is|that'?s|is)\s+(?:a\s+)?)?(?:the|my|on|around|about|usually|probably|"
    r"是|那个?|才|就|能|会|可以|大概|大约|一般|应该|差不多|在|因为|我们?|公司|厂里|单位|,|\uff0c|\()?[\s,]*"
)
_MEANS = compiled(
    r"[\s,\uff0c]*(?:so\s+)?(?:(?:since|because|cuz|cos|bc)\s+it'?s|that'?s|that\s+is|which\s+is|(?:也)?就是|即)\s*(?:the|on)?\s*"
)
_WITH = compiled(r"[\s,\uff0c]*(?:at|when|了)?\s*")
_MAYBE = compiled(
    r"[\s,\uff0c]*(?:(?:(?:maybe|prob(?:ably|ly|s)?|prolly|like|say|i\s+think|on|most\s+likely)\s+)*|吧?[\s,\uff0c]*(?:大概|应该|可能|估计|差不多|也许|就)?是?)"
)
# Words between two dates that keep them two.
_PARTS = compiled(
    r"\b(?:and(?!\s+(?:it|that)\s+(?:hits?|comes?|lands?|drops?|posts?|clears?|arrives?)\b)|or|then|rest|half|part|some|another|other|to|not|instead|both|plus|after|again|let\s+you|call|tell|know)\b|\d|"
    r"[一二两三四五六七八九十百千万]|或|和|跟|剩|余|另|半|部分|再还|到|不是|改|换|然后|告诉|联系|打电话|通知"
)
# A clause in which something is paid or asked has a day of its own.
_PAYS = compiled(
    r"\b(?:pay|paying|send|give|put|rest|half|another|remainder|other|call|finish|clear|settle|(?:twen|thir|four|for|fif|six|seven|eigh|nine)ty|hundred|grand)\b|\d|"
    r"还|付|给你|打给|转|剩|余|另|清|交|再|或|[一二两三四五六七八九十][百千万]"
)
_MONTH_END, _LAST_DAYS = compiled(r"\bend\b|\beom\b|[底末]"), 25
_GAP_MAX, _GAP_MAX_ZH = 40, 14
_MONTH_SAID = compiled(rf"\b{MONTH_NAME}\b|月")
# 三十号吧 二月三十号: the same day, and then of which month.
_BARE = compiled(r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[号日]")
_WHOLE = compiled(r"(?P<month>\S{1,3}月)份?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[号日]?")
_NUMBERED = compiled(r"[\d一二两三四五六七八九十]月|[a-z]")
_THAT_IS = compiled(r"[\s,\uff0c。吧啊哦嗯我说的是就也对]*")
_MONTHS_OF = {
    "national_day": {9, 10},
    "mid_autumn": {9, 10},
    "labour_day": {4, 5},
    "qingming": {4},
    "dragon_boat": {5, 6},
    "spring_festival": {1, 2},
    "lunar_date": {12, 1, 2},
    "new_year": {12, 1},
    "christmas": {12, 1},
    "thanksgiving": {11, 12},
    "black_friday": {11},
    "good_friday": {3, 4},
    "easter": {3, 4},
}
"""The months into which a day near the event can fall, before it or after."""
_NEAR_MAX = 8


def joined(found: list[FoundDate], raw: str) -> list[FoundDate]:
    """One date for "Friday the 13th": the calendar date where both agree, ambiguous where they do not."""
    result: list[FoundDate] = []
    for one in sorted(found, key=lambda each: each.span):
        merged = _as_one(result[-1], one, raw) if result else None
        if merged is None:
            result.append(one)
        else:
            result[-1] = merged
    return [one for one in result if not _only_explains(one, result, raw)]


def _only_explains(event: FoundDate, found: list[FoundDate], raw: str) -> bool:
    """Whether an event is only why the day before it was named: 30号还，那时工资也到了."""
    if event.day.problem is not DateProblem.UNRESOLVED or _PAYS.search(
        raw[slice(*clause(raw, event.span))].lower()
    ):
        return False
    return any(one.span < event.span and _is_named(one.day) for one in found)


def _is_named(day: Day) -> bool:
    return day.on is not None or day.problem is DateProblem.INVALID


def _as_one(left: FoundDate, right: FoundDate, raw: str) -> FoundDate | None:
    """The one date that both say, or None where they are two."""
    if right.apart:
        return None
    gap = raw[left.span[1] : right.span[0]].lower()
    within = _weekday_within(left, right) if _MAYBE.fullmatch(gap) else None
    if within is not None:
        return FoundDate(within, (left.span[0], right.span[1]))
    if right.day.about in _MONTHS_OF and not gap.strip() and _is_long(left, raw):
        return FoundDate(right.day, (left.span[0], right.span[1]))  # 下个月中秋, 明年清明
    if _is_same_event(left.day, right.day) and _WITH.fullmatch(gap):
        return replace(left, span=(left.span[0], right.span[1]))  # the beans are in at harvest
    if _say_one(left, right) and _BESIDE.fullmatch(gap):
        return _agreed(left, right)
    if _MEANS.fullmatch(gap) and right.day.on is not None:
        return FoundDate(_one_meaning(left, right), (left.span[0], right.span[1]))
    if _is_end_of_month(left, right, raw) and _MAYBE.fullmatch(gap):
        return FoundDate(right.day, (left.span[0], right.span[1]))  # 月底三十号
    if _names_its_month(raw[slice(*left.span)], raw[slice(*right.span)]) and _THAT_IS.fullmatch(gap):
        return replace(right, span=(left.span[0], right.span[1]))
    if _same_number(left, right, raw) and _BESIDE.fullmatch(gap):
        later = max(left, right, key=lambda one: one.day.on or date.min)  # New Year's Eve the 31st
        return replace(later, span=(left.span[0], right.span[1]))
    return _made_precise(left, right) if _gives_way(left, right, gap) else None


def _is_same_event(left: Day, right: Day) -> bool:
    return left.problem is right.problem is DateProblem.UNRESOLVED and left.about == right.about


def _weekday_within(left: FoundDate, right: FoundDate) -> Day | None:
    """Next week, maybe Thursday: the Thursday of the stretch that was named before."""
    on, stretch = right.day.on, left.day.others
    if not right.weekday or on is None or left.day.problem is not DateProblem.AMBIGUOUS or len(stretch) < 2:
        return None
    fitting = [day for day in stretch if day.weekday() == on.weekday()]
    if not fitting:
        return None
    return Day(on, None) if fitting[0] == on else likely(Day(fitting[0], None), on)


def _one_meaning(left: FoundDate, right: FoundDate) -> Day:
    """What is said again in other words: the day where both are the same, else doubtful."""
    said, means = left.day, right.day
    if right.weekday and said.on and means.on and said.on.weekday() == means.on.weekday():
        return said  # today, which is Friday
    days = [day.on for day in (means, said) if day.on is not None]
    return means if said.on == means.on else ambiguous(*days)


def _is_end_of_month(left: FoundDate, right: FoundDate, raw: str) -> bool:
    """Whether the end of a month was said, and then which of its last days."""
    end, on = left.day.on, right.day.on
    if (
        end is None
        or on is None
        or right.weekday
        or _MONTH_END.search(raw[slice(*left.span)].lower()) is None
    ):
        return False
    return (end.year, end.month) == (on.year, on.month) and on.day >= _LAST_DAYS


def _is_long(one: FoundDate, raw: str) -> bool:
    """Whether it is next month or year without a day, or another name of an event."""
    if one.day.problem is DateProblem.AMBIGUOUS:
        return not one.day.others and _NUMBERED.search(raw[slice(*one.span)]) is None
    return one.day.problem is DateProblem.UNRESOLVED


def _same_number(left: FoundDate, right: FoundDate, raw: str) -> bool:
    """Whether it may be one day; with a month each they are two: 五月二十 六月二十."""
    on, other = left.day.on, right.day.on
    if on is None or other is None or on.day != other.day:
        return False
    months = all(_MONTH_SAID.search(raw[slice(*one.span)].lower()) for one in (left, right))
    return on == other or not months


def _names_its_month(bare: str, whole: str) -> bool:
    left, right = _BARE.fullmatch(bare), _WHOLE.fullmatch(whole)
    return left is not None and right is not None and left["day"] == right["day"]


def _made_precise(event: FoundDate, named: FoundDate) -> FoundDate:
    """The day that was named; doubtful where the event falls into another month."""
    months, on = _MONTHS_OF.get(event.day.about or ""), named.day.on
    if months is None or on is None or on.month in months:
        return named
    return replace(named, day=ambiguous(on))


def _gives_way(left: FoundDate, right: FoundDate, gap: str) -> bool:
    """Whether what was said first is only made precise: 腊月了，十号给, this weekend, Saturday."""
    if right.day.on is None or _PARTS.search(gap):
        return False
    if left.day.problem is DateProblem.UNRESOLVED:
        return len(gap) <= (_GAP_MAX_ZH if has_han(gap) else _GAP_MAX)
    stretch = left.day.problem is DateProblem.AMBIGUOUS and len(left.day.others) > 1
    return stretch and right.day.on in left.day.others and len(gap) <= _NEAR_MAX


def _say_one(left: FoundDate, right: FoundDate) -> bool:
    if left.confirmed and right.weekday:
        return False
    problems = (left.day.problem, right.day.problem)
    return left.weekday != right.weekday or problems.count(DateProblem.UNRESOLVED) == 1


def _agreed(left: FoundDate, right: FoundDate) -> FoundDate:
    span = (left.span[0], right.span[1])
    if DateProblem.UNRESOLVED in (left.day.problem, right.day.problem):
        named = right if left.day.problem is DateProblem.UNRESOLVED else left
        event = left if named is right else right
        return replace(_made_precise(event, named), span=span)  # payday the 28th
    named, exact = (left, right) if left.weekday else (right, left)
    day = exact.day
    if day.on is not None and named.day.on is not None and day.on.weekday() != named.day.on.weekday():
        day = ambiguous(day.on)
    return FoundDate(day, span, confirmed=True)
