"""Take in a payment, or take one back: spread by the waterfall, posted to the ledger, once per key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.contact.following import follow_case, lay_out_unapplied
from arrears.desk import Desk
from arrears.domain import ledger as entries
from arrears.domain.cases import Case
from arrears.domain.ids import PaymentId, TransactionId
from arrears.domain.money import Money
from arrears.domain.waterfall import spread
from arrears.store import Tx, cases, ledger, people
from arrears.store.evidence import append_evidence
from arrears.store.ledger import Payment


class UnknownCaseError(LookupError):
    """No case has this reference, or more than one lender's case has it."""

    def __init__(self) -> None:
        super().__init__("no single case has this reference")


class PaymentConflictError(ValueError):
    """The idempotency key was used before, for another payment."""

    def __init__(self) -> None:
        super().__init__("this idempotency key was used for another payment")


class NotAPaymentError(ValueError):
    """A payment must be more than nothing, and in the case's own currency."""


@dataclass(frozen=True, slots=True)
class ReportedPayment:
    """A payment as the lender reports it."""

    key: str  # idempotency key
    case_reference: str  # our case id, or the lender's loan number
    amount: Money
    paid_on: date  # on the lender's calendar
    source: str


def record_payment(desk: Desk, reported: ReportedPayment) -> tuple[Payment, bool]:
    """The payment, and whether it is new; the same report again gives the first one back.

    Raises: UnknownCaseError, PaymentConflictError, NotAPaymentError.
    """
    with desk.store.write() as tx:
        case = cases.find_case_anywhere(tx, reported.case_reference)
        if case is None:
            raise UnknownCaseError
        _lock(tx, case)
        known = ledger.payment_with_key(tx, reported.key)
        if known is not None:
            _must_be_the_same(known, reported, case)
            return known, False
        if reported.amount.minor <= 0 or reported.amount.currency is not case.currency:
            raise NotAPaymentError(f"a payment on this case is a positive amount of {case.currency}")
        payment = _post(tx, desk, reported, case)
        follow_case(tx, desk, case)
        return payment, True


def reverse_payment(desk: Desk, key: str) -> bool:
    """Take back the payment of this key: it bounced, or was not the case's. False when it was before.

    Raises: LookupError when no payment has the key.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        payment = ledger.payment_with_key(tx, key)
        if payment is None or payment.case_id is None:
            raise LookupError("no payment has this key")
        case = cases.load_case(tx, payment.case_id)
        _lock(tx, case)
        original = ledger.load_transaction(tx, _transaction_id(payment.id))
        reversal = entries.reversal(TransactionId(f"{original.id}-reversed"), original, now)
        posted = ledger.post(tx, reversal, case.id)
        if posted:
            append_evidence(tx, case.id, "payment_reversed", {"payment": payment.id}, now)
            follow_case(tx, desk, case)
            lay_out_unapplied(tx, desk, case, payment.id)
        return posted


def _lock(tx: Tx, case: Case) -> None:
    """The person first: whoever plans a contact locks them, and then the case."""
    people.lock_person(tx, case.owner_id)
    cases.lock_case(tx, case.id)


def _post(tx: Tx, desk: Desk, reported: ReportedPayment, case: Case) -> Payment:
    now = desk.clock.now()
    payment = Payment(
        id=PaymentId(f"payment-{desk.store.blind(reported.key)}"),
        idempotency_key=reported.key,
        case_id=case.id,
        amount=reported.amount,
        paid_on=reported.paid_on,
        source=reported.source,
        recorded_at=now,
    )
    ledger.append_payment(tx, payment)
    parts = spread(reported.amount, ledger.balance(tx, case.id, case.currency))
    transaction = entries.payment(_transaction_id(payment.id), case.id, now, parts, payment.id)
    ledger.post(tx, transaction, case.id)
    evidence = {"payment": payment.id, "amount_minor": payment.amount.minor, "currency": case.currency}
    append_evidence(tx, case.id, "payment", evidence, now)
    return payment


def _must_be_the_same(known: Payment, reported: ReportedPayment, case: Case) -> None:
    same = (known.case_id, known.amount, known.paid_on) == (case.id, reported.amount, reported.paid_on)
    if not same:
        raise PaymentConflictError


def _transaction_id(payment_id: PaymentId) -> TransactionId:
    return TransactionId(f"transaction-{payment_id}")
