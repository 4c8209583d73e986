"""While lines are open, one look a second at whether people of ours hold them and have written on them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from arrears.domain.call_scripts import Written
from arrears.services.speak_for_person import written_words

if TYPE_CHECKING:
    from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

NOTHING = Written(held=False)


class Watch:
    """One look for all lines of the process; it begins with the first and ends with the last."""

    def __init__(self, board: Switchboard) -> None:
        self._board = board
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Look from now on."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run())

    def end(self) -> None:
        """Look no more, once there is no line."""
        if self._task is not None and not self._board.lines:
            self._task.cancel()
            self._task = None

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._board.manners.watch_s)
            try:
                await self._look()
            except Exception as error:  # the database was away, or we are stopping: the next look may tell
                log.error("watch_failed", extra={"kind": type(error).__name__})

    async def _look(self) -> None:
        board, loop = self._board, asyncio.get_running_loop()
        looked_at, lines = loop.time(), tuple(board.lines)
        found = await loop.run_in_executor(board.scribes, written_words, board.app.desk, lines)
        for call_id, session in tuple(board.lines.items()):
            session.told(found.get(call_id, NOTHING), looked_at)
