"""The day of a proposal, from the days that a turn names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

from arrears.domain.language.means.told_means import Means
from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.offered.beside_words import ANY_DAY_OF_WEEK, MONTH_SAID
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.each_payday import on_two_days
from arrears.domain.language.readings import DateProblem, DateReading, Frequency, Readings
from arrears.domain.language.script.fold import compiled, fold, overlap
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.schedule import due_dates, is_month_end


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


def is_payday(day: DateReading, means: Means) -> bool:
    """Whether the day only tells when they are paid: "every two weeks, Fridays, next is the 12th"."""
    if means.payday is not None and (day.on == means.payday or day.span in means.paydays):
        return True
    coming = coming_of_weekday(day)
    if coming is None or means.payday_rhythm not in BY_WEEKDAY:
        return False
    return means.payday is None or coming.weekday() == means.payday.weekday()


def likeliest_days(readings: Readings) -> list[date]:
    """The days that are named, the earliest first; of a doubtful one the only day that it may be."""
    return sorted(day for day in map(_likeliest, readings.dates) if day is not None)


def _likeliest(day: DateReading) -> date | None:
    return day.on or (day.alternatives[0] if len(day.alternatives) == 1 else None)


def coming_of_weekday(day: DateReading) -> date | None:
    """The coming one of a weekday that is named alone: "tuesdays", not "next tuesday"."""
    return _likeliest(day) if ANY_DAY_OF_WEEK.fullmatch(day.words.lower()) else None


_MONTH_END = compiled(
    r"\b(?:end\s+of(?!.*\bweek)|(?:last|final)\s+day|month'?s?[\s-]end|eom)\b|\bend$|月份?的?(?:底|末|尾|最后一[天日])"
)


def says_month_end(day: DateReading) -> bool:
    """Whether the words are of the last day of a month, not of its number: 月底, "end of November"."""
    return day.on is not None and is_month_end(day.on) and _MONTH_END.search(fold(day.words)) is not None


BY_WEEKDAY = (Frequency.WEEKLY, Frequency.BIWEEKLY)


def weekday_of_rhythm(text: str, readings: Readings) -> int | None:
    """The weekday on which every or every second week is paid, where no certain one of them is the first."""
    if readings.frequency not in BY_WEEKDAY or any(is_begin(fold(text), each) for each in readings.dates):
        return None
    days = {coming_of_weekday(each) for each in readings.dates}
    only = days.pop() if len(days) == 1 else None
    return None if only is None else only.weekday()


def on_day_named_before(
    proposal: Proposal, before: Proposal | None, text: str, readings: Readings
) -> Proposal:
    """What is proposed now, from the day named before where that is one of the weekday that it names now.

    "Starting Monday the 28th", then "150 every Monday": no earlier one of them is meant. Nor is it where the
    sums after a first one keep a day of the month: "not this month, start august", then "90 on the 20ths".
    """
    named, rest = (None, None) if before is None else (before.on, before.rest)
    if rest is not None and proposal.rest is not None and _is_of_same_number(proposal.rest, rest, readings):
        return replace(proposal, rest=replace(proposal.rest, on=rest.on))
    if named is None or proposal.on is None or proposal.on >= named:
        return proposal
    same = weekday_of_rhythm(text, readings) == named.weekday()
    return replace(proposal, on=named) if same else proposal


def _is_of_same_number(said: Proposal, before: Proposal, readings: Readings) -> bool:
    """Whether only the number of a day is named, that of a later one that was named before."""
    if said.on is None or before.on is None or said.frequency is not before.frequency:
        return False
    bare = any(each.on == said.on and is_bare(each) for each in readings.dates)
    return bare and said.on < before.on and said.on.day == before.on.day


_SET_ON = compiled(
    r"(?:定|放|设|改|约|排|安排|选)(?:在|到|成|为)\s*$|\b(?:make\s+it|set\s+it|(?:can|could)\s+(?:it|that|we)\s+(?:be|do|go)|put\s+it|move\s+it)"
    r"(?:\s+(?:for|to|on|the))*\s*$"
)
_GAP = len(" of ")
_NEAR = 1
"""The 30th of a month of 31 days."""


def on_both_days(proposal: Proposal, text: str, readings: Readings) -> Proposal:
    """One sum on two days of the month ("100 on the 15th and the 30th") is one of every half-month."""
    days = [each.on for each in readings.dates if each.on is not None]
    two = len(days) == len(readings.dates) == 2 and on_two_days(text)
    of_a_month = two and MONTH_SAID.search(readings.dates[0].words.lower()) is not None  # "June 15 and 30"
    once = proposal.amount is not None and not (proposal.frequency or proposal.count or proposal.rest)
    unclear = proposal.date_problem is DateProblem.AMBIGUOUS and not proposal.each_payday
    if not (two and once and unclear) or of_a_month:
        return proposal
    _, second = islice(due_dates(min(days), Frequency.SEMIMONTHLY), 2)
    if not 0 <= (second - max(days)).days <= _NEAR:  # the 1st and the 15th are no half-months of ours
        return proposal
    return replace(proposal, on=min(days), frequency=Frequency.SEMIMONTHLY, date_problem=None)


def on_day_set(proposal: Proposal, text: str, readings: Readings) -> Proposal:
    """What is proposed, on the day of every month that it is set on, whatever other day says why.

    定在每个月的十六号，因为十五号有时候要到傍晚才到账.
    """
    rhythm = readings.plan.frequency_span
    if proposal.on is not None or readings.frequency is not Frequency.MONTHLY or rhythm is None:
        return proposal
    for day in readings.dates:
        start, end = min(rhythm[0], day.span[0]), max(rhythm[1], day.span[1])
        together = end - start <= (rhythm[1] - rhythm[0]) + (day.span[1] - day.span[0]) + _GAP
        if day.on is not None and together and _SET_ON.search(fold(text)[:start]):
            return replace(proposal, on=day.on, date_problem=None, in_month=None)
    return proposal


def on_told_payday(proposal: Proposal, readings: Readings, means: Means) -> Proposal:
    """A sum in a rhythm, with no day beside it but the payday, is paid from the next of those on.

    "My payout is mondays. I can do 40 a week": that is read back. Of two paydays a sum in no rhythm is one of
    every month, which asks least of them: "150 between us, I get paid the 15th and end of month".
    """
    told = means.payday is not None and all(is_payday(each, means) for each in readings.dates)
    regular = proposal.amount is not None and proposal.frequency is not None and proposal.rest is None
    if told and regular and proposal.on is None and proposal.date_problem is not None:
        return replace(proposal, on=means.payday, date_problem=None, in_month=None)
    return _on_two_paydays(proposal, readings, means)


def _on_two_paydays(proposal: Proposal, readings: Readings, means: Means) -> Proposal:
    rhythm = readings.plan.frequency_span
    of_pay = rhythm is None or any(overlap(rhythm, each) for each in means.paydays)
    once = proposal.amount is not None and of_pay and proposal.count is None
    no_other = bool(means.paydays) and {each.span for each in readings.dates} == {*means.paydays}
    if not (once and no_other) or proposal.rest or proposal.each_payday:
        return proposal
    return replace(proposal, on=means.payday, frequency=Frequency.MONTHLY, date_problem=None, in_month=None)


def with_days(proposal: Proposal, dates: tuple[DateReading, ...], today: date) -> Proposal:
    """The proposal on the one day that is usable, or with what is wrong with those that were read.

    Of a weekday that is kept the day of the calendar is the first: "every Tuesday, starting June 16".
    """
    if proposal.frequency in BY_WEEKDAY:
        dates = tuple(one for one in dates if not _is_of_another(one, dates))
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


def _is_of_another(weekday: DateReading, dates: tuple[DateReading, ...]) -> bool:
    """Whether another of the days is one of the weekday that is named alone."""
    coming = coming_of_weekday(weekday)
    later = [one.on for one in dates if one.on is not None and coming_of_weekday(one) is None]
    return coming is not None and any(on.weekday() == coming.weekday() for on in later)


def _month(dates: tuple[DateReading, ...]) -> date | None:
    """The first day of the one month that was named without a day of it."""
    named = {reading.about for reading in dates if reading.problem is DateProblem.AMBIGUOUS}
    month = named.pop() if len(named) == 1 else None
    return date.fromisoformat(f"{month}-01") if month is not None and len(month) == _MONTH_LONG else None


_MONTH_LONG = len("2026-04")


def on_paydays(proposal: Proposal, rhythm: Frequency | None, payday: date | None) -> Proposal:
    """The proposal in the rhythm in which they are paid, where its sum is one of every payday."""
    if not proposal.each_payday or proposal.frequency is not None or rhythm is None:
        return proposal
    return replace(proposal, frequency=rhythm, on=proposal.on or payday, date_problem=None)
