"""A call without the relay: each turn a request, answered in time, the same when it is repeated."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from xml.sax.saxutils import unescape

import pytest

from arrears.domain.calls import CallPath, CallState
from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId
from arrears.services.resume_call import resume_call
from arrears.store import conversations
from gateway.voice.gather import listening
from gateway.voice.scripts import permitted
from tests.builders.phone import SID, Phone, conversing
from tests.builders.web import Web
from tests.gateway.test_webhooks import PUBLIC, post
from tests.gateway.voice.conftest import MANNERS

TURN = f"/twilio/voice/gather/call-{SID}/1001/0"


class Turns:
    """Twilio without the relay: it posts what is said to the address it was given last."""

    def __init__(self, phone: Phone, web: Web) -> None:
        self.web, self.calls = web, []
        phone.calls_us()
        script = permitted(phone.app, resume_call(phone.desk, phone.call_id, CallPath.GATHER))
        self.read(listening(phone.app, script))

    def read(self, twiml: str) -> str:
        """The words, once the next address has been noted."""
        found = re.search(r'(?:action="|<Redirect method="POST">)([^"<]+)', twiml)
        self.next, self.twiml = None if found is None else found[1].removeprefix(PUBLIC), twiml
        return unescape(" ".join(re.findall(r"<Say[^>]*>([^<]*)</Say>", twiml)))

    def post(self, **fields: str) -> str:
        answer = post(self.web, self.next, list(({"CallSid": SID} | fields).items()))
        assert answer.status_code == 200
        return self.read(answer.text)

    def says(self, text: str) -> str:
        return self.post(SpeechResult=text, Confidence="0.9")


@pytest.fixture
def turns(phone: Phone, web: Web) -> Turns:
    return Turns(phone, web)


def heard(phone: Phone) -> list[str]:
    with phone.store.read() as tx:
        talk = conversations.turns_of(tx, ConversationId(f"conversation-{phone.call_id}"))
    return [turn.text for turn in talk if turn.speaker is Speaker.BORROWER]


def test_a_turn_that_is_not_signed_is_refused(web: Web, turns) -> None:
    assert post(web, turns.next, [("SpeechResult", "hello")], signature="wrong").status_code == 403


def test_the_address_of_a_turn_is_its_number(turns) -> None:
    assert turns.next == TURN
    assert all(part in turns.twiml for part in ('input="speech dtmf"', 'bargeIn="true"', "hints=", "en-US"))


def test_a_plan_is_agreed_turn_by_turn(phone, turns) -> None:
    said = [
        turns.says(text)
        for text in (
            "what do I owe",
            "03/09/1975 4421",
            "I can do $350 a month starting on the 15th",
            "yes",
        )
    ]
    assert "date of birth" in said[0]
    assert "record" in said[3]
    assert len(heard(phone)) == 4


def test_a_request_that_is_repeated_is_one_utterance_and_gets_the_same_answer(phone, turns) -> None:
    here = turns.next
    first = turns.says("what do I owe")
    after = turns.next
    turns.next = here
    assert turns.says("what do I owe") == first
    assert turns.next == after
    assert heard(phone) == ["what do I owe"]


def test_silence_is_asked_into_twice_and_then_ends_the_call(phone, turns) -> None:
    said = [turns.post(SpeechResult="") for _ in range(3)]
    assert said[:2] == ["Are you still there?"] * 2
    assert "Goodbye" in said[2]
    assert "<Hangup" in (turns.post() or turns.twiml)
    assert phone.call().state is CallState.ENDED
    assert heard(phone) == []


def test_a_yes_to_whether_they_are_there_is_to_nothing_else_and_has_our_words_again(phone, turns) -> None:
    said = turns.says("what do I owe")
    assert turns.post(SpeechResult="") == "Are you still there?"
    assert turns.says("yes") == said
    assert turns.next.endswith("/0")
    assert heard(phone) == ["what do I owe"]


def test_words_end_the_asking(turns) -> None:
    turns.post(Digits="")
    turns.says("what do I owe")
    assert turns.next.endswith("/0")


def test_keys_are_heard_like_words_and_a_star_repeats(phone, turns) -> None:
    said = turns.says("what do I owe")
    assert turns.post(Digits="*") == said
    turns.post(Digits="03091975")
    assert heard(phone) == ["what do I owe", "03091975"]


@pytest.mark.parametrize(("text", "seconds"), [("what do I owe", "8"), ("one moment please", "60")])
def test_who_asks_for_a_moment_has_longer(turns, text, seconds) -> None:
    turns.says(text)
    assert f'timeout="{seconds}"' in turns.twiml


def test_the_end_of_the_conversation_follows_its_last_words(phone, turns) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {"stop calling me": "stop_texts"}
    assert turns.says("stop calling me")
    assert turns.next == f"/twilio/voice/follow/call-{SID}/goodbye"
    turns.post()
    assert "<Hangup" in turns.twiml


class Slow:
    """An engine that answers when it is let."""

    def __init__(self, phone: Phone) -> None:
        self.engine, self.go = phone.dialogue, threading.Event()
        phone.app = phone.app_with(dialogue=self)
        phone.manners = replace(MANNERS, request_s=0.3)

    def answer(self, message):
        assert self.go.wait(20)
        return self.engine.answer(message)


@pytest.fixture
def slow(phone: Phone) -> Slow:
    return Slow(phone)


def test_an_answer_that_is_not_there_in_time_is_collected_by_another_request(
    slow, phone, turns, board
) -> None:
    assert turns.says("what do I owe") == "One moment, please."
    assert turns.next == f"{TURN}/answer/1"
    board.manners = MANNERS
    slow.go.set()
    assert "date of birth" in turns.post()
    assert heard(phone) == ["what do I owe"]


def test_an_answer_that_never_comes_ends_the_call_with_neutral_words(slow, turns) -> None:
    turns.says("what do I owe")
    said = [turns.post() for _ in range(3)]
    slow.go.set()
    assert said[:2] == ["", ""]
    assert "reach a person" in said[2]


def test_a_turn_of_a_call_that_is_not_ours_is_hung_up(web, caplog) -> None:
    answer = post(web, "/twilio/voice/gather/call-CA0/1/0", [("SpeechResult", "hello")])
    assert "<Hangup" in answer.text
    assert [(record.message, record.what) for record in caplog.records] == [("unknown_call", "turn")]


def test_waits_are_measured(turns, board) -> None:
    turns.says("what do I owe")
    assert board.latencies.summary()["gather"]["count"] == 1


def test_a_caller_whom_nobody_knows_is_asked_who_they_are(phone, web) -> None:
    script = phone.calls_us(caller="+12125550177")
    listening(phone.app, script)
    turns = Turns.__new__(Turns)
    turns.web = web
    assert "reference" in turns.read(listening(phone.app, script))
    assert turns.says("hello")
    assert "<Gather" in turns.twiml


def test_an_opening_without_leave_is_not_said(phone) -> None:
    assert conversing(phone.calls_us())
    phone.reports(None, "completed")
    assert "<Hangup" in listening(phone.app, resume_call(phone.desk, phone.call_id, CallPath.GATHER))
