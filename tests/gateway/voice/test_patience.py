"""How long we wait, on both sides of each instant; what is a sound of listening and what is a turn."""

from __future__ import annotations

import pytest

from gateway.voice.keypad import LONGEST_NUMBER, REPEAT, Keys
from gateway.voice.patience import Manners, Patience, Step, after_words, is_assent, is_backchannel

MANNERS = Manners()
QUIET = 100.0


@pytest.mark.parametrize(
    ("patience", "waited", "step"),
    [
        (Patience(), MANNERS.silence_s - 0.01, None),
        (Patience(), MANNERS.silence_s, Step.ASK),
        (Patience(1), MANNERS.silence_s - 0.01, None),
        (Patience(1), MANNERS.silence_s, Step.ASK),
        (Patience(2), MANNERS.silence_s - 0.01, None),
        (Patience(2), MANNERS.silence_s, Step.LEAVE),
        (Patience(on_hold=True), MANNERS.silence_s, None),
        (Patience(on_hold=True), MANNERS.hold_s - 0.01, None),
        (Patience(on_hold=True), MANNERS.hold_s, Step.ASK),
    ],
)
def test_silence_is_asked_into_twice_and_then_left(patience, waited, step) -> None:
    after, found = patience.step(MANNERS, QUIET, QUIET + waited)
    assert found is step
    wonders = step is Step.ASK
    assert after == (patience if step is None else Patience(patience.asked + 1, wonders=wonders))


def test_the_long_patience_with_who_has_asked_for_a_moment_is_used_once() -> None:
    after, _ = Patience(on_hold=True).step(MANNERS, QUIET, QUIET + MANNERS.hold_s)
    assert after.due(MANNERS, QUIET) == QUIET + MANNERS.silence_s


def test_a_sound_begins_the_asking_anew_and_keeps_the_moment_that_was_asked_for() -> None:
    assert Patience(2, on_hold=True).caller_sounds() == Patience(0, on_hold=True)


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("one moment please", True),
        ("Hold on a second", True),
        ("just a second", True),
        ("hang on", True),
        ("等一下", True),
        ("您稍等", True),
        ("I can pay in one month", False),
        ("hold my payment", False),
        ("yes", False),
        ("等我发工资", False),
    ],
)
def test_who_asks_for_a_moment_gets_it(text, waits) -> None:
    assert after_words(text) == Patience(on_hold=waits)


@pytest.mark.parametrize(
    "text", ["uh-huh", "Uh huh.", "mm-hmm", "mhm", "hmm", "Mm.", "um", "oh", "嗯", "嗯嗯。", "哦，嗯"]
)
def test_a_sound_of_listening_is_one(text) -> None:
    assert is_backchannel(text)
    assert is_assent(text)


@pytest.mark.parametrize(
    "text", ["yes", "Yeah, okay.", "right, uh-huh", "got it", "好的", "对对", "嗯，好的。", "是"]
)
def test_a_yes_may_be_a_sound_of_listening(text) -> None:
    assert is_assent(text)
    assert not is_backchannel(text)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "stop",
        "yes but not now",
        "okay, how much",
        "what",
        "不是",
        "好像不对",
        "别打了",
        "啊？",
        "喂",
        "",
        "1",
    ],
)
def test_anything_else_is_a_turn(text) -> None:
    assert not is_assent(text)


def typed(*keys: tuple[str, float]) -> list[str]:
    """What comes of keys at their instants."""
    now, found = Keys(), []
    for key, at in keys:
        now, before = now.settle(MANNERS, at)
        now, done = now.press(key, at)
        found += [number for number in (before, done) if number is not None]
    _, rest = now.settle(MANNERS, float("inf"))
    return found if rest is None else [*found, rest]


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        ([("0", 0)], ["0"]),
        ([("4", 0), ("2", 2.99), ("1", 5.9)], ["421"]),
        ([("4", 0), ("2", 3.0)], ["4", "2"]),
        ([("4", 0), ("2", 1), ("#", 2), ("1", 2.5)], ["42", "1"]),
        ([("#", 0)], []),
        ([("*", 0)], [REPEAT]),
        ([("4", 0), ("*", 1)], [REPEAT]),
        ([("A", 0), ("4", 1), ("d", 2)], ["4"]),
    ],
)
def test_keys_that_follow_within_three_seconds_are_one_number(keys, numbers) -> None:
    assert typed(*keys) == numbers


def test_a_number_without_end_is_taken_at_forty_keys() -> None:
    assert typed(*[("7", i / 10) for i in range(41)]) == ["7" * LONGEST_NUMBER, "7"]


def test_a_person_who_writes_is_waited_for_three_minutes_with_a_word_now_and_then() -> None:
    patience, said, now = Patience(writes=True), [], 0.0
    while Step.LEAVE not in said:
        assert patience.step(MANNERS, now, now + MANNERS.writing_s - 0.01)[1] is None
        now += MANNERS.writing_s
        patience, step = patience.step(MANNERS, now - MANNERS.writing_s, now)
        said.append(step)
    assert said == [Step.WAIT] * 9 + [Step.LEAVE]
    assert now == 200
