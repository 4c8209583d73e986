"""The carrier's REST API of 2010: Messages and Calls under an account, in the documented shapes."""

from __future__ import annotations

import base64
import binascii
import hmac
import time
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Protocol
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from simulator.calls import Call
from simulator.clock import iso
from simulator.errors import RestError, bad_request, not_found, unauthenticated
from simulator.exchanges import Exchange
from simulator.messages import Message
from simulator.world import World

ROOT = "/2010-04-01/Accounts/{account}"
DEFAULT_PAGE, MAX_PAGE = 50, 1000


class Resource(Protocol):
    """What a list is made of."""

    sid: str

    def resource(self) -> dict[str, object]:
        """The JSON."""
        ...


class RecordedRoute(APIRoute):
    """A route whose exchanges are kept and whose refusals have the carrier's body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with the record around it."""
        handle = super().get_route_handler()

        async def recorded(request: Request) -> Response:
            body = await request.body()
            try:
                response = await handle(request)
            except RestError as error:
                response = JSONResponse(error.body(), error.status)
            _record(request, body, response)
            return response

        return recorded


def _record(request: Request, body: bytes, response: Response) -> None:
    world: World = request.app.state.world
    kept = {"content-type", "x-arrears-signature", "user-agent"}
    world.exchanges.record(
        Exchange(
            "in",
            iso(world.clock.now),
            request.method,
            str(request.url),
            {name: value for name, value in request.headers.items() if name in kept},
            body.decode(errors="replace"),
            response.status_code,
            _shown(response),
            {"content-type": response.headers.get("content-type", "")},
        )
    )


def _shown(response: Response) -> str:
    sound = response.headers.get("content-type", "").startswith("audio/")
    return "" if sound else bytes(response.body).decode(errors="replace")


async def form_of(request: Request) -> dict[str, list[str]]:
    """The form with repeated fields and empty values kept."""
    return parse_qs((await request.body()).decode(errors="replace"), keep_blank_values=True)


def world_of(request: Request) -> World:
    """The world the application was made for."""
    world: World = request.app.state.world
    return world


def account_of(account: str, request: Request) -> str:
    """Check the credentials. Raises: RestError."""
    settings = world_of(request).settings
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    try:
        given = base64.b64decode(value, validate=True)
    except binascii.Error:
        given = b""
    wanted = f"{settings.account_sid}:{settings.auth_token}".encode()
    if scheme.lower() != "basic" or not hmac.compare_digest(given, wanted) or account != settings.account_sid:
        raise unauthenticated()
    return account


TheForm = Annotated[dict[str, list[str]], Depends(form_of)]
TheWorld = Annotated[World, Depends(world_of)]
Account = Annotated[str, Depends(account_of)]

router = APIRouter(route_class=RecordedRoute)
nowhere = APIRouter(route_class=RecordedRoute)


@router.post(f"{ROOT}/Messages.json", status_code=201)
def create_message(_: Account, world: TheWorld, form: TheForm) -> JSONResponse:
    """Take a message, with the faults that creating one may meet."""
    time.sleep(world.faults.messages_hang_s)
    with world.lock:
        if world.faults.take("messages_429"):
            raise RestError(429, 20429, "Too Many Requests")
        if world.faults.take("messages_503"):
            raise RestError(503, 20503, "Service Unavailable")
        message = world.carrier.create(form)
        if world.faults.take("messages_503_taken"):
            raise RestError(503, 20503, "Service Unavailable")
        return JSONResponse(message.resource(), 201)


@router.get(f"{ROOT}/Messages.json")
def list_messages(_: Account, world: TheWorld, request: Request) -> JSONResponse:
    """Newest first, filtered by To, From and DateSent."""
    with world.lock:
        found = [
            message
            for message in reversed(world.carrier.messages.values())
            if _matches(request, "To", message.to)
            and _matches(request, "From", message.sender)
            and _within(request, "DateSent", message.sent)
        ]
        return page(request, "messages", found)


@router.get(f"{ROOT}/Messages/{{sid}}.json")
def fetch_message(_: Account, sid: str, world: TheWorld, request: Request) -> JSONResponse:
    """One message."""
    with world.lock:
        return JSONResponse(_message(world, sid, request).resource())


@router.post(f"{ROOT}/Messages/{{sid}}.json")
def update_message(_: Account, sid: str, world: TheWorld, form: TheForm, request: Request) -> JSONResponse:
    """Cancel or redact."""
    with world.lock:
        return JSONResponse(world.carrier.update(_message(world, sid, request), form).resource())


@router.delete(f"{ROOT}/Messages/{{sid}}.json", status_code=204)
def delete_message(_: Account, sid: str, world: TheWorld, request: Request) -> Response:
    """Forget one that has ended."""
    with world.lock:
        world.carrier.delete(_message(world, sid, request))
        return Response(status_code=204)


@router.post(f"{ROOT}/Calls.json", status_code=201)
def create_call(_: Account, world: TheWorld, form: TheForm) -> JSONResponse:
    """Place a call."""
    with world.lock:
        return JSONResponse(world.switchboard.create(form).resource(), 201)


@router.get(f"{ROOT}/Calls.json")
def list_calls(_: Account, world: TheWorld, request: Request) -> JSONResponse:
    """Newest first, filtered by To, From, Status, StartTime and EndTime."""
    with world.lock:
        found = [
            call
            for call in reversed(world.switchboard.calls.values())
            if _matches(request, "To", call.to)
            and _matches(request, "From", call.sender)
            and _matches(request, "Status", call.status)
            and _within(request, "StartTime", call.started)
            and _within(request, "EndTime", call.ended)
        ]
        return page(request, "calls", found)


@router.get(f"{ROOT}/Calls/{{sid}}.json")
def fetch_call(_: Account, sid: str, world: TheWorld, request: Request) -> JSONResponse:
    """One call."""
    with world.lock:
        return JSONResponse(call_of(world, sid, request).resource())


@router.post(f"{ROOT}/Calls/{{sid}}.json")
def update_call(_: Account, sid: str, world: TheWorld, form: TheForm, request: Request) -> JSONResponse:
    """End it, or give it new instructions."""
    with world.lock:
        return JSONResponse(world.switchboard.update(call_of(world, sid, request), form).resource())


@nowhere.api_route("/2010-04-01/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def anything_else(rest: str, request: Request) -> JSONResponse:
    """Everything that is not simulated is not there."""
    raise not_found(request.url.path)


def _message(world: World, sid: str, request: Request) -> Message:
    if sid not in world.carrier.messages:
        raise not_found(request.url.path)
    return world.carrier.messages[sid]


def call_of(world: World, sid: str, request: Request) -> Call:
    """The call with the id. Raises: RestError."""
    if sid not in world.switchboard.calls:
        raise not_found(request.url.path)
    return world.switchboard.calls[sid]


def _matches(request: Request, name: str, value: str | None) -> bool:
    wanted = request.query_params.get(name)
    return not wanted or wanted == value


def _within(request: Request, name: str, value: datetime | None) -> bool:
    on = request.query_params.get(name)
    since, until = request.query_params.get(f"{name}>"), request.query_params.get(f"{name}<")
    if on:
        start = _instant(on).replace(hour=0, minute=0, second=0, microsecond=0)
        return value is not None and start <= value < start + timedelta(days=1)
    after = not since or (value is not None and value >= _instant(since))
    return after and (not until or (value is not None and value <= _instant(until)))


def _instant(value: str) -> datetime:
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError:
        raise bad_request(20001, "A date filter must be an ISO date or instant.") from None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def page(request: Request, name: str, found: Sequence[Resource]) -> JSONResponse:
    """The page of a list that the query asks for."""
    size = _number(request, "PageSize", DEFAULT_PAGE, 1, MAX_PAGE)
    number = _number(request, "Page", 0, 0, 10**6)
    start = _start(request.query_params.get("PageToken"), found, number * size)
    records = found[start : start + size]
    more = start + size < len(found)
    body: dict[str, object] = {
        "end": start + len(records) - 1 if records else 0,
        "first_page_uri": _uri(request, size, 0, None),
        "next_page_uri": _uri(request, size, number + 1, f"PA{records[-1].sid}") if more else None,
        "page": number,
        "page_size": size,
        "previous_page_uri": _uri(request, size, number - 1, None) if number else None,
        "start": start if records else 0,
        "uri": _uri(request, size, number, request.query_params.get("PageToken")),
        name: [record.resource() for record in records],
    }
    return JSONResponse(body)


def _number(request: Request, name: str, default: int, low: int, high: int) -> int:
    value = request.query_params.get(name) or str(default)
    if not value.isdigit() or not low <= int(value) <= high:
        raise bad_request(20001, f"{name} must be from {low} to {high}.")
    return int(value)


def _start(token: str | None, found: Sequence[Resource], by_number: int) -> int:
    """After the record the token names, so that new records do not shift the pages."""
    sids = [record.sid for record in found]
    if token and token[2:] in sids:
        return sids.index(token[2:]) + 1
    return by_number


def _uri(request: Request, size: int, number: int, token: str | None) -> str:
    own = {"PageSize", "Page", "PageToken"}
    query = [(key, value) for key, value in request.query_params.multi_items() if key not in own]
    query += [("PageSize", str(size)), ("Page", str(number))] + ([("PageToken", token)] if token else [])
    return f"{request.url.path}?{urlencode(query)}"
