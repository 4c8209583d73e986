"""Calls played step by step, and a product's side of ConversationRelay, for tests."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from twilio.request_validator import RequestValidator
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from simulator.calls import TERMINAL, Call
from simulator.voice.signals import Nudged, Pressed, Spoke
from simulator.world import World
from tests.simulator.stage import OURS, PHONE, TOKEN, Hook, Product


def xml(*verbs: str) -> str:
    return f"<Response>{''.join(verbs)}</Response>"


def place(world: World, twiml: str | None = None, **fields: str | list[str]) -> Call:
    """A call to the phone; with `twiml`, or with a `Url` among the fields."""
    form = {"To": [PHONE], "From": [OURS]} | ({"Twiml": [twiml]} if twiml else {})
    form |= {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    with world.lock:
        return world.switchboard.create(form)


def play(world: World, until: Callable[[], object], limit_s: float = 900) -> None:
    """Move from event to event, the product's answers awaited between them, until it holds."""
    end = world.clock.now.timestamp() + limit_s
    deadline = time.monotonic() + 20
    while not until():
        assert time.monotonic() < deadline, "did not happen within twenty seconds"
        due = world.clock.next_event_at()
        if world.pending or due is None:
            threading.Event().wait(0.002)
            continue
        if until():
            return
        assert due.timestamp() <= end, "did not happen in virtual time"
        world.clock.advance_to(due)


def over(world: World, call: Call) -> None:
    play(world, lambda: call.status in TERMINAL)
    assert world.webhooks.wait_until_idle(10)


def kinds(world: World, call: Call, *wanted: str) -> list[dict[str, Any]]:
    return [event for event in world.voice.line(call).events if event["kind"] in wanted]


def heard(world: World, call: Call) -> list[str]:
    """What the person heard of our words."""
    return [event["text"] for event in kinds(world, call, "heard") if event["text"]]


def alerts(world: World) -> list[int]:
    return [alert.code for alert in world.voice.alerts]


def say(world: World, call: Call, text: str, now: bool = False) -> None:
    _do(world, call, Spoke(text), now)


def press(world: World, call: Call, digits: str, now: bool = False) -> None:
    for digit in digits:
        _do(world, call, Pressed(digit), now)


def _do(world: World, call: Call, signal: Spoke | Pressed, now: bool) -> None:
    with world.lock:
        engine = world.voice.engines[call.sid]
        if now:
            engine.post(signal)
        else:
            engine.line.turns.append(signal)
            engine.post(Nudged())


def asked(product: Product, path: str) -> list[Hook]:
    """The requests to a path, each with a signature that the SDK's validator believes."""
    found = [hook for hook in product.hooks if hook.url == product.url + path]
    for hook in found:
        signature = hook.headers["x-twilio-signature"]
        assert RequestValidator(TOKEN).validate(hook.url, hook.form, signature)
    return found


type Reply = Callable[[Mapping[str, Any]], list[Any]]


class RelayPeer:
    """A product's WebSocket: keeps every frame, answers with what `reply` returns for it."""

    def __init__(self, reply: Reply) -> None:
        self.frames: list[dict[str, Any]] = []
        self.raw: list[str | bytes] = []
        self.headers: list[dict[str, str]] = []
        self.closes: list[int | None] = []
        self._reply = reply
        self._server = serve(self._carry, "127.0.0.1", 0)
        self.port = self._server.socket.getsockname()[1]
        self.url = f"wss://127.0.0.1:{self.port}/relay"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def _carry(self, socket: ServerConnection) -> None:
        assert socket.request is not None
        self.headers.append({name.lower(): value for name, value in socket.request.headers.raw_items()})
        try:
            for message in socket:
                self.raw.append(message)
                try:
                    frame = json.loads(message)
                except ValueError:
                    continue
                if "type" not in frame:
                    continue
                self.frames.append(frame)
                for answer in self._reply(frame):
                    if answer is None:
                        socket.close()
                        break
                    socket.send(answer if isinstance(answer, str | bytes) else json.dumps(answer))
        except ConnectionClosed:
            pass
        self.closes.append(socket.close_code)

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [frame for frame in self.frames if frame["type"] == kind]

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()


def text(token: str, last: bool = True, **fields: object) -> dict[str, object]:
    return {"type": "text", "token": token, "last": last, **fields}
