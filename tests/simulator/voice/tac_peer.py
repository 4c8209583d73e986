"""Twilio's own server side of ConversationRelay, twilio-agent-connect, as a peer: its analytics are off."""

from __future__ import annotations

import logging
import os
import socket
import threading
from typing import Any

import uvicorn

from tests.simulator.stage import ACCOUNT, OURS, TOKEN, wait

os.environ["TAC_ANALYTICS_DISABLED"] = "true"
import tac
from tac.channels.voice import VoiceChannel
from tac.server.config import TACServerConfig
from tac.server.fastapi_server import TACFastAPIServer

PUBLIC = "voice.example.com"


class Peer:
    """An agent that greets, repeats what it hears, and keeps what it was told."""

    def __init__(self) -> None:
        self.prompts: list[str] = []
        self.interrupts: list[Any] = []
        self.statuses: list[Any] = []
        self.detections: list[Any] = []
        self.recordings: list[Any] = []
        agent = tac.TAC(
            {
                "account_sid": ACCOUNT,
                "auth_token": TOKEN,
                "api_key": "SK" + "0" * 32,
                "api_secret": "secret",
                "phone_number": OURS,
                "voice_public_domain": PUBLIC,
                "log_level": "CRITICAL",
            }
        )
        self.channel = VoiceChannel(agent)
        agent.on_message_ready(self._answer)
        agent.on_interrupt(lambda _, data: self.interrupts.append(data))
        self.channel.on_call_status(self._status)
        self.channel.on_amd(self._detected)
        self.channel.on_recording(self._recorded)
        app = TACFastAPIServer(agent, voice_channel=self.channel, config=TACServerConfig()).app
        self._listener = socket.socket()
        self._listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._server = uvicorn.Server(
            uvicorn.Config(app, log_level="critical", access_log=False, ws="websockets-sansio")
        )
        self._thread = threading.Thread(target=self._server.run, args=([self._listener],), daemon=True)
        self._thread.start()
        wait(lambda: self._server.started)

    async def _answer(self, message: str, *_: object) -> str:
        self.prompts.append(message)
        return f"You said {message}"

    async def _status(self, event: Any) -> None:
        self.statuses.append(event)

    async def _detected(self, event: Any) -> None:
        self.detections.append(event)

    async def _recorded(self, event: Any) -> None:
        self.recordings.append(event)

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()
        logging.getLogger("tac").handlers.clear()
