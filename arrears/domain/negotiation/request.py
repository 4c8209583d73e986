"""A proposal made definite against the position: one payment, or regular ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import AmountProblem, Position, Proposal, Question, Reason


@dataclass(frozen=True, slots=True)
class OneOff:
    """One payment on one day."""

    amount: Money  # above zero, at most the balance
    on: date  # not before today
    notes: tuple[Reason, ...] = ()  # what already differs from the words
    rest_on: date | None = None  # the day they named for what it leaves
    rest: Regular | None = None  # the regular payments they named for it


@dataclass(frozen=True, slots=True)
class Regular:
    """Regular payments until nothing is owed; an amount, a count, or both were said."""

    amount: Money | None  # above zero, at most the balance
    count: int | None  # 2 or more
    frequency: Frequency
    on: date | None  # not before today
    notes: tuple[Reason, ...] = ()
    in_month: date | None = None  # not before this day, where none was named


@dataclass(frozen=True, slots=True)
class Unclear:
    """The question that must be answered first."""

    question: Question
    reasons: tuple[Reason, ...]
    amount_problem: AmountProblem | None = None
    date_problem: DateProblem | None = None
    full: bool = False  # they pay all of it; only the day is open


type Request = OneOff | Regular | Unclear


def request_in(proposal: Proposal, position: Position) -> Request:
    """What the proposal asks for, or the one question to ask about it.

    Raises: CurrencyMismatchError when the amount is not in the currency of the balance.
    """
    if proposal.amount_problem is not None:
        return Unclear(Question.AMOUNT, (Reason.AMOUNT_UNCLEAR,), amount_problem=proposal.amount_problem)
    if proposal.each_payday and proposal.frequency is None:
        known = None if position.said.income is None else position.said.income.per
        if known is None and Question.PAYDAY not in position.said.asked:
            return Unclear(Question.PAYDAY, (Reason.DATE_MISSING,))
        proposal = replace(proposal, frequency=known or Frequency.MONTHLY, date_problem=None)
    if proposal.on is None and proposal.date_problem is not None:
        return Unclear(Question.DATE, (Reason.DATE_UNCLEAR,), date_problem=proposal.date_problem)
    if proposal.on is not None and proposal.on < position.today:
        return Unclear(Question.DATE, (Reason.DATE_UNCLEAR,), date_problem=DateProblem.PAST)
    amount = named_amount(proposal, position.balance.total)
    if amount is not None and amount.minor <= 0:
        return Unclear(Question.AMOUNT, (Reason.AMOUNT_MISSING,))
    if proposal.count == 1 or (proposal.count is None and proposal.frequency is None):
        return _one_off(proposal, amount, position)
    regular = _regular(proposal, amount, position)
    return replace(regular, in_month=proposal.in_month) if isinstance(regular, Regular) else regular


def _one_off(proposal: Proposal, amount: Money | None, position: Position) -> Request:
    balance = position.balance.total
    whole = proposal.full or (proposal.count == 1 and amount is None)
    if whole and amount is not None and amount < balance:
        return Unclear(Question.AMOUNT, (Reason.AMOUNT_UNCLEAR,), amount_problem=AmountProblem.SEVERAL)
    if amount is None and not whole:
        return _without_amount(proposal, position)
    return _on_a_day(balance if whole or amount is None else amount, proposal, balance)


def _regular(proposal: Proposal, amount: Money | None, position: Position) -> Request:
    balance = position.balance.total
    frequency = proposal.frequency or Frequency.MONTHLY
    if proposal.count is not None and (amount is None or amount >= balance):
        return Regular(None, proposal.count, frequency, proposal.on)
    if amount is None or (proposal.full and amount >= balance):
        return _without_amount(proposal, position)
    return Regular(min(amount, balance), proposal.count, frequency, proposal.on, _capped(amount, balance))


def _without_amount(proposal: Proposal, position: Position) -> Request:
    """A plan of what they said they can afford, or the question."""
    balance = position.balance.total
    limit = position.stated_limit
    if limit is not None and proposal.frequency in (None, position.limit_per or proposal.frequency):
        frequency = position.limit_per or proposal.frequency or Frequency.MONTHLY
        return Regular(min(limit, balance), None, frequency, proposal.on, (Reason.FROM_STATED_LIMIT,))
    no_day = proposal.on is None and proposal.frequency is None and position.said.payday is None
    missing = (Reason.AMOUNT_MISSING, Reason.DATE_MISSING) if no_day else (Reason.AMOUNT_MISSING,)
    return Unclear(Question.AMOUNT, missing)


def _on_a_day(amount: Money, proposal: Proposal, balance: Money) -> OneOff | Unclear:
    on = proposal.on
    if on is None:
        return Unclear(Question.DATE, (Reason.DATE_MISSING,), full=amount >= balance)
    left = (proposal.rest if amount < balance else None) or Proposal()
    return OneOff(min(amount, balance), on, _capped(amount, balance), left.on, _regular_rest(left))


def _regular_rest(left: Proposal) -> Regular | None:
    """The regular payments of what a first payment leaves; None where days were named for it, or nothing."""
    if left.count is None and (left.frequency is None or left.amount is None):
        return None
    return Regular(left.amount, left.count, left.frequency or Frequency.MONTHLY, left.on)


def _capped(amount: Money, balance: Money) -> tuple[Reason, ...]:
    return (Reason.ABOVE_BALANCE,) if amount > balance else ()


def named_amount(proposal: Proposal, balance: Money) -> Money | None:
    """The sum they named, of a share of the balance too; None where they named none."""
    if proposal.share_percent is not None:
        return balance.percent(proposal.share_percent)
    return proposal.amount
