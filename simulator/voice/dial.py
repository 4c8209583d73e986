"""Dial: another leg is called, told what to expect, and connected.

Source: https://www.twilio.com/docs/voice/twiml/dial
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urljoin

from simulator.calls import Call
from simulator.voice.engine import Engine
from simulator.voice.instructions import document as fetch
from simulator.voice.process import Course, Wait
from simulator.voice.signals import Leg, Spoke
from simulator.voice.twiml import Document, Verb

RING_S, TIME_LIMIT_S = 30, 14_400


def dial(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Call the first number; go on at the action, or with the next verb."""
    numbers = [child for child in verb.children if child.name == "Number"]
    if len(numbers) != len(verb.children) or len(numbers) > 1:
        engine.operator.alert(engine.call, 12200, "only the first Number of a Dial is simulated")
    number = numbers[0] if numbers else Verb("Number", text=verb.text)
    if not number.text:
        engine.operator.alert(engine.call, 13224, "Dial has no number")
        return None
    leg = _leg(engine, verb, number, document.url)
    engine.line.record("carrier", "dials", leg=leg.sid)
    engine.operator.dial(engine, leg)
    try:
        bridged = yield from _connected(engine, leg, verb.number("timeLimit", TIME_LIMIT_S))
    finally:
        engine.operator.switchboard.stop(leg, "canceled")
    if not verb.get("action"):
        return None
    found = {"DialCallSid": leg.sid, "DialCallStatus": leg.status, "DialBridged": str(bridged).lower()}
    if leg.started:
        found["DialCallDuration"] = leg.duration or "0"
    return (yield from fetch(engine, verb.get("action"), document.url, verb.get("method"), found))


def _leg(engine: Engine, verb: Verb, number: Verb, base: str | None) -> Call:
    ours = engine.call.to if engine.call.direction == "inbound" else engine.call.sender
    leg = engine.operator.switchboard.leg(engine.call, number.text, verb.get("callerId", ours))
    leg.ring_s = int(verb.number("timeout", RING_S))
    leg.callback = number.get("statusCallback") or None
    leg.events = tuple(number.get("statusCallbackEvent", "completed").split())
    leg.callback_method = number.get("statusCallbackMethod", "POST")
    leg.instructions = {"Twiml": "<Response/>"}
    if number.get("url"):
        leg.instructions = {"Url": urljoin(base or "", number.get("url")), "Method": number.get("method")}
    return leg


def _connected(engine: Engine, leg: Call, limit_s: float) -> Course[bool]:
    """Until the other leg ends, or the limit; whether the two were connected."""
    until, bridged = None, False
    while True:
        now = engine.operator.clock.now
        signal = yield Wait(None if until is None else (until - now).total_seconds())
        if signal is None or signal == Leg("ended"):
            return bridged
        if signal == Leg("ready"):
            bridged, until = True, engine.operator.clock.now + timedelta(seconds=limit_s)
            engine.line.record("carrier", "connects", leg=leg.sid)
        elif isinstance(signal, Spoke) and signal.final and bridged:
            engine.line.record("caller", "says", text=signal.text)
        else:
            engine.unheard(signal)
