"""How many segments a text is billed as.

Source: 3GPP TS 23.038 (the GSM 7-bit alphabet): 160 characters alone, 153 in a concatenated message;
otherwise UCS-2: 70 alone, 67 concatenated, a surrogate pair never split.
"""

from __future__ import annotations

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """The number of segments; an empty text is one."""
    if all(letter in _BASIC or letter in _EXTENDED for letter in text):
        return _pack([2 if letter in _EXTENDED else 1 for letter in text], 160, 153)
    return _pack([2 if ord(letter) > 0xFFFF else 1 for letter in text], 70, 67)


def _pack(costs: list[int], alone: int, concatenated: int) -> int:
    if sum(costs) <= alone:
        return 1
    count, room = 1, concatenated
    for cost in costs:
        if cost > room:
            count, room = count + 1, concatenated
        room -= cost
    return count
