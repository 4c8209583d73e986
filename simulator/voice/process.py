"""A call's course, written as a generator that waits for signals and for virtual time."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from simulator.clock import Event, EventKind, VirtualClock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for the next signal, at most so many virtual seconds, or without end."""

    seconds: float | None = None


# What is sent into a waiting course is a signal, or None when the time is over.
type Course[T] = Generator[Wait, object, T]


class Process:
    """Drives one course. Every method runs under the world's lock, and never inside another course."""

    def __init__(self, clock: VirtualClock, course: Course[None], ended: Callable[[], None]) -> None:
        self._clock, self._course, self._ended = clock, course, ended
        self._timer: Event | None = None
        self._signals: deque[object] = deque()
        self._busy = False
        self.done = False

    def start(self) -> None:
        """Run to the first wait."""
        self._resume(lambda: next(self._course))

    def post(self, signal: object) -> None:
        """Hand over a signal; one that comes while the course runs is handed over at its next wait."""
        self._signals.append(signal)
        self._drain()

    def interrupt(self, error: Exception) -> None:
        """Raise an error where the course waits, or at its next wait when it runs just now."""
        self._signals.appendleft(error)
        self._drain()

    def close(self) -> None:
        """Forget the course where it stands."""
        self.done = True
        self._course.close()

    def _drain(self) -> None:
        while self._signals and not self._busy and not self.done:
            signal = self._signals.popleft()
            if isinstance(signal, Exception):
                error = signal
                self._resume(lambda error=error: self._course.throw(error))  # type: ignore[misc]
            else:
                self._resume(lambda signal=signal: self._course.send(signal))  # type: ignore[misc]

    def _resume(self, step: Callable[[], Any]) -> None:
        if self._timer is not None:
            self._timer.cancelled, self._timer = True, None
        self._busy = True
        try:
            wait: Wait = step()
        except StopIteration:
            self._over_with()
            return
        except Exception as error:  # a faulty course must not stop the other calls
            _log.error("the course of a call failed: %s", type(error).__name__)
            self._over_with()
            return
        finally:
            self._busy = False
        if wait.seconds is not None and not self._signals:
            self._timer = self._clock.after(max(0.0, wait.seconds), EventKind.CARRIER, self._over)
        self._drain()

    def _over_with(self) -> None:
        self.done = True
        self._ended()

    def _over(self) -> None:
        self._timer = None
        if not self.done:
            self._resume(lambda: self._course.send(None))
