"""A part of a payment, and the rest of it on another day: "only 200, the rest on the 20th?", 剩下的20号给."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.money.numerals_zh import HAN_NUMBER, number_of_han
from arrears.domain.language.plans.the_rest import REST, rest_day
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.readings import AmountKind, AmountReading, Readings, Span
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language

_SUM = compiled(rf"\s*[$¥]?\s?(?P<sum>\d[\d,]*(?:\.\d\d)?(?![百千万])|(?P<han>{HAN_NUMBER}))")
_LEAST = 10
"""A smaller number is a half, a part, a day."""
_SOME_DAY = compiled(
    r"\b(?:later|soon|some\s?time|some\s+other\s+(?:day|time)|another\s+day|(?:a\s+)?(?:few|couple)(?:\s+of)?\s+(?:more\s+)?days|when)\b"
    r"|过(?:几|两|些)天|过(?:一?阵|段时间)|晚[点些几]|以后|之后|改天|回头|再[补还给]|补"
)
"""That it comes on a day that they do not name yet."""
_A_BALANCE = compiled(r"\b(?:my|our|bank|account|what'?s|what\s+is|how\s+much\s+is)\s+(?:\w+\s+)?$")
"""Before "balance": that of an account, or a question."""
_NAMED = Wanted(Scope.ALL)  # what they say they paid is meant, too


@dataclass(frozen=True, slots=True)
class RestLater:
    """The rest of one payment on a day of its own; sums where they are named."""

    on: date | None  # None where it is to come some day
    part: Money | None  # what is, was or will be paid before
    rest: Money | None


def rest_later(text: str, *, language: Language, today: date, currency: Currency) -> RestLater | None:
    """What is said of the rest of a payment; None where it is nothing, or where more parts are named."""
    plain, readings = (
        fold(text),
        survey(text, language=language, today=today, currency=currency, wanted=_NAMED),
    )
    marks = [each for each in REST.finditer(plain) if not _A_BALANCE.search(plain[: each.start()])]
    rhythm = readings.plan.frequency is not None or readings.instalment_count is not None
    if len(plain) != len(text) or len(marks) != 1 or rhythm:
        return None
    on = _day(text, readings, today)
    start, end = marks[0].span()
    named, rest = _named(plain, (start, end), readings, currency)
    before = [each for each in readings.amounts if not start <= each.span[0] <= named]
    if len(before) > 1 or not all(map(_is_sum, before)):
        return None
    part = before[0].money if before else None
    some_day = _is_some_day(plain, readings, today) and (part or rest) is not None
    return RestLater(on, part, rest) if on is not None or some_day else None


def _is_some_day(plain: str, readings: Readings, today: date) -> bool:
    """Whether it is to come later, and no later day is named at all."""
    named = any(day.on is not None and day.on > today for day in readings.dates)
    return not named and _SOME_DAY.search(plain) is not None


def _day(text: str, readings: Readings, today: date) -> date | None:
    """The one later day that is named, where it can be the day of the rest."""
    later = {day.on for day in readings.dates if day.on is not None and day.on > today}
    said = rest_day(text, readings)
    return next(iter(later)) if len(later) == 1 and (said is None or said.on in later) else None


def _named(plain: str, mark: Span, readings: Readings, currency: Currency) -> tuple[int, Money | None]:
    """Up to where the words of the rest go, and the sum that stands in or right after them."""
    found = _SUM.search(plain, *mark) or _SUM.match(plain, mark[1])
    if found is None or any(
        day.span[0] <= found.start("sum") < day.span[1] or found.end() == day.span[0] + 1
        for day in readings.dates
    ):
        return _in_full(readings, mark[1]), None
    value = number_of_han(found["han"]) if found["han"] else Fraction(found["sum"].replace(",", ""))
    if value is None or value < _LEAST:
        return _in_full(readings, mark[1]), None
    return found.end(), Money(int(value * 100), currency)


def _in_full(readings: Readings, end: int) -> int:
    """Past 付清 and the like, which are of the rest where they come after it."""
    full = (each.span[0] for each in readings.amounts if each.kind is AmountKind.FULL and each.span[0] >= end)
    return max((end, *full))


def _is_sum(each: AmountReading) -> bool:
    return each.kind is AmountKind.SUM and each.money is not None
