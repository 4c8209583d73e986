"""The ledger and the payments it was posted from. Transactions are added once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from arrears.domain.cases import Balance
from arrears.domain.ids import CaseId, PaymentId, TransactionId
from arrears.domain.ledger import (
    Account,
    Posting,
    Transaction,
    TransactionKind,
    account_total,
    balance_of,
)
from arrears.domain.money import Currency, Money
from arrears.domain.plans import Receipt
from arrears.store.tables.money import payments, postings, transactions

_POSTINGS_OF = (
    select(postings)
    .join(transactions)
    .where(postings.c.case_id == bindparam("case_id"))
    .order_by(transactions.c.at, transactions.c.id, postings.c.line)
)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that arrived, as it was reported to us."""

    id: PaymentId
    idempotency_key: str
    case_id: CaseId | None
    amount: Money
    paid_on: date
    source: str  # "csv", "api:<key name>"
    recorded_at: datetime


def post(tx: Connection, transaction: Transaction, case_id: CaseId | None) -> bool:
    """Add the transaction; False when this id is posted already, which changes nothing."""
    t = transactions.c
    if tx.execute(select(t.id).where(t.id == transaction.id)).one_or_none() is not None:
        return False
    tx.execute(
        insert(transactions).values(
            id=transaction.id,
            case_id=case_id,
            kind=transaction.kind,
            at=transaction.at,
            payment_id=transaction.payment_id,
            reverses=transaction.reverses,
        )
    )
    rows = [
        {
            "transaction_id": transaction.id,
            "line": line,
            "case_id": posting.case_id,
            "account": posting.account,
            "amount_minor": posting.amount.minor,
            "currency": posting.amount.currency,
        }
        for line, posting in enumerate(transaction.postings, start=1)
    ]
    tx.execute(insert(postings), rows)
    return True


def is_posted(tx: Connection, transaction_id: TransactionId) -> bool:
    """Whether the transaction is in the ledger."""
    query = select(transactions.c.id).where(transactions.c.id == transaction_id)
    return tx.execute(query).one_or_none() is not None


def postings_of(tx: Connection, case_id: CaseId) -> tuple[Posting, ...]:
    """Every posting of the case, in the order they were made."""
    rows = tx.execute(_POSTINGS_OF, {"case_id": case_id})
    return tuple(
        Posting(Account(row.account), CaseId(row.case_id), Money(row.amount_minor, Currency(row.currency)))
        for row in rows
    )


def balance(tx: Connection, case_id: CaseId, currency: Currency) -> Balance:
    """What the case still owes, by component."""
    return balance_of(postings_of(tx, case_id), currency)


def last_posted_at(tx: Connection, case_id: CaseId) -> datetime | None:
    """When anything was last posted for the case."""
    t, p = transactions.c, postings.c
    query = select(func.max(t.at)).select_from(transactions).join(postings, p.transaction_id == t.id)
    at: datetime | None = tx.execute(query.where(p.case_id == case_id)).scalar_one()
    return at


def append_payment(tx: Connection, payment: Payment) -> None:
    """Store what was reported. Raises: IntegrityError when its key was used before."""
    tx.execute(
        insert(payments).values(
            id=payment.id,
            idempotency_key=payment.idempotency_key,
            case_id=payment.case_id,
            amount_minor=payment.amount.minor,
            currency=payment.amount.currency,
            paid_on=payment.paid_on,
            source=payment.source,
            recorded_at=payment.recorded_at,
        )
    )


def payment_with_key(tx: Connection, key: str) -> Payment | None:
    """The payment that was reported under this idempotency key."""
    row = tx.execute(select(payments).where(payments.c.idempotency_key == key)).one_or_none()
    return None if row is None else _payment(row)


def _reversed_payments() -> Select[Any]:
    t = transactions.c
    return select(t.payment_id).where(t.kind == TransactionKind.REVERSAL, t.payment_id.is_not(None))


def _payment(row: Row[Any]) -> Payment:
    return Payment(
        id=PaymentId(row.id),
        idempotency_key=row.idempotency_key,
        case_id=None if row.case_id is None else CaseId(row.case_id),
        amount=Money(row.amount_minor, Currency(row.currency)),
        paid_on=row.paid_on,
        source=row.source,
        recorded_at=row.recorded_at,
    )


def receipts_since(tx: Connection, case_id: CaseId, since: datetime) -> tuple[Receipt, ...]:
    """Money recorded for the case after an instant; a reversed payment counts as a negative receipt."""
    rows = tx.execute(
        select(payments, payments.c.id.in_(_reversed_payments()).label("reversed"))
        .where(payments.c.case_id == case_id, payments.c.recorded_at >= since)
        .order_by(payments.c.paid_on, payments.c.id)
    )
    receipts: list[Receipt] = []
    for row in rows:
        amount = Money(row.amount_minor, Currency(row.currency))
        receipts.append(Receipt(row.paid_on, amount))
        if row.reversed:
            receipts.append(Receipt(row.paid_on, -amount))
    return tuple(receipts)


def is_reversed(tx: Connection, payment_id: PaymentId) -> bool:
    """Whether the payment was taken back."""
    query = select(payments.c.id).where(payments.c.id == payment_id, payments.c.id.in_(_reversed_payments()))
    return tx.execute(query).one_or_none() is not None


def last_payments(tx: Connection, since: datetime) -> tuple[Payment, ...]:
    """Of each case the last payment recorded after an instant and not taken back; the oldest first."""
    p = payments.c
    rows = tx.execute(
        select(payments)
        .where(p.recorded_at > since, p.case_id.is_not(None), p.id.not_in(_reversed_payments()))
        .order_by(p.recorded_at, p.id)
    )
    last = {row.case_id: _payment(row) for row in rows}
    return tuple(sorted(last.values(), key=lambda payment: (payment.recorded_at, payment.id)))


def load_payment(tx: Connection, payment_id: PaymentId) -> Payment:
    """The payment. Raises: LookupError."""
    row = tx.execute(select(payments).where(payments.c.id == payment_id)).one_or_none()
    if row is None:
        raise LookupError(f"no payment {payment_id}")
    return _payment(row)


def standing_of(tx: Connection, case_id: CaseId, kind: TransactionKind) -> tuple[Transaction, ...]:
    """The case's transactions of the kind that were not reversed, in the order they were posted."""
    t = transactions.c
    taken_back = select(t.reverses).where(t.reverses.is_not(None))
    rows = tx.execute(
        select(t.id).where(t.case_id == case_id, t.kind == kind, t.id.not_in(taken_back)).order_by(t.at, t.id)
    )
    return tuple(load_transaction(tx, TransactionId(row.id)) for row in rows)


def count_of(tx: Connection, case_id: CaseId, kind: TransactionKind) -> int:
    """How many transactions of the kind were ever posted for the case."""
    t = transactions.c
    query = select(func.count()).where(t.case_id == case_id, t.kind == kind)
    return int(tx.execute(query).scalar_one())


def unapplied(tx: Connection, case_id: CaseId, currency: Currency) -> Money:
    """Paid beyond all that was owed, and the borrower's; below zero money that bounced is missing."""
    return -account_total(postings_of(tx, case_id), Account.UNAPPLIED, currency)


def load_transaction(tx: Connection, transaction_id: TransactionId) -> Transaction:
    """The transaction with its postings. Raises: LookupError."""
    row = tx.execute(select(transactions).where(transactions.c.id == transaction_id)).one_or_none()
    if row is None:
        raise LookupError(f"no transaction {transaction_id}")
    p = postings.c
    lines = tx.execute(select(postings).where(p.transaction_id == transaction_id).order_by(p.line))
    return Transaction(
        id=transaction_id,
        kind=TransactionKind(row.kind),
        at=row.at,
        postings=tuple(
            Posting(
                Account(line.account),
                None if line.case_id is None else CaseId(line.case_id),
                Money(line.amount_minor, Currency(line.currency)),
            )
            for line in lines
        ),
        payment_id=None if row.payment_id is None else PaymentId(row.payment_id),
        reverses=None if row.reverses is None else TransactionId(row.reverses),
    )


def out_of_balance(tx: Connection) -> tuple[TransactionId, ...]:
    """Transactions whose postings do not add up to zero; there are none, and a check can prove it."""
    p = postings.c
    rows = tx.execute(
        select(p.transaction_id).group_by(p.transaction_id).having(func.sum(p.amount_minor) != 0)
    )
    return tuple(TransactionId(row.transaction_id) for row in rows)
