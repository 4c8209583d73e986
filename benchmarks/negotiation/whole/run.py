"""The conversations of a run through the whole path, one after another."""

from __future__ import annotations

import json
import tempfile
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from benchmarks.negotiation.adapter import Conversation
from benchmarks.negotiation.metrics import Row, measured
from benchmarks.negotiation.oracle import optimum
from benchmarks.negotiation.policies import OURS
from benchmarks.negotiation.run import Talk, run
from benchmarks.negotiation.truth import Truth
from benchmarks.negotiation.whole.people import Person, people_of
from benchmarks.negotiation.whole.stage import Phone, day_of_talks, opens_at, pass_until
from benchmarks.negotiation.whole.talk import COUNTS, Told, play
from simulator.borrowers.minds import Mind
from tools.fleet import FleetError
from tools.journey.passing import StuckError
from tools.journey.theatre import Theatre
from tools.world import World


@dataclass(frozen=True, slots=True)
class Spoken:
    """One conversation through the whole path, measured, beside the same person's with the engine alone."""

    family: str
    seed: int
    conduct: str
    language: str
    currency: str
    style: str
    row: Row
    engine: Row
    counts: dict[str, int]  # of `talk.Told`
    faults: dict[str, int]  # what was misheard, by kind
    handovers: list[str]  # why a person was called
    plan_recorded: bool  # whether the product's books hold a plan
    error: str | None
    transcript: list[dict[str, Any]]

    @classmethod
    def of_json(cls, line: str) -> Spoken:
        """From what `json.dumps(asdict(...))` wrote."""
        found = json.loads(line)
        return cls(**found | {name: Row(**found[name]) for name in ("row", "engine")})


def spread(talks: list[Talk], count: int) -> list[Talk]:
    """So many of them, evenly over the families' order."""
    return [talks[place * len(talks) // count] for place in range(min(count, len(talks)))]


def spoken(talks: list[Talk], say: Callable[[str], None], folder: Path | None = None) -> Iterator[Spoken]:
    """Every conversation. A conversation that fails by the machinery is told with its error.

    Raises: FleetError when the processes cannot be started.
    """
    with tempfile.TemporaryDirectory(prefix="arrears-whole-", ignore_cleanup_errors=True) as own:
        theatre = Theatre((folder or Path(own)).resolve(), say)
        try:
            theatre.open()
            for day, people in people_of(talks).items():
                with day_of_talks(theatre, theatre.folder / day.isoformat(), day, people) as world:
                    for person in people:
                        yield _held(world, person)
        finally:
            theatre.close()


def _held(world: World, person: Person) -> Spoken:
    pass_until(world, opens_at(person.case.today, person.country))
    phone, error = Phone(world, person), None
    seed = f"{person.talk.family.name} {person.talk.seed}"
    told = Told(Conversation(person.case))
    try:
        play(person.mind, phone, person.case, person.speaker, seed, told)
    except (StuckError, FleetError, httpx.HTTPError) as failed:
        error, told.held.outcome = f"{type(failed).__name__}: {failed}", "failed"
    return _measured(person, told, phone.state(), error)


def _measured(person: Person, told: Told, state: Any, error: str | None) -> Spoken:
    talk = person.talk
    truth = Truth(Mind(talk.family, talk.seed), person.case)
    best = optimum(truth) if truth.negotiates else None
    row = measured(
        told.held,
        truth,
        talk.family.name,
        held_out=talk.family.held_out,
        own_terms=person.mind.borrower_set,
        best=best[1] if best else None,
    )
    return Spoken(
        family=talk.family.name,
        seed=talk.seed,
        conduct=talk.family.conduct,
        language=person.case.account.language,
        currency=person.case.account.currency,
        style=person.mind.temper.style,
        row=row,
        engine=next(iter(run([talk], (OURS,), 1)))[OURS],
        counts={name: getattr(told, name) for name in COUNTS},
        faults=dict(Tally(fault for turn in told.transcript for fault in turn["misheard"])),
        handovers=[each["reason"] for each in state["handovers"]],
        plan_recorded=state["plan"] is not None,
        error=error,
        transcript=told.transcript,
    )
