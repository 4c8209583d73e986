"""Record: what the caller says after a beep, as a recording of its own.

Source: https://www.twilio.com/docs/voice/twiml/record
"""

from __future__ import annotations

from datetime import timedelta

from simulator.voice.engine import Engine
from simulator.voice.instructions import document as fetch
from simulator.voice.process import Course
from simulator.voice.recording import Recording
from simulator.voice.signals import HungUp, Pressed, Spoke
from simulator.voice.twiml import Document, Verb

TIMEOUT_S, MAX_LENGTH_S, BEEP_S = 5.0, 3600.0, 0.5
ANY_KEY = "1234567890*#"


def record(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Record until silence, a key, or the limit; go on at the action."""
    if verb.true("playBeep", default=True):
        engine.line.say("", BEEP_S, sound="beep")
        yield from engine.play_out()
    recording = engine.operator.recordings.start_by_verb(engine.call, verb, document.url, "RecordVerb")
    action = verb.get("action") or document.url or ""
    try:
        said, key = yield from _take(engine, verb)
    except HungUp:
        engine.operator.recordings.stop(recording)
        engine.operator.tell(engine.call, action, _result(engine, recording, "hangup"), base=document.url)
        raise
    engine.operator.recordings.stop(recording, silent=not said)
    if not said and not key:
        return None
    found = _result(engine, recording, key)
    return (yield from fetch(engine, action, document.url, verb.get("method"), found))


def _take(engine: Engine, verb: Verb) -> Course[tuple[bool, str]]:
    keys, said = verb.get("finishOnKey", ANY_KEY), False
    until = engine.operator.clock.now + timedelta(seconds=verb.number("maxLength", MAX_LENGTH_S))
    while (left := (until - engine.operator.clock.now).total_seconds()) > 0:
        signal = yield from engine.listen(min(left, verb.number("timeout", TIMEOUT_S)))
        if signal is None:
            break
        if isinstance(signal, Spoke) and signal.final:
            engine.line.record("caller", "says", text=signal.text)
            said = True
        elif isinstance(signal, Pressed) and signal.digit in keys:
            return said, signal.digit
    return said, ""


def _result(engine: Engine, recording: Recording, key: str) -> dict[str, str]:
    return {
        "RecordingSid": recording.sid,
        "RecordingUrl": engine.operator.recordings.url(recording),
        "RecordingDuration": str(recording.duration_s),
        "Digits": key,
    }
