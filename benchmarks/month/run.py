"""The month of many borrowers, one after another."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TextIO

from benchmarks.month.borrowers import borrower
from benchmarks.month.days import Month
from benchmarks.month.engine import Engine
from benchmarks.month.score import Score

START = datetime(2027, 1, 10, tzinfo=UTC)
"""The thirty days from here hold Australia Day and the day on which the FCC's waiver lapses."""


def run(
    engine: Engine,
    borrowers: range,
    days: int,
    seed: int,
    *,
    truth: TextIO | None = None,
    on_borrower: Callable[[], None] = lambda: None,
) -> Score:
    """The score of an engine. What truly happened is written to `truth` as JSON lines."""
    score = Score()
    for place in borrowers:
        chance = random.Random(f"{seed}:{place}:month")
        who = borrower(place, seed, START)
        month = Month(who, engine, chance, START, days)
        for opportunity in month.opportunities():
            score.add(who, opportunity)
            if chance.random() < 0.05:
                score.check_until(who, opportunity)
        if truth is not None:
            truth.writelines(json.dumps(event, ensure_ascii=False) + "\n" for event in month.truth)
        on_borrower()
    return score
