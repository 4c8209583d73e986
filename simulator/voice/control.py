"""The simulator's own API for calls: be the person on the phone, and see what was said and done."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException

from simulator.calls import TERMINAL, Call
from simulator.clock import iso
from simulator.control import Number
from simulator.faults import Faults
from simulator.message_form import E164
from simulator.rest import TheWorld
from simulator.voice.line import Barge
from simulator.voice.orders import Answering, Calling, Interrupting, Paying, Pressing, Saying, Sending
from simulator.voice.pay import RESULTS
from simulator.voice.relay_session import Session
from simulator.voice.signals import Nudged, Paid, Pressed, Spoke
from simulator.world import World

POLL_S, LONGEST_POLL_S = 0.05, 30.0
calls = APIRouter()


def live_call(sid: str, world: TheWorld) -> Call:
    """The call of the path. Raises: HTTPException."""
    with world.lock:
        call = world.switchboard.calls.get(sid)
    if call is None:
        raise HTTPException(404, "There is no call with this id.")
    return call


TheCall = Annotated[Call, Depends(live_call)]


@calls.post("/phones/{number}/call", status_code=201)
def place(number: Number, order: Calling, world: TheWorld) -> dict[str, str]:
    """Have the phone call the product."""
    with world.lock:
        to = order.to or _our_number(world, number)
        return {"sid": world.voice.receive(number, to, "by_hand" if order.by_hand else "human").sid}


@calls.post("/phones/{number}/answers")
def answers(number: Number, order: Answering, world: TheWorld) -> Faults:
    """Say what becomes of calls to the phone: `by_hand` rings until someone answers here."""
    with world.lock:
        world.faults.call_outcomes = {**world.faults.call_outcomes, number: order.outcome}
        return world.faults


@calls.get("/calls")
def listed(world: TheWorld, phone: str | None = None, live: bool = False) -> list[dict[str, object]]:
    """Newest first; of one phone, or only those that have not ended."""
    with world.lock:
        found = reversed(world.switchboard.calls.values())
        return [
            summary(world, call)
            for call in found
            if phone in (None, call.phone) and not (live and call.status in TERMINAL)
        ]


@calls.get("/calls/{sid}")
def one(call: TheCall, world: TheWorld) -> dict[str, object]:
    """State, and everything that happened on the line."""
    with world.lock:
        return summary(world, call) | {"events": list(world.voice.line(call).events)}


@calls.get("/calls/{sid}/events")
async def events(call: TheCall, world: TheWorld, after: int = -1, wait_s: float = 20.0) -> dict[str, Any]:
    """What happened after the event with the number; waits for something to happen, or for the end."""
    until = time.monotonic() + min(wait_s, LONGEST_POLL_S)
    while True:
        with world.lock:
            found = world.voice.line(call).events[after + 1 :]
            state = summary(world, call)
        if found or call.status in TERMINAL or time.monotonic() >= until:
            return {"call": state, "events": list(found)}
        await asyncio.sleep(POLL_S)


@calls.post("/calls/{sid}/answer")
def answer(call: TheCall, world: TheWorld) -> dict[str, object]:
    """Pick up a phone that rings."""
    with world.lock:
        if call.status != "ringing" or call.direction == "inbound":
            raise HTTPException(409, "This phone does not ring.")
        world.switchboard.pick_up(call, "by_hand")
        return summary(world, call)


@calls.post("/calls/{sid}/hangup")
def hang_up(call: TheCall, world: TheWorld) -> dict[str, object]:
    """Hang up, or decline while it rings."""
    with world.lock:
        if call.status not in TERMINAL:
            world.voice.hang_up(call)
        return summary(world, call)


@calls.post("/calls/{sid}/say")
def say(call: TheCall, order: Saying, world: TheWorld) -> dict[str, object]:
    """Say something: when it is the caller's turn, or at once."""
    spoke = Spoke(order.text, final=not order.partial)
    return _do(world, call, spoke, order.now or order.partial)


@calls.post("/calls/{sid}/interrupt")
def interrupt(call: TheCall, order: Interrupting, world: TheWorld) -> dict[str, object]:
    """Speak into the carrier's words."""
    if order.after_chars is None:
        return _do(world, call, Spoke(order.text), True)
    with world.lock:
        world.voice.line(call).barge = Barge(order.text, order.after_chars)
    return _do(world, call, Nudged(), True)


@calls.post("/calls/{sid}/press")
def press(call: TheCall, order: Pressing, world: TheWorld) -> dict[str, object]:
    """Press keys: when it is the caller's turn, or at once."""
    with world.lock:
        for digit in order.digits:
            _do(world, call, Pressed(digit), order.now)
        return summary(world, call)


@calls.post("/calls/{sid}/pay")
def pay(call: TheCall, order: Paying, world: TheWorld) -> dict[str, object]:
    """Get through Pay, or not."""
    if order.result not in RESULTS:
        raise HTTPException(422, f"result is one of {', '.join(RESULTS)}")
    return _do(world, call, Paid(order.result, order.card[-4:].rjust(len(order.card), order.card[0])), True)


@calls.post("/calls/{sid}/drop")
def drop(call: TheCall, world: TheWorld) -> dict[str, object]:
    """Cut the relay's socket without a word."""
    with world.lock:
        _session(world, call).drop()
        return summary(world, call)


@calls.post("/calls/{sid}/malformed")
def malformed(call: TheCall, order: Sending, world: TheWorld) -> dict[str, object]:
    """Send the product a frame it cannot read."""
    with world.lock:
        session = _session(world, call)
        for _ in range(order.times):
            session.send_raw(order.frame)
        return summary(world, call)


@calls.get("/debugger")
def debugger(world: TheWorld) -> list[dict[str, object]]:
    """Errors and warnings of calls, oldest first."""
    with world.lock:
        return world.voice.alerts_as_dicts()


def summary(world: World, call: Call) -> dict[str, object]:
    """One call in a list."""
    line, sid = world.voice.line(call), call.sid
    return {
        "sid": sid,
        "phone": call.phone,
        "from": call.sender,
        "to": call.to,
        "direction": call.direction,
        "parent": call.parent_sid,
        "status": call.status,
        "rings": call.status == "ringing",
        "answered_by": call.answered_by,
        "outcome": world.faults.outcome(call.phone),
        "relay": sid in world.voice.sessions,
        "speaking": line.speech.text if line.speech and line.speaking else None,
        "heard": line.speech.heard if line.speech and line.speaking else None,
        "listening": line.listening,
        "waiting_turns": len(line.turns),
        "created": iso(call.created),
        "started": iso(call.started) if call.started else None,
        "ended": iso(call.ended) if call.ended else None,
        "recordings": [each.sid for each in world.voice.recordings.of(call)],
    }


def _session(world: World, call: Call) -> Session:
    """The relay's session of the call. Raises: HTTPException."""
    session = world.voice.sessions.get(call.sid)
    if session is None:
        raise HTTPException(409, "This call has no session of ConversationRelay.")
    return session


def _our_number(world: World, phone: str) -> str:
    """The number that called or texted the phone last."""
    called = [call.sender for call in world.switchboard.calls.values() if call.to == phone]
    texted = world.phones.get(phone).other_side
    known = [number for number in (*called[-1:], texted) if number and E164.fullmatch(number)]
    return known[0] if known else world.settings.product_number


def _do(world: World, call: Call, signal: object, now: bool) -> dict[str, object]:
    with world.lock:
        engine = world.voice.engines.get(call.sid)
        if engine is None or call.status in TERMINAL:
            raise HTTPException(409, "Nobody is on this line.")
        if now or not isinstance(signal, Spoke | Pressed):
            engine.post(signal)
        else:
            engine.line.turns.append(signal)
            engine.post(Nudged())
        return summary(world, call)
