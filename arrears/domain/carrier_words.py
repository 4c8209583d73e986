"""Single words that are commands to the carrier before they are conversation: STOP, START, HELP."""

from __future__ import annotations

import re
from enum import StrEnum


class CarrierWord(StrEnum):
    """What the word commands."""

    STOP = "stop"
    START = "start"
    HELP = "help"


_STOP = frozenset(
    {
        *("stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel"),
        *("退订", "退訂", "td", "t", "停止", "拒收", "停"),
    }
)
"""Twilio's default opt-out words, and those of mainland China. Sources: Twilio, "Advanced opt-out"; MIIT."""

_START = frozenset(["start", "unstop", "恢复", "恢復"])
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
