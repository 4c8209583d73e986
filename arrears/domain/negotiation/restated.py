"""Whether a turn only says again what was read back: each sum and each day of it stands in the terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.one_payment import is_of_one_payment
from arrears.domain.language.plans.skips import skips_one
from arrears.domain.language.readings import AmountKind, AmountReading, DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks
from arrears.domain.negotiation.as_offered import is_roughly
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.proposed_days import weekday_of_rhythm
from arrears.domain.negotiation.regular_day import is_another_rule
from arrears.domain.plans import Instalment

_THE_FIRST = compiled(r"\b(?:first|since)\b[^\d,.]*$")
"""Beside the words of a beginning: "350 a month, the first one in april"."""

NO_MOVES: Mapping[date, date] = MappingProxyType({})


def restates(text: str, readings: Readings, offer: Offer, moves: Mapping[date, date] = NO_MOVES) -> bool:
    """Whether a sum, with its days or rhythm, is that of the terms, and nothing else is named.

    "150 until may and 900 from june" is of terms with 150 to 4 May and 900 from 2 June; 五月十二都还完 is of
    terms with that last day. A day on which something is to begin has to be the first one of its sum. `moves`
    are days that they know to have gone to others.
    """
    sums, days, often = readings.amounts, readings.dates, readings.frequency
    if not sums or not (days or often) or readings.percents or asks(text):
        return False
    if len(offer.instalments) > 1 and is_of_one_payment(text):
        return False
    if skips_one(text):  # the terms as they are have a payment in it
        return False
    if often not in (None, offer.frequency):
        return False
    if readings.instalment_count not in (None, len(offer.instalments)):
        return False
    stand = all(any(_is_its_sum(each, one, offer) for one in offer.instalments) for each in sums)
    weekday = weekday_of_rhythm(text, readings)
    if weekday is not None:
        on_it = [one for one in offer.instalments if one.on.weekday() == weekday]  # a holiday moves one
        return stand and 2 * len(on_it) >= len(offer.instalments)
    return stand and all(_is_on(day, text, readings, offer, moves) for day in days)


def _is_on(day: DateReading, text: str, readings: Readings, offer: Offer, moves: Mapping[date, date]) -> bool:
    its_sum = _sum_of(day, readings)
    paid = [one for one in offer.instalments if _is_its_sum(its_sum, one, offer)]
    if day.on is not None and len(paid) > 1 and is_another_rule(day.on, text, readings, offer):
        return False
    if _begins(day, text):
        return bool(paid) and _is_its_day(day, paid[0], moves)
    by_number = its_sum.kind is not AmountKind.FULL and _has_their_number(day, paid)
    return any(_is_its_day(day, one, moves) for one in paid) or by_number


def _sum_of(day: DateReading, readings: Readings) -> AmountReading:
    """The sum that the day is said of: the one before it, or the one after it where days come first."""
    before = [each for each in readings.amounts if each.span[0] < day.span[0]]
    after = [each for each in readings.amounts if each.span[0] > day.span[0]]
    days_first = readings.dates[0].span[0] < readings.amounts[0].span[0]
    return after[0] if after and (days_first or not before) else before[-1]


def _begins(day: DateReading, text: str) -> bool:
    plain = fold(text)
    return is_begin(plain, day) or _THE_FIRST.search(plain[: day.span[0]]) is not None


def _is_its_day(day: DateReading, one: Instalment, moves: Mapping[date, date]) -> bool:
    if day.month is not None:
        return (day.month.year, day.month.month) == (one.on.year, one.on.month)
    return day.on is not None and moves.get(day.on, day.on) == one.on


def _has_their_number(day: DateReading, paid: list[Instalment]) -> bool:
    """Whether most payments of that sum keep the day of the month: "125 on the 20th", of one from May on."""
    kept = Counter(one.on.day for one in paid)
    return day.on is not None and is_bare(day) and kept[day.on.day] == max(kept.values(), default=-1)


def _is_its_sum(named: AmountReading, one: Instalment, offer: Offer) -> bool:
    """Whether it is the sum of that payment; all that is owed is there with the last one."""
    if named.kind is AmountKind.FULL:
        return one is offer.instalments[-1] and offer.left_due.minor == 0
    return named.money is not None and is_roughly(named.money, one.amount)


def names_a_later_one(readings: Readings, offer: Offer, moves: Mapping[date, date]) -> bool:
    """Whether its one day is that of a later payment alone: "yes 160 on may 28" of payments from March on."""
    if readings.frequency is None and readings.dates and all(day.month for day in readings.dates):
        return len(offer.instalments) > 1  # "160 for march and april"
    (only,) = readings.dates if len(readings.dates) == 1 else (None,)
    if only is None or only.on is None or is_bare(only) or readings.frequency is not None:
        return False
    return moves.get(only.on, only.on) != offer.first_on and len(offer.instalments) > 1
