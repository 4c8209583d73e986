"""A supervisor who has taken over a call writes in the console, and the caller hears it on the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.compliance.decision import Refused
from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId
from arrears.domain.people import Channel
from arrears.services import take_over
from arrears.services.dispatch_outreach import dispatch
from arrears.store import conversations, outreach
from arrears.store.access import User
from gateway.app import make_app
from tests.builders.console import save_user
from tests.builders.line import waits
from tests.builders.phone import SID, Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.test_webhooks import post
from tests.gateway.voice.conftest import MANNERS
from tests.gateway.voice.test_session import opened, until

COMES, GOES, ONE_MOMENT = "A person from our team", "automated assistant again", "One moment, please."
HELLO, MORE = "Hello, this is Mei. How can I help you today?", "I have noted it. Take all the time you need."


@pytest.fixture(autouse=True)
def soon(phone: Phone) -> None:
    vars(phone)["manners"] = replace(MANNERS, watch_s=0.02)


@pytest.fixture
def mei(phone: Phone) -> User:
    return save_user(phone.store)


def talk_of(phone: Phone) -> ConversationId:
    return ConversationId(f"conversation-{phone.call_id}")


def writes(phone: Phone, mei: User, text: str, key: str = "a-key-of-the-form") -> None:
    """What the console does with the words of a person."""
    row = take_over.reply(phone.desk, talk_of(phone), mei, text, key)
    dispatch(phone.desk, phone.app.messengers, row)


def said_by_person(phone: Phone) -> list[tuple[str, str | None]]:
    """What the transcript has of the person's words, and how much of them was heard."""
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, talk_of(phone))
    return [(turn.text, turn.heard) for turn in turns if turn.speaker is Speaker.SUPERVISOR]


@pytest.fixture
def held(phone: Phone, web: Web, mei: User) -> RelayLine:
    """The line of a call that Mei has taken over; the caller has been told."""
    line = opened(phone, web)
    line.says("what do I owe")
    line.spoken()
    assert take_over.claim(phone.desk, talk_of(phone), mei)
    assert COMES in line.speech()
    line.spoken()
    return line


def test_the_words_of_a_person_are_spoken_on_the_call_and_noted_as_heard(phone, mei, held) -> None:
    sent = len(phone.carrier.sent)
    writes(phone, mei, HELLO)
    assert held.speech() == HELLO
    assert [permit.in_call for permit, _ in phone.carrier.sent[sent:]] == [True]
    held.spoken()
    held.run(until(lambda: said_by_person(phone) == [(HELLO, HELLO)]))
    held.drop()


def test_they_are_spoken_once_and_in_their_order(phone, mei, held) -> None:
    writes(phone, mei, HELLO)
    writes(phone, mei, HELLO)
    writes(phone, mei, MORE, "another-key-of-the-form")
    said = held.speech()
    while not said.endswith(MORE):
        said += held.speech()
    assert said.count("Mei") == 1
    held.spoken()
    held.run(until(lambda: said_by_person(phone) == [(HELLO, HELLO), (MORE, MORE)]))
    assert held._out.empty()
    held.drop()


def test_what_the_caller_says_to_them_is_kept_and_no_machine_answers(phone, mei, held) -> None:
    asked = len(phone.dialogue.asked)
    held.send("prompt", voicePrompt="what do I owe", lang="en-US", last=True)
    assert held.speech() == ""
    writes(phone, mei, HELLO)
    assert held.speech() == HELLO
    assert len(phone.dialogue.asked) == asked
    held.drop()


def test_the_agent_says_that_it_is_back_when_the_person_hands_over(phone, mei, held) -> None:
    writes(phone, mei, HELLO)
    take_over.resolve(phone.desk, talk_of(phone), mei, "done")
    said = held.speech()
    while GOES not in said:
        said += held.speech()
    assert said.startswith(HELLO)
    held.drop()


def test_what_a_cut_line_left_unsaid_of_theirs_is_said_on_the_next(phone, web, mei, held) -> None:
    held.drop()
    writes(phone, mei, HELLO)
    assert said_by_person(phone) == [(HELLO, "")]
    again = RelayLine(web, sid="VX2")
    again.setup(conversing(phone.resumes()))
    said = again.speech()
    while HELLO not in said:
        said += again.speech()
    assert COMES in said
    again.drop()


def test_words_that_no_rule_allows_are_not_spoken(phone, mei, held) -> None:
    writes(phone, mei, "You still owe $1,400.00.")
    writes(phone, mei, HELLO, "another-key-of-the-form")
    assert held.speech() == HELLO
    held.drop()


def test_who_waits_for_a_person_is_not_hung_up_on(phone, mei, board) -> None:
    board.manners = replace(board.manners, writing_s=0.05, silence_s=0.5)
    with Web(make_app(phone.app, board)) as web:
        line = RelayLine(web)
        line.setup(conversing(phone.calls_us()))
        take_over.claim(phone.desk, talk_of(phone), mei)
        said = [line.speech()]
        line.spoken()
        while len(said) < 4:
            said.append(line.speech())
            line.spoken()
        line.drop()
    assert COMES in said[1]
    assert said[2:] == [ONE_MOMENT, ONE_MOMENT]


def test_who_has_hung_up_hears_nothing_and_the_words_are_a_text_for_the_rules_to_judge(
    phone, mei, held
) -> None:
    held.drop()
    phone.reports(None, "completed")
    sent = len(phone.carrier.sent)
    row = take_over.reply(phone.desk, talk_of(phone), mei, HELLO, "a-key-of-the-form")
    decision = dispatch(phone.desk, phone.app.messengers, row)
    assert isinstance(decision, Refused)
    assert [finding.reason for finding in decision.findings] == ["answer_by_other_medium"]
    assert phone.carrier.sent[sent:] == []
    with phone.store.read() as tx:
        assert outreach.load(tx, row).channel is Channel.SMS


def test_what_cannot_be_spoken_is_no_word_of_the_call(phone, mei, held) -> None:
    row = take_over.reply(phone.desk, talk_of(phone), mei, "https://pay.example/a", "a-key-of-the-form")
    with phone.store.read() as tx:
        assert outreach.load(tx, row).channel is Channel.SMS
    held.drop()


def turn(web: Web, phone: Phone, number: int, **said: str) -> str:
    form = [("CallSid", SID), *said.items()]
    return post(web, f"/twilio/voice/gather/{phone.call_id}/{number}/0", form).text


def test_without_the_relay_their_words_are_said_when_the_caller_is_silent(phone, web, mei) -> None:
    conversing(phone.calls_us())
    phone.says_aloud("what do I owe")
    take_over.claim(phone.desk, talk_of(phone), mei)
    waiting = turn(web, phone, 1)
    assert "<Say" not in waiting
    assert 'timeout="3"' in waiting
    writes(phone, mei, HELLO)
    spoken = turn(web, phone, 2)
    assert COMES in spoken
    assert HELLO in spoken
    assert said_by_person(phone) == [(HELLO, HELLO)]
    waits(phone, seconds=5)
    writes(phone, mei, MORE, "another-key-of-the-form")
    more = turn(web, phone, 3, SpeechResult="what do I owe")
    assert MORE in more
    assert COMES not in more


class Claiming:
    """An engine in whose turn the call is taken over."""

    def __init__(self, phone: Phone, mei: User) -> None:
        self.engine, self.phone, self.mei = phone.dialogue, phone, mei

    def answer(self, message):
        take_over.claim(self.phone.desk, talk_of(self.phone), self.mei)
        return self.engine.answer(message)


def test_who_is_taken_over_in_the_middle_of_a_turn_is_not_hung_up_on(phone, mei) -> None:
    conversing(phone.calls_us())
    phone.app = phone.app_with(dialogue=Claiming(phone, mei))
    answer = phone.says_aloud("what do I owe")
    assert (answer.text, answer.ends) == ("", None)
