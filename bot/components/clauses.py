"""Cuts a turn into the clauses in which people say several things: at stops, commas and joining words."""

from __future__ import annotations

import re

CLAUSES_MAX = 5
_STOPS = r"[.!?;\n\u3002\uff01\uff1f\uff1b]+|,\s|\uff0c|\u3001|\.\.+|\s-\s|\u2026+"
_JOINTS = {
    "en": r"\s(?:and|but|also|plus|then|or|btw|so|because|cuz|cos|oh|anyway|however)\s",
    "zh": r"(?:另外|还有|不过|但是|而且|然后|顺便|可是|就是|并且|\s)",
}
_CUTS = {language: re.compile(f"(?:{_STOPS}|{joint})", re.IGNORECASE) for language, joint in _JOINTS.items()}
_SHORTEST = {"en": 2, "zh": 2}  # letters


def clauses(text: str, language: str) -> list[str]:
    """The clauses in order, at most CLAUSES_MAX; empty when the turn is a single one."""
    pieces = [piece.strip() for piece in _CUTS[language].split(text)]
    pieces = [p for p in pieces if sum(c.isalnum() for c in p) >= _SHORTEST[language]]
    return pieces[:CLAUSES_MAX] if len(pieces) > 1 else []
