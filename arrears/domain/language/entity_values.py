"""Dates, amounts, percentages and plans as the inventory writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.offered.taken_back import corrected
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    PercentReading,
    Readings,
)
from arrears.domain.language.script.fold import Span, compiled, overlap
from arrears.domain.money import Money

_TO = compiled(r"\s*(?:-|(?:to|thru|through|or|till|until)\b|到|至|~|或者?|还是)")
_OR = compiled(r"^\s*(?:or\b|或者?|还是)")
_AND = compiled(r"\s*(?:(?:and|n)\b|&|和|跟)")
_DAY_ZH = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[号日]"
_SIDE_BY_SIDE = compiled(rf"(?:\S{{1,3}}月)?{_DAY_ZH}{_DAY_ZH}(?!各|分别)")  # 三号四号, about then
_NEAR_DAYS = 3
_TWO = 2
_DAY_LENGTH = len("2026-03-11")
_ARRIVES = compiled(r"(?:工资|薪水?|钱|款|退休金)[^\s,\uff0c。]*$")
_BETWEEN = compiled(r"\b(?:between|btwn|b/w)\s+(?:the\s+)?(?:\S+\s?){1,2}$")
_NEAR = compiled(
    r"\s*(?:(?:-|to|thru|through|or|till|until|and|n|&|到|至|~|或者?|还是|和|跟)\s*(?:the|maybe|on|是)?)?\s*$"
)
_NOW = compiled(r"\W*(?:right\s+)?now\W*")  # is when, and no day of a calendar that was named
_SO_FAR = compiled(
    r"\b(?:days?|weeks?|wks?|months?|fortnights?)\s*(?:late|later|back|out|more|extra|longer|from|off)?$|[推延晚迟拖缓顺].*[天日周月期拜]$"
)
_MOVES = compiled(
    r"\b(?:mov|chang|swap|switch|push|shift|exten|postpon|delay|instead|rather)\w*|[改换挪移调延推]"
)
_FROM = compiled(r"\bfrom\b[^.,;]{0,20}$|从[^\s,，。]{0,8}$")
_INSTEAD_OF = compiled(r"\b(?:instead\s+of|rather\s+than)\s+(?:on\s+)?(?:the\s+)?")
_MOVED_TO = compiled(r"\s*(?:to|until|till)\b|[\u4e00-\u9fff]{0,2}[到至]")


@dataclass(frozen=True, slots=True)
class DateView:
    """How the dates of a turn are to be taken."""

    told_at: Callable[[Span], bool]  # whether the words there tell of what has happened
    today: date
    offered: bool  # a day that has passed was offered as one to pay on
    moves: bool  # the due day is moved, and so far: from a day that nobody named
    ranges: bool  # two days joined by "to" are one range, not the old day and the new


def date_entities(readings: Readings, text: str, view: DateView) -> list[Entity]:
    """The dates; a range of days is one, on its first day that can be used."""
    found = [entity for one in readings.dates if (entity := _date(one, view))]
    found = [_doubted_if_replaced(one, text.lower()) for one in found]
    result: list[Entity] = []
    for one in found:
        if view.ranges and result and _is_moved(text, result[-1].span, one.span):
            result[-1] = replace(result[-1], certainty=Certainty.UNSURE)
        if (
            view.ranges
            and result
            and _is_range(text, result[-1].span, one.span, near=_is_near(result[-1], one))
        ):
            result[-1] = _range(result[-1], one, text, view.today, alone=len(found) == _TWO)
        else:
            result.append(one)
    return result


def _date(one: DateReading, view: DateView) -> Entity | None:
    others = tuple(day.isoformat() for day in one.alternatives)
    value, certainty = _date_value(one, view), one.certainty
    if one.problem is DateProblem.AMBIGUOUS and one.on is None and one.about is None:
        value, certainty, others = (others[0] if others else None), Certainty.UNSURE, others[1:]
    if value is None:
        return None
    if view.moves and certainty is Certainty.SURE and _SO_FAR.search(one.words.lower()):
        certainty = Certainty.UNSURE
    others = tuple(each for each in others if each != value)
    return Entity(EntityName.DATE, value, one.span, one.words, certainty, others)


def _date_value(one: DateReading, view: DateView) -> str | None:
    told = view.told_at(one.span)
    if _NOW.fullmatch(one.words):
        return None
    match one.problem:
        case None:
            return one.on.isoformat() if one.on else None
        case DateProblem.INVALID:
            return f"INVALID:{one.about or one.words}"
        case DateProblem.UNRESOLVED:
            return None if told else f"UNRESOLVED:{one.about or one.words}"  # told of, the money has come
        case DateProblem.PAST:
            return one.about if one.about is None or told or not view.offered else f"PAST:{one.about}"
        case DateProblem.AMBIGUOUS:
            return one.about


def _doubted_if_replaced(one: Entity, text: str) -> Entity:
    """The day, doubtful where another one stands for it: "the 12th rather than tomorrow"."""
    start = one.span[0]
    replaced = any(words.start() < start <= words.end() for words in _INSTEAD_OF.finditer(text))
    return replace(one, certainty=Certainty.UNSURE) if replaced else one


def _is_moved(text: str, left: Span, right: Span) -> bool:
    """Whether the first day is the one to be moved to the second: from May 1 to May 15."""
    gap = text[left[1] : right[1]]
    return bool(_MOVES.search(text) and _FROM.search(text[: left[1]]) and _MOVED_TO.match(gap))


def _is_range(text: str, left: Span, right: Span, *, near: bool) -> bool:
    if _MOVES.search(text):
        return False
    if left[1] == right[0] and _SIDE_BY_SIDE.match(text, left[0]) and near:
        return True
    if text[left[1] : left[1] + 2] == "到 " and _ARRIVES.search(text[: left[0]]):
        return False  # 工资十三号到 十四号给
    following = text[left[1] : right[1]]  # the words of a date begin with its preposition
    if not _NEAR.match(text[left[1] : right[0]]):
        return False
    return bool(_TO.match(following) or (_AND.match(following) and _BETWEEN.search(text[: left[1]])))


def _is_near(left: Entity, right: Entity) -> bool:
    """Whether the days are close: 一号十五号 are two, 三号四号 is about then."""
    if not (_is_day(left) and _is_day(right)) or len(left.value) != len(right.value):
        return True
    if len(left.value) < _DAY_LENGTH:
        return False
    apart = date.fromisoformat(right.value) - date.fromisoformat(left.value)
    return abs(apart.days) <= _NEAR_DAYS


def _range(first: Entity, last: Entity, text: str, today: date, *, alone: bool) -> Entity:
    """From the first day; one that lies behind the last has begun, and is today.

    Beside a third day it may be a stretch of something else: we close the 24th to the 2nd, so the 4th.
    """
    span = (first.span[0], last.span[1])
    if _is_day(first) and _is_day(last) and _OR.search(text[first.span[1] : last.span[1]]):
        first, last = sorted((first, last), key=lambda one: one.value)
    value = (
        today.isoformat() if _is_day(first) and _is_day(last) and first.value > last.value else first.value
    )
    unsure = [each.certainty is Certainty.UNSURE for each in (first, last)]
    doubtful = all(unsure) if alone else any(unsure)
    certainty = Certainty.UNSURE if doubtful else Certainty.LIKELY
    return Entity(EntityName.DATE, value, span, text[slice(*span)], certainty, (last.value,))


def _is_day(entity: Entity) -> bool:
    return entity.value[:1].isdigit()


def amount_entities(readings: Readings, text: str) -> list[Entity]:
    """The amounts, halves as "50%"; other shares are percentages."""
    taken = [one.span for one in readings.percents]
    return [
        _amount(one, text)
        for one in readings.amounts
        if one.kind is not AmountKind.SHARE or not any(overlap(one.span, span) for span in taken)
    ] + [_percent(one, text) for one in readings.percents]


def shares_once(found: list[Entity]) -> list[Entity]:
    """The amounts and shares; a share to settle by that is said again is one: 少三成吗 少三成我就结."""
    shares = [one for one in found if one.name is EntityName.PERCENT]
    if len({one.value for one in shares}) != 1:
        return found
    surest = min(shares, key=_doubtful)
    return [one for one in found if one is surest or one not in shares]


def _doubtful(one: Entity) -> bool:
    return one.certainty is Certainty.UNSURE


def _amount(one: AmountReading, text: str) -> Entity:
    if one.kind is AmountKind.SUM and one.money is not None:
        value = _plain(one.money)
    else:
        value = "FULL" if one.kind is AmountKind.FULL else f"{one.percent}%"
    others = tuple(_plain(money) for money in one.alternatives)
    return Entity(EntityName.AMOUNT, value, one.span, text[slice(*one.span)], one.certainty, others)


def _plain(money: Money) -> str:
    whole, cents = divmod(money.minor, 100)
    return f"{whole}.{cents:02}" if cents else str(whole)


def _percent(one: PercentReading, text: str) -> Entity:
    return Entity(EntityName.PERCENT, f"{one.percent:f}", one.span, text[slice(*one.span)], one.certainty)


def methods_that_stand(found: list[Entity], text: str) -> list[Entity]:
    """The entities, less a way to pay that is taken back for the next: zelle 50 fri, no wait, cash app."""
    methods = [one.span for one in found if one.name is EntityName.PAYMENT_METHOD]
    others = [one.span for one in found if one.name is not EntityName.PAYMENT_METHOD]
    taken_back = corrected(text, methods, others)
    return [one for one in found if one.span not in taken_back]


def plan_entities(readings: Readings, text: str) -> list[Entity]:
    """How many instalments and how often."""
    plan, found = readings.plan, []
    if plan.count is not None and plan.count_span is not None:
        words = text[slice(*plan.count_span)]
        value = str(plan.count)
        found.append(Entity(EntityName.INSTALMENT_COUNT, value, plan.count_span, words, plan.count_certainty))
    if plan.frequency is not None and plan.frequency_span is not None:
        words = text[slice(*plan.frequency_span)]
        value = str(plan.frequency)
        found.append(
            Entity(EntityName.FREQUENCY, value, plan.frequency_span, words, plan.frequency_certainty)
        )
    return found
