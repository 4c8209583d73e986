"""The sound of a recording: a quiet tone as long as the call, for nothing was really said."""

from __future__ import annotations

import io
import math
import wave

RATE = 8000
LONGEST_S = 600
# One frame of silence: MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono. Source: ISO/IEC 11172-3.
_FRAME = bytes.fromhex("fffb10c0") + bytes(100)
_FRAME_S = 1152 / 44_100


def wav(seconds: int) -> bytes:
    """A tone of 440 Hz, 8 kHz, 8 bit, mono."""
    period = bytes(128 + round(20 * math.sin(2 * math.pi * 440 * step / RATE)) for step in range(RATE))
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(RATE)
        sound.writeframes(period * min(seconds, LONGEST_S))
    return out.getvalue()


def mp3(seconds: int) -> bytes:
    """Silence."""
    return _FRAME * math.ceil(min(seconds, LONGEST_S) / _FRAME_S)
