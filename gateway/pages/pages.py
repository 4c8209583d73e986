"""What every page works with, and templates into answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from arrears.bootstrap import App
from arrears.domain.money import display
from arrears.domain.people import Language
from arrears.domain.times import local
from arrears.domain.wording import date_words
from gateway.pages.limits import LinkLimits
from gateway.pages.words import Words, load_words
from gateway.turns import Turns

LANGUAGE_COOKIE = "arrears_page_language"
YEAR_SECONDS = 365 * 24 * 3600

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Pages:
    """The surroundings of every route."""

    app: App
    turns: Turns
    limits: LinkLimits
    environment: Environment
    words: dict[Language, Words]

    @property
    def public_url(self) -> str:
        """Where borrowers reach the pages."""
        return self.app.settings.public_url

    @property
    def secure(self) -> bool:
        """Whether cookies may travel over https only."""
        return self.public_url.startswith("https://")

    @property
    def sandbox(self) -> bool:
        """Whether test payments may be made."""
        return self.app.settings.sandbox_payments


def make_surroundings(app: App, turns: Turns) -> Pages:
    """The pages' surroundings, with templates and strings read."""
    return Pages(app, turns, LinkLimits(), _environment(), load_words())


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


def pages_of(request: Request) -> Pages:
    """The pages of the running application."""
    pages: Pages = request.app.state.pages
    return pages


def language_of(request: Request) -> Language:
    """The reader's choice: just made, made before; else the borrower's own, else the browser's."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE)
    if chosen in set(Language):
        return Language(chosen)
    theirs = getattr(request.state, "language", None)
    if theirs is not None:
        return Language(theirs)
    return Language.ZH if request.headers.get("accept-language", "").startswith("zh") else Language.EN


def render(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """The page in the reader's language."""
    pages = pages_of(request)
    words = pages.words[language_of(request)]
    catalog, policy = pages.app.desk.policy.catalog, pages.app.desk.policy
    context = {
        "t": words,
        "Language": Language,
        "money": lambda amount: f"{display(amount)} {amount.currency}",
        "day": lambda on: date_words(catalog, words.language, on),
        "clock": lambda at, zone: f"{local(at, zone):%H:%M}",
        "phone": policy.callback_number,
        "sandbox": pages.sandbox,
        "other_language": "en" if words.language is Language.ZH else "zh",
        "token": request.path_params.get("token"),
        "visitor": None,
    }
    html = pages.environment.get_template(template).render(context | values)
    answer = HTMLResponse(html, status)
    if request.query_params.get("lang") in set(Language):
        answer.set_cookie(
            LANGUAGE_COOKIE,
            words.language,
            max_age=YEAR_SECONDS,
            path="/p",
            httponly=True,
            samesite="strict",
            secure=pages.secure,
        )
    return answer
