"""The lender's JSON API. Every endpoint needs a scoped key; money goes in with an idempotency key."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from datetime import date
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Response
from pydantic import BaseModel, Field

from arrears.bootstrap import App
from arrears.dialogue.answering import day_of
from arrears.domain.ids import CaseId
from arrears.domain.money import Currency, Money
from arrears.services.record_payment import (
    NotAPaymentError,
    PaymentConflictError,
    ReportedPayment,
    UnknownCaseError,
    record_payment,
    reverse_payment,
)
from arrears.store import cases, ledger, plans
from gateway.keys import needs

Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]


class PaymentIn(BaseModel, extra="forbid"):
    """A payment that reached the lender."""

    case: str = Field(min_length=1, max_length=120, description="Our case id, or the lender's loan number")
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    currency: Currency
    paid_on: date


class PaymentOut(BaseModel):
    """The payment as it was posted."""

    id: str
    case: str
    amount: Decimal
    currency: Currency
    paid_on: date
    balance: Decimal


class CaseOut(BaseModel):
    """Where a case stands."""

    case: str
    currency: Currency
    principal: Decimal
    interest: Decimal
    fees: Decimal
    total: Decimal
    plan: str | None


def routes(app: App) -> APIRouter:
    """Payments, their reversal, and the state of a case."""
    router = APIRouter(prefix="/api/v1")

    @router.post("/payments", status_code=201)
    def post_payment(
        payment: PaymentIn,
        key: Key,
        response: Response,
        caller: Annotated[str, Depends(needs(app, "payments:write"))],
    ) -> PaymentOut:
        reported = ReportedPayment(
            key=f"{caller}:{key}",
            case_reference=payment.case,
            amount=Money(int(payment.amount.scaleb(2)), payment.currency),
            paid_on=payment.paid_on,
            source=f"api:{caller}",
        )
        try:
            posted, new = record_payment(app.desk, reported)
        except UnknownCaseError as error:
            raise HTTPException(404, str(error)) from None
        except PaymentConflictError as error:
            raise HTTPException(409, str(error)) from None
        except NotAPaymentError as error:
            raise HTTPException(422, str(error)) from None
        response.status_code = 201 if new else 200
        return _payment_out(app, posted)

    @router.post("/payments/reversals", status_code=201)
    def post_reversal(
        key: Key, response: Response, caller: Annotated[str, Depends(needs(app, "payments:write"))]
    ) -> dict[str, bool]:
        """Takes back the payment that was posted under the same idempotency key."""
        try:
            new = reverse_payment(app.desk, f"{caller}:{key}")
        except LookupError as error:
            raise HTTPException(404, str(error)) from None
        response.status_code = 201 if new else 200
        return {"reversed": True}

    @router.get("/cases/{reference}")
    def get_case(reference: str, _caller: Annotated[str, Depends(needs(app, "cases:read"))]) -> CaseOut:
        with app.desk.store.read() as tx:
            case = cases.find_case_anywhere(tx, reference)
            if case is None:
                raise HTTPException(404, "no single case has this reference")
            balance = ledger.balance(tx, case.id, case.currency)
            plan = plans.standing_plan(tx, case.id, day_of(tx, case.owner_id, app.desk.clock.now()))
        return CaseOut(
            case=case.id,
            currency=case.currency,
            principal=_decimal(balance.principal),
            interest=_decimal(balance.interest),
            fees=_decimal(balance.fees),
            total=_decimal(balance.total),
            plan=None if plan is None else plan.id,
        )

    return router


def _payment_out(app: App, payment: ledger.Payment) -> PaymentOut:
    with app.desk.store.read() as tx:
        case_id = CaseId(payment.case_id or "")
        balance = ledger.balance(tx, case_id, payment.amount.currency)
    return PaymentOut(
        id=payment.id,
        case=case_id,
        amount=_decimal(payment.amount),
        currency=payment.amount.currency,
        paid_on=payment.paid_on,
        balance=_decimal(balance.total),
    )


def _decimal(money: Money) -> Decimal:
    return Decimal(money.minor).scaleb(-2)
