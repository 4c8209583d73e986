"""Who is there: asked before anything but the lender's name is shown, and again after 30 idle minutes."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from arrears.contact.paging import visitor_of
from arrears.domain.language.readings import IdentityReading
from arrears.services.verify_identity import Proof, verify_visitor
from arrears.store import links
from gateway.pages.doors import Opened, OpenLink, Sending, told, visiting
from gateway.pages.pages import language_of, pages_of, render
from gateway.pages.plan import plan_page
from gateway.pages.security import VISIT_COOKIE, end_visit, keep_visit, new_cookie

router = APIRouter()

_DIGITS = re.compile(r"[0-9]{4}")


@router.get("/{token}")
def entrance(request: Request, open_link: OpenLink) -> Response:
    """The plan to who has proved who they are; the question to everybody else."""
    desk = pages_of(request).app.desk
    cookie = request.cookies.get(VISIT_COOKIE)
    with desk.store.read() as tx:
        visitor = None if cookie is None else visitor_of(desk, tx, open_link.link, cookie)
    if visitor is None:
        return _question(request, open_link)
    return plan_page(request, told(visiting(request, visitor)))


@router.post("/{token}/identity")
def prove(
    request: Request,
    token: str,
    open_link: OpenLink,
    day: Annotated[str, Form()] = "",
    month: Annotated[str, Form()] = "",
    year: Annotated[str, Form()] = "",
    last4: Annotated[str, Form()] = "",
) -> Response:
    """The pages, or the question again. What was typed wrong is not told, nor shown again."""
    given = _reading(day, month, year, last4)
    if given is None:
        return _question(request, open_link, "incomplete")
    cookie = new_cookie()
    proof = verify_visitor(pages_of(request).app.desk, open_link.link, cookie, given, language_of(request))
    if proof is not Proof.RIGHT:
        return _question(request, open_link, proof)
    answer = RedirectResponse(f"/p/{token}", 303)
    keep_visit(request, answer, token, cookie)
    return answer


@router.post("/{token}/leave")
def leave(request: Request, token: str, visitor: Sending) -> Response:
    """The visit ends, here and on the server."""
    with pages_of(request).app.desk.store.write() as tx:
        links.leave(tx, visitor.visit.id)
    answer = RedirectResponse(f"/p/{token}", 303)
    end_visit(answer, token)
    return answer


def _question(request: Request, open_link: Opened, failed: str | None = None) -> Response:
    status = 200 if failed is None else 403 if failed == Proof.LOCKED else 422
    return render(request, "identity.html", status, lender=open_link.lender, failed=failed)


def _reading(day: str, month: str, year: str, last4: str) -> IdentityReading | None:
    """The answers, None when they are no day and no four digits: that is no guess, and costs none."""
    try:
        birth_on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    digits = last4.strip()
    return IdentityReading(birth_on, digits) if _DIGITS.fullmatch(digits) else None
