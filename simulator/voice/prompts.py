"""What the carrier plays to the caller: words, sounds, silence."""

from __future__ import annotations

from collections.abc import Callable

from simulator.voice.engine import Engine
from simulator.voice.process import Course
from simulator.voice.twiml import Verb

# Ours: nothing is fetched, every sound is as long.
SOUND_S, TONE_S = 3.0, 0.25
# A loop of 0 goes on until the call ends. Source: https://www.twilio.com/docs/voice/twiml/say
ENDLESS = 1000


def prompt(engine: Engine, verb: Verb, attend: Callable[[object], bool]) -> Course[bool]:
    """Say, Play or Pause; whether `attend` cut it short."""
    if verb.name == "Pause":
        engine.line.say("", verb.number("length", 1), sound="silence")
        return (yield from engine.play_out(attend))
    for _ in range(int(verb.number("loop", 1)) or ENDLESS):
        _begin(engine, verb)
        if (yield from engine.play_out(attend)):
            return True
    return False


def _begin(engine: Engine, verb: Verb) -> None:
    if verb.name == "Say":
        engine.line.say(verb.text, language=verb.get("language", "en-US"))
    elif digits := verb.get("digits"):
        engine.line.say("", TONE_S * len(digits), sound=f"keys {digits}")
    else:
        engine.line.say("", SOUND_S, sound=verb.text)
