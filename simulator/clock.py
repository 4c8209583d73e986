"""Virtual time: it stands, jumps or runs, never goes back, and never passes an event unfired."""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

_log = logging.getLogger(__name__)
TICK_S = 0.02


class EventKind(StrEnum):
    """Why something is due."""

    CARRIER = "carrier"
    BORROWER = "borrower"


@dataclass(order=True, slots=True)
class Event:
    """Something due at a virtual instant; equal instants fire in the order they were scheduled."""

    at: datetime
    sequence: int
    kind: EventKind = field(compare=False)
    action: Callable[[], None] = field(compare=False, repr=False)
    cancelled: bool = field(default=False, compare=False)


class VirtualClock:
    """A clock with the heap of what is due; everything happens under one lock, shared with the world."""

    def __init__(self, start: datetime, lock: threading.RLock) -> None:
        self._now = start.astimezone(UTC)
        self._lock = lock
        self._heap: list[Event] = []
        self._sequence = itertools.count()
        self._rate = 0.0
        self._stopped = threading.Event()
        self._running = threading.Event()

    @property
    def lock(self) -> threading.RLock:
        """The world's."""
        return self._lock

    @property
    def now(self) -> datetime:
        """The virtual instant, aware, UTC."""
        return self._now

    @property
    def rate(self) -> float:
        """Virtual seconds per real second; 0 stands still."""
        return self._rate

    def schedule(self, at: datetime, kind: EventKind, action: Callable[[], None]) -> Event:
        """Have the action run at the instant, or at once on the next advance when it has passed."""
        with self._lock:
            event = Event(max(at, self._now), next(self._sequence), kind, action)
            heapq.heappush(self._heap, event)
            return event

    def after(self, seconds: float, kind: EventKind, action: Callable[[], None]) -> Event:
        """Have the action run so many virtual seconds from now."""
        return self.schedule(self._now + timedelta(seconds=seconds), kind, action)

    def advance(self, seconds: float) -> datetime:
        """Move on, firing what falls due at its own instant. Raises: ValueError when negative."""
        if seconds < 0:
            raise ValueError("virtual time never goes back")
        with self._lock:
            return self.advance_to(self._now + timedelta(seconds=seconds))

    def advance_to(self, target: datetime) -> datetime:
        """Move on to the instant; an instant already passed changes nothing."""
        with self._lock:
            while (event := self._peek()) is not None and event.at <= target:
                heapq.heappop(self._heap)
                self._now = max(self._now, event.at)
                event.action()
            self._now = max(self._now, target)
            return self._now

    def next_event_at(self) -> datetime | None:
        """The virtual instant of the earliest thing due."""
        with self._lock:
            event = self._peek()
            return event.at if event else None

    def count(self, kind: EventKind) -> int:
        """How many events of a kind are due."""
        with self._lock:
            return sum(1 for event in self._heap if event.kind is kind and not event.cancelled)

    def set_rate(self, rate: float) -> None:
        """Let time run. Raises: ValueError when negative."""
        if not 0 <= rate < float("inf"):
            raise ValueError("the rate is a number of virtual seconds per real second, 0 or more")
        with self._lock:
            self._rate = rate
            self._running.set() if rate else self._running.clear()

    def run(self) -> None:
        """Advance at the rate until stopped; the body of the clock's thread."""
        while not self._stopped.is_set():
            self._running.wait()
            before = time.monotonic()
            while self._rate and not self._stopped.wait(TICK_S):
                moment = time.monotonic()
                self._tick(moment - before)
                before = moment

    def stop(self) -> None:
        """End the thread."""
        self._stopped.set()
        self._running.set()

    def _tick(self, real_seconds: float) -> None:
        try:
            self.advance(real_seconds * self._rate)
        except Exception as error:  # a faulty event must not stop time for everyone else
            _log.error("an event failed: %s", type(error).__name__)

    def _peek(self) -> Event | None:
        while self._heap and self._heap[0].cancelled:
            heapq.heappop(self._heap)
        return self._heap[0] if self._heap else None


def iso(instant: datetime) -> str:
    """An instant as every endpoint of the simulator writes it."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
