"""Cuts a turn into the clauses in which people say several things: at stops, commas and joining words."""

from __future__ import annotations

import re

CLAUSES_MAX = 8

# A point ends a clause before a space or the end; within a number or an address it does not.
_POINTS = r"\.{2,}|\.(?=\s|$)"
_STOPS = rf"[!?;\n\u3002\uff01\uff1f\uff1b\u2026]+|{_POINTS}|,\s|\uff0c|\u3001|\s-\s"
_JOINTS = {
    "en": r"\s(?:and|but|also|plus|then|or|btw|so|because|cuz|cos|oh|anyway|however)\s",
    "zh": r"(?:另外|还有|不过|但是|而且|然后|顺便|可是|就是|并且|\s)",
}
_CUTS = {language: re.compile(f"(?:{_STOPS}|{joint})", re.IGNORECASE) for language, joint in _JOINTS.items()}
_SHORTEST = 2  # letters or digits
_HALVED_FROM = {"en": 6, "zh": 9}  # words, characters
_HALVED_AT = (0.35, 0.5, 0.65)  # of the length; chosen on validation turns
_INITIALS = re.compile(r"\b([ap])\.\s?m\.(?=\s|$|,)", re.IGNORECASE)


def clauses(text: str, language: str) -> list[str]:
    """The clauses in order; empty when the turn is a single one.

    Of more than CLAUSES_MAX, neighbours are read together: the end of a long turn is heard as well.
    """
    pieces = [piece.strip() for piece in _CUTS[language].split(_INITIALS.sub(r"\1m", text))]
    pieces = [p for p in pieces if sum(c.isalnum() for c in p) >= _SHORTEST]
    if len(pieces) < 2:
        return []
    ends = [round(i * len(pieces) / CLAUSES_MAX) for i in range(1, CLAUSES_MAX + 1)]
    if len(pieces) <= CLAUSES_MAX:
        return pieces
    return [" ".join(pieces[a:b]) for a, b in zip([0, *ends], ends, strict=False)]


def halves(text: str, language: str) -> list[str]:
    """A turn without a joint in two, three ways: people run on, and say two things in one breath."""
    units, gap = (text.split(), " ") if language == "en" else (list(text.strip()), "")
    if len(units) < _HALVED_FROM[language]:
        return []
    cuts = [round(len(units) * share) for share in _HALVED_AT]
    return [half for cut in cuts for half in (gap.join(units[:cut]), gap.join(units[cut:]))]
