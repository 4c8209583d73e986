"""Another day for one payment: asked for, read back, and recorded on the borrower's yes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.contact.paging import Visitor
from arrears.domain.ids import PlanId
from arrears.domain.negotiation.offers import Reason
from arrears.domain.plan_lines import LineState, PlanLine
from arrears.domain.wording import offer_words
from arrears.services.change_date import (
    Change,
    NotChanged,
    Referred,
    change_date,
    ends_request,
    read_back_change,
)
from arrears.store.views.borrower_page import BorrowerPage, borrower_page
from gateway.pages.doors import Acting, Told
from gateway.pages.pages import language_of, pages_of, render
from gateway.pages.security import VISIT_COOKIE, form_token

router = APIRouter(prefix="/{token}/change/{number}")


@router.get("")
def form(request: Request, visitor: Told, number: int) -> Response:
    """The payment, and the day to be chosen."""
    return _form(request, visitor, number)


@router.post("/check")
def check(
    request: Request,
    visitor: Acting,
    number: int,
    plan: Annotated[str, Form()] = "",
    new_on: Annotated[str, Form()] = "",
) -> Response:
    """The plan as it would be, to be confirmed; or when a person decides."""
    change = _change(request, visitor, number, plan, new_on)
    if change is None:
        return _form(request, visitor, number, failed="no_day")
    desk = pages_of(request).app.desk
    terms = read_back_change(desk, change)
    if isinstance(terms, NotChanged):
        return _form(request, visitor, number, failed=terms)
    if isinstance(terms, Referred):
        return _page(request, "change_person.html", visitor, when=terms.when)
    return _page(
        request,
        "change_check.html",
        visitor,
        number=number,
        change=change,
        mark=terms.mark,
        why=[reason for reason in terms.reasons if reason in _TOLD],
        words=offer_words(desk.policy.catalog, change.language, terms.offer),
    )


_TOLD = frozenset({Reason.DATE_TOO_LATE, Reason.MOVED_OFF_REST_DAY})
"""Why the day is another one than was chosen."""


@router.post("")
def confirm(
    request: Request,
    token: str,
    visitor: Acting,
    number: int,
    plan: Annotated[str, Form()] = "",
    new_on: Annotated[str, Form()] = "",
    mark: Annotated[str, Form()] = "",
) -> Response:
    """The change is recorded; the same form sent again changes nothing more."""
    change = _change(request, visitor, number, plan, new_on)
    if change is None:
        return _form(request, visitor, number, failed="no_day")
    desk = pages_of(request).app.desk
    made = change_date(desk, change, mark)
    if isinstance(made, NotChanged):
        return _form(request, visitor, number, failed=made)
    notice = "changed_instead" if ends_request(desk, made) else "changed"
    return RedirectResponse(f"/p/{token}?notice={notice}", 303)


def _change(request: Request, visitor: Visitor, number: int, plan: str, new_on: str) -> Change | None:
    try:
        day = date.fromisoformat(new_on)
    except ValueError:
        return None
    return Change(visitor.party, visitor.case.id, PlanId(plan), number, day, language_of(request))


def _form(request: Request, visitor: Visitor, number: int, failed: str | None = None) -> Response:
    with pages_of(request).app.desk.store.read() as tx:
        account = borrower_page(tx, visitor.case, visitor.today)
    status = 200 if failed is None else 422
    line = _line(account, number)
    return _page(request, "change.html", visitor, status, plan=account.plan, line=line, failed=failed)


def _page(request: Request, template: str, visitor: Visitor, status: int = 200, **values: object) -> Response:
    csrf = form_token(request.cookies[VISIT_COOKIE])
    return render(request, template, status, visitor=visitor, csrf=csrf, **values)


def _line(account: BorrowerPage, number: int) -> PlanLine:
    """The payment, while it can be moved."""
    open_ones = (line for line in account.lines if line.state is not LineState.PAID)
    found = next((line for line in open_ones if line.number == number), None)
    if found is None or account.plan is None:
        raise HTTPException(404)
    return found
