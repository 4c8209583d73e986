"""The product's phone over the simulator's carrier: TwiML, webhooks, signatures and the relay really meet."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import uvicorn

from arrears.domain.calls import CallPath, CallState, call_id_for
from arrears.domain.conversations import Speaker
from arrears.store import Store, calls, conversations
from gateway.app import make_app
from gateway.voice.patience import Manners
from gateway.voice.switchboard import Switchboard
from simulator.settings import Settings
from simulator.voice.line import Barge
from simulator.voice.signals import Nudged, Spoke
from simulator.world import World
from tests.builders.phone import Phone
from tests.builders.store import settings

PROPOSAL = "I can do $350 a month starting on the 15th"
OURS = "+12125550100"


class Gateway:
    """The product behind a real server, and a carrier before it whose clock stands unless it is moved."""

    def __init__(self, store: Store, phone: Phone | None = None) -> None:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self.phone = phone or Phone(store)
        app = self.phone.app_with(public_url=self.url)
        self.board = Switchboard(app, Manners(lead_s=1000, filler_s=30))
        config = uvicorn.Config(make_app(app, self.board), log_level="critical", access_log=False)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, args=([listener],), daemon=True)
        self.thread.start()
        while not self.server.started:
            self.thread.join(0.01)
        token = settings().twilio_auth_token.get_secret_value()
        carrier = Settings(
            account_sid=settings().twilio_account_sid,
            auth_token=token,
            voice_url=f"{self.url}/twilio/voice/inbound",
            voice_status_url=f"{self.url}/twilio/voice/status",
        )
        self.world = World(replace(carrier, product_number=OURS))

    def close(self) -> None:
        self.world.stop()
        self.server.should_exit = True
        self.thread.join(10)

    def call_us(self) -> str:
        with self.world.lock:
            number = self.phone.borrower.point.address
            return self.world.voice.receive(number, OURS, "by_hand").sid

    def play(self, until: Callable[[], object], limit_s: float = 20) -> None:
        """Let virtual time run to the next event whenever nobody is awaited."""
        deadline = time.monotonic() + limit_s
        while not until():
            assert time.monotonic() < deadline, "did not happen"
            due = self.world.clock.next_event_at()
            if self.world.pending or due is None:
                time.sleep(0.002)
            else:
                self.world.clock.advance_to(due)

    def transcript(self, sid: str) -> list[tuple[str, str, str]]:
        with self.phone.store.read() as tx:
            call = calls.load(tx, call_id_for(sid))
            turns = conversations.turns_of(tx, call.conversation_id)
            heard = {turn.id: turn.outreach_id and calls.heard_of(tx, turn.outreach_id) for turn in turns}
        return [(turn.speaker, turn.text, heard[turn.id] or "") for turn in turns]

    def state(self, sid: str):
        with self.phone.store.read() as tx:
            return calls.load(tx, call_id_for(sid))


@pytest.fixture
def gateway(sqlite_store: Store) -> Iterator[Gateway]:
    made = Gateway(sqlite_store)
    yield made
    made.close()


class Caller:
    """The person on the simulated phone."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway, self.world = gateway, gateway.world
        self.sid = gateway.call_us()
        self.line = self.world.voice.line(self.world.switchboard.calls[self.sid])
        self.listens()

    def listens(self) -> str:
        """Until it is the caller's turn; what was heard last."""
        self.gateway.play(lambda: self.line.listening and not self.line.speaking and self.heard())
        return self.heard()[-1]

    def heard(self) -> list[str]:
        return [event["text"] for event in self.line.events if event["kind"] == "heard" and event["text"]]

    def says(self, text: str) -> str:
        before = len(self.heard())
        with self.world.lock:
            self.line.turns.append(Spoke(text))
            self.world.voice.engines[self.sid].post(Nudged())
        self.gateway.play(lambda: len(self.heard()) > before)
        return self.listens()

    def hangs_up(self) -> None:
        with self.world.lock:
            self.world.voice.hang_up(self.world.switchboard.calls[self.sid])
        self.gateway.play(lambda: self.gateway.state(self.sid).state is CallState.ENDED)


def test_a_plan_is_agreed_on_a_simulated_phone(gateway: Gateway) -> None:
    caller = Caller(gateway)
    for text in ("what do I owe", "03/09/1975 4421", PROPOSAL, "yes"):
        caller.says(text)
    caller.hangs_up()
    spoken = gateway.transcript(caller.sid)
    assert [text for who, text, _ in spoken if who is Speaker.BORROWER][-1] == "yes"
    assert "record" in spoken[-1][1]
    assert gateway.world.voice.alerts == type(gateway.world.voice.alerts)()


def test_words_into_ours_are_noted_as_the_simulator_has_played_them(gateway: Gateway) -> None:
    caller = Caller(gateway)
    caller.line.barge = Barge("03/09/1975 4421", 20)
    caller.says("what do I owe")
    caller.listens()
    caller.hangs_up()
    said = [entry for entry in gateway.transcript(caller.sid) if entry[0] is Speaker.BOT]
    cut = next(entry for entry in said if entry[2])
    assert cut[1].startswith(cut[2])
    assert 15 <= len(cut[2]) <= 25


def test_a_line_that_drops_is_taken_up_again_and_at_last_done_without(gateway: Gateway) -> None:
    caller = Caller(gateway)
    for cuts in range(1, 5):
        with gateway.world.lock:
            gateway.world.voice.sessions[caller.sid].socket.drop()
        gateway.play(lambda cuts=cuts: gateway.state(caller.sid).resumed == cuts)
        caller.listens()
    assert gateway.state(caller.sid).path is CallPath.GATHER
    assert "date of birth" in caller.says("what do I owe")
    caller.hangs_up()
