"""What no answer can be faster than: the dialogue engine alone, and a relay behind which nobody thinks."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import httpx

from arrears.domain.people import Carrier
from arrears.store.inbound import message_id_for
from benchmarks.phone import carrier as carriers
from benchmarks.phone.events import Turn
from benchmarks.phone.people import Person
from benchmarks.phone.waits import Level, Room
from tools.fleet import Fleet, Process, free_port
from tools.world import World


def engine_alone(world: World, turns: Sequence[Turn]) -> list[float]:
    """Milliseconds for Rasa and its action server, one by one, about messages whose answers are kept."""
    url = f"http://127.0.0.1:{world.ports.bot}/webhooks/arrears/webhook"
    headers = {"X-Arrears-Token": world.env["ARREARS_BOT_TOKEN"]}

    def ask(turn: Turn) -> float:
        message_id = message_id_for(Carrier.CALL, turn.reference)
        asked = {"conversation_id": f"bound-{message_id}", "message_id": message_id, "text": turn.text}
        asked |= {"language": turn.language, "stage": "verified", "channel": "voice"}
        began = time.perf_counter()
        client.post(url, json=asked).raise_for_status()
        return (time.perf_counter() - began) * 1000

    with httpx.Client(trust_env=False, headers=headers, timeout=60) as client:
        return [ask(turn) for turn in turns]


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
        carrier = carriers.Carrier(self._url)
        try:
            self._fleet.wait(lambda _words: None)
            turns = Room(carrier, self._people, frozenset(), seed).hold(level)
        finally:
            carrier.close()
            self._fleet.stop()
        return [turn.answer_ms for turn in turns if turn.answer_ms is not None]
