"""The frames of the relay, both ways: what Twilio adds is accepted, what is unreadable is named only."""

from __future__ import annotations

import json
from importlib import import_module

import pytest
from pydantic import ValidationError

from gateway.voice import frames

SETUP = {
    "type": "setup",
    "sessionId": "VX00000000000000000000000000000001",
    "accountSid": "AC00000000000000000000000000000001",
    "parentCallSid": "",
    "callSid": "CA00000000000000000000000000000001",
    "from": "+12125550123",
    "to": "+12125550100",
    "forwardedFrom": "",
    "callType": "PSTN",
    "callerName": "",
    "direction": "inbound",
    "callStatus": "RINGING",
    "customParameters": {"token": "secret", "call": "call-1"},
}
PROMPT = {"type": "prompt", "voicePrompt": "what do I owe", "lang": "en-US", "last": True}
INTERRUPT = {"type": "interrupt", "utteranceUntilInterrupt": "Hello, this", "durationUntilInterruptMs": 460}


def read(frame: object) -> frames.FromTwilio:
    return frames.frame_from(json.dumps(frame))


@pytest.mark.parametrize(
    ("frame", "fields"),
    [
        (SETUP, {"session_id": SETUP["sessionId"], "call_sid": SETUP["callSid"]}),
        (SETUP, {"custom_parameters": {"token": "secret", "call": "call-1"}}),
        ({"type": "setup", "sessionId": "VX1", "callSid": "CA1"}, {"custom_parameters": {}}),
        (PROMPT, {"voice_prompt": "what do I owe", "lang": "en-US", "last": True}),
        (PROMPT | {"last": False}, {"last": False}),
        ({"type": "prompt", "voicePrompt": "hm", "final": False}, {"last": False, "lang": None}),
        ({"type": "prompt", "voicePrompt": "hm"}, {"last": True}),
        (PROMPT | {"confidence": 0.9, "new": {"of": "Twilio"}}, {"last": True}),
        ({"type": "dtmf", "digit": "#"}, {"digit": "#"}),
        (INTERRUPT, {"utterance_until_interrupt": "Hello, this", "duration_until_interrupt_ms": 460}),
        (INTERRUPT | {"durationUntilInterruptMs": "460"}, {"duration_until_interrupt_ms": 460}),
        ({"type": "interrupt"}, {"utterance_until_interrupt": "", "duration_until_interrupt_ms": None}),
        ({"type": "error", "description": "Invalid message"}, {"description": "Invalid message"}),
        ({"type": "info", "name": "agentSpeaking", "value": "on", "ts": 1}, {"value": "on"}),
    ],
)
def test_what_twilio_sends_is_read(frame, fields) -> None:
    found = read(frame)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "json_invalid"),
        ("{", "json_invalid"),
        ("[]", "dict_type"),
        ("null", "dict_type"),
        ("{}", "union_tag_not_found"),
        ('{"type": "wobble"}', "union_tag_invalid"),
        ('{"type": "prompt"}', "missing"),
        ('{"type": "prompt", "voicePrompt": 5}', "string_type"),
        ('{"type": "dtmf", "digit": "12"}', "string_pattern_mismatch"),
        ('{"type": "dtmf", "digit": ""}', "string_pattern_mismatch"),
        ('{"type": "setup", "sessionId": "VX1"}', "missing"),
        ('{"type": "interrupt", "durationUntilInterruptMs": "soon"}', "float_parsing"),
        ('{"type": "prompt", "voicePrompt": "' + "x" * frames.LONGEST_FRAME + '"}', "too_long"),
    ],
)
def test_what_cannot_be_read_is_named_and_not_quoted(text, wrong) -> None:
    with pytest.raises(frames.UnreadableFrameError) as error:
        frames.frame_from(text)
    assert str(error.value) == wrong


@pytest.mark.parametrize(
    ("frame", "sent"),
    [
        (frames.Text(token="Hello. "), {"type": "text", "token": "Hello. ", "last": False}),
        (
            frames.Text(token="再见。", last=True, lang="cmn-CN"),
            {"type": "text", "token": "再见。", "last": True, "lang": "cmn-CN"},
        ),
        (
            frames.Switch(tts_language="en-US", transcription_language="en-US"),
            {"type": "language", "ttsLanguage": "en-US", "transcriptionLanguage": "en-US"},
        ),
        (frames.End(handoff_data='{"a": 1}'), {"type": "end", "handoffData": '{"a": 1}'}),
        (frames.SendDigits(digits="1w#"), {"type": "sendDigits", "digits": "1w#"}),
        (frames.Play(source="https://a/b.mp3"), {"type": "play", "source": "https://a/b.mp3", "loop": 1}),
    ],
)
def test_what_we_send_has_twilios_names_and_nothing_that_is_not_set(frame, sent) -> None:
    assert json.loads(frames.written(frame)) == sent


def test_keys_to_be_pressed_are_keys() -> None:
    with pytest.raises(ValidationError):
        frames.SendDigits(digits="one")


@pytest.fixture
def peers(monkeypatch: pytest.MonkeyPatch):
    """Twilio's own models of the frames."""
    monkeypatch.setenv("TAC_ANALYTICS_DISABLED", "true")
    return import_module("tac.models.voice")


def test_twilios_own_models_mean_the_same_by_a_frame(peers) -> None:
    setup = peers.SetupMessage.model_validate(SETUP)
    assert (setup.session_id, setup.call_sid) == (read(SETUP).session_id, read(SETUP).call_sid)
    assert setup.custom_parameters == read(SETUP).custom_parameters
    prompt = peers.PromptMessage.model_validate(PROMPT)
    assert (prompt.voice_prompt, prompt.last) == (read(PROMPT).voice_prompt, read(PROMPT).last)
    interrupt = peers.InterruptMessage.model_validate(INTERRUPT)
    assert interrupt.utterance_until_interrupt == read(INTERRUPT).utterance_until_interrupt


def test_what_twilios_own_models_write_is_read(peers) -> None:
    for model, frame in (
        (peers.SetupMessage, SETUP),
        (peers.PromptMessage, PROMPT),
        (peers.InterruptMessage, INTERRUPT),
    ):
        written = model.model_validate(frame).model_dump_json(by_alias=True, exclude_none=True)
        assert frames.frame_from(written) == read(frame)
