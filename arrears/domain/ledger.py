"""The double-entry ledger: transactions that balance or do not exist. They are added, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from arrears.domain.cases import Balance
from arrears.domain.ids import CaseId, PaymentId, TransactionId
from arrears.domain.money import Currency, Money
from arrears.domain.times import require_aware
from arrears.domain.waterfall import Spread


class Account(StrEnum):
    """Where money stands. Debits are positive: what is owed to the lender, and cash, go up with a plus."""

    CASH = "cash"
    RECEIVABLE_FEES = "receivable_fees"
    RECEIVABLE_INTEREST = "receivable_interest"
    RECEIVABLE_PRINCIPAL = "receivable_principal"
    OPENING = "opening"  # the other side of what the lender says is owed
    UNAPPLIED = "unapplied"  # paid beyond what is owed
    WAIVED = "waived"  # forgiven by a settlement that was kept: the lender's loss
    SUSPENSE = "suspense"  # arrived, and belongs to no known case


class TransactionKind(StrEnum):
    """Why money moved."""

    OPENING = "opening"
    ADJUSTMENT = "adjustment"  # the lender's file says another balance than the ledger
    PAYMENT = "payment"
    UNMATCHED = "unmatched"
    REVERSAL = "reversal"
    WAIVER = "waiver"  # what a kept settlement forgives
    APPLICATION = "application"  # money paid beyond what was owed, laid over what is owed now


class UnbalancedError(ValueError):
    """The postings of a transaction do not add up to zero."""

    def __init__(self, transaction_id: TransactionId) -> None:
        super().__init__(f"transaction {transaction_id} does not balance")


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of a transaction."""

    account: Account
    case_id: CaseId | None  # None in a transaction that belongs to no known case
    amount: Money  # debit positive, credit negative


@dataclass(frozen=True, slots=True)
class Transaction:
    """Postings that belong together.

    Raises: UnbalancedError; ValueError when there are no postings; CurrencyMismatchError.
    """

    id: TransactionId
    kind: TransactionKind
    at: datetime
    postings: tuple[Posting, ...]
    payment_id: PaymentId | None = None
    reverses: TransactionId | None = None

    def __post_init__(self) -> None:
        require_aware(self.at)
        if not self.postings:
            raise ValueError(f"transaction {self.id} moves nothing")
        net = Money.zero(self.currency)
        for posting in self.postings:
            net = net + posting.amount
        if net:
            raise UnbalancedError(self.id)

    @property
    def currency(self) -> Currency:
        """The one currency of the postings."""
        return self.postings[0].amount.currency


_RECEIVABLES = (Account.RECEIVABLE_FEES, Account.RECEIVABLE_INTEREST, Account.RECEIVABLE_PRINCIPAL)


def opening(id: TransactionId, case_id: CaseId, at: datetime, balance: Balance) -> Transaction:
    """What is owed when the case comes in. Raises: ValueError when nothing is."""
    parts = (balance.fees, balance.interest, balance.principal)
    return Transaction(id, TransactionKind.OPENING, at, _against_opening(case_id, parts))


def adjustment(
    id: TransactionId, case_id: CaseId, at: datetime, *, before: Balance, after: Balance
) -> Transaction:
    """The step from the ledger's balance to the one the lender now states. Raises: ValueError when equal."""
    parts = (
        after.fees - before.fees,
        after.interest - before.interest,
        after.principal - before.principal,
    )
    return Transaction(id, TransactionKind.ADJUSTMENT, at, _against_opening(case_id, parts))


def payment(
    id: TransactionId, case_id: CaseId, at: datetime, spread: Spread, payment_id: PaymentId
) -> Transaction:
    """Cash in, spread over what is owed. Raises: ValueError when the payment is zero."""
    postings = _postings(case_id, (Account.CASH, spread.total), *_credits(spread))
    return Transaction(id, TransactionKind.PAYMENT, at, postings, payment_id=payment_id)


def waiver(id: TransactionId, case_id: CaseId, at: datetime, spread: Spread) -> Transaction:
    """The forgiven part, laid over what is still owed; what was paid beyond it becomes the borrower's.

    Raises: ValueError when nothing is forgiven.
    """
    postings = _postings(case_id, (Account.WAIVED, spread.total), *_credits(spread))
    return Transaction(id, TransactionKind.WAIVER, at, postings)


def application(id: TransactionId, case_id: CaseId, at: datetime, spread: Spread) -> Transaction:
    """Unapplied money laid over what is owed. Raises: ValueError when it pays nothing."""
    applied = spread.total - spread.unapplied
    postings = _postings(case_id, (Account.UNAPPLIED, applied), *_credits(spread)[:-1])
    return Transaction(id, TransactionKind.APPLICATION, at, postings)


def unmatched(id: TransactionId, at: datetime, amount: Money, payment_id: PaymentId) -> Transaction:
    """Cash in that names no known case; it waits in suspense until it is reversed and paid to one."""
    postings = _postings(None, (Account.CASH, amount), (Account.SUSPENSE, -amount))
    return Transaction(id, TransactionKind.UNMATCHED, at, postings, payment_id=payment_id)


def reversal(id: TransactionId, of: Transaction, at: datetime) -> Transaction:
    """The same postings with the signs turned. Raises: ValueError when `of` is itself a reversal."""
    if of.kind is TransactionKind.REVERSAL:
        raise ValueError(f"transaction {of.id} is a reversal; post the original again instead")
    postings = tuple(Posting(line.account, line.case_id, -line.amount) for line in of.postings)
    return Transaction(id, TransactionKind.REVERSAL, at, postings, payment_id=of.payment_id, reverses=of.id)


def balance_of(postings: tuple[Posting, ...], currency: Currency) -> Balance:
    """What one case still owes by its postings. Raises: ValueError when they are of several cases."""
    if len({posting.case_id for posting in postings}) > 1:
        raise ValueError("a balance is of one case")
    fees, interest, principal = (account_total(postings, account, currency) for account in _RECEIVABLES)
    return Balance(fees=fees, interest=interest, principal=principal)


def account_total(postings: tuple[Posting, ...], account: Account, currency: Currency) -> Money:
    """The sum of one account's postings; credits are negative. Raises: CurrencyMismatchError."""
    result = Money.zero(currency)
    for posting in postings:
        if posting.account is account:
            result = result + posting.amount
    return result


def _credits(spread: Spread) -> tuple[tuple[Account, Money], ...]:
    parts = (spread.fees, spread.interest, spread.principal, spread.unapplied)
    return tuple(
        (account, -part) for account, part in zip((*_RECEIVABLES, Account.UNAPPLIED), parts, strict=True)
    )


def _against_opening(case_id: CaseId, parts: tuple[Money, Money, Money]) -> tuple[Posting, ...]:
    owed = parts[0] + parts[1] + parts[2]
    return _postings(case_id, *zip(_RECEIVABLES, parts, strict=True), (Account.OPENING, -owed))


def _postings(case_id: CaseId | None, *lines: tuple[Account, Money]) -> tuple[Posting, ...]:
    return tuple(Posting(account, case_id, amount) for account, amount in lines if amount)
