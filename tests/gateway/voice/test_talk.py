"""What is said on a line and when, on both sides of each instant; the threads are played by the test."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arrears.domain.call_scripts import Ends
from arrears.domain.people import Language
from gateway.voice.patience import Manners
from gateway.voice.playing import CROSSING_S, OVERTIME_S
from gateway.voice.speaking import SLOWEST
from tests.builders.talk import (
    GREETING,
    MANNERS,
    ONE_MOMENT,
    OPENING,
    REPLY,
    STILL_THERE,
    Phone,
    kinds,
    words,
)


@pytest.fixture
def phone() -> Phone:
    return Phone()


def test_a_reply_is_spoken_sentence_by_sentence(phone: Phone) -> None:
    phone.prompt("what do I owe")
    sent = phone.answered("You owe a lot. Can you pay?")
    assert [(f["token"], f["last"]) for f in sent] == [("You owe a lot. ", False), ("Can you pay?", True)]
    assert {f["lang"] for f in sent} == {"en-US"}


@pytest.mark.parametrize(("waited", "said"), [(MANNERS.filler_s - 0.01, ""), (MANNERS.filler_s, ONE_MOMENT)])
def test_an_answer_that_takes_over_700_ms_is_announced(phone: Phone, waited, said) -> None:
    phone.prompt("what do I owe")
    assert words(phone.wait(waited)) == said


def test_it_is_announced_once_however_long_it_takes_and_again_for_the_next(phone: Phone) -> None:
    phone.prompt("what do I owe")
    assert words(phone.wait(20)) == ONE_MOMENT
    phone.answered("A lot.")
    phone.wait(2)
    phone.prompt("how much")
    assert words(phone.wait(20)) == ONE_MOMENT


def test_nothing_is_announced_while_the_caller_goes_on_speaking(phone: Phone) -> None:
    phone.prompt("what do")
    phone.wait(0.5)
    phone.prompt("I", last=False)
    assert phone.wait(MANNERS.filler_s - 0.01) == []
    assert words(phone.wait(0.01)) == ONE_MOMENT


def silences(phone: Phone) -> list[tuple[float, str]]:
    """What is said into the silence, and how long after we or the caller were last heard."""
    found, since = [], phone.now
    while not phone.talk.over and phone.now < since + 300:
        phone.now = max(phone.now, phone.talk.due(phone.now))
        if said := words(phone.tick()):
            found.append((round(phone.now - since, 2), said))
            phone.wait_for_silence()
            since = phone.now
    return found


def test_silence_is_asked_into_twice_and_then_ends_the_call(phone: Phone) -> None:
    asked = silences(phone)
    assert [seconds for seconds, _ in asked] == [MANNERS.silence_s] * 3
    assert [said for _, said in asked[:2]] == [STILL_THERE] * 2
    assert "Goodbye" in asked[2][1]


def test_the_end_into_silence_tells_the_call_and_the_reason_and_nobody() -> None:
    phone = Phone()
    silent = phone.wait(300)
    assert kinds(silent)[-1] == "end"
    assert json.loads(silent[-1]["handoffData"]) == {"call": "call-CA1", "reason": "silence"}


@pytest.mark.parametrize(
    "sound", [("prompt", {"voicePrompt": "hm", "last": False}), ("dtmf", {"digit": "A"}), ("interrupt", {})]
)
def test_a_sound_of_the_caller_restarts_the_clock(phone: Phone, sound) -> None:
    phone.wait(MANNERS.silence_s - 0.5)
    phone.frame(sound[0], **sound[1])
    assert phone.wait(MANNERS.silence_s - 0.01) == []
    assert words(phone.wait(0.02)) == STILL_THERE


@pytest.mark.parametrize(("text", "heard"), [("yes", []), ("yes I'm here", []), ("pay", ["pay"])])
def test_a_yes_to_whether_they_are_there_is_to_nothing_else_and_has_our_words_again(
    phone: Phone, text, heard
) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Shall I record this?")
    phone.wait_for_silence()
    assert words(phone.wait(MANNERS.silence_s)) == STILL_THERE
    phone.wait(1)
    said = words(phone.prompt(text))
    assert phone.texts() == ["what do I owe", *heard]
    assert said == ("" if heard else "You owe a lot. Shall I record this?")
    phone.prompt("yes")
    assert phone.texts() == ["what do I owe", *heard, "yes"]


def test_who_asks_for_a_moment_is_not_nagged(phone: Phone) -> None:
    phone.prompt("one moment please")
    phone.answered("Of course.")
    phone.wait_for_silence()
    assert phone.wait(MANNERS.hold_s - 0.01) == []
    assert words(phone.wait(0.02)) == STILL_THERE


def test_no_clock_of_silence_runs_while_we_think_or_speak(phone: Phone) -> None:
    long = "This is a long sentence about nothing at all. " * 20
    phone.prompt("what do I owe")
    phone.wait(30)
    sent = phone.answered(long) + phone.wait(SLOWEST.seconds(long))
    assert words(sent) == long


def test_an_interruption_is_noted_as_heard_and_the_rest_is_dropped() -> None:
    short = Phone(Manners(lead_s=0.1), spoken=False)
    short.wait(SLOWEST.seconds(OPENING))
    short.prompt("what do I owe")
    sent = short.answered("You owe a lot. You owe a lot more. Can you pay?")
    assert words(sent) == "You owe a lot. "
    short.frame("interrupt", utteranceUntilInterrupt="You owe", durationUntilInterruptMs=300)
    assert short.threads.marked == [(REPLY, "You owe")]
    assert short.prompt("I paid already") == []
    assert short.texts() == ["what do I owe", "I paid already"]
    assert short.threads.marked == [(REPLY, "You owe")]
    assert words(short.wait(MANNERS.filler_s)) == ONE_MOMENT


def test_an_interruption_of_the_opening_is_noted_too() -> None:
    phone = Phone(spoken=False)
    phone.frame("interrupt", utteranceUntilInterrupt="Hello, this is an assistant.")
    assert phone.threads.marked == [(GREETING, "Hello, this is an assistant.")]


def test_an_interruption_after_the_last_word_notes_nothing(phone: Phone) -> None:
    phone.frame("interrupt", utteranceUntilInterrupt=OPENING)
    phone.frame("interrupt", utteranceUntilInterrupt="")
    assert phone.threads.marked == []


@pytest.mark.parametrize(("after", "marked"), [(0.0, [(REPLY, "")]), (CROSSING_S + 0.1, [])])
def test_words_cut_off_before_their_first_sound_were_not_heard(phone: Phone, after, marked) -> None:
    # Twilio tells first that our voice fell silent, then what has cut it.
    phone.wait(1.0)
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Can you pay?")
    phone.frame("info", name="agentSpeaking", value="on")
    phone.frame("info", name="agentSpeaking", value="off")
    phone.now += after
    phone.frame("interrupt", utteranceUntilInterrupt="")
    assert phone.threads.marked == marked


@pytest.mark.parametrize("sound", ["uh-huh", "嗯", "yes", "okay", "好的"])
def test_a_sound_of_listening_while_we_speak_is_no_turn_and_we_go_on(phone: Phone, sound) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. You could pay it in parts. Shall I record it?")
    phone.wait(0.5)
    phone.frame("interrupt", utteranceUntilInterrupt="You owe a lot. You could")
    sent = phone.prompt(sound)
    assert words(sent) == "You could pay it in parts. Shall I record it?"
    assert phone.texts() == ["what do I owe"]
    phone.wait_for_silence()
    assert phone.threads.marked == [
        (REPLY, "You owe a lot. You could"),
        (REPLY, "You owe a lot. You could pay it in parts. Shall I record it?"),
    ]


def test_a_yes_into_our_last_sentence_is_a_turn_and_a_mere_sound_is_not(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Shall I record it?")
    phone.frame("interrupt", utteranceUntilInterrupt="You owe a lot. Shall I")
    assert words(phone.prompt("uh-huh")) == "Shall I record it?"
    phone.frame("interrupt", utteranceUntilInterrupt="Shall I")
    phone.prompt("yes")
    assert phone.texts() == ["what do I owe", "yes"]


@pytest.mark.parametrize("answer", ["uh-huh", "yes", "嗯"])
def test_when_we_are_silent_a_sound_is_an_answer(phone: Phone, answer) -> None:
    phone.prompt(answer)
    assert phone.texts() == [answer]


def test_words_while_we_speak_are_a_turn_also_when_twilio_tells_of_no_interruption(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. You could pay it in parts.")
    phone.prompt("mm-hmm")
    phone.prompt("stop")
    assert phone.texts() == ["what do I owe", "stop"]


def test_what_a_mere_noise_has_cut_off_is_said_after_a_breath(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Can you pay?")
    phone.frame("interrupt", utteranceUntilInterrupt="You owe a")
    assert phone.wait(MANNERS.breath_s - 0.01) == []
    assert words(phone.wait(0.02)) == "You owe a lot. Can you pay?"


def test_what_is_said_while_a_turn_is_in_hand_is_stored_at_once_and_answered_in_order(phone: Phone) -> None:
    phone.prompt("I can pay")
    phone.prompt("three hundred a month")
    assert phone.threads.heard == [("VX1.1", "I can pay"), ("VX1.2", "three hundred a month")]
    sent = phone.answered("How much?", "Let me read that back.")
    assert words(sent) == "How much? Let me read that back."


def test_two_answers_of_the_same_words_are_said_once(phone: Phone) -> None:
    phone.prompt("it is")
    phone.prompt("me")
    assert words(phone.answered("What is your date of birth?", "What is your date of birth?")) == (
        "What is your date of birth?"
    )
    assert phone.threads.marked == [(REPLY, "")]


def test_where_there_is_nothing_to_say_an_empty_word_ends_our_turn(phone: Phone) -> None:
    phone.prompt("hello")
    sent = phone.answered("", outreach_id=None)
    assert [(f["token"], f["last"]) for f in sent] == [("", True)]
    assert words(phone.wait(MANNERS.silence_s)) == STILL_THERE


def test_another_language_is_switched_to_before_its_words_and_kept(phone: Phone) -> None:
    phone.prompt("可以说中文吗")
    sent = phone.answered("可以。请说。", language=Language.ZH)
    assert sent[0] == {"type": "language", "ttsLanguage": "cmn-CN", "transcriptionLanguage": "cmn-CN"}
    assert {f["lang"] for f in sent[1:]} == {"cmn-CN"}
    phone.wait_for_silence()
    phone.prompt("我欠多少")
    assert kinds(phone.wait(MANNERS.filler_s)) == ["text"]
    phone.wait_for_silence()
    assert kinds(phone.answered("Back to English.")) == ["language", "text"]


@pytest.mark.parametrize("ends", [Ends.GOODBYE, Ends.PERSON, Ends.PAY, Ends.CALLBACK])
def test_the_line_is_ended_when_the_last_words_have_been_spoken(phone: Phone, ends) -> None:
    phone.prompt("a person please")
    assert kinds(phone.answered("I will connect you.", ends=ends)) == ["text"]
    assert not phone.talk.over
    sent = phone.wait(SLOWEST.seconds("I will connect you."))
    assert kinds(sent) == ["end"]
    assert json.loads(sent[0]["handoffData"]) == {"call": "call-CA1", "reason": ends}
    assert phone.talk.over


def last_words(phone: Phone) -> float:
    """A voice begins with the last words of a call; how long the slowest one we know takes for them."""
    phone.prompt("a person please")
    phone.answered("I will connect you.", ends=Ends.PERSON)
    phone.frame("info", name="agentSpeaking", value="on")
    return SLOWEST.seconds("I will connect you.")


def test_the_line_is_not_ended_while_twilio_says_that_our_voice_still_sounds(phone: Phone) -> None:
    assert phone.wait(last_words(phone) + OVERTIME_S / 2) == []
    assert kinds(phone.frame("info", name="agentSpeaking", value="off")) == ["end"]


def test_a_voice_that_is_never_said_to_have_fallen_silent_is_waited_for_so_long_and_no_longer() -> None:
    phone = Phone()
    assert phone.wait(last_words(phone) + OVERTIME_S - 0.01) == []
    assert kinds(phone.wait(0.02)) == ["end"]


@pytest.mark.parametrize(("ends", "stays"), [(Ends.GOODBYE, False), (Ends.PERSON, True)])
def test_who_says_something_before_the_end_is_answered_and_a_goodbye_is_taken_back(ends, stays) -> None:
    phone = Phone()
    phone.prompt("that is all")
    phone.answered("Goodbye.", ends=ends)
    phone.frame("interrupt", utteranceUntilInterrupt="Good")
    phone.prompt("wait, one question")
    assert "end" not in kinds(phone.wait(0.5))
    sent = phone.answered("Yes?") + phone.wait(4)
    assert ("end" in kinds(sent)) is stays


def test_a_noise_into_the_last_words_does_not_end_the_line_before_they_are_said(phone: Phone) -> None:
    phone.prompt("bye")
    phone.answered("Thank you. Goodbye.", ends=Ends.GOODBYE)
    phone.frame("interrupt", utteranceUntilInterrupt="Thank you.")
    assert phone.wait(MANNERS.breath_s - 0.01) == []
    assert words(phone.wait(0.02)) == "Goodbye."
    assert kinds(phone.wait(5)) == ["end"]


@pytest.mark.parametrize(
    ("keys", "heard"),
    [("0", ["0"]), ("9", ["9"]), ("1", ["1"]), ("03091975", ["03091975"]), ("4421#", ["4421"]), ("#", [])],
)
def test_keys_are_heard_when_no_more_follow(phone: Phone, keys, heard) -> None:
    phone.press(keys)
    if "#" not in keys:
        assert phone.texts() == []
    phone.wait(MANNERS.digits_s)
    assert phone.texts() == heard


def test_a_star_repeats_our_last_words_and_nothing_is_noted_of_it(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Can you pay?")
    phone.wait_for_silence()
    assert words(phone.press("*")) == "You owe a lot. Can you pay?"
    phone.frame("interrupt", utteranceUntilInterrupt="You owe")
    assert phone.threads.marked == []


def test_words_that_were_cut_off_count_as_heard_once_they_were_repeated(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot.")
    phone.frame("interrupt", utteranceUntilInterrupt="You owe")
    phone.press("*")
    phone.wait_for_silence()
    assert phone.threads.marked == [(REPLY, "You owe"), (REPLY, "You owe a lot.")]


def test_keys_before_words_are_heard_before_them(phone: Phone) -> None:
    phone.press("44")
    phone.prompt("forty four")
    assert phone.texts() == ["44", "forty four"]


@pytest.mark.parametrize("raw", ["", "nonsense", "[]", '{"type": "wobble"}', '{"type": "prompt"}'])
def test_a_frame_that_cannot_be_read_is_counted_logged_by_name_and_changes_nothing(
    phone: Phone, raw, caplog
) -> None:
    for _ in range(20):
        phone.talk.take(raw, phone.now)
    assert phone.latencies.summary()["counts"] == {"frames_unreadable": 20}
    assert {record.message for record in caplog.records} == {"relay_frame_unreadable"}
    assert phone.prompt("hello") == []
    assert phone.texts() == ["hello"]


def test_trouble_of_twilios_is_counted_and_never_quoted(phone: Phone, caplog) -> None:
    phone.frame("error", description="Invalid message received: Maria")
    phone.frame("setup", sessionId="VX1", callSid="CA1")
    assert phone.latencies.summary()["counts"] == {"relay_errors": 1, "setups_repeated": 1}
    assert [record.message for record in caplog.records] == ["relay_error"]


def test_a_line_that_goes_in_the_middle_of_our_words_leaves_what_was_surely_heard(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Can you pay?")
    phone.frame("info", name="agentSpeaking", value="on")
    phone.now += SLOWEST.seconds("You owe a lot. ")
    phone.talk.lost(phone.now)
    assert phone.threads.marked == [(REPLY, "You owe a lot. ")]
    assert phone.talk.over


def test_a_line_that_goes_before_our_words_sound_leaves_nothing_heard(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.answered("You owe a lot. Can you pay?")
    phone.now += 60
    phone.talk.lost(phone.now)
    assert phone.threads.marked == [(REPLY, "")]


def test_keys_count_although_the_line_has_gone(phone: Phone) -> None:
    phone.press("9")
    phone.talk.lost(phone.now)
    assert phone.texts() == ["9"]


def test_the_wait_for_the_first_word_of_an_answer_is_measured_from_the_callers_last(phone: Phone) -> None:
    phone.prompt("what do I owe")
    phone.wait(1.5)
    phone.answered("A lot.")
    assert phone.latencies.summary()["relay"] == pytest.approx(
        {"count": 1, "p50_ms": 1500, "p95_ms": 1500, "p99_ms": 1500, "max_ms": 1500}
    )


REPLIES = ("You owe a lot. Can you pay?", "Thank you.", "好的。再见。", "Let me read that back. Yes?")
SAID = (OPENING, *REPLIES)
ACTIONS = st.one_of(
    st.tuples(st.just("prompt"), st.sampled_from(["yes", "uh-huh", "one moment", "what", "你好", " "])),
    st.tuples(st.just("partial"), st.just("wh")),
    st.tuples(st.just("key"), st.sampled_from("0149*#A")),
    st.tuples(
        st.just("interrupt"), st.sampled_from(["", "You owe", "Hello, this is", "好的", "something else"])
    ),
    st.tuples(st.just("voice"), st.sampled_from(["on", "off"])),
    st.tuples(st.just("answer"), st.tuples(st.sampled_from(REPLIES), st.sampled_from([None, *Ends]))),
    st.tuples(st.just("wait"), st.sampled_from([0.0, 0.1, 1.0, 3.0, 9.0, 70.0])),
    st.tuples(st.just("raw"), st.sampled_from(["", "{", '{"type": "wobble"}'])),
)


def act(phone: Phone, kind: str, value) -> list[dict]:
    match kind:
        case "prompt" | "partial":
            return phone.prompt(value, last=kind == "prompt")
        case "key":
            return phone.press(value)
        case "interrupt":
            return phone.frame("interrupt", utteranceUntilInterrupt=value)
        case "voice":
            return phone.frame("info", name="agentSpeaking", value=value)
        case "answer" if phone.threads.busy:
            return phone.answered(value[0], ends=value[1])
        case "wait":
            return phone.wait(value)
        case "raw":
            phone.talk.take(value, phone.now)
    return []


@given(st.lists(ACTIONS, max_size=30), st.sampled_from([0.1, 6.0, 1000.0]))
@example([("key", "*"), ("wait", 1.0)], 6.0)
@example([("voice", "on"), ("voice", "off"), ("wait", 0.0)], 0.1)
def test_whatever_happens_nothing_breaks_or_spins_and_what_is_noted_was_said(actions, lead_s) -> None:
    phone, sent = Phone(Manners(lead_s=lead_s), spoken=False), []
    for kind, value in actions:
        if phone.talk.over:
            break
        sent += act(phone, kind, value)
    assert all(any(text.startswith(part) for text in SAID) for _, part in phone.threads.marked)
    assert [frame["type"] for frame in sent].count("end") == phone.talk.over
    keys = [key for key, _ in phone.threads.heard]
    assert len(set(keys)) == len(keys)


@given(st.lists(ACTIONS, max_size=20))
def test_whatever_happens_a_call_ends_once_nobody_speaks_any_more(actions) -> None:
    phone = Phone()
    for kind, value in actions:
        if not phone.talk.over:
            act(phone, kind, value)
    if phone.threads.busy:
        phone.answered("Thank you.")
    for _ in range(3):
        phone.wait(MANNERS.hold_s + 60)
        if phone.threads.busy:  # keys that were pressed last
            phone.answered("Thank you.")
    assert phone.talk.over
