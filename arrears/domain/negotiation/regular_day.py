"""The weekday, or the day of the month, that the payments of terms keep, or are to keep."""

from __future__ import annotations

from collections import Counter
from datetime import date

from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import DateReading, Frequency, Readings
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.proposed_days import says_month_end
from arrears.domain.negotiation.runs import usual_days
from arrears.domain.negotiation.schedule import is_month_end

_BY_WEEK = (Frequency.WEEKLY, Frequency.BIWEEKLY)
_PAIR = 2
"""Of two payments neither day is the rule."""


def keeps(named: date, offer: Offer) -> bool:
    """Whether most payments are on that weekday or day of the month; a moved one is no rule."""
    by_week = offer.frequency in _BY_WEEK
    kept = Counter(each.on.weekday() if by_week else each.on.day for each in offer.instalments)
    return kept[named.weekday() if by_week else named.day] == max(kept.values())


def is_another_rule(named: date, text: str, readings: Readings, offer: Offer) -> bool:
    """Whether the day, said of a rhythm, is one of the payments' and yet not the one that they keep.

    "40 a week on tuesdays" of Mondays whose first is a Tuesday, after a holiday; not so where it begins.
    """
    if readings.frequency is None or len(offer.instalments) <= _PAIR or keeps(named, offer):
        return False
    if any(each.on == named and says_month_end(each) for each in readings.dates) and _ends_months(offer):
        return False
    return not begins_on(named, text, readings)


def _ends_months(offer: Offer) -> bool:
    """Whether the payments are those of the last days of months."""
    days = tuple(each.on for each in offer.instalments)
    usual = None if offer.frequency is None else usual_days(days, offer.frequency)
    return usual is not None and all(is_month_end(day) for day in usual)


def begins_on(named: date, text: str, readings: Readings) -> bool:
    """Whether the words have it begin on that day: "from the 16th", 28号开始."""
    plain = fold(text)
    return any(day.on == named and is_begin(plain, day) for day in readings.dates)


def regular_day_named(text: str, readings: Readings, offer: Offer) -> date | None:
    """The weekday or day of the month that all are to keep instead, as a day on which it may begin.

    None where they name no such day, or several; of two of it, the one with which they have it begin.
    """
    by_week = offer.frequency in _BY_WEEK
    named = [each for each in readings.dates if each.problem is None and each.on is not None]
    of_kind = (each.on for each in named if (_is_of_week(each) if by_week else is_bare(each)))
    others = {on for on in of_kind if on is not None and not keeps(on, offer)}
    if len({on.weekday() if by_week else on.day for on in others}) != 1:
        return None
    rule = next(iter(others))
    begins = (each.on for each in named if each.on is not None and is_begin(fold(text), each))
    same = (on for on in begins if (on.weekday() == rule.weekday() if by_week else on.day == rule.day))
    return next(same, rule)


_WEEKDAY = compiled(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun)\b"
    r"|(?:周|星期|礼拜)[一二三四五六日天]"
)


def _is_of_week(day: DateReading) -> bool:
    return _WEEKDAY.search(fold(day.words)) is not None
