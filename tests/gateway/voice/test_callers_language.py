"""On the line of a caller whom nobody knows: what is said in passing, and when hearing is switched."""

from __future__ import annotations

import pytest

from arrears.domain.call_scripts import Identify
from arrears.domain.language.script.fold import has_han
from gateway.voice.gather import listening
from tests.builders.phone import Phone
from tests.builders.relay import RelayLine
from tests.builders.web import Web

UNKNOWN = "+12125550177"


def asked_who(phone: Phone) -> Identify:
    script = phone.calls_us(caller=UNKNOWN)
    assert isinstance(script, Identify)
    return script


@pytest.fixture
def line(phone: Phone, web: Web) -> RelayLine:
    line = RelayLine(web)
    line.setup(asked_who(phone))
    return line


def frames_of(line: RelayLine) -> list[dict]:
    """Everything that is sent up to the last token."""
    frames = [line.frame()]
    while not frames[-1].get("last"):
        frames.append(line.frame())
    return frames


def test_the_invitation_is_spoken_in_its_language_and_english_is_heard_on(line) -> None:
    frames = frames_of(line)
    assert {frame["type"] for frame in frames} == {"text"}
    spoken = [(frame["lang"], has_han(frame["token"])) for frame in frames]
    assert spoken[0] == ("en-US", False)
    assert spoken[-1] == ("cmn-CN", True)
    line.spoken()
    line.send("prompt", voicePrompt="HP-2026000123", lang="en-US", last=True)
    assert {frame.get("lang") for frame in frames_of(line)} == {"en-US"}
    line.drop()


@pytest.mark.parametrize("how", ["words", "key"])
def test_mandarin_words_or_the_key_switch_what_is_spoken_and_heard(line, how) -> None:
    frames_of(line)
    line.spoken()
    if how == "words":
        line.send("prompt", voicePrompt="您好", lang="en-US", last=True)
    else:
        line.send("dtmf", digit="2")
    switch, first, *_, last = frames_of(line)
    assert switch == {"type": "language", "ttsLanguage": "cmn-CN", "transcriptionLanguage": "cmn-CN"}
    assert first["lang"] == "cmn-CN"
    assert (last["lang"], "press one" in last["token"]) == ("en-US", True)
    line.drop()


def test_the_star_says_the_invitation_again_too(line) -> None:
    first = frames_of(line)
    line.spoken()
    line.send("dtmf", digit="*")
    assert frames_of(line) == first
    line.drop()


def test_an_invitation_that_a_noise_cut_off_is_said_on_in_its_own_language(line) -> None:
    opening = frames_of(line)
    until = "".join(frame["token"] for frame in opening if frame["lang"] == "en-US")
    line.send("interrupt", utteranceUntilInterrupt=until, durationUntilInterruptMs=4000)
    assert [frame["lang"] for frame in frames_of(line)] == ["cmn-CN"]
    line.drop()


def test_without_the_relay_both_are_said_and_one_is_heard(phone: Phone) -> None:
    twiml = listening(phone.app, asked_who(phone))
    assert twiml.count("<Say") == 2
    assert '<Say language="zh-CN"' in twiml
    assert 'speechTimeout="auto"' in twiml
    assert twiml.index("reference number") < twiml.index("按二")
