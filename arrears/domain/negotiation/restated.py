"""Whether a turn only says again what was read back: each sum and each day of it stands in the terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType

from arrears.domain.language.acts.yes_and_terms import tells_an_order
from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.one_payment import is_of_one_payment
from arrears.domain.language.plans.skips import skips_one
from arrears.domain.language.readings import AmountKind, AmountReading, DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks
from arrears.domain.negotiation.as_offered import is_roughly
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.proposed_days import BY_WEEKDAY, coming_of_weekday, weekday_of_rhythm
from arrears.domain.negotiation.regular_day import is_another_rule
from arrears.domain.plans import Instalment

_THE_FIRST = compiled(r"\b(?:first|since)\b[^\d,.]*$")
"""Beside the words of a beginning: "350 a month, the first one in april"."""
_WEEKDAY_FROM = compiled(r"(?:on\s+)?[a-z]+days?\s+(?:from|start(?:s|ing)?|beginning|as\s+of)\b")
"""A weekday with the first of them: "every monday from the 23rd"."""

_AT_ONCE = compiled(r"(?<!第)一次|\bonce\b|\bin\s+one\b")
NO_MOVES: Mapping[date, date] = MappingProxyType({})


def restates(text: str, readings: Readings, offer: Offer, moves: Mapping[date, date] = NO_MOVES) -> bool:
    """Whether a sum, with its days or rhythm, is that of the terms, and nothing else is named.

    "150 until may and 900 from june" is of terms with 150 to 4 May and 900 from 2 June; 五月十二都还完 is of
    terms with that last day. A day on which something is to begin has to be the first one of its sum. `moves`
    are days that they know to have gone to others. Without a day or rhythm the sums have to be told in their
    order, or one by one: "600 first and then the 125s", "half and half".
    """
    sums, days, often = readings.amounts, readings.dates, readings.frequency
    if not sums or readings.percents or asks(text):
        return False
    if not (days or often) and not _are_all_sums(text, readings, offer):
        return False
    if len(offer.instalments) > 1 and _is_of_one(text, readings, offer):
        return False
    if skips_one(text):  # the terms as they are have a payment in it
        return False
    if often not in (None, offer.frequency) or _repeats_another(readings, offer):
        return False
    if readings.instalment_count not in (None, len(offer.instalments)):
        return False
    stand = all(any(_is_its_sum(each, one, offer) for one in offer.instalments) for each in sums)
    weekday = weekday_of_rhythm(text, readings)
    if weekday is not None:
        on_it = [one for one in offer.instalments if one.on.weekday() == weekday]  # a holiday moves one
        return stand and 2 * len(on_it) >= len(offer.instalments)
    return stand and all(_is_on(day, text, readings, offer, moves) for day in days)


def _repeats_another(readings: Readings, offer: Offer) -> bool:
    """Whether the rhythm is said of a sum that is paid once, beside one that is paid again and again."""
    span = readings.plan.frequency_span
    if span is None:
        return False
    times = {
        each.span: sum(_is_its_sum(each, one, offer) for one in offer.instalments)
        for each in readings.amounts
    }
    said_of = min(times, key=lambda one: max(one[0] - span[1], span[0] - one[1]))
    return times[said_of] == 1 < max(times.values())


def _are_all_sums(text: str, readings: Readings, offer: Offer) -> bool:
    """Whether each payment, or each sum that is paid but what is left in the end, is named in its order."""
    sums = readings.amounts
    one_by_one = len(sums) == len(offer.instalments) > 1
    if one_by_one:
        return all(_is_its_sum(*each, offer) for each in zip(sums, offer.instalments, strict=True))
    return tells_an_order(text, readings) and _covers(readings, offer)


def _is_of_one(text: str, readings: Readings, offer: Offer) -> bool:
    """Whether one payment is spoken of; beside what follows it the first one is a part of the whole."""
    return _AT_ONCE.search(fold(text)) is not None or (
        is_of_one_payment(text) and not _covers(readings, offer)
    )


def _covers(readings: Readings, offer: Offer) -> bool:
    """Whether several sums are named in their order, all that are paid but for what is left in the end."""
    several = len(readings.amounts) > 1 and not leaves_out_a_sum(readings, offer)
    return several and are_in_order(readings, offer)


def leaves_out_a_sum(readings: Readings, offer: Offer) -> bool:
    """Whether fewer sums are named than are paid, but for what is left in the end."""
    runs = [amount for amount, _ in groupby(one.amount for one in offer.instalments)]
    remainder = len(runs) > 1 and runs[-1] < runs[-2] and offer.instalments[-2].amount != runs[-1]
    return len(readings.amounts) < len(runs) - remainder


def are_in_order(readings: Readings, offer: Offer) -> bool:
    """Whether the sums are named in the order in which they begin to be paid."""
    begin = [
        next((at for at, one in enumerate(offer.instalments) if _is_its_sum(each, one, offer)), None)
        for each in readings.amounts
    ]
    at = [each for each in begin if each is not None]
    return len(at) == len(begin) and at == sorted(at)


def _is_on(day: DateReading, text: str, readings: Readings, offer: Offer, moves: Mapping[date, date]) -> bool:
    its_sum = _sum_of(day, readings)
    paid = [one for one in offer.instalments if _is_its_sum(its_sum, one, offer)]
    if day.on is not None and len(paid) > 1 and is_another_rule(day.on, text, readings, offer):
        return False
    if _begins(day, text):
        return bool(paid) and _is_its_day(day, paid[0], moves)
    if any(_is_its_day(day, one, moves) for one in paid):
        return True
    weekly = readings.frequency in BY_WEEKDAY and _has_their_weekday(day, paid)
    return weekly or (its_sum.kind is not AmountKind.FULL and _has_their_number(day, paid))


def _sum_of(day: DateReading, readings: Readings) -> AmountReading:
    """The sum that the day is said of: the one before it, or the one after it where days come first."""
    before = [each for each in readings.amounts if each.span[0] < day.span[0]]
    after = [each for each in readings.amounts if each.span[0] > day.span[0]]
    days_first = readings.dates[0].span[0] < readings.amounts[0].span[0]
    return after[0] if after and (days_first or not before) else before[-1]


def _begins(day: DateReading, text: str) -> bool:
    plain = fold(text)
    led = is_begin(plain, day) or _WEEKDAY_FROM.match(plain, *day.span) is not None
    return led or _THE_FIRST.search(plain[: day.span[0]]) is not None


def _is_its_day(day: DateReading, one: Instalment, moves: Mapping[date, date]) -> bool:
    if day.month is not None:
        return (day.month.year, day.month.month) == (one.on.year, one.on.month)
    return day.on is not None and moves.get(day.on, day.on) == one.on


def _has_their_number(day: DateReading, paid: list[Instalment]) -> bool:
    """Whether most payments of that sum keep the day of the month: "125 on the 20th", of one from May on."""
    kept = Counter(one.on.day for one in paid)
    return day.on is not None and is_bare(day) and kept[day.on.day] == max(kept.values(), default=-1)


def _has_their_weekday(day: DateReading, paid: list[Instalment]) -> bool:
    """Whether it is the weekday that most payments of that sum keep: "every monday from the 17th"."""
    coming, kept = coming_of_weekday(day), Counter(one.on.weekday() for one in paid)
    return coming is not None and kept[coming.weekday()] == max(kept.values(), default=-1)


def _is_its_sum(named: AmountReading, one: Instalment, offer: Offer) -> bool:
    """Whether it is the sum of that payment; all that is owed is there with the last one."""
    if named.kind is AmountKind.FULL:
        return one is offer.instalments[-1] and offer.left_due.minor == 0
    if named.kind is AmountKind.SHARE and named.percent is not None:
        whole = offer.total + offer.left_due
        return abs(Fraction(named.percent) * whole.minor / 100 - one.amount.minor) < 1  # of an odd sum
    return named.money is not None and is_roughly(named.money, one.amount)


def names_a_later_one(text: str, readings: Readings, offer: Offer, moves: Mapping[date, date]) -> bool:
    """Whether its one day is that of a later payment alone: "yes 160 on may 28" of payments from March on."""
    if readings.frequency is None and readings.dates and all(day.month for day in readings.dates):
        begins = len(readings.dates) == 1 and _begins(readings.dates[0], text)  # "500 from october"
        return len(offer.instalments) > 1 and not begins  # "160 for march and april"
    (only,) = readings.dates if len(readings.dates) == 1 else (None,)
    if only is None or only.on is None or is_bare(only) or readings.frequency is not None:
        return False
    return moves.get(only.on, only.on) != offer.first_on and len(offer.instalments) > 1
