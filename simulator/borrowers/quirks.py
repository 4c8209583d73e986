"""What borrowers do besides the matter: questions, insults, tangents, broken sentences."""

from __future__ import annotations

import random
from collections import Counter

from simulator.borrowers.acts import DEMANDS, QUESTIONS, Act, ActKind
from simulator.borrowers.families import Family

# After these nothing more is said in the same turn; the others may stand beside an answer.
ALONE = frozenset(
    {
        ActKind.HALF,
        ActKind.OFF_TOPIC,
        ActKind.VAGUE,
        ActKind.SILENCE,
        ActKind.ASK_PERSON,
        ActKind.IMPOSSIBLE_DEMAND,
    }
)
BESIDE = 0.6
_ABOUT = {ActKind.ASK_QUESTION: QUESTIONS, ActKind.IMPOSSIBLE_DEMAND: DEMANDS}


class Quirks:
    """One borrower's quirks, each a limited number of times."""

    def __init__(self, family: Family, dice: random.Random) -> None:
        self._chances = {ActKind(kind): chance.value for kind, chance in family.quirks.items()}
        self._limit = int(family.quirk_limit.value)
        self._dice = dice
        self._done: Counter[ActKind] = Counter()

    def draw(self) -> Act | None:
        """One that comes out this turn, if any."""
        drawn = [kind for kind, chance in self._chances.items() if self._dice.random() < chance]
        kind = next((kind for kind in drawn if self._done[kind] < self._limit), None)
        if kind is None:
            return None
        self._done[kind] += 1
        return Act(kind, about=self._dice.choice(_ABOUT[kind]) if kind in _ABOUT else None)

    def leaves_room(self, quirk: Act) -> bool:
        """Whether an answer follows in the same turn."""
        return quirk.kind not in ALONE and self._dice.random() < BESIDE
