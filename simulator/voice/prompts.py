"""What the carrier plays to the caller: words, sounds, silence."""

from __future__ import annotations

from collections.abc import Callable

from simulator.voice.engine import Engine
from simulator.voice.instructions import absolute
from simulator.voice.process import Course
from simulator.voice.sounds import Sound, fetch
from simulator.voice.twiml import Verb

TONE_S = 0.25
# A loop of 0 goes on until the call ends. Source: https://www.twilio.com/docs/voice/twiml/say
ENDLESS = 1000


def prompt(engine: Engine, verb: Verb, attend: Callable[[object], bool], base: str | None) -> Course[bool]:
    """Say, Play or Pause; whether `attend` cut it short. `base` is the address of the document."""
    if verb.name == "Pause":
        engine.line.say("", verb.number("length", 1), sound="silence")
        return (yield from engine.play_out(attend))
    sound = None
    if verb.name == "Play" and not verb.get("digits"):
        sound = yield from fetch(engine, absolute(verb.text, base))
    for _ in range(int(verb.number("loop", 1)) or ENDLESS):
        _begin(engine, verb, sound)
        if (yield from engine.play_out(attend)):
            return True
    return False


def _begin(engine: Engine, verb: Verb, sound: Sound | None) -> None:
    if sound is not None:
        engine.line.say("", sound.seconds, sound=sound.url)
    elif digits := verb.get("digits"):
        engine.line.say("", TONE_S * len(digits), sound=f"keys {digits}")
    else:
        engine.line.say(verb.text, language=verb.get("language", "en-US"))
