"""A test payment, only where the settings have a sandbox: an amount, confirmed on a second page, booked once.

No card or account number is ever asked for, and nothing outside this application is moved.
"""

from __future__ import annotations

import re
import secrets
from decimal import Decimal, InvalidOperation
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.contact.paging import Visitor
from arrears.domain.money import Money
from arrears.services.record_payment import PaymentConflictError, ReportedPayment, record_payment
from arrears.store.views.borrower_page import BorrowerPage, borrower_page
from gateway.pages.doors import Acting, Told
from gateway.pages.pages import pages_of, render
from gateway.pages.security import VISIT_COOKIE, form_token

router = APIRouter(prefix="/{token}/payment")

_KEY = re.compile(r"[A-Za-z0-9_-]{16,40}")
_SIGNS = str.maketrans("", "", ",，$¥￥ ")


@router.get("")
def form(request: Request, visitor: Told) -> Response:
    """The amount, with what is due filled in."""
    account = _account(request, visitor)
    return _form(request, visitor, account, _written(account.due_now))


@router.post("/check")
def check(request: Request, visitor: Acting, amount: Annotated[str, Form()] = "") -> Response:
    """The amount once more, to be confirmed."""
    account = _account(request, visitor)
    money = _amount(amount, account.balance)
    if money is None:
        return _form(request, visitor, account, amount, failed=True)
    return render(
        request,
        "payment_check.html",
        visitor=visitor,
        amount=money,
        written=_written(money),
        key=secrets.token_urlsafe(18),
        csrf=form_token(request.cookies[VISIT_COOKIE]),
    )


@router.post("")
def pay(
    request: Request,
    token: str,
    visitor: Acting,
    amount: Annotated[str, Form()] = "",
    key: Annotated[str, Form()] = "",
) -> Response:
    """The payment is booked; the same form sent again books nothing more."""
    _account(request, visitor)
    money = _money(amount, visitor)
    if money is None or not _KEY.fullmatch(key):
        return RedirectResponse(f"/p/{token}/payment", 303)
    reported = ReportedPayment(
        key=f"sandbox_page:{visitor.link.id}:{key}",
        case_reference=visitor.case.id,
        amount=money,
        paid_on=visitor.today,
        source="sandbox_page",
    )
    try:
        record_payment(pages_of(request).app.desk, reported)
    except PaymentConflictError:
        return RedirectResponse(f"/p/{token}/payment", 303)
    return RedirectResponse(f"/p/{token}?notice=paid", 303)


def _account(request: Request, visitor: Visitor) -> BorrowerPage:
    """The account, where there is a sandbox; elsewhere there is no such page."""
    pages = pages_of(request)
    if not pages.sandbox:
        raise HTTPException(404)
    with pages.app.desk.store.read() as tx:
        return borrower_page(tx, visitor.case, visitor.today)


def _form(
    request: Request, visitor: Visitor, account: BorrowerPage, amount: str, *, failed: bool = False
) -> Response:
    return render(
        request,
        "payment.html",
        422 if failed else 200,
        visitor=visitor,
        account=account,
        amount=amount,
        failed=failed,
        csrf=form_token(request.cookies[VISIT_COOKIE]),
    )


def _amount(written: str, balance: Money) -> Money | None:
    """The amount, more than nothing and not above the balance."""
    minor = _minor(written)
    if minor is None or not 0 < minor <= balance.minor:
        return None
    return Money(minor, balance.currency)


def _money(written: str, visitor: Visitor) -> Money | None:
    minor = _minor(written)
    return Money(minor, visitor.case.currency) if minor is not None and minor > 0 else None


def _minor(written: str) -> int | None:
    """Whole minor units of a figure such as 1,234.50; None for what is no figure, or has parts of a cent."""
    try:
        figure = Decimal(written.translate(_SIGNS)).scaleb(2)
    except InvalidOperation:
        return None
    whole = figure.is_finite() and figure == figure.to_integral_value() and abs(figure) < 10**14
    return int(figure) if whole else None


def _written(amount: Money) -> str:
    """The amount as it stands in a form: 350.00."""
    return f"{Decimal(amount.minor).scaleb(-2):.2f}"
