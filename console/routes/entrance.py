"""Signing in and out, and the sign of life."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from arrears.services import sign_in as service
from console.pages import console_of, render
from console.security import (
    SESSION_COOKIE,
    Posting,
    before_token,
    check_before_token,
    keep_before_token,
    keep_session,
    safe_next,
)

router = APIRouter()


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process answers."""
    return {"process": "console", "status": "ok"}


@router.get("/sign-in")
def sign_in_page(request: Request, next: str = "/") -> Response:
    """The form."""
    return _form(request, next, failed=False)


@router.post("/sign-in")
def sign_in(
    request: Request,
    login: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """A session, or the form again with one text for every cause."""
    check_before_token(request, csrf)
    opened = service.sign_in(console_of(request).desk, login, password)
    if opened is None:
        return _form(request, next, failed=True, login=login)
    answer = RedirectResponse(safe_next(next), 303)
    keep_session(request, answer, opened.token)
    return answer


@router.post("/sign-out")
def sign_out(request: Request, session: Posting) -> Response:
    """The session ends here and on the server."""
    service.sign_out(console_of(request).desk, request.cookies[SESSION_COOKIE])
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(SESSION_COOKIE)
    return answer


def _form(request: Request, next: str, *, failed: bool, login: str = "") -> Response:
    token = before_token(request)
    answer = render(
        request,
        "sign_in.html",
        None,
        401 if failed else 200,
        csrf=token,
        next=safe_next(next),
        failed=failed,
        login=login,
    )
    keep_before_token(request, answer, token)
    return answer
