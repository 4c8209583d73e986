"""Twilio's end of a relay line over a running gateway: no server, no network, the application's own loop."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from fastapi import FastAPI
from twilio.request_validator import RequestValidator

from arrears.domain.call_scripts import Converse, Identify
from tests.builders.store import settings
from tests.builders.web import Web

PATH = "/twilio/voice/relay"
PATIENCE_S = 10.0


class RelayLine:
    """One WebSocket to the gateway. Whoever asks for a frame lets the gateway run until there is one."""

    def __init__(self, web: Web, *, signature: str | None = None, sid: str = "VX1") -> None:
        self.web, self.sid = web, sid
        self._in: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._out: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.others: list[dict[str, Any]] = []  # what was sent between words
        headers = [] if signature == "" else [(b"x-twilio-signature", (signature or signed()).encode())]
        scope = {
            "type": "websocket",
            "path": PATH,
            "raw_path": PATH.encode(),
            "query_string": b"",
            "headers": headers,
            "subprotocols": [],
            "scheme": "ws",
            "client": ("127.0.0.1", 1),
            "server": ("testserver", 80),
        }
        self._in.put_nowait({"type": "websocket.connect"})
        self.run(self._start(web.app, scope))
        self.accepted = self.event()["type"] == "websocket.accept"

    async def _start(self, app: FastAPI, scope: dict[str, Any]) -> None:
        self._task = asyncio.get_running_loop().create_task(app(scope, self._in.get, self._out.put))

    def run(self, job: Any) -> Any:
        return self.web._runner.run(job)

    def event(self, timeout: float = PATIENCE_S) -> dict[str, Any]:
        """The next thing the gateway does on the line."""
        return self.run(asyncio.wait_for(self._out.get(), timeout))

    def send(self, kind: str, **fields: Any) -> None:
        self.send_raw(json.dumps({"type": kind, **fields}))

    def send_raw(self, text: str) -> None:
        self._in.put_nowait({"type": "websocket.receive", "text": text})

    def setup(self, script: Converse | Identify, *, token: str | None = None, call_sid: str = "") -> None:
        sid = call_sid or script.call_id.removeprefix("call-")
        parameters = {"token": script.token if token is None else token, "call": script.call_id}
        self.send("setup", sessionId=self.sid, callSid=sid, customParameters=parameters)

    def frame(self, timeout: float = PATIENCE_S) -> dict[str, Any]:
        """The next frame that the gateway sends."""
        event = self.event(timeout)
        assert event["type"] == "websocket.send", event
        return json.loads(event["text"])

    def speech(self, timeout: float = PATIENCE_S) -> str:
        """The words up to the last token of what is said next."""
        words = ""
        while True:
            frame = self.frame(timeout)
            if frame["type"] != "text":
                self.others.append(frame)
                continue
            words += frame["token"]
            if frame["last"]:
                return words

    def says(self, text: str, **fields: Any) -> str:
        """The answer to what the caller says."""
        self.send("prompt", voicePrompt=text, lang="en-US", last=True, **fields)
        return self.speech()

    def spoken(self) -> None:
        """Twilio tells that our words have been spoken."""
        for value in ("on", "off"):
            self.send("info", name="agentSpeaking", value=value)

    def goes(self) -> None:
        """The line goes, and the gateway has noticed."""
        self._in.put_nowait({"type": "websocket.disconnect", "code": 1006})
        self.run(self._emptied())

    def drop(self) -> None:
        """The line goes, and the gateway has seen to what is left."""
        self._in.put_nowait({"type": "websocket.disconnect", "code": 1006})
        self.finish()

    async def _emptied(self) -> None:
        while not self._in.empty():
            await asyncio.sleep(0.001)

    def finish(self) -> None:
        """Until the gateway has done with the line."""
        self.run(asyncio.wait_for(asyncio.shield(self._task), PATIENCE_S))


def signed(path: str = PATH) -> str:
    """Twilio's signature of the handshake."""
    public = settings().public_url
    token = settings().twilio_auth_token.get_secret_value()
    return RequestValidator(token).compute_signature(f"wss:{public.partition(':')[2]}{path}", {})
