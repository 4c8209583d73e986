"""The sounds that Play names: fetched from the product, and played for as long as they are.

Source: https://www.twilio.com/docs/voice/twiml/play (types; no parameters are sent) and
https://www.twilio.com/docs/api/errors/13420. Ours: nothing is cached, a request is not signed, an MP3 is as
long as SOUND_S, and a sound that cannot be had ends the call as a document would.
"""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

from simulator.voice.engine import Engine
from simulator.voice.instructions import fetched
from simulator.voice.process import Course
from simulator.voice.signals import InstructionsError
from simulator.webhooks import plain_request

SOUND_S = 3.0
NO_SOUND = 13420
WAV = frozenset({"audio/wav", "audio/wave", "audio/x-wav"})
AUDIO = WAV | {
    "audio/mpeg",
    "audio/aiff",
    "audio/x-aifc",
    "audio/x-aiff",
    "audio/x-gsm",
    "audio/gsm",
    "audio/ulaw",
}


@dataclass(frozen=True, slots=True)
class Sound:
    """What is played."""

    url: str
    seconds: float


def fetch(engine: Engine, url: str) -> Course[Sound]:
    """The sound at the address. Raises: InstructionsError where it cannot be had, or is none."""
    operator, lane = engine.operator, f"voice {engine.call.sid}"
    answer = yield from fetched(engine, plain_request(url, operator.settings, lane))
    if answer.kind not in AUDIO:
        raise InstructionsError(NO_SOUND, f"the content type {answer.kind or 'none'} is no sound")
    seconds = _seconds(answer.content) if answer.kind in WAV else SOUND_S
    engine.line.record("carrier", "fetches", url=url, type=answer.kind, octets=len(answer.content))
    return Sound(url, seconds)


def _seconds(content: bytes) -> float:
    try:
        with wave.open(io.BytesIO(content)) as sound:
            return sound.getnframes() / sound.getframerate()
    except (wave.Error, EOFError):
        raise InstructionsError(NO_SOUND, "the sound cannot be read") from None
