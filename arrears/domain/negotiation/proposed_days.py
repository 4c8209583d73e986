"""The day of a proposal, from the days that a turn names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.language.means.told_means import Means
from arrears.domain.language.readings import DateProblem, DateReading, Frequency, Readings
from arrears.domain.language.script.fold import overlap
from arrears.domain.negotiation.offers import Proposal


def every_other(
    proposal: Proposal, dates: tuple[DateReading, ...], today: date, *, says_money: bool
) -> date | None:
    """The coming one of "every other Friday", where that is all that is doubtful; it is read back.

    Of another rhythm alone (改成隔周五还) its weekday is the day too.
    """
    days = {each.alternatives[0] for each in dates if each.on is None and len(each.alternatives) == 1}
    if not says_money:
        ahead = {each.on for each in dates if each.on is not None and each.problem is None}
        days |= {day for day in ahead if (day - today).days < _TWO_WEEKS}
    only = len(days) == len(dates) and proposal.frequency is Frequency.BIWEEKLY
    return min(days) if only and days and min(days) >= today else None


_TWO_WEEKS = 14


def on_two_paydays(proposal: Proposal, readings: Readings, means: Means) -> Proposal:
    """A sum with no day of its own beside two paydays is one of every month, from the next of those.

    "150 between us, I get paid the 15th and end of month": that is read back, and asks least of them.
    """
    rhythm = readings.plan.frequency_span
    of_pay = rhythm is None or any(overlap(rhythm, each) for each in means.paydays)
    once = proposal.amount is not None and of_pay and proposal.count is None
    no_other = bool(means.paydays) and {each.span for each in readings.dates} == {*means.paydays}
    if not (once and no_other) or proposal.rest or proposal.each_payday:
        return proposal
    return replace(proposal, on=means.payday, frequency=Frequency.MONTHLY, date_problem=None, in_month=None)


def with_days(proposal: Proposal, dates: tuple[DateReading, ...], today: date) -> Proposal:
    """The proposal on the one day that is usable, or with what is wrong with those that were read."""
    days = sorted({reading.on for reading in dates if reading.on is not None and reading.problem is None})
    usable = [day for day in days if day >= today]
    if len(usable) == 1 or (usable and proposal.frequency is not None):
        return replace(proposal, on=usable[0])
    if usable:
        return replace(proposal, date_problem=DateProblem.AMBIGUOUS)
    if days:
        return replace(proposal, date_problem=DateProblem.PAST)
    problem = next((r.problem for r in dates if r.problem is not None), None)
    return replace(proposal, date_problem=problem, in_month=_month(dates))


def _month(dates: tuple[DateReading, ...]) -> date | None:
    """The first day of the one month that was named without a day of it."""
    named = {reading.about for reading in dates if reading.problem is DateProblem.AMBIGUOUS}
    month = named.pop() if len(named) == 1 else None
    return date.fromisoformat(f"{month}-01") if month is not None and len(month) == _MONTH_LONG else None


_MONTH_LONG = len("2026-04")
