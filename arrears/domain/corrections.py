"""What a supervisor says a borrower's turn means, where the machine understood something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from arrears.domain.ids import TurnId
from arrears.domain.intents import Intent

INTENTS_MAX = 4
"""The most intents one turn is corrected to; no text of a borrower is worth more."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of one turn. They are appended; the last one counts."""

    turn_id: TurnId
    number: int  # of the turn's corrections; the first is 1
    intents: tuple[Intent, ...]  # in the order of the text
    note: str | None  # for colleagues
    by: str  # the supervisor's login
    at: datetime


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A text with what it was taken for and what it says, fit to be read by others."""

    text: str  # masked
    understood: tuple[str, ...]
    corrected: tuple[Intent, ...]

    @property
    def label(self) -> str:
        """The corrected intents as training data writes them."""
        return "+".join(self.corrected)


def by_label(texts: Sequence[CorrectedText]) -> dict[str, list[CorrectedText]]:
    """The texts under their corrected intents, in the order of the alphabet, each text once."""
    found: dict[str, dict[str, CorrectedText]] = {}
    for one in texts:
        found.setdefault(one.label, {}).setdefault(one.text, one)
    return {label: list(found[label].values()) for label in sorted(found)}


def taken_for(texts: Sequence[CorrectedText]) -> list[tuple[str, int]]:
    """What the machine understood instead, and how often, the most frequent first."""
    counted = Counter("+".join(one.understood) for one in texts)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
