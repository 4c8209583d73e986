"""The pages where a person reads the phones, plays a borrower, and talks on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, get_args

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.templating import Jinja2Templates

from simulator.clock import iso
from simulator.control import Number, phones_of, summary
from simulator.faults import Outcome
from simulator.message_form import E164
from simulator.page_words import COOKIE, words_for
from simulator.phones import Phone
from simulator.rest import TheWorld
from simulator.world import World

HERE = Path(__file__).parent
STATIC = HERE / "static"
YEAR_S = 365 * 86_400
# The one who sits at the page comes first; the others stay in the order of the carrier.
OUTCOMES = ("by_hand", *(outcome for outcome in get_args(Outcome) if outcome != "by_hand"))
pages = APIRouter(include_in_schema=False)
_templates = Jinja2Templates(HERE / "templates")


def language_of(text: str) -> str:
    """The language tag of a text, so that a browser picks the right glyphs and voice."""
    return "zh-Hans" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "en"


_templates.env.filters["language"] = language_of


@pages.get("/")
def phone_list(request: Request, world: TheWorld) -> HTMLResponse:
    """Every phone."""
    with world.lock:
        context = {"phones": phones_of(world)}
    return _render(request, world, "phones.html", context)


@pages.post("/phones")
def open_phone(request: Request, number: Annotated[str, Form()], world: TheWorld) -> Response:
    """Take a phone that nobody has seen yet into the hand."""
    wanted = "".join(letter for letter in number if letter not in " -().")
    if not E164.fullmatch(wanted):
        with world.lock:
            context = {"phones": phones_of(world), "refused": number}
        return _render(request, world, "phones.html", context, 422)
    with world.lock:
        world.phones.get(wanted)
    return RedirectResponse(f"/phones/{wanted}", 303)


@pages.get("/phones/{number}")
def phone_thread(request: Request, number: Number, world: TheWorld) -> HTMLResponse:
    """One phone: its texts, and its calls."""
    with world.lock:
        phone = _seen(world, number)
        phone.read = len(phone.thread)
        person = world.population.get(number)
        context = {
            "phone": summary(world, phone),
            "person": person is not None,
            "speaks": person.borrower.language if person else words_for(request).language,
            "texts": [text.as_dict() for text in phone.thread],
            "answers": world.faults.outcome(number),
            "outcomes": OUTCOMES,
        }
    return _render(request, world, "thread.html", context)


def _seen(world: World, number: str) -> Phone:
    """A phone that was texted, called, loaded or opened. Raises: HTTPException."""
    called = any(call.phone == number for call in world.switchboard.calls.values())
    phone = world.phones.get(number) if called else world.phones.known(number)
    if phone is None:
        raise HTTPException(404, "This phone has not been seen.")
    return phone


def _render(
    request: Request, world: World, template: str, context: Mapping[str, object], status: int = 200
) -> HTMLResponse:
    words = words_for(request)
    with world.lock:
        frame: dict[str, object] = {"now": iso(world.clock.now), "rate": world.clock.rate}
    frame |= {"t": words, "path": "/" if template == "phones.html" else request.url.path}
    answer = _templates.TemplateResponse(request, template, {**frame, **context}, status)
    if "lang" in request.query_params:
        answer.set_cookie(COOKIE, words.language, max_age=YEAR_S, httponly=True, samesite="strict")
    return answer
