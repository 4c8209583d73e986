"""Every process of the product, a carrier beside it, and people who call."""

from __future__ import annotations

import csv
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from benchmarks.phone.carrier import Carrier
from tools.fleet import Ports, free_port
from tools.journey.policies import merged
from tools.rasa import ROOT
from tools.world import World

_LATER = {"first": 300, "second": 301, "call": 302, "third": 303}

NOT_OF_OUR_OWN_ACCORD: dict[str, Any] = {
    "strategies": {
        "sms_conversation": {"steps": {name: {"after_days": days} for name, days in _LATER.items()}}
    }
}
"""A strategy that contacts nobody while callers are waiting to be measured."""

_CALL = {"name": "call", "after_days": 0, "channel": "voice", "message": "call.opening"}

CALLS_AT_ONCE: dict[str, Any] = {
    "holdout": {"share_bps": 0},
    "strategies": {"sms_conversation": {"steps": [_CALL | {"attempts": 2, "hours_apart": 30}]}},
}
"""A strategy that calls whoever has agreed to it on the first day."""


class Stage:
    """A world of its own; `real_time`: the product's clock is the machine's, as in production."""

    def __init__(
        self,
        folder: Path,
        say: Callable[[str], None],
        strategies: dict[str, Any],
        *,
        real_time: bool,
        database_url: str | None = None,
    ) -> None:
        ports = Ports(*(free_port() for _ in range(5)))
        self.world = World(folder, ports=ports, tick_seconds=1.0, database_url=database_url)
        self._say, self._strategies = say, strategies
        start = datetime.now(UTC) if real_time else datetime(2026, 3, 2, 17, tzinfo=UTC)
        self.world.env["SIMULATOR_CLOCK_START"] = start.isoformat()
        if real_time:
            del self.world.env["ARREARS_CLOCK_URL"]
        self.carrier = Carrier(self.world.phones_url)

    def start(self, rows: list[dict[str, str]]) -> None:
        """Everything up, with the rows imported. Raises: FleetError."""
        beside = self.world.folder.with_name(f"{self.world.folder.name}-given")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(ROOT / "policy", beside, ignore=shutil.ignore_patterns("sample"))
        _rewrite(beside / "strategies.yml", self._strategies)
        self.world.env["ARREARS_POLICY_DIR"] = str(beside)
        file = beside / "portfolio.csv"
        _write(file, rows)
        self.world.prepare(file, self._say)
        self.world.start(lambda _words: None)

    def rest(self, seconds: float = 3.0) -> None:
        """Until the product and the carrier have had nothing to say to each other for so long."""
        seen: object = None
        while (now := [len(each := self.carrier.get("/exchanges")), each[-1:]]) != seen:
            seen = now
            time.sleep(seconds)

    def stop(self) -> None:
        """End every process."""
        self.world.stop()
        self.carrier.close()


def _rewrite(file: Path, change: dict[str, Any]) -> None:
    base = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump(merged(base, change), allow_unicode=True), encoding="utf-8")


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
