"""Our words as sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.spoken_sentences import sentences

WORDS = st.text(st.sampled_from("Hello, 您好。.!?\n $3é（）pm"), max_size=60)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", ()),
        ("Hello", ("Hello",)),
        ("Hello. Goodbye.", ("Hello. ", "Goodbye.")),
        ("We meet at 5 p.m. today. Right?", ("We meet at 5 p.m. today. ", "Right?")),
        ("It is $3.50 a day! (Yes.) Fine", ("It is $3.50 a day! ", "(Yes.) ", "Fine")),
        ("您好。我是助理！可以吗？好", ("您好。", "我是助理！", "可以吗？", "好")),
        ("one\ntwo", ("one\n", "two")),
    ],
)
def test_a_text_is_cut_after_each_sentence(text, cut) -> None:
    assert sentences(text) == cut


@given(WORDS)
def test_sentences_joined_are_the_text_again(text) -> None:
    assert "".join(sentences(text)) == text
