"""The plan, its terms, its calendar file, and the receipts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from arrears.contact.paging import Visitor
from arrears.domain.calendar_files import calendar_file
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.plans import Plan
from arrears.domain.wording import offer_words
from arrears.store.views.borrower_page import borrower_page, payment_lines
from gateway.pages.doors import Told
from gateway.pages.pages import language_of, pages_of, render
from gateway.pages.security import VISIT_COOKIE, form_token

router = APIRouter(prefix="/{token}")

_NOTICES = frozenset({"paid", "changed", "changed_instead"})


def plan_page(request: Request, visitor: Visitor) -> Response:
    """The schedule with what became of each payment, the terms in plain words, and what can be done."""
    desk = pages_of(request).app.desk
    with desk.store.read() as tx:
        account = borrower_page(tx, visitor.case, visitor.today)
    notice = request.query_params.get("notice")
    return render(
        request,
        "plan.html",
        visitor=visitor,
        account=account,
        words=None if account.plan is None else _words(request, account.plan),
        notice=notice if notice in _NOTICES else None,
        csrf=form_token(request.cookies[VISIT_COOKIE]),
    )


@router.get("/calendar.ics")
def calendar(request: Request, token: str, visitor: Told) -> Response:
    """The payments of the plan for a calendar."""
    desk = pages_of(request).app.desk
    with desk.store.read() as tx:
        plan = borrower_page(tx, visitor.case, visitor.today).plan
    if plan is None:
        return RedirectResponse(f"/p/{token}", 303)
    content = calendar_file(desk.policy.catalog, language_of(request), plan, desk.clock.now())
    headers = {"Content-Disposition": 'attachment; filename="plan.ics"'}
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)


@router.get("/receipts")
def receipts(request: Request, visitor: Told) -> Response:
    """Every payment that was booked."""
    with pages_of(request).app.desk.store.read() as tx:
        lines = payment_lines(tx, visitor.case)
    return render(
        request,
        "receipts.html",
        visitor=visitor,
        lines=lines,
        csrf=form_token(request.cookies[VISIT_COOKIE]),
    )


def _words(request: Request, plan: Plan) -> str:
    return offer_words(pages_of(request).app.desk.policy.catalog, language_of(request), offer_of_plan(plan))
