"""What a hostile caller or a crash at the wrong moment must not bring about on a line."""

from __future__ import annotations

import pytest

from arrears.domain.calls import TALK_LONGEST, CallState
from arrears.domain.conversations import Speaker
from arrears.services.hear_call import mark_heard
from arrears.store import consents, plans
from gateway.voice.session import Session
from gateway.voice.switchboard import Switchboard
from tests.builders.phone import Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.voice.test_action import CONNECT, ended
from tests.gateway.voice.test_gather import Turns
from tests.gateway.voice.test_session import PROPOSAL, last_reply, opened, transcript

PROOF = "03/09/1975 4421"


@pytest.fixture
def line(phone: Phone, web: Web) -> RelayLine:
    return opened(phone, web)


@pytest.fixture
def turns(phone: Phone, web: Web) -> Turns:
    return Turns(phone, web)


def is_stopped(phone: Phone) -> bool:
    with phone.store.read() as tx:
        return any(entry.how == "voice" for entry in consents.consents_for(tx, phone.borrower.point.id))


def has_plan(phone: Phone) -> bool:
    with phone.store.read() as tx:
        return plans.last_plan(tx, phone.borrower.case.id) is not None


@pytest.mark.parametrize("said", ["9", "0"])
def test_a_figure_that_is_spoken_is_no_key_of_the_menu(phone, line, said) -> None:
    line.says(said)
    assert (Speaker.BORROWER, said) in transcript(phone)
    assert not is_stopped(phone)


def test_the_key_itself_is_one(phone, line) -> None:
    line.send("dtmf", digit="9")
    line.speech()
    assert is_stopped(phone)


def test_a_figure_that_is_spoken_without_the_relay_is_no_key_either(phone, turns) -> None:
    turns.says("9")
    assert not is_stopped(phone)
    turns.post(Digits="9")
    assert is_stopped(phone)


def test_terms_that_a_yes_binds_to_cannot_be_talked_over_without_the_relay(phone, turns) -> None:
    turns.says(PROOF)
    assert 'bargeIn="true"' in turns.twiml
    turns.says(PROPOSAL)
    assert 'bargeIn="false"' in turns.twiml
    turns.post(Digits="*")
    assert 'bargeIn="false"' in turns.twiml
    assert "record" in turns.says("yes")
    assert has_plan(phone)


def test_words_of_a_line_that_a_crash_took_away_were_not_heard(phone, web, board: Switchboard) -> None:
    conversing(phone.calls_us())
    phone.says_aloud(PROOF)
    phone.says_aloud(PROPOSAL)
    # The process that held the line VX0 is gone: nobody knows how much of the terms was heard.
    assert CONNECT in ended(web, "VX0")
    assert last_reply(phone)[1] == ""
    phone.says_aloud("yes")
    assert not has_plan(phone)


def test_words_of_a_line_that_ended_as_it_should_were_heard(phone, web, line) -> None:
    line.says("what do I owe")
    line.spoken()
    line.drop()
    ended(web, line.sid)
    assert last_reply(phone)[1] is None


def test_what_was_not_heard_is_noted_although_the_database_was_away(phone, line, monkeypatch) -> None:
    tried = []

    def away_once(*arguments):
        tried.append(arguments)
        if len(tried) == 1:
            raise OSError("database away")
        mark_heard(*arguments)

    monkeypatch.setattr("gateway.voice.hearing.mark_heard", away_once)
    said = line.says("what do I owe")
    line.send("interrupt", utteranceUntilInterrupt=said[:20], durationUntilInterruptMs=1200)
    line.drop()
    assert last_reply(phone)[1] not in (None, said)


def test_what_was_said_is_kept_when_the_line_itself_fails(phone, line, monkeypatch) -> None:
    send = Session._send

    async def fails(session, frames):
        if session._errands.busy:
            raise ValueError("a fault of ours")
        await send(session, frames)

    monkeypatch.setattr(Session, "_send", fails)
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.drop()
    assert (Speaker.BORROWER, "what do I owe") in transcript(phone)
    assert last_reply(phone)[1] == ""


def test_noise_does_not_keep_a_call_for_ever(phone, board, web, monkeypatch) -> None:
    monkeypatch.setattr("gateway.voice.talk.LONGEST_S", 0.2)
    line = opened(phone, web)
    for _ in range(20):
        line.send("info", name="clientSpeaking", value="on")
    frame = line.frame()
    assert frame["type"] == "end"
    assert "too_long" in frame["handoffData"]
    assert TALK_LONGEST.total_seconds() == 1800


def test_a_person_is_connected_who_has_not_said_who_they_are(phone, web) -> None:
    script = phone.calls_us(caller="+12125550177")
    line = RelayLine(web)
    line.setup(script)
    line.speech()
    line.spoken()
    line.send("dtmf", digit="0")
    while (frame := line.frame())["type"] != "end":
        pass
    assert '"person"' in frame["handoffData"]
    assert phone.call().state is CallState.ANSWERED
