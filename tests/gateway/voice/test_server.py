"""The line over a real server and Twilio's signature: what the frameworks between must not break."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from gateway.app import make_app
from tests.builders.phone import Phone, conversing
from tests.builders.relay import PATH, signed


@pytest.fixture
def url(phone: Phone, board) -> Iterator[str]:
    config = uvicorn.Config(make_app(phone.app, board), port=0, log_level="error", ws="websockets-sansio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"ws://127.0.0.1:{port}{PATH}"
    server.should_exit = True
    thread.join(10)


def test_a_call_is_spoken_over_a_real_socket(phone: Phone, url: str) -> None:
    script = conversing(phone.calls_us())
    with connect(url, additional_headers={"x-twilio-signature": signed()}, proxy=None) as socket:
        parameters = {"token": script.token}
        setup = {"type": "setup", "sessionId": "VX1", "callSid": script.call_id.removeprefix("call-")}
        socket.send(json.dumps(setup | {"customParameters": parameters}))
        said = ""
        while not (frame := json.loads(socket.recv(10)))["last"]:
            said += frame["token"]
        assert said + frame["token"] == script.opening
        socket.send(
            json.dumps({"type": "prompt", "voicePrompt": "what do I owe", "lang": "en-US", "last": True})
        )
        assert json.loads(socket.recv(10))["type"] == "text"


def test_an_unsigned_handshake_is_answered_403_and_no_socket_is_opened(url: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(url, proxy=None)
    assert refused.value.response.status_code == 403
