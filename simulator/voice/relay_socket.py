"""The client's sockets of ConversationRelay: one thread with an event loop carries all of them.

What comes in is posted as signals; what goes out is queued, so that whoever sends never waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from simulator.voice.signals import Closed, Frame, Opened

OPEN_S, CLOSE_S = 5.0, 2.0
MAX_FRAME = 1 << 20


class Sockets:
    """The thread, started with the first socket."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def open(self, url: str, headers: Mapping[str, str], post: Callable[[object], None]) -> Socket:
        """Open a socket; `post` gets its signals from the loop's thread."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = threading.Thread(target=self._loop.run_forever, name="relay", daemon=True)
            self._thread.start()
        return Socket(self._loop, url, headers, post)

    def close(self) -> None:
        """Drop every socket and end the thread."""
        if self._loop is None or self._thread is None:
            return
        asyncio.run_coroutine_threadsafe(_cancel_all(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()
        self._loop = None


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


class Socket:
    """One socket to the product."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        url: str,
        headers: Mapping[str, str],
        post: Callable[[object], None],
    ) -> None:
        self._loop, self._post = loop, post
        self._outgoing: asyncio.Queue[str | bytes | int] = asyncio.Queue()
        self._socket: ClientConnection | None = None
        self._running = asyncio.run_coroutine_threadsafe(self._run(url, dict(headers)), loop)

    def send(self, data: str | bytes) -> None:
        """Send one frame, after those sent before."""
        self._soon(self._outgoing.put_nowait, data)

    def close(self, code: int = 1000) -> None:
        """Say goodbye, after what was sent before."""
        self._soon(self._outgoing.put_nowait, code)

    def drop(self) -> None:
        """Cut the connection without a word."""
        self._soon(self._abort)

    def _soon(self, act: Callable[..., object], *what: object) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(act, *what)

    def _abort(self) -> None:
        if self._socket is not None:
            self._socket.transport.abort()

    async def _run(self, url: str, headers: dict[str, str]) -> None:
        try:
            opening = connect(
                url,
                additional_headers=headers,
                user_agent_header="TwilioProxy/1.1",
                open_timeout=OPEN_S,
                close_timeout=CLOSE_S,
                max_size=MAX_FRAME,
                proxy=None,
            )
            async with opening as socket:
                self._socket = socket
                self._post(Opened())
                closed = await self._carry(socket)
        except (OSError, InvalidHandshake, InvalidURI, TimeoutError) as error:
            closed = Closed(None, type(error).__name__)
        self._post(closed)

    async def _carry(self, socket: ClientConnection) -> Closed:
        sender = asyncio.create_task(self._pump(socket))
        try:
            async for message in socket:
                self._post(Frame(message))
        except ConnectionClosed:
            pass
        finally:
            sender.cancel()
        return Closed(socket.close_code, socket.close_reason or "")

    async def _pump(self, socket: ClientConnection) -> None:
        while True:
            data = await self._outgoing.get()
            if isinstance(data, int):
                await socket.close(data)
                return
            try:
                await socket.send(data)
            except ConnectionClosed:
                return
