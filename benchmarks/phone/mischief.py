"""What goes wrong on a call, drawn from a seed: words into ours, cuts, broken frames, an early end. Pure."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SOUNDS = {"en": ("uh-huh", "mm-hmm"), "zh": ("嗯", "哦")}
"""Sounds of listening, in each language."""

BROKEN = (
    '{"type":"prompt","voicePrompt":',
    "[]",
    '{"type":"nobody knows"}',
    '{"type":"dtmf","digit":"12"}',
    '{"type":"prompt"}',
)


class What(StrEnum):
    """What is done."""

    SAY = "say"  # when it is the caller's turn
    INTERRUPT = "interrupt"  # into our next words, once so many characters of them were out
    PRESS = "press"
    DROP = "drop"  # the relay's socket is cut
    MALFORMED = "malformed"
    HANG_UP = "hang up"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens on the call."""

    what: What
    text: str = ""
    after_chars: int = 0


@dataclass(frozen=True, slots=True)
class Shares:
    """How often what goes wrong, as a share of the caller's turns; the last one of the calls."""

    interrupts: float = 0.25
    sounds: float = 0.1
    drops_before: float = 0.06
    drops_after: float = 0.06
    malformed: float = 0.1
    repeats: float = 0.04
    early_end: float = 0.15


def plan(dice: random.Random, language: str, said: Sequence[str], shares: Shares | None = None) -> list[Step]:
    """The steps of one call: everything that is to be said in its order, and what comes between."""
    share = shares or Shares()
    last = dice.randrange(1, len(said)) if dice.random() < share.early_end else len(said)
    steps: list[Step] = []
    for number, text in enumerate(said[:last]):
        if dice.random() < share.malformed:
            steps.append(Step(What.MALFORMED, dice.choice(BROKEN)))
        if dice.random() < share.drops_before:
            steps.append(Step(What.DROP))
        if number and dice.random() < share.sounds:
            steps.append(Step(What.INTERRUPT, dice.choice(SOUNDS[language]), dice.randrange(3, 30)))
        if number and dice.random() < share.repeats:
            steps.append(Step(What.PRESS, "*"))
        into = number > 0 and dice.random() < share.interrupts
        steps.append(Step(What.INTERRUPT, text, dice.randrange(0, 90)) if into else Step(What.SAY, text))
        if dice.random() < share.drops_after:
            steps.append(Step(What.DROP))
    return [*steps, Step(What.HANG_UP)]
