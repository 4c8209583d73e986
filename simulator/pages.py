"""The pages where a person reads the phones and plays a borrower."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from simulator.clock import iso
from simulator.control import Number, summary
from simulator.rest import TheWorld

HERE = Path(__file__).parent
STATIC = HERE / "static"
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
        context = {
            "phones": [summary(world, phone) for phone in world.phones.all()],
            "now": iso(world.clock.now),
            "rate": world.clock.rate,
        }
    return _templates.TemplateResponse(request, "phones.html", context)


@pages.get("/phones/{number}")
def phone_thread(request: Request, number: Number, world: TheWorld) -> HTMLResponse:
    """One phone's thread."""
    with world.lock:
        phone = world.phones.known(number)
        if phone is None:
            raise HTTPException(404, "This phone has not been seen.")
        phone.read = len(phone.thread)
        context = {
            "phone": summary(world, phone),
            "person": world.population.get(number) is not None,
            "texts": [text.as_dict() for text in phone.thread],
            "now": iso(world.clock.now),
            "rate": world.clock.rate,
        }
    return _templates.TemplateResponse(request, "thread.html", context)
