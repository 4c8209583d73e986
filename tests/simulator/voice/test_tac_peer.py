"""The client of ConversationRelay against Twilio's own server side of it, twilio-agent-connect.

It signs for itself, reads our frames with its own models, and keeps quiet about it: its analytics are off.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import uvicorn

from simulator.voice.line import Barge
from simulator.world import World
from tests.simulator.stage import ACCOUNT, OURS, PHONE, TOKEN, Product, settings_for, wait
from tests.simulator.voice.stage import alerts, heard, kinds, over, place, play, say

os.environ["TAC_ANALYTICS_DISABLED"] = "true"
import tac
from tac.channels.voice import VoiceChannel
from tac.server.config import TACServerConfig
from tac.server.fastapi_server import TACFastAPIServer

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
PUBLIC = "voice.example.com"


class Peer:
    """An agent that greets, repeats what it hears, and keeps what it was told."""

    def __init__(self) -> None:
        self.prompts: list[str] = []
        self.interrupts: list[Any] = []
        self.statuses: list[Any] = []
        self.detections: list[Any] = []
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

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()


@pytest.fixture
def peer() -> Iterator[Peer]:
    made = Peer()
    yield made
    made.close()
    logging.getLogger("tac").handlers.clear()


@pytest.fixture
def world(product: Product, peer: Peer) -> Iterator[World]:
    settings = replace(
        settings_for(product), public_url=f"https://{PUBLIC}", voice_url=f"https://{PUBLIC}/twiml"
    )
    made = World(replace(settings, voice_url=f"{peer.url}/twiml"))
    yield made
    made.stop()


def test_twilios_own_server_believes_our_signatures_and_reads_our_frames(world: World, peer: Peer) -> None:
    call = place(world, Url=f"https://{PUBLIC}/twiml")
    play(world, lambda: world.voice.line(call).listening)
    say(world, call, "Hello there")
    play(
        world,
        lambda: peer.prompts and world.voice.line(call).listening and not world.voice.line(call).speaking,
    )
    assert peer.prompts == ["Hello there"]
    assert alerts(world) == []
    wait(lambda: "You said Hello there" in heard(world, call))
    with world.lock:
        world.voice.hang_up(call)
    over(world, call)
    # It answers the action with an empty text, which ends the call as nothing else would.
    actions = [
        each for each in world.exchanges.recent("out") if each.url.endswith("/conversation-relay-callback")
    ]
    assert [each.status for each in actions] == [200]


def test_twilios_own_server_hears_of_an_interruption(world: World, peer: Peer) -> None:
    call = place(world, Url=f"https://{PUBLIC}/twiml")
    play(world, lambda: world.voice.line(call).listening)
    say(world, call, "Tell me something that takes a while")
    world.voice.line(call).barge = Barge("Stop", 16)
    play(world, lambda: len(peer.prompts) == 2)
    wait(lambda: peer.interrupts)
    assert peer.interrupts[0].utterance_until_interrupt == "You said Tell me"
    assert isinstance(peer.interrupts[0].duration_until_interrupt_ms, int)
    assert peer.prompts[1] == "Stop"


def test_twilios_own_models_read_our_callbacks(world: World, peer: Peer) -> None:
    world.faults.call_outcomes = {PHONE: "machine_end_beep"}
    events = f"https://{PUBLIC}/twilio/call-events"
    call = place(
        world,
        Url=f"https://{PUBLIC}/twiml",
        StatusCallback=f"{events}/status",
        AsyncAmd="true",
        MachineDetection="DetectMessageEnd",
        AsyncAmdStatusCallback=f"{events}/amd",
    )
    over(world, call)
    wait(lambda: peer.statuses and peer.detections)
    assert (peer.statuses[0].call_status, peer.statuses[0].sip_response_code) == ("completed", "200")
    assert peer.detections[0].is_machine
    assert kinds(world, call, "detects")


def test_twilios_own_server_refuses_another_signature(world: World, peer: Peer, product: Product) -> None:
    stranger = World(replace(world.settings, auth_token="wrong"))
    call = place(stranger, Url=f"https://{PUBLIC}/twiml")
    over(stranger, call)
    stranger.stop()
    assert alerts(stranger) == [11200]
