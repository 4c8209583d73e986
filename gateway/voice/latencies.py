"""How long callers waited for our words: from the end of theirs to the first of ours, by way of the call."""

from __future__ import annotations

import threading
from collections import Counter, deque

KEPT = 10_000
"""Waits that are kept of each way, the latest ones."""


class Latencies:
    """Waits in milliseconds, for whoever measures them; gone with the process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waits: dict[str, deque[float]] = {}
        self._counts: Counter[str] = Counter()

    def note(self, way: str, seconds: float) -> None:
        """One wait."""
        with self._lock:
            self._waits.setdefault(way, deque(maxlen=KEPT)).append(seconds * 1000)

    def count(self, what: str) -> None:
        """One more of these: a filler, a malformed frame."""
        with self._lock:
            self._counts[what] += 1

    def summary(self) -> dict[str, dict[str, float]]:
        """Count, p50, p95, p99 and the longest of each way, and how often what else happened."""
        with self._lock:
            waits = {way: sorted(kept) for way, kept in self._waits.items()}
            counted = {what: float(times) for what, times in sorted(self._counts.items())}
        return {way: _percentiles(kept) for way, kept in waits.items()} | {"counts": counted}

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._waits.clear()
            self._counts.clear()


def _percentiles(ordered: list[float]) -> dict[str, float]:
    last = len(ordered) - 1
    found = {f"p{part}_ms": ordered[min(len(ordered) * part // 100, last)] for part in (50, 95, 99)}
    return {"count": float(len(ordered)), **found, "max_ms": ordered[last]}
