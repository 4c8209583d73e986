"""The weekday, or the day of the month, that the payments of terms keep."""

from __future__ import annotations

from collections import Counter
from datetime import date

from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import Frequency, Readings
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.offers import Offer

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
    return not begins_on(named, text, readings)


def begins_on(named: date, text: str, readings: Readings) -> bool:
    """Whether the words have it begin on that day: "from the 16th", 28号开始."""
    plain = fold(text)
    return any(day.on == named and is_begin(plain, day) for day in readings.dates)
