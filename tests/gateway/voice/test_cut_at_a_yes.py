"""A line is cut around the yes to a plan: what reached us stands and is said, what did not is asked again."""

from __future__ import annotations

import pytest

from gateway.voice.gather import listening
from tests.builders.line import every_plan, waits
from tests.builders.phone import Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.voice.test_session import PROPOSAL, Slow, opened, until

READ_BACK, RECORDED, CUT_OFF = "Shall I record this?", "It is recorded.", "cut off"


@pytest.fixture
def slow(phone: Phone) -> Slow:
    """An engine that answers at once until it is held."""
    slow = Slow(phone)
    slow.go.set()
    return slow


@pytest.fixture
def line(slow: Slow, phone: Phone, web: Web) -> RelayLine:
    """A line on which a plan was just read back, and heard to its end."""
    line = opened(phone, web)
    for text in ("what do I owe", "03/09/1975 4421", PROPOSAL):
        said = line.says(text)
        line.spoken()
    assert said.endswith(READ_BACK)
    return line


def connected_again(phone: Phone, web: Web) -> RelayLine:
    waits(phone, seconds=2)
    line = RelayLine(web, sid="VX2")
    line.setup(conversing(phone.resumes()))
    assert CUT_OFF in line.speech()
    return line


def test_a_yes_that_reached_us_stands_however_late_it_is_read(slow, phone, web, line) -> None:
    slow.go.clear()
    slow.asked.clear()
    line.send("prompt", voicePrompt="yes", last=True)
    line.run(until(slow.asked.is_set))
    line.goes()
    again = connected_again(phone, web)
    slow.go.set()
    said = again.speech()
    assert RECORDED in said
    assert READ_BACK not in said
    again.drop()
    line.finish()
    assert len(every_plan(phone)) == 1


def test_a_yes_whose_answer_nobody_heard_is_answered_on_the_next_line(phone, web, line) -> None:
    line.send("prompt", voicePrompt="yes", last=True)
    assert RECORDED in line.speech()
    line.drop()
    again = connected_again(phone, web)
    assert RECORDED in again.speech()
    again.drop()


def test_a_plan_whose_record_was_heard_to_its_end_is_not_told_again(phone, web, line) -> None:
    line.says("yes")
    line.spoken()
    line.drop()
    again = connected_again(phone, web)
    again.spoken()
    assert RECORDED not in again.says("are you a robot")
    again.drop()
    assert len(every_plan(phone)) == 1


def test_a_yes_that_did_not_reach_us_is_asked_for_again(phone, web, line) -> None:
    line.drop()
    again = connected_again(phone, web)
    assert again.speech().endswith(READ_BACK)
    again.spoken()
    assert every_plan(phone) == ()
    waits(phone, seconds=10)
    assert RECORDED in again.says("yes")
    again.drop()
    assert len(every_plan(phone)) == 1


def test_without_the_relay_what_awaits_a_yes_is_asked_again_whole(phone, line) -> None:
    line.drop()
    waits(phone, seconds=2)
    twiml = listening(phone.app, conversing(phone.resumes()))
    assert CUT_OFF in twiml
    assert READ_BACK in twiml
    assert "Let me read that back" in twiml


def test_what_was_heard_to_its_end_and_asks_for_nothing_binding_is_not_said_again(phone, web, slow) -> None:
    line = opened(phone, web)
    line.says("what do I owe")
    line.spoken()
    line.drop()
    again = connected_again(phone, web)
    again.spoken()
    waits(phone, seconds=5)
    assert "date of birth" not in again.says("03/09/1975 4421")
    again.drop()
