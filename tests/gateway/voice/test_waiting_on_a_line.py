"""What a caller hears while they wait, ask again or say too much, on a line with threads that really run."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from gateway.voice.patience import Manners
from tests.builders.phone import Phone
from tests.gateway.voice.conftest import MANNERS
from tests.gateway.voice.test_session import Slow, opened, transcript, until

TWILIO_WAITS_S = 15.0
"""Twilio ends a request for TwiML after that long (its documentation of webhook timeouts)."""


@pytest.fixture
def hurried(phone: Phone) -> Phone:
    """A phone whose callers are told after 700 ms that we are at it, as the product does."""
    phone.manners = replace(MANNERS, filler_s=Manners().filler_s)
    return phone


@pytest.fixture
def slow(hurried: Phone) -> Slow:
    return Slow(hurried)


def test_who_waits_for_an_answer_hears_that_we_are_at_it_and_then_the_answer(slow, phone, web) -> None:
    line = opened(phone, web)
    line.send("interrupt", utteranceUntilInterrupt="Hello", durationUntilInterruptMs=300)
    line.send("prompt", voicePrompt="what do I owe", last=True)
    line.run(until(slow.asked.is_set))
    filler = line.frame(timeout=5.0)  # no last token: the answer follows in the same breath
    slow.go.set()
    answer = line.speech()
    line.drop()
    assert "moment" in filler["token"]
    assert not filler["last"]
    assert "date of birth" in answer
    assert not any("moment" in text for _, text in transcript(phone))


def test_a_card_number_that_is_spoken_is_refused_and_kept_nowhere(phone, web, caplog) -> None:
    line = opened(phone, web)
    with caplog.at_level(logging.DEBUG):
        said = line.says("my card is 4111 1111 1111 1111, take it from there")
        line.drop()
    assert "card" in said
    for kept in (said, str(transcript(phone)), caplog.text):
        assert "4111" not in kept
        assert "1111" not in kept


def test_who_asks_what_hears_the_same_words_again(phone, web) -> None:
    line = opened(phone, web)
    line.says("what do I owe")
    owed = line.says("03/09/1975 4421")
    assert line.says("sorry, what?").endswith(owed)
    line.drop()


def test_an_answer_is_given_up_before_twilio_gives_up_the_request() -> None:
    assert Manners().request_s < TWILIO_WAITS_S
