"""The doors: who is signed in, who may act, that a form is ours, and what a browser may do with a page."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request
from fastapi.responses import PlainTextResponse, Response

from arrears.domain.roles import may_act
from arrears.services.sign_in import SESSION_LIFE, same_secret, session_of
from arrears.store.access import Session
from console.pages import console_of

SESSION_COOKIE = "arrears_session"
BEFORE_COOKIE = "arrears_before"
"""Holds the form token while nobody is signed in yet."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        "connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class NotSignedInError(PermissionError):
    """The page is behind sign-in."""


class NotAllowedError(PermissionError):
    """The role may read and not act."""


class ForeignFormError(PermissionError):
    """The form was not made by a page of this session."""


def signed_in(request: Request) -> Session:
    """The session of the browser. Raises: NotSignedInError."""
    token = request.cookies.get(SESSION_COOKIE)
    session = None if token is None else session_of(console_of(request).desk, token)
    if session is None:
        raise NotSignedInError
    return session


def posting(session: Annotated[Session, Depends(signed_in)], csrf: Annotated[str, Form()] = "") -> Session:
    """The session of a form that our own page made. Raises: ForeignFormError."""
    if not same_secret(csrf, session.csrf):
        raise ForeignFormError
    return session


def acting(session: Annotated[Session, Depends(posting)]) -> Session:
    """The session of someone who may act. Raises: NotAllowedError."""
    if not may_act(session.user.role):
        raise NotAllowedError
    return session


SignedIn = Annotated[Session, Depends(signed_in)]
Posting = Annotated[Session, Depends(posting)]
Acting = Annotated[Session, Depends(acting)]


def before_token(request: Request) -> str:
    """The form token of a browser that nobody has signed in with; a new one when it has none."""
    return request.cookies.get(BEFORE_COOKIE) or secrets.token_urlsafe(32)


def keep_before_token(request: Request, answer: Response, token: str) -> None:
    """Give the browser its form token."""
    _set_cookie(request, answer, BEFORE_COOKIE, token)


def check_before_token(request: Request, csrf: str) -> None:
    """Raises: ForeignFormError when the sign-in form was not given out to this browser."""
    kept = request.cookies.get(BEFORE_COOKIE)
    if kept is None or not same_secret(csrf, kept):
        raise ForeignFormError


def keep_session(request: Request, answer: Response, token: str) -> None:
    """Give the browser its session; the token of before is of no more use."""
    _set_cookie(request, answer, SESSION_COOKIE, token, int(SESSION_LIFE.total_seconds()))
    answer.delete_cookie(BEFORE_COOKIE)


def _set_cookie(
    request: Request, answer: Response, name: str, value: str, max_age: int | None = None
) -> None:
    answer.set_cookie(
        name,
        value,
        max_age=max_age,
        httponly=True,
        samesite="strict",
        secure=console_of(request).secure,
    )


def safe_next(target: str) -> str:
    """The place to go on to after signing in, on this site alone."""
    parts = urlsplit(target)
    own = target.startswith("/") and not target.startswith(("//", "/\\")) and not parts.netloc
    return target if own and target.isprintable() else "/"


async def guard(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """Turn away forms that another site sends, and put the security headers on every answer."""
    if request.method not in ("GET", "HEAD") and not _same_origin(request):
        answer: Response = PlainTextResponse("This form was sent from another site.", 403)
    else:
        answer = await proceed(request)
    answer.headers.update(HEADERS)
    static = request.url.path.startswith("/static/")
    answer.headers["Cache-Control"] = "no-cache" if static else "no-store"
    if console_of(request).secure:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000"
    return answer


def _same_origin(request: Request) -> bool:
    """Browsers name the origin of a form; whatever names none is not a browser acting for someone."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    own = {request.headers.get("host"), urlsplit(console_of(request).public_url).netloc}
    return urlsplit(origin).netloc in own
