"""The two clocks: the system's, and the simulator's for simulated days."""

from __future__ import annotations

import ipaddress
import threading
import time
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import httpx


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """An aware UTC instant."""
        return datetime.now(UTC)


class NotLoopbackError(ValueError):
    """A simulated clock may only be read from this machine."""

    def __init__(self) -> None:
        super().__init__("ARREARS_CLOCK_URL must point at a loopback address")


REREAD_AFTER = timedelta(milliseconds=50)
"""How old a reading may be, in machine time; simulated minutes pass in hundredths of a second."""


class SimulatedClock:
    """The simulator's clock, read over HTTP on loopback. For demos and tests of whole days.

    Raises: NotLoopbackError; httpx.HTTPError while the simulator is away.
    """

    def __init__(self, url: str) -> None:
        if not is_loopback(url):
            raise NotLoopbackError
        self._client = httpx.Client(base_url=url, timeout=5.0, trust_env=False)
        self._lock = threading.Lock()
        self._read_at = float("-inf")
        self._now = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """An aware UTC instant of simulated time."""
        with self._lock:
            if time.monotonic() - self._read_at > REREAD_AFTER.total_seconds():
                answer = self._client.get("/clock").raise_for_status().json()
                self._now = datetime.fromisoformat(answer["now"])
                self._read_at = time.monotonic()
            return self._now

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()


def is_loopback(url: str) -> bool:
    """Whether the URL's host is this machine by name or number; no look-up is made."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
