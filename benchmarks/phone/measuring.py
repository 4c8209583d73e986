"""How long callers wait: every level in one world, and beside each what no answer can be faster than."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import Any

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.wording import say
from arrears.store.inbound import message_id_for
from benchmarks.figures import engine_alone, machine, percentiles
from benchmarks.phone.bounds import Echo
from benchmarks.phone.events import Turn
from benchmarks.phone.people import Person, callers
from benchmarks.phone.stage import NOT_OF_OUR_OWN_ACCORD, Stage
from benchmarks.phone.waits import Level, Room
from benchmarks.sample import sample_rows
from tools.rasa import ROOT

AT_ONCE = (1, 5, 20)
ALONE_RATE = 8.0
"""A single caller listens faster than anybody speaks: what is waited for is the same, the rest is shorter."""

WARM = 4


def levels(alone: int, rounds: int) -> tuple[Level, ...]:
    """By way and by how many at once: `alone` calls one by one, `rounds` of those held at once."""
    return tuple(
        Level(way, lanes, alone if lanes == 1 else lanes * rounds, ALONE_RATE if lanes == 1 else 1.0)
        for way in ("relay", "gather")
        for lanes in AT_ONCE
    )


def beside(before: dict[str, Any], fresh: dict[str, Any]) -> dict[str, Any]:
    """What was measured now, with the levels of an earlier run that were not measured again."""
    both = before.get("levels", {}) | fresh["levels"]
    return fresh | {"levels": {each.name: both[each.name] for each in levels(1, 1) if each.name in both}}


def measure(
    folder: Path,
    wanted: Sequence[Level],
    say_line: Callable[[str], None],
    *,
    database_url: str | None = None,
    seed: int = 1,
) -> dict[str, Any]:
    """Every level's percentiles, and their bounds. Raises: FleetError."""
    rows = sample_rows()
    people = callers(rows)
    stage = Stage(folder, say_line, NOT_OF_OUR_OWN_ACCORD, real_time=True, database_url=database_url)
    found: dict[str, Any] = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "seed": seed}
    try:
        stage.start(rows)
        stage.rest()
        room = Room(stage.carrier, cycle(people), fillers(), seed)
        room.hold(Level("relay", 1, WARM, ALONE_RATE))  # what is done once per process is done now
        found["machine"] = machine("sqlite" if database_url is None else "postgresql")
        found["levels"] = {level.name: _level(stage, room, level, people, seed, say_line) for level in wanted}
        found["rss_mib"] = {name: round(mib) for name, mib in stage.world.fleet.memory_mib().items()}
    finally:
        stage.stop()
    return found


def _level(
    stage: Stage,
    room: Room,
    level: Level,
    people: Sequence[Person],
    seed: int,
    say_line: Callable[[str], None],
) -> dict[str, Any]:
    say_line(f"{level.calls} calls by {level.way}, {level.lanes} at once")
    before = stage.world.api("/voice/latencies")["counts"]
    room.given_up = 0
    turns = room.hold(level)
    stage.rest(1.0)
    found = summary(turns) | {"given_up": room.given_up, "load_1min": round(os.getloadavg()[0], 2)}
    counted = stage.world.api("/voice/latencies")["counts"]
    found["counts"] = {what: times - before.get(what, 0) for what, times in counted.items()}
    asked = [(message_id_for(Carrier.CALL, turn.reference), turn.text, turn.language) for turn in turns]
    found["bound_engine_ms"] = percentiles(engine_alone(stage.world, "voice", asked))
    if level.way == "relay":
        bound = Level("relay", level.lanes, level.lanes, level.rate)
        echo = Echo(stage.world.env, stage.world.folder / "logs", people)
        found["bound_echo_ms"] = percentiles(echo.waits(bound, seed))
    return found


def summary(turns: Sequence[Turn]) -> dict[str, Any]:
    """The waits of a level, in all and by language."""
    by_language = {language: [turn for turn in turns if turn.language == language] for language in Language}
    return {
        "turns": len(turns),
        "unanswered": sum(turn.answer_ms is None for turn in turns),
        "fillers": sum(turn.filler_ms is not None for turn in turns),
        "answer_ms": percentiles([turn.answer_ms for turn in turns if turn.answer_ms is not None]),
        "first_word_ms": percentiles([turn.first_ms for turn in turns if turn.first_ms is not None]),
        "by_language": {
            str(language): percentiles([turn.answer_ms for turn in some if turn.answer_ms is not None])
            for language, some in by_language.items()
        },
        "waits_ms": [None if turn.answer_ms is None else round(turn.answer_ms, 1) for turn in turns],
    }


def fillers() -> frozenset[str]:
    """Words that say that we are at it."""
    catalog = load_catalog(ROOT / "policy" / "messages")
    return frozenset(say(catalog, each, "call.one_moment", Channel.VOICE).text for each in Language)
