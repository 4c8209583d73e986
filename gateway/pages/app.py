"""The web application of the borrower's pages; the gateway mounts it under /p."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from arrears.bootstrap import App
from gateway.pages import change, chat, entrance, payment, plan
from gateway.pages.doors import (
    ForeignFormError,
    LinkClosedError,
    NotProvedError,
    SilencedError,
    TooOftenError,
)
from gateway.pages.pages import make_surroundings, render
from gateway.pages.security import HEADERS, guard
from gateway.turns import Turns

STATIC = Path(__file__).parent / "static"


def make_pages(app: App, turns: Turns) -> FastAPI:
    """The pages over one application; what is written in the chat goes through its turns."""
    web = FastAPI(title="Arrears pages", docs_url=None, redoc_url=None, openapi_url=None)
    web.state.pages = make_surroundings(app, turns)
    web.middleware("http")(guard)
    web.mount("/static", StaticFiles(directory=STATIC), name="static")
    for part in (entrance, plan, payment, change, chat):
        web.include_router(part.router)
    web.add_exception_handler(LinkClosedError, _closed)
    web.add_exception_handler(TooOftenError, _too_often)
    web.add_exception_handler(NotProvedError, _not_proved)
    web.add_exception_handler(SilencedError, _silenced)
    web.add_exception_handler(ForeignFormError, _out_of_date)
    web.add_exception_handler(RequestValidationError, _out_of_date)
    web.add_exception_handler(HTTPException, _closed)
    web.add_exception_handler(Exception, _failure)
    return web


def _closed(request: Request, _error: Exception) -> Response:
    return render(request, "message.html", 404, what="closed", lender=None)


def _too_often(request: Request, _error: Exception) -> Response:
    return render(request, "message.html", 429, what="too_often", lender=None)


def _not_proved(request: Request, _error: Exception) -> Response:
    """Back to the question who it is; a page that only asks for news is told 401."""
    if request.headers.get("x-poll") == "1":
        return PlainTextResponse("", 401)
    answer = Response(status_code=303)
    answer.headers["Location"] = f"/p/{request.path_params['token']}"
    return answer


def _silenced(request: Request, _error: Exception) -> Response:
    return render(request, "message.html", 200, what="silenced", lender=None)


def _out_of_date(request: Request, _error: Exception) -> Response:
    return render(request, "message.html", 403, what="out_of_date", lender=None)


def _failure(request: Request, _error: Exception) -> Response:
    answer = render(request, "message.html", 500, what="failure", lender=None)
    # This answer is made outside the guard.
    answer.headers.update(HEADERS)
    return answer
