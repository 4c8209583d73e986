"""The carrier's side of the calls, played over the simulator's own API."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx

OVER = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
POLL_S = 0.25


class StuckCallError(RuntimeError):
    """A call that does not go on; the message says what was waited for."""


class Carrier:
    """One simulator. Safe to use from several threads."""

    def __init__(self, url: str) -> None:
        self._http = httpx.Client(base_url=url, trust_env=False, timeout=180.0)

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def get(self, path: str, **query: Any) -> Any:
        """What the simulator answers."""
        return self._http.get(path, params=query).raise_for_status().json()

    def post(self, path: str, **order: Any) -> Any:
        """Have the simulator do something. Raises: httpx.HTTPStatusError."""
        return self._http.post(path, json=order).raise_for_status().json()

    def tries(self, path: str, **order: Any) -> bool:
        """The same where it may be too late for it (409); whether it was done."""
        answer = self._http.post(path, json=order)
        if answer.status_code == httpx.codes.CONFLICT:
            return False
        answer.raise_for_status()
        return True

    @contextmanager
    def running(self, rate: float) -> Iterator[None]:
        """Time runs, so many virtual seconds in a real one; afterwards it stands."""
        self.post("/clock/rate", rate=rate)
        try:
            yield
        finally:
            self.post("/clock/rate", rate=0.0)

    def call(self, sid: str) -> dict[str, Any]:
        """The call with its events."""
        found: dict[str, Any] = self.get(f"/calls/{sid}")
        return found

    def place(self, phone: str) -> str:
        """The phone calls the product; the call's id."""
        return str(self.post(f"/phones/{phone}/call", by_hand=True)["sid"])

    def wait(
        self, sid: str, holds: Callable[[dict[str, Any]], bool], what: str, limit_s: float
    ) -> dict[str, Any]:
        """Until it holds of the call, in real time. Raises: StuckCallError."""
        deadline = time.monotonic() + limit_s
        while not holds(call := self.call(sid)):
            if time.monotonic() > deadline:
                raise StuckCallError(f"a call does not come to this in {limit_s:.0f} s: {what}")
            time.sleep(POLL_S)
        return call
