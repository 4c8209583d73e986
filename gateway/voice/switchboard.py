"""What the calls of one process share: bounded pools of threads, the live lines, what is measured."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from arrears.bootstrap import App
from arrears.domain.ids import CallId
from gateway.voice.following import Following
from gateway.voice.latencies import Latencies
from gateway.voice.patience import Manners
from gateway.voice.watching import Watch

if TYPE_CHECKING:
    from gateway.voice.session import Session

TURNS, SCRIBES = 16, 4
"""Threads that answer, and threads that only write down: storing what was said never waits for an answer."""

REMEMBERED = 1000
"""Lines of ours that have ended: what follows one is asked soon after."""


class Switchboard:
    """One for a process."""

    def __init__(self, app: App, manners: Manners | None = None) -> None:
        self.app = app
        self.manners = manners or Manners()
        self.latencies = Latencies()
        self.turns = ThreadPoolExecutor(TURNS, thread_name_prefix="call-turn")
        self.scribes = ThreadPoolExecutor(SCRIBES, thread_name_prefix="call-scribe")
        self.following = Following(app, self.scribes)
        self.lines: dict[CallId, Session] = {}  # the live line of each call; the loop's own
        self.watch = Watch(self)
        self._ended: OrderedDict[tuple[CallId, str], None] = OrderedDict()

    def stop(self) -> None:
        """Finish the turns in hand."""
        self.turns.shutdown(wait=True, cancel_futures=True)
        self.scribes.shutdown(wait=True, cancel_futures=True)

    def line_ended(self, call_id: CallId, name: str) -> None:
        """What was heard on the line is written down."""
        self._ended[call_id, name] = None
        if len(self._ended) > REMEMBERED:
            self._ended.popitem(last=False)

    def has_ended(self, call_id: CallId, name: str) -> bool:
        """Whether the line was ours, and has ended as it should."""
        return (call_id, name) in self._ended
