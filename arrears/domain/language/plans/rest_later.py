"""A part of a payment, and the rest of it on another day: "only 200, the rest on the 20th?", 剩下的20号给."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.plans.the_rest import REST, rest_day
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.readings import AmountKind, AmountReading, Readings, Span
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language

_SUM = compiled(r"\s*[$¥]?\s?(?P<sum>\d[\d,]*(?:\.\d\d)?)")
_A_BALANCE = compiled(r"\b(?:my|our|bank|account|what'?s|what\s+is|how\s+much\s+is)\s+(?:\w+\s+)?$")
"""Before "balance": that of an account, or a question."""
_NAMED = Wanted(Scope.ALL)  # what they say they paid is meant, too


@dataclass(frozen=True, slots=True)
class RestLater:
    """The rest of one payment on a day of its own; sums where they are named."""

    on: date
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
    if on is None or len(before) > 1 or not all(map(_is_sum, before)):
        return None
    return RestLater(on, before[0].money if before else None, rest)


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
    return found.end(), Money(int(Decimal(found["sum"].replace(",", "")) * 100), currency)


def _in_full(readings: Readings, end: int) -> int:
    """Past 付清 and the like, which are of the rest where they come after it."""
    full = (each.span[0] for each in readings.amounts if each.kind is AmountKind.FULL and each.span[0] >= end)
    return max((end, *full))


def _is_sum(each: AmountReading) -> bool:
    return each.kind is AmountKind.SUM and each.money is not None
