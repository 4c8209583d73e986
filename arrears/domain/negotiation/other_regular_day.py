"""The regular weekday, or day of the month, of a plan that stands, changed for all payments that are open."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_builders import still_open, with_other_days
from arrears.domain.negotiation.rest_days import dated
from arrears.domain.negotiation.runs import usual_days
from arrears.domain.negotiation.schedule import due_dates, months_after
from arrears.domain.plans import Plan

BY_WEEK = frozenset({Frequency.WEEKLY, Frequency.BIWEEKLY})
_BY_MONTH = frozenset({Frequency.MONTHLY, Frequency.QUARTERLY})


def on_regular_day(
    plan: Plan, named: date, rest_days: RestDays, today: date, paid: Money | None = None
) -> Offer | None:
    """What is left of the plan, each payment on the named weekday or day of the month instead of its own.

    Each stays in its week or month, and all go on by one where that of the first is past; those of weeks or
    months before the named day stay as they are. None where the open payments keep no rhythm of that kind.
    """
    frequency = plan.frequency
    if frequency is None or frequency not in BY_WEEK | _BY_MONTH:
        return None
    left = tuple(still_open(plan, Money.zero(plan.left_due.currency) if paid is None else paid).values())
    usual = usual_days(tuple(each.on for each in left), frequency) if len(left) > 1 else None
    if usual is None:
        return None
    stay = sum(1 for day in usual if _begin_of(day, frequency) < _begin_of(named, frequency))
    stay = stay if named > _same_in(usual[0], named, frequency, today) else 0
    if stay == len(left):
        return None
    first = _same_in(usual[stay], named, frequency, today)
    days = islice(due_dates(first, frequency, named), len(left) - stay)
    moved = dated(days, (each.amount for each in left[stay:]), rest_days, today)
    if stay and left[stay - 1].on >= moved[0].on:
        return None
    return with_other_days(plan, (*left[:stay], *moved))


def _same_in(usual: date, named: date, frequency: Frequency, today: date) -> date:
    """The named weekday in that week, or day in that month; where it is past, the next from today on."""
    begin = _begin_of(usual, frequency)
    if frequency in BY_WEEK:
        days = due_dates(begin + timedelta(named.weekday()), Frequency.WEEKLY)
    else:
        last = months_after(begin, 1) - timedelta(1)
        days = due_dates(min(last, begin + timedelta(named.day - 1)), Frequency.MONTHLY, named)
    return next(day for day in days if day >= today)


def _begin_of(day: date, frequency: Frequency) -> date:
    """The first day of its week or month."""
    return day - timedelta(day.weekday()) if frequency in BY_WEEK else day.replace(day=1)
