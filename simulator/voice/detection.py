"""Answering machine detection: what the carrier says of who answered, and how long it took to say so.

Source: https://www.twilio.com/docs/voice/answering-machine-detection (values, defaults); lengths of greetings
are ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GREETING_S, HELLO_S, FAX_S = 9.0, 0.8, 3.0


@dataclass(frozen=True, slots=True)
class Detected:
    """AnsweredBy, and seconds from the answer."""

    answered_by: str
    seconds: float


def detect(outcome: str, options: Mapping[str, str]) -> Detected | None:
    """What is said of whoever answered; None where the call did not ask."""
    mode = options.get("MachineDetection", "")
    if mode not in {"Enable", "DetectMessageEnd"}:
        return None
    found = _found(outcome, mode, options)
    limit = _number(options, "MachineDetectionTimeout", 30)
    if found.seconds > limit:
        return Detected("unknown", limit)
    return found


def _found(outcome: str, mode: str, options: Mapping[str, str]) -> Detected:
    speech_end = _number(options, "MachineDetectionSpeechEndThreshold", 1200) / 1000
    if outcome == "human":
        return Detected("human", HELLO_S + speech_end)
    if outcome == "fax":
        return Detected("fax", FAX_S)
    if outcome == "unknown":
        return Detected("unknown", _number(options, "MachineDetectionSilenceTimeout", 5000) / 1000)
    if mode == "Enable":
        threshold = _number(options, "MachineDetectionSpeechThreshold", 2400) / 1000
        return Detected("machine_start", threshold)
    return Detected("machine_end_beep" if outcome == "machine_start" else outcome, GREETING_S + speech_end)


def _number(options: Mapping[str, str], name: str, default: int) -> int:
    value = options.get(name, "")
    return int(value) if value.isdigit() else default
