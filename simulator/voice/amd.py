"""Answering machine detection of a live call: before its instructions are asked for, or beside them."""

from __future__ import annotations

from simulator.calls import TERMINAL
from simulator.clock import EventKind
from simulator.voice.detection import Detected, detect
from simulator.voice.engine import Engine
from simulator.voice.process import Course
from simulator.webhooks import signed_request

NO_ASYNC_URL = 21262


def begin_detection(engine: Engine, outcome: str) -> None:
    """Have a call that asks for it find out who answered."""
    options = engine.call.options
    detected = detect("human" if outcome == "by_hand" else outcome, options)
    if detected is None:
        return
    if options.get("AsyncAmd", "").lower() == "true":
        clock = engine.operator.clock
        clock.after(detected.seconds, EventKind.CARRIER, lambda: _tell(engine, detected))
    else:
        engine.before = lambda: _wait(engine, detected)


def _wait(engine: Engine, detected: Detected) -> Course[None]:
    yield from engine.idle(detected.seconds)
    engine.first_parameters |= _found(engine, detected)


def _tell(engine: Engine, detected: Detected) -> None:
    call, operator = engine.call, engine.operator
    if call.status in TERMINAL:
        return
    found = _found(engine, detected)
    url = call.options.get("AsyncAmdStatusCallback")
    if url is None:
        operator.alert(call, NO_ASYNC_URL, "AsyncAmd without AsyncAmdStatusCallback")
        return
    told = {"CallSid": call.sid, "AccountSid": call.account_sid} | found
    operator.webhooks.status(signed_request(url, told, operator.settings, f"voice {call.sid}"))


def _found(engine: Engine, detected: Detected) -> dict[str, str]:
    engine.call.answered_by = detected.answered_by
    engine.line.record("carrier", "detects", answered_by=detected.answered_by)
    milliseconds = str(int(detected.seconds * 1000))
    return {"AnsweredBy": detected.answered_by, "MachineDetectionDuration": milliseconds}
