"""What is regular about dated payments, so that they can be said shortly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.schedule import due_dates, is_month_end, month_ends
from arrears.domain.plans import Instalment

_FURTHEST = 10
"""How many days a due day is moved at most: the longest holidays with the weekends around them."""
_SHORTEST = 3
"""Of fewer payments, a rhythm says nothing that their days do not."""

_WEEKEND, _SOON = (5, 6), 4
"""Saturday and Sunday; with a holiday beside them the next business day is so many days later."""


@dataclass(frozen=True, slots=True)
class Run:
    """Payments of one amount, one after the other."""

    amount: Money
    days: tuple[date, ...]
    usual: tuple[date, ...] | None  # the days of the rhythm they follow; None when they follow none

    @property
    def moved(self) -> tuple[tuple[date, date], ...]:
        """The usual days that were moved, each with where it went."""
        return moved_days(self.days, self.usual or self.days)


def runs_of(instalments: Sequence[Instalment], frequency: Frequency | None) -> tuple[Run, ...]:
    """The payments in their order, those of one amount together. None follow a rhythm without a frequency.

    A first payment on a day that was wished, or that is far from those of the others, stands by itself: the
    others do not follow from it.
    """
    days = tuple(item.on for item in instalments)
    usual = None if frequency is None else usual_days(days, frequency)
    if frequency is not None and _first_is_apart(days, usual, frequency):
        return (Run(instalments[0].amount, days[:1], None), *runs_of(instalments[1:], frequency))
    runs, start = [], 0
    for amount, items in groupby(instalments, key=lambda item: item.amount):
        end = start + sum(1 for _ in items)
        own = days[start:end]
        follows = None
        if frequency is not None and len(own) >= _SHORTEST:
            follows = usual_days(own, frequency) if usual is None else usual[start:end]
        runs.append(Run(amount, own, follows))
        start = end
    return tuple(runs)


def _first_is_apart(days: tuple[date, ...], usual: tuple[date, ...] | None, frequency: Frequency) -> bool:
    if usual is not None:
        return starts_elsewhere(days, usual)
    return len(days) > _SHORTEST and usual_days(days[1:], frequency) is not None


def starts_elsewhere(days: tuple[date, ...], usual: tuple[date, ...]) -> bool:
    """Whether the first day is another than the rhythm's, and not by a weekend alone."""
    return days[0] != usual[0] and not is_after_a_weekend(usual[0], days[0])


def is_after_a_weekend(usual: date, on: date) -> bool:
    """Whether the day is the next that may be after a Saturday or Sunday: as the rule has it."""
    return usual.weekday() in _WEEKEND and on.weekday() not in _WEEKEND and 0 < (on - usual).days <= _SOON


def usual_days(days: tuple[date, ...], frequency: Frequency) -> tuple[date, ...] | None:
    """The days of the rhythm that these follow but for some that were moved; None when most are others."""
    if days == tuple(islice(due_dates(days[0], frequency), len(days))):
        return days
    starts = [days[0] + timedelta(days=by) for by in sorted(range(-_FURTHEST, _FURTHEST + 1), key=abs)]
    by_number = (due_dates(start, frequency) for start in starts)
    at_ends = (month_ends(start, frequency) for start in starts if is_month_end(start))
    rhythms = (tuple(islice(rhythm, len(days))) for rhythm in (*by_number, *at_ends))
    best = min(rhythms, key=lambda rhythm: len(moved_days(days, rhythm)))
    moved = moved_days(days, best)
    near = all(abs((went - usual).days) <= _FURTHEST for usual, went in moved)
    return best if near and 2 * len(moved) < len(days) else None


def moved_days(days: tuple[date, ...], usual: tuple[date, ...]) -> tuple[tuple[date, date], ...]:
    """The usual days that are not kept, each with the day instead of it."""
    return tuple((before, after) for before, after in zip(usual, days, strict=True) if before != after)
