"""The last requests, responses and webhooks, as they were on the wire."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import asdict, dataclass, field

KEPT = 2000


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer; `direction` is `in` for the product's requests, `out` for webhooks."""

    direction: str
    at: str
    method: str
    url: str
    request_headers: dict[str, str]
    request_body: str
    status: int | None
    response_body: str = ""
    response_headers: dict[str, str] = field(default_factory=dict)
    error: str | None = None
    took_ms: float | None = None  # real time, of a webhook


class Exchanges:
    """A ring of exchanges."""

    def __init__(self, lock: threading.RLock) -> None:
        self._lock = lock
        self._kept: deque[Exchange] = deque(maxlen=KEPT)

    def record(self, exchange: Exchange) -> None:
        """Keep one, forgetting the oldest beyond the limit."""
        with self._lock:
            self._kept.append(exchange)

    def recent(self, direction: str | None = None) -> list[Exchange]:
        """Oldest first."""
        with self._lock:
            return [kept for kept in self._kept if direction in (None, kept.direction)]

    def as_dicts(self, direction: str | None = None) -> list[dict[str, object]]:
        """The same for JSON."""
        return [asdict(kept) for kept in self.recent(direction)]
