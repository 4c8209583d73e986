"""What was read from one clause as a proposal: contradictions become problems to ask about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Readings,
)
from arrears.domain.money import Currency
from arrears.domain.negotiation.offers import AmountProblem, Proposal
from arrears.domain.negotiation.proposed_days import every_other, says_month_end, with_days


def proposal_from(readings: Readings, currency: Currency, today: date) -> Proposal:
    """The proposal in a turn; amounts and days that contradict each other become problems to ask about.

    `today` is on the borrower's calendar: an earlier day is no day to pay on.
    """
    proposal = Proposal(count=_count(readings), frequency=readings.frequency)
    proposal = _with_amount(proposal, _sums(readings, proposal.count), currency)
    dated = _with_date(proposal, readings.dates, today)
    ends = any(each.on == dated.on and says_month_end(each) for each in readings.dates)
    return replace(dated, month_end=dated.on is not None and ends)


def _count(readings: Readings) -> int | None:
    """The number of payments; a doubtful one is left out beside a sum: "you said 12, I can do 85"."""
    count, doubtful = readings.instalment_count, readings.plan.count_certainty is Certainty.UNSURE
    if count is None or count < 1 or (doubtful and any(_is_sure(each) for each in readings.amounts)):
        return None
    return count


def _sums(readings: Readings, count: int | None) -> tuple[AmountReading, ...]:
    """The amounts; doubtful ones alone beside a number of payments are left out: it says enough."""
    sure = any(_is_sure(each) for each in readings.amounts)
    return readings.amounts if sure or count in (None, 1) else ()


def _is_sure(amount: AmountReading) -> bool:
    return amount.certainty is not Certainty.UNSURE


def names_sum(proposal: Proposal) -> bool:
    """Whether it says how much, if only unclearly."""
    unclear = proposal.amount_problem is not None
    return proposal.amount is not None or proposal.share_percent is not None or proposal.full or unclear


def says_money(proposal: Proposal) -> bool:
    """The same, or in how many payments."""
    return proposal.count is not None or names_sum(proposal)


def _with_amount(proposal: Proposal, amounts: tuple[AmountReading, ...], currency: Currency) -> Proposal:
    sure = tuple(amount for amount in amounts if amount.certainty is not Certainty.UNSURE)
    amounts = sure or amounts
    sums = {amount.money for amount in amounts if amount.kind is AmountKind.SUM and amount.money is not None}
    shares = {amount.percent for amount in amounts if amount.kind is AmountKind.SHARE}
    full = any(amount.kind is AmountKind.FULL for amount in amounts) and (bool(sure) or not sums)
    if any(money.currency is not currency for money in sums):
        return replace(proposal, amount_problem=AmountProblem.OTHER_CURRENCY)
    if len(sums) + len(shares) > 1 or (shares and full):
        return replace(proposal, amount_problem=AmountProblem.SEVERAL)
    return replace(proposal, amount=next(iter(sums), None), share_percent=next(iter(shares), None), full=full)


def _with_date(proposal: Proposal, dates: tuple[DateReading, ...], today: date) -> Proposal:
    """The proposal with its day. Beside money a doubtful day is asked about; what is no day says nothing.

    Nor does a time that has passed and is doubtful: "in the hospital since Sunday".
    """
    sure = tuple(reading for reading in dates if reading.certainty is not Certainty.UNSURE)
    doubtful = tuple(reading for reading in dates if reading.problem is not DateProblem.PAST)
    coming = None if sure else every_other(proposal, dates, today, says_money=says_money(proposal))
    if coming is not None:
        return replace(proposal, on=coming)
    if not sure and proposal.frequency is not None and not says_money(proposal):
        return proposal
    if sure or not says_money(proposal):
        return with_days(proposal, sure or doubtful, today)
    ahead = any(reading.on is not None and reading.on >= today for reading in doubtful)
    return replace(proposal, date_problem=DateProblem.AMBIGUOUS) if ahead else proposal
