"""A proposal made definite against the position: an amount or a count, once or in a rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import AmountProblem, Offer, Position, Proposal, Question, Reason


@dataclass(frozen=True, slots=True)
class Request:
    """What the borrower asks for. One of amount and count is there, and both when both were said."""

    amount: Money | None  # never above the balance
    count: int | None  # 2 or more, in a rhythm only
    frequency: Frequency | None  # None for one payment
    on: date | None  # not before today
    notes: tuple[Reason, ...] = ()  # what was already changed or supplied


@dataclass(frozen=True, slots=True)
class Unclear:
    """The question that must be answered first."""

    question: Question
    reason: Reason
    amount_problem: AmountProblem | None = None
    date_problem: DateProblem | None = None


def request_in(proposal: Proposal, position: Position) -> Request | Unclear:
    """The proposal as a request, or the one question to ask about it.

    Raises: CurrencyMismatchError when the amount is not in the currency of the balance.
    """
    if proposal.amount_problem is not None:
        return Unclear(Question.AMOUNT, Reason.AMOUNT_UNCLEAR, amount_problem=proposal.amount_problem)
    if proposal.on is None and proposal.date_problem is not None:
        return Unclear(Question.DATE, Reason.DATE_UNCLEAR, date_problem=proposal.date_problem)
    if proposal.on is not None and proposal.on < position.today:
        return Unclear(Question.DATE, Reason.DATE_UNCLEAR, date_problem=DateProblem.PAST)
    request = _in_rhythm(proposal, position) if _has_rhythm(proposal) else _once(proposal, position)
    if isinstance(request, Request) and request.frequency is None and request.on is None:
        return Unclear(Question.DATE, Reason.DATE_MISSING)
    return request


def _has_rhythm(proposal: Proposal) -> bool:
    return proposal.frequency is not None or (proposal.count or 1) > 1


def _once(proposal: Proposal, position: Position) -> Request | Unclear:
    balance = position.balance.total
    amount = _amount(proposal, balance)
    whole = proposal.full or (proposal.count == 1 and amount is None)
    if whole and amount is not None and amount < balance:
        return Unclear(Question.AMOUNT, Reason.AMOUNT_UNCLEAR, amount_problem=AmountProblem.SEVERAL)
    if whole:
        return Request(balance, None, None, proposal.on)
    if amount is None:
        return _supplied(proposal, position)
    return _positive(amount, balance, None, None, proposal.on)


def _in_rhythm(proposal: Proposal, position: Position) -> Request | Unclear:
    balance = position.balance.total
    amount, count = _amount(proposal, balance), proposal.count
    frequency = proposal.frequency or Frequency.MONTHLY
    if count == 1:
        return Request(balance, None, None, proposal.on) if amount is None else _positive(
            amount, balance, None, None, proposal.on
        )
    if count is not None and (amount is None or amount >= balance):
        return Request(None, count, frequency, proposal.on)
    if amount is None or (proposal.full and amount >= balance):
        return _supplied(proposal, position)
    return _positive(amount, balance, count, frequency, proposal.on)


def _amount(proposal: Proposal, balance: Money) -> Money | None:
    if proposal.share_percent is not None:
        return balance.share(proposal.share_percent, 100)
    return proposal.amount


def _positive(
    amount: Money, balance: Money, count: int | None, frequency: Frequency | None, on: date | None
) -> Request | Unclear:
    if amount.minor <= 0:
        return Unclear(Question.AMOUNT, Reason.AMOUNT_MISSING)
    notes = (Reason.ABOVE_BALANCE,) if amount > balance else ()
    return Request(min(amount, balance), count, frequency, on, notes)


def _supplied(proposal: Proposal, position: Position) -> Request | Unclear:
    """No amount was said: another day for our last offer, or what they said they can afford, or a question."""
    balance = position.balance.total
    last = position.earlier_offers[-1] if position.earlier_offers else None
    if last is not None and proposal.on is not None and proposal.frequency in (None, last.frequency):
        return Request(min(_largest(last), balance), None, last.frequency, proposal.on)
    limit = position.stated_limit
    if limit is not None and limit.minor > 0:
        stated_rhythm = position.limit_per or Frequency.MONTHLY
        if proposal.frequency in (None, stated_rhythm):
            notes = (Reason.FROM_STATED_LIMIT,)
            return Request(min(limit, balance), None, stated_rhythm, proposal.on, notes)
    return Unclear(Question.AMOUNT, Reason.AMOUNT_MISSING)


def _largest(offer: Offer) -> Money:
    return max(instalment.amount for instalment in offer.instalments)
