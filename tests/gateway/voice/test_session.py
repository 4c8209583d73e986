"""A call over the relay, from its opening to its end, with threads that really run."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import replace

import pytest

from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId
from arrears.ports import DialogueFailedError
from arrears.store import calls, conversations, inbound
from gateway.app import make_app
from gateway.voice.hearing import Caller
from gateway.voice.switchboard import Switchboard
from tests.builders.phone import SID, Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.test_webhooks import post
from tests.gateway.voice.conftest import MANNERS

PROPOSAL = "I can do $350 a month starting on the 15th"


@pytest.fixture
def line(phone: Phone, web: Web) -> RelayLine:
    """The line of a call to us, its opening spoken."""
    return opened(phone, web)


def opened(phone: Phone, web: Web, sid: str = "VX1") -> RelayLine:
    line = RelayLine(web, sid=sid)
    line.setup(conversing(phone.calls_us()))
    line.speech()
    line.spoken()
    return line


def transcript(phone: Phone) -> list[tuple[str, str]]:
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, ConversationId(f"conversation-{phone.call_id}"))
    return [(turn.speaker, turn.text) for turn in turns]


def last_reply(phone: Phone) -> tuple[str, str | None]:
    """Our last words, and what is noted of how they were heard."""
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, ConversationId(f"conversation-{phone.call_id}"))
        ours = next(turn for turn in reversed(turns) if turn.speaker is Speaker.BOT and turn.message_id)
        return ours.text, calls.heard_of(tx, ours.outreach_id)


def count_open(phone: Phone) -> int:
    with phone.store.read() as tx:
        return inbound.count_open(tx)


class Slow:
    """An engine that answers when it is let."""

    def __init__(self, phone: Phone) -> None:
        self.engine, self.asked, self.go = phone.dialogue, threading.Event(), threading.Event()
        phone.app = phone.app_with(dialogue=self)

    def answer(self, message):
        self.asked.set()
        assert self.go.wait(10)
        return self.engine.answer(message)


def test_a_plan_is_agreed_by_phone_and_the_transcript_is_complete_and_in_order(phone, line) -> None:
    said = [line.says(text) for text in ("what do I owe", "03/09/1975 4421", PROPOSAL, "yes")]
    assert "record" in said[-1]
    line.drop()
    spoken = transcript(phone)
    assert [text for speaker, text in spoken if speaker is Speaker.BORROWER] == [
        "what do I owe", "03/09/1975 4421", PROPOSAL, "yes"
    ]  # fmt: skip
    assert [text for speaker, text in spoken[1:] if speaker is Speaker.BOT] == said
    assert count_open(phone) == 0


def test_a_reply_that_is_interrupted_is_noted_as_it_was_heard(phone, line) -> None:
    said = line.says("what do I owe")
    line.send("interrupt", utteranceUntilInterrupt=said[:20], durationUntilInterruptMs=1200)
    line.says("03/09/1975 4421")
    line.drop()
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, ConversationId(f"conversation-{phone.call_id}"))
        replies = [turn for turn in turns if turn.message_id and turn.speaker is Speaker.BOT]
        heard = calls.heard_of(tx, replies[0].outreach_id)
    assert replies[0].text == said
    assert 0 < len(heard) < len(said)
    assert said.startswith(heard)


@pytest.fixture
def slow(phone: Phone) -> Slow:
    return Slow(phone)


def test_a_turn_whose_line_has_gone_is_completed_and_its_answer_noted_as_unheard(slow, phone, line) -> None:
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.run(until(slow.asked.is_set))
    line.goes()
    slow.go.set()
    line.finish()
    text, heard = last_reply(phone)
    assert "date of birth" in text
    assert heard == ""


async def until(true) -> None:
    """Let the gateway run until it is true."""
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came")


def test_who_is_back_on_the_line_hears_what_was_left_unsaid(slow, phone, line, web) -> None:
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.run(until(slow.asked.is_set))
    slow.go.set()
    line.drop()
    text, heard = last_reply(phone)
    assert heard == ""
    again = RelayLine(web, sid="VX2")
    again.setup(conversing(phone.resumes()))
    assert "cut off" in again.speech()
    assert again.speech() == text
    again.spoken()
    again.run(until(lambda: last_reply(phone)[1] == text))
    again.drop()
    assert [text for speaker, text in transcript(phone) if speaker is Speaker.BORROWER] == ["what do I owe"]


def test_what_was_heard_is_written_down_before_anything_follows_a_line(phone, line) -> None:
    """Twilio may know that a line has gone before we do; what is said next depends on what was heard."""
    line.send("prompt", voicePrompt="what do I owe", last=True)
    text = line.speech()
    form = [
        ("CallSid", SID),
        ("CallStatus", "in-progress"),
        ("SessionId", "VX1"),
        ("SessionStatus", "failed"),
    ]
    assert "<ConversationRelay" in post(line.web, f"/twilio/voice/action/{phone.call_id}", form).text
    said, heard = last_reply(phone)
    assert said == text
    assert heard == ""
    line.finish()


def test_what_was_said_before_twilio_told_that_the_line_has_gone_is_heard(phone, web, monkeypatch) -> None:
    """The gateway was busy and had not looked at the line yet; a stop may be among the words."""
    busy = threading.Event()
    monkeypatch.setattr(Caller, "left_unsaid", lambda *_: busy.wait(0.5) or None)
    line = RelayLine(web)
    line.setup(conversing(phone.calls_us()))
    line.speech()
    for text in ("what do I owe", "03/09/1975 4421"):
        line.send("prompt", voicePrompt=text, last=True)
    form = [("CallSid", SID), ("CallStatus", "completed"), ("SessionId", "VX1")]
    post(web, f"/twilio/voice/action/{phone.call_id}", form)
    line.drop()
    said = [text for speaker, text in transcript(phone) if speaker is Speaker.BORROWER]
    assert said == ["what do I owe", "03/09/1975 4421"]


def test_what_crosses_our_end_of_the_line_is_heard_and_noted(phone, line) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {"goodbye then": "goodbye"}
    said = line.says("goodbye then")
    line.spoken()
    assert line.frame()["type"] == "end"
    line.send("interrupt", utteranceUntilInterrupt=said[:7], durationUntilInterruptMs=900)
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.drop()
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, ConversationId(f"conversation-{phone.call_id}"))
        goodbye = next(turn for turn in turns if turn.text == said)
        heard = calls.heard_of(tx, goodbye.outreach_id)
    assert heard is not None
    assert said.startswith(heard)
    assert len(heard) < len(said)
    assert (Speaker.BORROWER, "what do I owe") in transcript(phone)


def test_an_answer_that_comes_when_the_next_line_is_open_is_spoken_on_it(slow, phone, line, web) -> None:
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.run(until(slow.asked.is_set))
    line.goes()
    again = RelayLine(web, sid="VX2")
    again.setup(conversing(phone.resumes()))
    again.speech()
    slow.go.set()
    assert "date of birth" in again.speech()
    again.drop()
    line.finish()


def test_what_is_said_while_a_turn_is_in_hand_is_stored_at_once_and_answered_after_it(
    slow, phone, line
) -> None:
    for text in ("what do I owe", "03/09/1975 4421"):
        line.send("prompt", voicePrompt=text, last=True)
    line.run(until(lambda: slow.asked.is_set() and count_open(phone) == 2))
    slow.go.set()
    assert "date of birth" in line.speech()
    line.drop()
    assert [speaker for speaker, _ in transcript(phone)] == ["bot", "borrower", "bot", "borrower", "bot"]


def test_the_engine_is_asked_again_when_it_was_away(phone, line, caplog) -> None:
    phone.dialogue.fail_times = 1
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.run(until(lambda: "dialogue_failed" in caplog.messages))
    phone.machine_clock.move(seconds=2)
    assert "date of birth" in line.speech()
    line.drop()


class Away:
    """An engine that never answers."""

    def answer(self, message):
        raise DialogueFailedError("away")


def test_an_engine_that_stays_away_ends_the_call_with_neutral_words(phone: Phone) -> None:
    phone.app = phone.app_with(dialogue=Away())
    board = Switchboard(phone.app, replace(MANNERS, answer_s=0.1))
    with Web(make_app(phone.app, board)) as web:
        line = opened(phone, web)
        assert "reach a person" in line.says("what do I owe")
        line.spoken()
        assert json.loads(line.frame()["handoffData"])["reason"] == "goodbye"
        line.drop()
    assert count_open(phone) == 1


@pytest.mark.parametrize(
    ("digit", "reason", "intent"), [("9", "goodbye", "stop_texts"), ("0", "person", "request_human")]
)
def test_a_key_of_the_menu_ends_the_line_with_its_reason(phone, line, digit, reason, intent) -> None:
    key = {"9": "keypad.stop", "0": "keypad.person"}[digit]
    words = phone.desk.policy.catalog.phrases[phone.borrower.person.language, key]
    phone.dialogue.intents = phone.dialogue.intents | {words: intent}
    line.send("dtmf", digit=digit)
    assert line.speech()
    line.spoken()
    end = line.frame()
    assert end["type"] == "end"
    assert json.loads(end["handoffData"]) == {"call": phone.call_id, "reason": reason}
    line.drop()


def test_a_birth_date_and_digits_on_the_keypad_prove_who_it_is(phone, line) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {
        "03091975": "verify_identity",
        "4421": "verify_identity",
    }
    line.says("what do I owe")
    for number in ("03091975", "4421"):
        for digit in number:
            line.send("dtmf", digit=digit)
        line.send("dtmf", digit="#")
        said = line.speech()
    assert "owed" in said
    line.drop()


def test_a_card_number_on_the_keypad_is_kept_nowhere(phone, line) -> None:
    for digit in "4111111111111111#":
        line.send("dtmf", digit=digit)
    line.speech()
    line.drop()
    assert "4111" not in str(transcript(phone))


def test_frames_that_nobody_can_read_do_not_end_the_line(phone, line, board) -> None:
    for raw in ("nonsense", "", "[]", '{"type": "wobble"}', '{"type": "prompt"}'):
        line.send_raw(raw)
    assert "date of birth" in line.says("what do I owe")
    assert board.latencies.summary()["counts"]["frames_unreadable"] == 5
    line.drop()


def test_another_language_is_spoken_and_heard_from_the_answer_on(phone, line) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {"说中文可以吗": "language_switch"}
    line.says("说中文可以吗")
    assert {"type": "language", "ttsLanguage": "cmn-CN", "transcriptionLanguage": "cmn-CN"} in line.others
    line.drop()


def test_a_caller_whom_nobody_knows_is_asked_who_they_are(phone, web) -> None:
    line = RelayLine(web)
    line.setup(phone.calls_us(caller="+12125550177"))
    assert "reference" in line.speech()
    assert line.says("hello")
    line.drop()


def test_nothing_is_spoken_where_a_person_holds_the_conversation(phone, line) -> None:
    line.says("what do I owe")
    with phone.store.write() as tx:
        conversations.set_takeover(tx, ConversationId(f"conversation-{phone.call_id}"), "user-1")
    assert line.says("what do I owe") == ""
    line.drop()


def test_waits_are_measured(phone, line, board) -> None:
    line.says("what do I owe")
    assert board.latencies.summary()["relay"]["count"] == 1
    line.drop()
    assert board.lines == {}
