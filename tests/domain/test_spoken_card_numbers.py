"""A card number that is said, in words or in pieces, is hidden; what only sounds like one is left."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.card_numbers import (
    HIDDEN,
    completes_card,
    digits_alone,
    had_card_number,
    without_card_numbers,
    without_digits,
)

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
HAN = "零一二三四五六七八九"
VISA = "4111111111111111"

SPOKEN = (
    " ".join(WORDS[int(digit)] for digit in VISA),
    "four one one one, one one one one, one one one one, one one one one",
    "four triple one quadruple one quadruple one quadruple one",
    "forty-one eleven eleven eleven eleven eleven eleven eleven",
    "4111 one one one one 1111 1111",
    "四一一一一一一一一一一一一一一一",
    "四幺幺幺，幺幺幺幺，幺幺幺幺，幺幺幺幺",
    "five five five five, five five five five, five five five five, four four four four",
)
OTHERS = (
    "I can do three hundred fifty on the fifteenth",
    "my number is two one two five five five oh one two three",
    "one two three four five six seven eight nine one two three four",  # does not check
    "four one one one one one one one and then I stopped one one one one one one one one",
    "一九七五年三月九日 四四二一",
    "no one, not even one of the two",
)


@pytest.mark.parametrize("said", SPOKEN)
def test_a_number_in_words_is_hidden_and_its_length_kept(said) -> None:
    text = f"my card is {said} thank you"
    hidden = without_card_numbers(text)
    assert len(hidden) == len(text)
    assert had_card_number(hidden)
    assert digits_alone(hidden) is None
    assert hidden.startswith("my card is •")
    assert hidden.endswith(" thank you")


@pytest.mark.parametrize("said", OTHERS)
def test_what_only_sounds_like_one_is_left(said) -> None:
    assert without_card_numbers(said) == said


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("4111", "4111"),
        ("four one one one,", "4111"),
        ("double five oh", "550"),
        ("四一一一", "4111"),
        ("4111 1111", "41111111"),
        ("it is 4111", None),
        ("4111 please", None),
        ("", None),
        ("•• ••", None),
    ],
)
def test_digits_alone_are_told_from_whatever_says_more(text, digits) -> None:
    assert digits_alone(text) == digits


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["4111", "1111", "1111", "1111"], True),
        (["41111111", "11111111"], True),
        (["1", "4111", "1111", "1111", "1111"], True),
        (["3782", "822463", "10005"], True),
        (["4111", "1111", "1111", "1112"], False),
        (["4111", "1111", "1111"], False),
        (["4111111111111111"], False),  # that is hidden by itself
        (["0312", "1975", "4421"], False),
        (["41111111111111111111", "1111"], False),
    ],
)
def test_pieces_are_a_number_when_together_they_check(pieces, whole) -> None:
    assert completes_card(pieces) is whole


@given(st.text(max_size=80))
def test_hiding_changes_no_length_and_leaves_no_digit(text: str) -> None:
    hidden = without_digits(text)
    assert len(hidden) == len(text)
    assert digits_alone(hidden) is None
    assert len(without_card_numbers(text)) == len(text)


@given(st.lists(st.sampled_from([*WORDS, "and", "350", "on", "the"]), max_size=11))
def test_fewer_digits_than_a_card_has_are_never_hidden(words: list[str]) -> None:
    text = " ".join(word for word in words if word != "350")
    assert HIDDEN not in without_card_numbers(text)


@pytest.mark.parametrize("piece", ["四一", "1 ", "four one ", "4111 ", "1"])
def test_however_many_digits_are_said_they_are_looked_through_at_once(piece: str) -> None:
    text = (piece * 1600)[:1600]
    began = time.process_time()
    without_card_numbers(text)
    assert time.process_time() - began < 3
