"""The line is opened by Twilio's signature and by a token once; who has neither is refused politely."""

from __future__ import annotations

import asyncio
import json

import pytest

from arrears.services.record_call import hang_up
from gateway.voice import relay as relay_route
from tests.builders.phone import Phone, conversing
from tests.builders.relay import RelayLine, signed
from tests.builders.web import Web

UNSUPPORTED, POLICY = 1003, 1008


@pytest.mark.parametrize("signature", ["", "wrong", signed("/twilio/voice/other")])
def test_a_handshake_that_twilio_has_not_signed_is_refused(web: Web, signature, caplog) -> None:
    line = RelayLine(web, signature=signature)
    assert not line.accepted
    line.finish()
    assert [(r.message, r.what) for r in caplog.records] == [("relay_refused", "signature")]


def test_a_signed_line_with_its_token_is_opened_and_our_opening_is_said(phone: Phone, web: Web) -> None:
    script = conversing(phone.calls_us())
    line = RelayLine(web)
    assert line.accepted
    line.setup(script)
    assert line.speech() == script.opening
    line.drop()


def test_a_token_opens_one_line_only(phone: Phone, web: Web) -> None:
    script = conversing(phone.calls_us())
    first, second = RelayLine(web), RelayLine(web, sid="VX2")
    first.setup(script)
    first.speech()
    second.setup(script)
    assert second.event() == {"type": "websocket.close", "code": POLICY, "reason": ""}
    assert "date of birth" in first.says("what do I owe")
    first.drop()


@pytest.mark.parametrize("token", ["", "guessed"])
def test_a_wrong_token_is_refused(phone: Phone, web: Web, token) -> None:
    line = RelayLine(web)
    line.setup(conversing(phone.calls_us()), token=token)
    assert line.event()["code"] == POLICY


def test_a_token_of_another_call_is_refused(phone: Phone, web: Web) -> None:
    line = RelayLine(web)
    line.setup(conversing(phone.calls_us()), call_sid="CA" + "9" * 32)
    assert line.event()["code"] == POLICY


def test_a_call_that_is_over_is_refused(phone: Phone, web: Web) -> None:
    script = conversing(phone.calls_us())
    hang_up(phone.desk, script.call_id)
    line = RelayLine(web)
    line.setup(script)
    assert line.event()["code"] == POLICY


@pytest.mark.parametrize("first", ["nonsense", "", json.dumps({"type": "prompt", "voicePrompt": "hello"})])
def test_a_line_that_does_not_begin_with_a_setup_is_refused(web: Web, first) -> None:
    line = RelayLine(web)
    line.send_raw(first)
    assert line.event()["code"] == UNSUPPORTED


def test_a_line_on_which_nothing_comes_is_refused(web: Web, monkeypatch) -> None:
    monkeypatch.setattr(relay_route, "SETUP_S", 0.05)
    assert RelayLine(web).event()["code"] == UNSUPPORTED


def test_a_line_that_goes_before_it_began_is_forgotten(web: Web) -> None:
    RelayLine(web).drop()


def test_what_was_said_before_the_line_went_is_taken_in_whatever_we_are_waiting_for() -> None:
    told = [{"type": "websocket.receive", "text": "one"}, {"type": "websocket.receive", "bytes": b"2"}]
    left = iter([*told, {"type": "websocket.disconnect", "code": 1006}])

    class Socket:
        async def receive(self) -> dict[str, object]:
            return next(left)

    async def held() -> list[str | None]:
        line = relay_route.Line(Socket())
        await asyncio.sleep(0.01)  # our own words are on their way
        assert list(left) == []
        return [await line.receive() for _ in range(3)]

    assert asyncio.run(held()) == ["one", "", None]
