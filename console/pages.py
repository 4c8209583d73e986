"""Templates into answers: language, headers of a live page, and the tag that tells when nothing changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from arrears.desk import Desk
from arrears.domain.people import Carrier, Language
from arrears.domain.roles import may_act
from arrears.ports import Messenger
from arrears.store.access import Session
from arrears.store.approvals import waiting_count
from arrears.store.views.queue import queue_length
from console import formats
from console.words import Words, load_words

LANGUAGE_COOKIE = "arrears_language"
YEAR_SECONDS = 365 * 24 * 3600

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Console:
    """What every route works with."""

    desk: Desk
    messengers: Mapping[Carrier, Messenger]
    public_url: str
    environment: Environment
    words: dict[Language, Words]

    @property
    def secure(self) -> bool:
        """Whether cookies may travel over https only."""
        return self.public_url.startswith("https://")


def make_console(desk: Desk, messengers: Mapping[Carrier, Messenger], public_url: str) -> Console:
    """The console's surroundings, with its templates and strings read."""
    return Console(desk, messengers, public_url, _environment(), load_words())


@cache
def _environment() -> Environment:
    """The templates, compiled once for every application in the process."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def console_of(request: Request) -> Console:
    """The console of the running application."""
    console: Console = request.app.state.console
    return console


def render(
    request: Request, template: str, session: Session | None, status: int = 200, **values: Any
) -> Response:
    """The page; or only its live parts when a page that is open asks what has changed."""
    console = console_of(request)
    words = console.words[language_of(request)]
    live = is_live(request)
    context = _frame(request, console, session, words) | values
    html = console.environment.get_template(template).render(context, live=live)
    if live:
        return _unless_known(request, html)
    answer = HTMLResponse(html, status)
    if "lang" in request.query_params:
        answer.set_cookie(
            LANGUAGE_COOKIE,
            words.language,
            max_age=YEAR_SECONDS,
            httponly=True,
            samesite="strict",
            secure=console.secure,
        )
    return answer


def is_live(request: Request) -> bool:
    """Whether an open page asks for its live parts again."""
    return request.headers.get("x-live") == "1"


def language_of(request: Request) -> Language:
    """The reader's choice: just made, made before, or the browser's."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    if chosen in set(Language):
        return Language(chosen)
    return Language.ZH if request.headers.get("accept-language", "").startswith("zh") else Language.EN


def _frame(request: Request, console: Console, session: Session | None, words: Words) -> dict[str, Any]:
    """What every template may use."""
    waiting = undecided = 0
    explanations = console.desk.policy.explanations
    if session is not None:
        with console.desk.store.read() as tx:
            waiting, undecided = queue_length(tx), waiting_count(tx)
    return {
        "t": words,
        "label": words.label,
        "names": words.labels,
        "language": words.language,
        "formats": formats,
        "session": session,
        "acts": session is not None and may_act(session.user.role),
        "path": request.url.path,
        "waiting_count": waiting,
        "approvals_count": undecided,
        "other_language": _other_language(request, words.language),
        "notice": _notice(request, words),
        "Language": Language,
        "explain": lambda told: explanations.reason_of(told.reason, dict(told.used), words.language),
        "explained": lambda kind, code: explanations.of(kind, code, words.language),
    }


def _other_language(request: Request, language: Language) -> str:
    """The address of this page in the other language, its filters kept."""
    other = Language.EN if language is Language.ZH else Language.ZH
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("lang", "notice")]
    return "?" + urlencode([*kept, ("lang", other)])


def _notice(request: Request, words: Words) -> str | None:
    """What an action that led here did; an unknown code says nothing."""
    return words.strings.get(f"notice.{request.query_params.get('notice')}")


def _unless_known(request: Request, html: str) -> Response:
    tag = f'"{hashlib.sha256(html.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(html, headers=headers)
