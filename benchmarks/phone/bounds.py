"""What no answer can be faster than: a relay behind which nobody thinks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.phone.carrier import Carrier
from benchmarks.phone.people import Person
from benchmarks.phone.waits import Level, Room
from tools.fleet import Fleet, Process, free_port


class Echo:
    """A carrier of its own before a product that only echoes; `env` is that of the real carrier."""

    def __init__(self, env: dict[str, str], logs: Path, people: Sequence[Person]) -> None:
        product, carrier = free_port(), free_port()
        there = f"http://127.0.0.1:{product}/twilio/voice"
        simulator = env | {
            "SIMULATOR_PORT": str(carrier),
            "SIMULATOR_VOICE_URL": f"{there}/inbound",
            "SIMULATOR_VOICE_STATUS_URL": f"{there}/status",
        }
        python = sys.executable
        self._fleet = Fleet(logs)
        self._processes = (
            Process("echo", [python, "-m", "benchmarks.phone.echo", str(product)], env, product, "/healthz"),
            Process("echo-simulator", [python, "-m", "simulator"], simulator, carrier, "/clock"),
        )
        self._url, self._people = f"http://127.0.0.1:{carrier}", people

    def waits(self, level: Level, seed: int) -> list[float]:
        """Milliseconds to the first word of each turn of the level's calls. Raises: FleetError."""
        for process in self._processes:
            self._fleet.start(process)
        carrier = Carrier(self._url)
        try:
            self._fleet.wait(lambda _words: None)
            turns = Room(carrier, self._people, frozenset(), seed).hold(level)
        finally:
            carrier.close()
            self._fleet.stop()
        return [turn.answer_ms for turn in turns if turn.answer_ms is not None]
