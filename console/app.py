"""The console's web application."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from arrears.desk import Desk
from arrears.domain.people import Carrier
from arrears.ports import Messenger
from arrears.services.sign_in import session_of
from console.pages import console_of, is_live, make_console, render
from console.routes import (
    approvals,
    cases,
    contact_changes,
    conversations,
    corrections,
    entrance,
    front,
    queue,
    recordings,
    take_over,
)
from console.security import (
    HEADERS,
    SESSION_COOKIE,
    ForeignFormError,
    NotAllowedError,
    NotSignedInError,
    guard,
    signed_in,
)

STATIC = Path(__file__).parent / "static"


def make_app(
    desk: Desk, messengers: Mapping[Carrier, Messenger], *, public_url: str = "http://127.0.0.1:8001"
) -> FastAPI:
    """The application; cookies travel over https only when the public URL is https."""
    app = FastAPI(title="Arrears console", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.console = make_console(desk, messengers, public_url)
    app.middleware("http")(guard)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.include_router(entrance.router)
    parts = (
        front,
        approvals,
        cases,
        contact_changes,
        conversations,
        corrections,
        queue,
        recordings,
        take_over,
    )
    for part in parts:
        app.include_router(part.router, dependencies=[Depends(signed_in)])
    app.add_exception_handler(NotSignedInError, _to_sign_in)
    app.add_exception_handler(NotAllowedError, _not_allowed)
    app.add_exception_handler(ForeignFormError, _foreign_form)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(Exception, _failure)
    return app


def _to_sign_in(request: Request, _error: Exception) -> Response:
    """To the form, and back afterwards; a page that only asks for news is told 401."""
    if is_live(request):
        return PlainTextResponse("Signed out.", 401)
    if request.method != "GET":
        return RedirectResponse("/sign-in", 303)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/sign-in?next={quote(request.url.path + query, safe='')}", 303)


def _not_allowed(request: Request, _error: Exception) -> Response:
    return _error_page(request, 403, "not_allowed")


def _foreign_form(request: Request, _error: Exception) -> Response:
    return _error_page(request, 403, "foreign_form")


def _bad_request(request: Request, _error: Exception) -> Response:
    return _error_page(request, 400, "bad_request")


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _error_page(request, status, "not_found" if status == 404 else "bad_request")


def _failure(request: Request, _error: Exception) -> Response:
    answer = _error_page(request, 500, "failure")
    # This answer is made outside the guard.
    answer.headers.update(HEADERS)
    return answer


def _error_page(request: Request, status: int, what: str) -> Response:
    """What went wrong and what can be done; to a stranger it shows no navigation."""
    if is_live(request):
        return PlainTextResponse(what, status)
    token = request.cookies.get(SESSION_COOKIE)
    session = None
    if token is not None and status != 500:
        session = session_of(console_of(request).desk, token)
    return render(request, "error.html", session, status, what=what)
