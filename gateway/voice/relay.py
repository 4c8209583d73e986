"""The WebSocket of ConversationRelay: believed when its handshake is signed, and opened by a token once."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from starlette.status import WS_1003_UNSUPPORTED_DATA, WS_1008_POLICY_VIOLATION

from arrears.adapters.twilio_webhooks import verified_handshake
from arrears.domain.call_scripts import OpenedLine
from arrears.domain.calls import call_id_for
from arrears.services.resume_call import open_line
from gateway.voice import frames
from gateway.voice.scripts import urls_of
from gateway.voice.session import converse_on
from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

SETUP_S = 10.0
"""How long Twilio has for its first frame."""


READ_AHEAD = 256
"""Frames that are taken in before they are acted on."""


class Line:
    """A WebSocket as a line: a frame that is no text is an empty one, a line that has gone says nothing.

    Frames are taken in as they come, whatever we wait for: the server reads no further while one is left,
    and what was not read is lost where the other side has gone and we still send.
    """

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._frames: asyncio.Queue[str | None] = asyncio.Queue(READ_AHEAD)
        self._reading = asyncio.ensure_future(self._read())

    async def receive(self) -> str | None:
        """The next frame; None once the line has gone."""
        return await self._frames.get()

    def forget(self) -> None:
        """Take in nothing more."""
        self._reading.cancel()

    async def _read(self) -> None:
        with contextlib.suppress(RuntimeError):  # that is raised for a line that we have closed
            while (message := await self._socket.receive())["type"] != "websocket.disconnect":
                await self._frames.put(message.get("text") or "")
        await self._frames.put(None)

    async def send(self, frame: str) -> None:
        """Send the frame, where there is still a line; that it has gone is heard by who receives."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await self._socket.send_text(frame)

    async def close(self, code: int) -> None:
        """Close the line, where there is still one."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await self._socket.close(code)


def routes(board: Switchboard) -> APIRouter:
    """The line on which a call is spoken."""
    router = APIRouter(prefix="/twilio/voice")
    token = board.app.settings.twilio_auth_token.get_secret_value()
    # Twilio dials wss and nothing else, and signs so, also where a demo's carrier on loopback has no TLS.
    url = f"wss:{urls_of(board.app).relay.partition(':')[2]}"

    @router.websocket("/relay")
    async def relay(socket: WebSocket) -> None:
        if not verified_handshake(token, url, socket.headers.get("X-Twilio-Signature")):
            log.warning("relay_refused", extra={"what": "signature"})
            await socket.close(WS_1008_POLICY_VIOLATION)
            return
        await socket.accept()
        line = Line(socket)
        try:
            await _serve(board, line)
        finally:
            line.forget()

    return router


async def _serve(board: Switchboard, line: Line) -> None:
    """Open the line by its token and talk on it, or close it with the code that says why not."""
    setup = await _setup(line)
    if setup is None:
        await _refuse(line, "setup", WS_1003_UNSUPPORTED_DATA)
        return
    opened = await _opened(board, setup)
    if opened is None:
        await _refuse(line, "token", WS_1008_POLICY_VIOLATION)
        return
    await converse_on(board, opened, line, setup.session_id)
    await line.close(1000)


async def _setup(line: Line) -> frames.Setup | None:
    """Twilio's first frame; None when it is another one, or does not come."""
    try:
        raw = await asyncio.wait_for(line.receive(), SETUP_S)
        frame = None if raw is None else frames.frame_from(raw)
    except (TimeoutError, frames.UnreadableFrameError):
        return None
    return frame if isinstance(frame, frames.Setup) else None


async def _opened(board: Switchboard, setup: frames.Setup) -> OpenedLine | None:
    """The line that the token opens, where it is the call's own."""
    token = setup.custom_parameters.get("token", "")
    opened = await asyncio.get_running_loop().run_in_executor(board.scribes, open_line, board.app.desk, token)
    return opened if opened is not None and opened.call_id == call_id_for(setup.call_sid) else None


async def _refuse(line: Line, what: str, code: int) -> None:
    log.warning("relay_refused", extra={"what": what})
    await line.close(code)
