"""Who does not want to be recorded is understood; who asks about it, or does not mind, has not refused."""

from __future__ import annotations

import pytest

from arrears.domain.language.withdrawals.recording_refusals import refuses_recording

REFUSED = (
    "don't record me",
    "please don't record this call",
    "Stop recording.",
    "I don't want to be recorded",
    "I do not consent to being recorded",
    "turn off the recording",
    "turn that recording off",
    "no recording please",
    "I don't want this call recorded",
    "I refuse to be recorded",
    "I'd rather not be recorded",
    "you can't record me",
    "I did not agree to be recorded",
    "yes but I don’t want to be recorded",
    "别录音",
    "不要录音",
    "我不同意录音",
    "请把录音关掉",
    "停止录音",
    "我不想被录音",
    "我不同意你们錄音",
)
NOT = (
    "are you recording this?",
    "is this call recorded?",
    "I don't mind being recorded",
    "I don't have a record of that",
    "I want a copy of my records",
    "don't call me",
    "I can pay 90 on Friday",
    "for the record, I paid",
    "I don't want to pay",
    "是不是在录音",
    "你们在录音吗",
    "我不介意录音",
    "不要给我打电话",
    "",
)


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_is_understood(text) -> None:
    assert refuses_recording(text)


@pytest.mark.parametrize("text", NOT)
def test_a_question_or_something_else_is_none(text) -> None:
    assert not refuses_recording(text)
