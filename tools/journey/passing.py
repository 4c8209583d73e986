"""Time in a journey: it stands while anything is under way, and passes in steps."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tools.world import World, simulated_now

PATIENCE_SECONDS = 90.0
SLOW_TICKS = ("evidence_heads", "lost_outcomes", "heartbeat")
"""Nothing that a borrower sees hangs on these."""

STEPS = (
    (timedelta(days=2), timedelta(hours=1)),
    (timedelta(days=14), timedelta(hours=3)),
    (timedelta.max, timedelta(hours=6)),
)
"""The longer the wait, the longer the steps in which it passes; time stops at every planned contact too."""

REREAD_SECONDS = 0.06
"""Real time after which every process has the new time: they keep a reading of the clock for 50 ms."""

DELIVERY = timedelta(seconds=5)


class StuckError(RuntimeError):
    """Something did not come to its end; the message says what was still under way."""


class Passing:
    """Moves the clock of a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def now(self) -> datetime:
        """Simulated time."""
        return simulated_now(self._world.simulator)

    def answered(self) -> None:
        """Until every message has had its turn and every reply is with the carrier. Raises: StuckError."""
        self._until(self._is_answered)
        self._advance(DELIVERY)
        self._until(self._is_answered)

    def looked(self) -> None:
        """Until the scheduler has looked at the present time, and nothing due is left. Raises: StuckError."""
        at = self.now
        self._until(lambda: self._is_answered() and self._has_looked(at))

    def settled(self) -> None:
        """Until nothing due is left, and what was sent has been delivered. Raises: StuckError."""
        self.looked()
        self._advance(DELIVERY)
        self._until(self._is_answered)

    def wait(self, by: timedelta, until: Callable[[], bool] = lambda: False) -> None:
        """Let time pass, and all that falls due happen; ends early once `until` holds."""
        start = self.now
        step = next(each for most, each in STEPS if by <= most)
        while (at := self.now) < start + by and not until():
            self._world.fleet.check()
            steps = start + ((at - start) // step + 1) * step, start + by
            planned = self._underway()["next_due_at"]
            wanted = (*steps, datetime.fromisoformat(planned)) if planned else steps
            self._advance(min(wanted) - at)
            self.settled()

    def _advance(self, by: timedelta) -> None:
        order = {"seconds": by.total_seconds(), "settle": True}
        self._world.simulator.post("/clock/advance", json=order, timeout=120.0).raise_for_status()
        time.sleep(REREAD_SECONDS)

    def _until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            if time.monotonic() > deadline:
                self._world.fleet.check()
                raise StuckError(f"not done after {PATIENCE_SECONDS:.0f} seconds: {self._underway()}")
            time.sleep(0.02)

    def _is_answered(self) -> bool:
        if self._world.simulator.get("/quiet").json()["pending_webhooks"]:
            return False
        underway = self._underway()
        return not underway["open_messages"] and not underway["replies"]

    def _has_looked(self, at: datetime) -> bool:
        underway = self._underway()
        ticks = {name: end for name, end in underway["ticks"].items() if name not in SLOW_TICKS}
        looked = bool(ticks) and all(datetime.fromisoformat(end) >= at for end in ticks.values())
        return looked and "plan_outreach" in ticks and not underway["contacts"]

    def _underway(self) -> dict[str, Any]:
        found: dict[str, Any] = self._world.api("/underway")
        return found
