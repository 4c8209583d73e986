"""Payments by cards that are keyed in on calls, as rows. The number of no card is among them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from arrears.domain.card_payments import CardPayment, CardPaymentState
from arrears.domain.ids import CallId, CardPaymentId, CaseId, ConversationId
from arrears.domain.money import Currency, Money
from arrears.store.memory import lock_row, row_of
from arrears.store.tables.calls import card_payments


def ask(tx: Connection, payment: CardPayment) -> None:
    """The amount is read back. The person is locked."""
    tx.execute(
        insert(card_payments).values(
            id=payment.id,
            call_id=payment.call_id,
            conversation_id=payment.conversation_id,
            case_id=payment.case_id,
            amount_minor=payment.amount.minor,
            currency=payment.amount.currency,
            state=payment.state,
            asked_at=payment.asked_at,
        )
    )


def last_of(tx: Connection, conversation_id: ConversationId) -> CardPayment | None:
    """The payment that was read back last in the conversation."""
    c = card_payments.c
    query = select(card_payments).where(c.conversation_id == conversation_id)
    row = tx.execute(query.order_by(c.asked_at.desc(), c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _payment(row)


def agreed_on(tx: Connection, call_id: CallId) -> CardPayment | None:
    """The payment of the call to which they have said yes, and for which no card was asked yet."""
    c = card_payments.c
    query = select(card_payments).where(c.call_id == call_id, c.state == CardPaymentState.AGREED)
    row = tx.execute(query.order_by(c.asked_at.desc(), c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _payment(row)


def load(tx: Connection, payment_id: CardPaymentId) -> CardPayment:
    """The payment. Raises: LookupError."""
    row = row_of(tx, card_payments, payment_id)
    if row is None:
        raise LookupError("no such card payment")
    return _payment(row)


def lock(tx: Connection, payment_id: CardPaymentId) -> CardPayment:
    """The payment, locked until the transaction ends. Raises: LookupError."""
    row = lock_row(tx, card_payments, payment_id)
    if row is None:
        raise LookupError("no such card payment")
    return _payment(row)


def move(tx: Connection, payment: CardPayment, state: CardPaymentState, **values: Any) -> bool:
    """Bring the payment from the state it was read in to another; False when it is there no more."""
    c = card_payments.c
    changed = update(card_payments).where(c.id == payment.id, c.state == payment.state)
    return tx.execute(changed.values(state=state, **values)).rowcount == 1


def silent(tx: Connection, started_before: datetime) -> tuple[CardPayment, ...]:
    """Payments that were begun before that (machine time), and of which nothing was heard."""
    c = card_payments.c
    query = select(card_payments).where(
        c.state == CardPaymentState.STARTED, c.started_on_machine_at < started_before
    )
    return tuple(_payment(row) for row in tx.execute(query.order_by(c.id)))


def _payment(row: Row[Any]) -> CardPayment:
    return CardPayment(
        id=CardPaymentId(row.id),
        call_id=CallId(row.call_id),
        conversation_id=ConversationId(row.conversation_id),
        case_id=CaseId(row.case_id),
        amount=Money(row.amount_minor, Currency(row.currency)),
        state=CardPaymentState(row.state),
        asked_at=row.asked_at,
        result=row.result,
        confirmation=row.confirmation,
    )
