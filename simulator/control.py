"""The simulator's own API: clock, quiet, faults, borrowers, phones, records, and the lender's gateway."""

from __future__ import annotations

import time
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from simulator.borrowers.profile import Borrower
from simulator.calls import TERMINAL
from simulator.clock import iso
from simulator.faults import Faults
from simulator.lender_gateway import HEADER, Outbound, verified
from simulator.message_form import E164
from simulator.phones import Phone
from simulator.rest import RecordedRoute, TheWorld
from simulator.world import World

control = APIRouter()
gateway = APIRouter(route_class=RecordedRoute)


class Advance(BaseModel):
    """How far; settling waits for the product's answers to webhooks between events."""

    model_config = ConfigDict(extra="forbid")

    seconds: Annotated[float, Field(ge=0, le=10 * 366 * 86_400)]
    settle: bool = False


class Rate(BaseModel):
    """Virtual seconds per real second; 0 stands still."""

    model_config = ConfigDict(extra="forbid")

    rate: Annotated[float, Field(ge=0, le=1_000_000)]


class Sending(BaseModel):
    """A borrower's text, or the id of an old one for the carrier to hand over again."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(max_length=1600)] = ""
    sid: str | None = None
    keep_script: bool = False


class Scripted(BaseModel):
    """Whether the script plays the borrower."""

    model_config = ConfigDict(extra="forbid")

    on: bool


async def raw_body(request: Request) -> bytes:
    """The body's bytes."""
    return await request.body()


def number_of(number: str) -> str:
    """The phone number of the path. Raises: HTTPException."""
    if not E164.fullmatch(number):
        raise HTTPException(404, "A phone number in the path looks like +12125550123.")
    return number


Raw = Annotated[bytes, Depends(raw_body)]
Number = Annotated[str, Depends(number_of)]


@control.get("/health")
def health() -> dict[str, str]:
    """Whether the process answers."""
    return {"status": "ok"}


@control.get("/clock")
def read_clock(world: TheWorld) -> dict[str, object]:
    """The virtual instant and the rate."""
    with world.lock:
        return {"now": iso(world.clock.now), "rate": world.clock.rate}


@control.post("/clock/advance")
def advance(order: Advance, world: TheWorld) -> dict[str, object]:
    """Move on, firing what falls due."""
    world.advance(order.seconds, order.settle)
    return read_clock(world)


@control.post("/clock/rate")
def set_rate(order: Rate, world: TheWorld) -> dict[str, object]:
    """Let time run or stand."""
    world.clock.set_rate(order.rate)
    return read_clock(world)


@control.get("/quiet")
def quiet(world: TheWorld) -> dict[str, object]:
    """Whether no webhook is in flight and no call waits for words, and when the next thing falls due."""
    with world.lock:
        due = world.clock.next_event_at()
        return {
            "quiet": world.pending == 0,
            "pending_webhooks": world.webhooks.pending,
            "pending_words": world.voice.pending,
            "borrowers_thinking": world.thinking(),
            "next_event_at": iso(due) if due else None,
        }


@control.get("/faults")
def read_faults(world: TheWorld) -> Faults:
    """What goes wrong now."""
    return world.faults


@control.post("/faults")
def set_faults(change: dict[str, Any], world: TheWorld) -> Faults:
    """Change the named faults; an empty object changes none."""
    with world.lock:
        try:
            wanted = Faults.model_validate(world.faults.model_dump() | change)
        except ValidationError as error:
            raise HTTPException(422, error.errors(include_url=False, include_context=False)) from None
        for name in Faults.model_fields:
            setattr(world.faults, name, getattr(wanted, name))
        return world.faults


@control.post("/population")
def populate(borrowers: list[Borrower], world: TheWorld) -> dict[str, int]:
    """Put borrowers at their phones."""
    with world.lock:
        for borrower in borrowers:
            phone = world.phones.get(borrower.phone)
            phone.name, phone.carrier = borrower.name, borrower.carrier
            world.population.add(borrower)
    return {"borrowers": len(borrowers)}


@control.get("/population")
def population(world: TheWorld) -> list[dict[str, object]]:
    """Each borrower's persona, state, and plan as they understood it."""
    with world.lock:
        return world.population.summary()


@control.get("/phones")
def phones(world: TheWorld) -> list[dict[str, object]]:
    """Every phone, the busiest first."""
    with world.lock:
        return phones_of(world)


@control.get("/phones/{number}/messages")
def thread(number: Number, world: TheWorld, read: bool = False) -> list[dict[str, object]]:
    """A phone's texts, oldest first; `read` marks them as read."""
    with world.lock:
        phone = world.phones.known(number)
        if phone is None:
            return []
        if read:
            phone.read = len(phone.thread)
        return [text.as_dict() for text in phone.thread]


@control.post("/phones/{number}/send")
def send(number: Number, world: TheWorld, body: Raw, request: Request) -> Response:
    """Have the phone send a text; from then on its script is off. A form is answered with its page."""
    form = request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")
    order = _sending(body, form)
    with world.lock:
        sid = _send(world, number, order)
    if form:
        return RedirectResponse(f"/phones/{number}", 303)
    return JSONResponse({"sid": sid}, 201)


@control.post("/phones/{number}/script")
def script(number: Number, order: Scripted, world: TheWorld) -> dict[str, object]:
    """Switch the borrower's script on or off."""
    with world.lock:
        if world.population.get(number) is None:
            raise HTTPException(404, "No scripted borrower has this phone.")
        world.population.set_scripted(number, order.on)
        return summary(world, world.phones.get(number))


@control.get("/exchanges")
def exchanges(world: TheWorld, direction: str | None = None) -> list[dict[str, object]]:
    """The last requests and webhooks; `direction` in or out."""
    return world.exchanges.as_dicts(direction)


@gateway.post("/lender-gateway/messages")
def lender_message(request: Request, body: Raw, world: TheWorld) -> JSONResponse:
    """Take a text for the lender's own carrier."""
    header = request.headers.get(HEADER, "")
    if not verified(world.settings.gateway_secret, body, header, time.time()):
        return JSONResponse({"error": "signature"}, 401)
    try:
        message = Outbound.model_validate_json(body)
    except ValidationError as error:
        fields = sorted({".".join(str(part) for part in item["loc"]) for item in error.errors()})
        return JSONResponse({"error": "invalid", "fields": fields}, 422)
    time.sleep(world.faults.messages_hang_s)
    with world.lock:
        if world.faults.take("messages_503"):
            return JSONResponse({"error": "unavailable"}, 503)
        reference = world.lender.take(message)
        if world.faults.take("messages_503_taken"):
            return JSONResponse({"error": "unavailable"}, 503)
        return JSONResponse({"id": message.id, "reference": reference})


def phones_of(world: World) -> list[dict[str, object]]:
    """Every phone that was texted, called, loaded or opened; `call` is the state of its live call."""
    live: dict[str, str] = {}
    for call in world.switchboard.calls.values():
        world.phones.get(call.phone)
        if call.status not in TERMINAL:
            live[call.phone] = call.status
    return [summary(world, phone) | {"call": live.get(phone.number)} for phone in world.phones.all()]


def summary(world: World, phone: Phone) -> dict[str, object]:
    """One phone in a list."""
    person = world.population.get(phone.number)
    return {
        "number": phone.number,
        "name": phone.name,
        "carrier": phone.carrier,
        "last": phone.thread[-1].as_dict() if phone.thread else None,
        "unread": phone.unread,
        "scripted": bool(person and person.scripted),
        "persona": person.borrower.persona.value if person else None,
    }


def _sending(body: bytes, form: bool) -> Sending:
    try:
        if form:
            fields = {name: values[0] for name, values in parse_qs(body.decode(errors="replace")).items()}
            return Sending.model_validate(fields)
        return Sending.model_validate_json(body)
    except ValidationError as error:
        raise HTTPException(422, error.errors(include_url=False, include_context=False)) from None


def _send(world: World, number: str, order: Sending) -> str:
    if order.sid is not None:
        try:
            world.repeat(number, order.sid)
        except KeyError:
            raise HTTPException(404, "This phone has sent no text with that id.") from None
        return order.sid
    if not order.text.strip():
        raise HTTPException(422, "A text has at least one character.")
    if not order.keep_script:
        world.population.set_scripted(number, False)
    return world.write(number, order.text)
