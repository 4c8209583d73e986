"""The coroutine of one line: it only frames, times and cancels; whatever may block is a thread's.

A line that goes in the middle of a turn does not stop the turn: it is completed, and its answer is noted as
unheard unless a later line of the same call can speak it (DESIGN decision 11).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterable
from typing import Any, Protocol

from arrears.domain.call_scripts import OpenedLine, SpokenAnswer, Written
from gateway.voice.errands import Errands
from gateway.voice.frames import ToTwilio, written
from gateway.voice.hearing import Caller
from gateway.voice.switchboard import Switchboard
from gateway.voice.talk import Talk

log = logging.getLogger(__name__)

CLOSING_S = 5.0
"""How long Twilio has to close the line once we have ended it."""

NOTED_S = 3.0
"""How long what follows a line waits for what was heard on it; Twilio waits 15 s for what follows."""

REST_S = 0.1
"""Frames that we have not looked at yet when Twilio says that the line has gone come so soon."""

FIRST = asyncio.FIRST_COMPLETED


class Socket(Protocol):
    """The line itself."""

    async def receive(self) -> str | None:
        """The next frame as it came; None once the line has gone."""
        ...

    async def send(self, frame: str) -> None:
        """Send a frame; nothing happens once the line has gone."""
        ...


async def converse_on(board: Switchboard, line: OpenedLine, socket: Socket, name: str) -> None:
    """Talk on the line until either side ends it, then see to what is left.

    `name` tells the line from others of the same call: what is heard on it is numbered under its name.
    """
    session = board.lines[line.call_id] = Session(board, line, socket, name)
    board.watch.begin()
    try:
        try:
            await session.open()
            await session.go_on()
        except Exception as error:
            # A fault of ours: the line goes, and what was said on it is kept all the same.
            log.error("line_failed", extra={"call_id": line.call_id, "kind": type(error).__name__})
            session.fail()
        await session.finish()
        board.line_ended(line.call_id, name)
    finally:
        session.noted.set()
        if board.lines.get(line.call_id) is session:
            del board.lines[line.call_id]
        board.watch.end()


class Session:
    """The loop around a talk."""

    def __init__(self, board: Switchboard, line: OpenedLine, socket: Socket, name: str) -> None:
        self._board, self._line, self._socket, self.name = board, line, socket, name
        self._caller = Caller(board.app, line.call_id)
        self._errands = Errands(board, self._caller, line.language)
        self._talk = Talk(board, line, self._errands, name=name, now=_now())
        self._woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._cut = False  # Twilio says that the line has gone
        self.noted = asyncio.Event()  # it has gone, and what was heard on it is written down

    async def open(self) -> None:
        """The first words, and what an earlier line of the call has left unsaid."""
        await self._send(self._talk.tick(_now()))
        left = await asyncio.get_running_loop().run_in_executor(
            self._board.scribes, self._caller.left_unsaid, self._line.outreach_id
        )
        if left is not None:
            self._talk.resume(left[0], left[1], _now())

    async def go_on(self) -> None:
        """Until the line ends."""
        receiving = asyncio.ensure_future(self._socket.receive())
        try:
            while not self._talk.over:
                await self._wait(receiving, self._talk.due(_now()))
                raw = receiving.result() if receiving.done() else ""
                if raw is None or self._cut:
                    await self._take_rest(receiving, REST_S)
                    self._talk.lost(_now())
                    return
                if receiving.done():
                    self._talk.take(raw, _now())
                    receiving = asyncio.ensure_future(self._socket.receive())
                await self._send(self._talk.tick(_now()))
            # Twilio closes it: were it cut by us, our last frame might not arrive.
            await self._take_rest(receiving, CLOSING_S)
        finally:
            receiving.cancel()

    async def _take_rest(self, receiving: asyncio.Future[str | None], seconds: float) -> None:
        """What Twilio sends before it closes the line counts: a stop, or what was heard of our words."""
        until = _now() + seconds
        while not (receiving.done() and receiving.result() is None):
            if receiving.done():
                self._talk.take(receiving.result() or "", _now())
                receiving = asyncio.ensure_future(self._socket.receive())
            left = REST_S if self._cut else until - _now()
            waited: set[asyncio.Future[Any]] = {receiving, self._woken}
            if not (await asyncio.wait(waited, timeout=max(0.0, left), return_when=FIRST))[0]:
                break
            if self._woken.done():
                self._woken = asyncio.get_running_loop().create_future()
        receiving.cancel()

    async def finish(self) -> None:
        """Complete what was said before the line went, and note that the answers were not heard.

        A line that has taken this one's place speaks them.
        """
        unheard: list[SpokenAnswer] = []
        while True:
            for answer in self._errands.ready():
                unheard.append(answer)
                if answer.outreach_id is not None:
                    self._errands.mark(answer.outreach_id, "")
            if not self._errands.writes:
                self.noted.set()
            if self._errands.idle:
                break
            await self._wait(None, self._errands.due())
        live = self._board.lines.get(self._line.call_id)
        if live is not None and live is not self:
            live.adopt(unheard)

    def fail(self) -> None:
        """End the line as if it had been cut."""
        self._talk.lost(_now())

    def adopt(self, answers: Iterable[SpokenAnswer]) -> None:
        """Speak answers that came when an earlier line of the call had gone, unless they were spoken."""
        for answer in answers:
            self._talk.resume(answer, 0, _now())
        self._wake()

    def told(self, written: Written, looked_at: float) -> None:
        """How it stood then with a person of ours who holds the conversation, or has held it."""
        if self._talk.colleague.told(written, looked_at):
            self._wake()

    async def gone(self) -> None:
        """Twilio says that the line has gone; what was heard on it is written down when this returns."""
        self._cut = True
        self._wake()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.noted.wait(), NOTED_S)

    def _wake(self) -> None:
        if not self._woken.done():
            self._woken.set_result(None)

    async def _wait(self, receiving: asyncio.Future[str | None] | None, due: float | None) -> None:
        """Until something has happened, or is due; what was waiting behind it is begun."""
        self._errands.collect(_now())
        waited: set[asyncio.Future[Any]] = {self._woken, *self._errands.futures()}
        if receiving is not None:
            waited.add(receiving)
        timeout = None if due is None else max(0.0, due - _now())
        await asyncio.wait(waited, timeout=timeout, return_when=FIRST)
        if self._woken.done():
            self._woken = asyncio.get_running_loop().create_future()
        self._errands.collect(_now())

    async def _send(self, sent: tuple[ToTwilio, ...]) -> None:
        for frame in sent:
            await self._socket.send(written(frame))


def _now() -> float:
    return asyncio.get_running_loop().time()
