"""What of our words was heard: always a prefix of what was sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import OutreachId
from gateway.voice.speaking import (
    FASTEST,
    SLOWEST,
    Piece,
    heard_of,
    heard_pieces,
    shares,
    sure_characters,
    unheard,
)

HELLO = "Hello, Maria. You owe three hundred fifty dollars. Can you pay?"
CHINESE = "您好，我是助理。您欠三百五十元。能还吗？"
WORDS = st.text(st.sampled_from("Hello, 您好。.!?\n $3é（）pm"), max_size=60)


@pytest.mark.parametrize(
    ("sent", "until", "heard"),
    [
        (HELLO, "", ""),
        (HELLO, "Hello, Maria. You owe", "Hello, Maria. You owe"),
        (HELLO, "hello maria you  OWE", "Hello, Maria. You owe"),
        (HELLO, "Hello, Maria.", "Hello, Maria."),
        (HELLO, "Hello, Maria", "Hello, Maria."),
        (HELLO, HELLO, HELLO),
        (HELLO, HELLO.removesuffix("?"), HELLO),
        # Twilio names the words since its last pause only, or words from before ours.
        (HELLO, "You owe three", "Hello, Maria. You owe three"),
        (HELLO, "One moment, please. Hello, Ma", "Hello, Ma"),
        # Other words than ours count as far as they agree.
        (HELLO, "Hello, Mario", "Hello, Mari"),
        (HELLO, "Quite something else", ""),
        (CHINESE, "您好 我是助理", "您好，我是助理。"),
        (CHINESE, "您好，我是助理。您欠三百", "您好，我是助理。您欠三百"),
        ("Ｆull width １２", "full width 1", "Ｆull width １"),
        ("Café José", "cafe\u0301 jo", "Café Jo"),
    ],
)
def test_what_was_heard_is_found_in_what_was_sent(sent, until, heard) -> None:
    assert heard_of(sent, until) == heard


@given(WORDS, WORDS)
def test_what_was_heard_is_a_prefix_of_what_was_sent(sent, until) -> None:
    assert sent.startswith(heard_of(sent, until))


@given(WORDS, st.integers(0, 60))
def test_no_letter_of_a_prefix_that_was_spoken_is_taken_as_unheard(sent, length) -> None:
    heard = heard_of(sent, sent[:length])
    assert len([c for c in heard if c.isalnum()]) >= len([c for c in sent[:length] if c.isalnum()])
    assert heard_of(sent, sent) in (sent, "")


FIRST = Piece("One moment.")
SECOND = Piece(HELLO, OutreachId("outreach-1"))


def test_an_interruption_is_shared_out_over_what_was_said_together() -> None:
    filler, reply = shares((FIRST, SECOND), "One moment. Hello, Maria. You")
    assert (filler.text, reply.text) == ("One moment.", "Hello, Maria. You")
    filler, reply = shares((FIRST, SECOND), "One")
    assert (filler.text, reply.text) == ("One", "")


def test_what_is_left_begins_with_the_sentence_that_was_cut_off() -> None:
    heard = shares((FIRST, SECOND), "One moment. Hello, Maria. You owe")
    (left,) = unheard((FIRST, SECOND), heard)
    assert left.spoken == "You owe three hundred fifty dollars. Can you pay?"
    assert left.text == HELLO


def test_words_that_go_on_are_heard_from_where_they_went_on() -> None:
    left = Piece(HELLO, start=len("Hello, Maria. "))
    (part,) = shares((left,), "You owe three")
    assert part.text == "Hello, Maria. You owe three"
    (part,) = shares((left,), "")
    assert part.text == "Hello, Maria. "


@given(st.lists(st.builds(Piece, WORDS), max_size=4), WORDS, st.integers(0, 200))
def test_every_share_is_a_prefix_and_what_is_left_makes_it_whole(pieces, until, characters) -> None:
    for heard in (shares(pieces, until), heard_pieces(pieces, characters)):
        assert all(whole.text.startswith(part.text) for whole, part in zip(pieces, heard, strict=True))
        left = unheard(pieces, heard)
        unsaid = sum(len(piece.spoken.strip()) for piece in left)
        assert unsaid >= sum(len(w.text[len(p.text) :].strip()) for w, p in zip(pieces, heard, strict=True))


def test_the_slowest_voice_is_slower_than_the_fastest() -> None:
    for text in (HELLO, CHINESE):
        assert FASTEST.seconds(text) < len(text) / (14 if text is HELLO else 5) < SLOWEST.seconds(text)


@pytest.mark.parametrize(("seconds", "sure"), [(0, 0), (1.9, 14), (1.6, 0), (60, len(HELLO))])
def test_only_sentences_that_the_slowest_voice_has_finished_are_surely_heard(seconds, sure) -> None:
    assert sure_characters((SECOND,), seconds) == sure
