from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.voice.speech import Pace, Utterance

PACE = Pace(10, 5)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 0), ("Hello there", 1.1), ("您好", 0.4), ("请按1。", 0.7)]
)
def test_words_take_the_time_of_their_letters(text: str, seconds: float) -> None:
    assert PACE.seconds(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "seconds", "heard"),
    [
        ("Hello there friend", 0.0, ""),
        ("Hello there friend", 0.49, ""),
        ("Hello there friend", 0.5, "Hello"),
        ("Hello there friend", 0.9, "Hello "),
        ("Hello there friend", 1.1, "Hello there"),
        ("Hello there friend", 1.8, "Hello there friend"),
        ("您好，请问", 0.39, "您"),
        ("您好，请问", 0.4, "您好"),
    ],
)
def test_only_whole_words_are_heard(text: str, seconds: float, heard: str) -> None:
    assert PACE.heard(text, seconds) == heard


@given(st.text(max_size=60), st.floats(0, 20), st.floats(0, 20))
def test_what_is_heard_is_a_beginning_and_grows(text: str, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert text.startswith(PACE.heard(text, more))
    assert PACE.heard(text, more).startswith(PACE.heard(text, less))
    assert PACE.heard(text, PACE.seconds(text)) == text


def test_words_that_come_while_others_are_said_follow_them() -> None:
    clock = Clock()
    utterance = Utterance(clock, PACE)
    utterance.add("Good day. ")
    clock.pass_by(0.5)
    utterance.add("How are you?")
    assert utterance.remaining_s == pytest.approx(1.7)
    assert utterance.heard == "Good "
    assert utterance.seconds_to(12) == pytest.approx(0.7)
    clock.pass_by(0.8)
    assert utterance.heard == "Good day. How"
    clock.pass_by(5)
    assert (utterance.heard, utterance.remaining_s) == ("Good day. How are you?", 0)
    utterance.add(" Well?")
    assert utterance.heard == "Good day. How are you?"
    assert utterance.remaining_s == pytest.approx(0.6)
