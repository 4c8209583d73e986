"""What is sent of our words, ahead of the voice by so much and no more."""

from __future__ import annotations

import pytest

from arrears.domain.ids import OutreachId
from arrears.domain.people import Language
from gateway.voice.playing import CROSSING_S, HEED_S, OVERTIME_S, Playing
from gateway.voice.speaking import FASTEST, SLOWEST, Piece

TEN = "".join(f"This is sentence number {letter * 2}. " for letter in "ABCDEFGHIJ")
ONE_S = FASTEST.seconds("This is sentence number AA. ")
REPLY = Piece(TEN, OutreachId("outreach-1"))


def playing(piece: Piece = REPLY, now: float = 0.0) -> Playing:
    found = Playing(lead_s=3.0)
    found.say(piece, Language.EN, now)
    return found


def test_sentences_are_sent_ahead_of_the_voice_and_no_further() -> None:
    voice = playing()
    first = voice.take(0.0)
    assert [sentence.text for sentence in first] == [
        "This is sentence number AA. ",
        "This is sentence number BB. ",
        "This is sentence number CC. ",
    ]
    assert not any(sentence.last for sentence in first)
    assert voice.due() == 3 * ONE_S - 3.0
    assert voice.take(voice.due() - 0.01) == ()
    assert len(voice.take(voice.due() + 0.01)) == 1


def test_the_last_sentence_ends_what_we_say() -> None:
    voice, sent, now = playing(), [], 0.0
    while (due := voice.due()) is not None:
        now = max(now, due) + 0.01
        sent += voice.take(now)
    assert "".join(sentence.text for sentence in sent) == TEN
    assert [sentence.last for sentence in sent] == [False] * 9 + [True]


def test_we_surely_speak_by_the_fastest_voice_and_have_surely_finished_by_the_slowest() -> None:
    voice = playing(Piece("Hello there."))
    voice.take(0.0)
    fast, slow = FASTEST.seconds("Hello there."), SLOWEST.seconds("Hello there.")
    assert voice.is_speaking(fast - 0.01)
    assert not voice.is_speaking(fast)
    assert not voice.is_quiet(slow - 0.01)
    assert voice.is_quiet(slow)
    assert voice.quiet_at() == slow


def test_an_interruption_drops_what_was_not_sent_and_keeps_it_as_left() -> None:
    voice = playing()
    voice.take(0.0)
    (heard,) = voice.interrupted("This is sentence number AA. This is", 1.0)
    assert heard.text == "This is sentence number AA. This is"
    assert voice.is_quiet(1.0)
    assert voice.take(1.0) == ()
    assert voice.sentences_left() == 9
    voice.go_on(2.0)
    assert voice.take(2.0)[0].text == "This is sentence number BB. "
    assert voice.left == ()


def test_a_line_that_has_gone_leaves_only_what_was_surely_heard() -> None:
    voice = playing()
    voice.take(0.0)
    voice.sounds(0.0)
    (heard,) = voice.cut_off(SLOWEST.seconds("This is sentence number AA. ") + 0.1)
    assert heard.text == "This is sentence number AA. "
    voice = playing(Piece("Hello."))
    voice.take(0.0)
    voice.sounds(0.1)
    (heard,) = voice.cut_off(60.0)
    assert heard.text == "Hello."


def test_words_that_twilio_does_not_speak_of_were_not_heard_however_long_ago_they_were_sent() -> None:
    """The network may have broken: they are on their way, and so is what was sent after them."""
    voice = playing(Piece("Hello."))
    voice.take(0.0)
    assert voice.whole(60.0) == ()
    voice.say(Piece("Are you there?"), Language.EN, 60.0)
    voice.take(60.0)
    assert [piece.text for piece in voice.cut_off(120.0)] == ["", ""]


def test_what_was_heard_is_reckoned_from_when_twilio_says_that_it_sounds() -> None:
    voice = playing()
    voice.take(0.0)
    voice.sounds(5.0)
    (heard,) = voice.cut_off(5.0 + SLOWEST.seconds("This is sentence number AA. ") + 0.1)
    assert heard.text == "This is sentence number AA. "


def test_what_follows_silence_is_said_anew_and_what_follows_speech_together_with_it() -> None:
    voice = playing(Piece("One moment."))
    voice.take(0.0)
    voice.say(Piece("Two."), Language.EN, 0.1)
    assert [piece.text for piece in voice.pieces] == ["One moment.", "Two."]
    voice.take(0.1)
    voice.sounds(0.2)
    voice.say(Piece("Three."), Language.EN, 60.0)
    assert [piece.text for piece in voice.pieces] == ["Three."]


def test_twilios_word_that_our_voice_has_fallen_silent_counts_unless_it_crossed_our_words() -> None:
    voice = playing(Piece("Hello there, this is long enough."))
    voice.take(0.0)
    voice.fell_silent(CROSSING_S - 0.01)
    assert not voice.is_quiet(CROSSING_S)
    voice.fell_silent(CROSSING_S + 0.01)
    assert voice.is_quiet(CROSSING_S + 0.01)
    voice = playing(Piece("Hello there, this is long enough."))
    voice.take(0.0)
    voice.sounds(0.05)
    voice.fell_silent(0.1)
    assert voice.is_quiet(0.1)


def test_after_a_silence_that_was_none_our_voice_sounds_again() -> None:
    voice = playing(Piece("Hello there, this is long enough."))
    voice.take(0.0)
    voice.fell_silent(CROSSING_S + 0.01)
    voice.sounds(0.4)
    assert not voice.is_quiet(0.5)


def test_a_voice_that_still_sounds_is_believed_over_the_estimate_also_when_more_was_sent_since() -> None:
    voice = playing()
    voice.take(0.0)
    voice.sounds(0.1)
    while (due := voice.due()) is not None:
        voice.take(due + 0.01)
    slowest = SLOWEST.seconds(TEN)
    assert not voice.is_quiet(slowest + OVERTIME_S - 0.1)
    assert voice.is_quiet(voice.quiet_at())
    voice.fell_silent(slowest + 5)
    assert voice.is_quiet(slowest + 5)


def test_a_silence_that_was_not_told_of_one_reply_is_not_waited_for_after_the_next() -> None:
    voice = playing(Piece("Hello there."))
    voice.take(0.0)
    voice.sounds(0.1)
    voice.say(Piece("Goodbye."), Language.EN, 60.0)
    voice.take(60.0)
    assert voice.is_quiet(60.0 + SLOWEST.seconds("Goodbye."))


def run_dry() -> Playing:
    voice = playing()
    voice.take(0.0)
    voice.sounds(0.1)
    voice.fell_silent(0.2)
    return voice


def test_a_voice_that_runs_dry_is_given_more_as_soon_as_it_is_clear_that_nobody_interrupts() -> None:
    voice = run_dry()
    assert voice.due() == pytest.approx(0.2 + HEED_S)
    assert voice.take(0.2 + HEED_S - 0.01) == ()
    assert len(voice.take(voice.due())) == 3


def test_a_voice_that_fell_silent_because_it_was_interrupted_says_nothing_more() -> None:
    voice = run_dry()
    voice.interrupted("This is", 0.21)
    assert voice.take(0.2 + HEED_S) == ()
    voice.say(Piece("The answer."), Language.EN, 0.22)
    assert len(voice.take(0.22)) == 1
