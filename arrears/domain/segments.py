"""How many SMS segments a text takes, by the alphabet it needs. A segment is what carriers bill and split at.

Source: 3GPP TS 23.038, section 6.2.1: the GSM 7-bit alphabet and its extension table, else UCS-2.
"""

from __future__ import annotations

GSM_ALONE, GSM_JOINED = 160, 153
"""Septets in a text of one segment, and in each segment of a longer one, whose header takes seven."""

UCS_ALONE, UCS_JOINED = 70, 67
"""UTF-16 code units, likewise; the header takes three."""

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")
"""Each is sent as an escape and a character: two septets."""


def fits_gsm(text: str) -> bool:
    """Whether the GSM alphabet has every character: one that it lacks makes the whole text UCS-2."""
    return not set(text) - _BASIC - _EXTENDED


def segments(text: str) -> int:
    """How many segments the text takes; one when it is empty.

    An escaped character and a surrogate pair are never split between two.
    """
    if fits_gsm(text):
        return _filled([2 if char in _EXTENDED else 1 for char in text], GSM_ALONE, GSM_JOINED)
    return _filled([2 if ord(char) > 0xFFFF else 1 for char in text], UCS_ALONE, UCS_JOINED)


def _filled(units: list[int], alone: int, joined: int) -> int:
    if sum(units) <= alone:
        return 1
    count, room = 1, joined
    for unit in units:
        if unit > room:
            count, room = count + 1, joined
        room -= unit
    return count
