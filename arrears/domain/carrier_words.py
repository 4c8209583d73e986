"""Single words that are commands to the carrier before they are conversation: STOP, START, HELP."""

from __future__ import annotations

import re
from enum import StrEnum


class CarrierWord(StrEnum):
    """What the word commands."""

    STOP = "stop"
    START = "start"
    HELP = "help"


_TWILIO_STOP = frozenset(["stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel"])
"""Twilio's default opt-out words. Source: Twilio, "Advanced opt-out"."""

_STOP = _TWILIO_STOP | {"退订", "退訂", "td", "t", "停止", "拒收", "停"}
"""Those, and the ones of mainland China. Source: MIIT."""

_TWILIO_START = frozenset(["start", "unstop"])

_START = _TWILIO_START | {"恢复", "恢復", "恢复订阅", "恢復訂閱", "恢复短信"}
"""YES is Twilio's too, but never here: a yes answers our question and is no consent."""

_HELP = frozenset(["help", "info", "帮助", "幫助"])

_TRIM = re.compile(r"^[\s\W_]+|[\s\W_]+$")


def carrier_word(text: str) -> CarrierWord | None:
    """The command, when the whole message is one such word; punctuation and case do not matter."""
    word = _TRIM.sub("", text).casefold()
    if word in _STOP:
        return CarrierWord.STOP
    if word in _START:
        return CarrierWord.START
    return CarrierWord.HELP if word in _HELP else None


def twilio_answers(text: str) -> bool:
    """Whether Twilio itself confirms the stop or start: only its own words do, and only bare ones."""
    return text.strip().casefold() in _TWILIO_STOP | _TWILIO_START
