"""What follows once the relay has ended: what the conversation wanted, or the line once more."""

from __future__ import annotations

import json
import re

import pytest

from arrears.domain.calls import CallPath, CallState
from arrears.services.hear_call import mark_heard
from arrears.services.resume_call import resume_call
from gateway.voice.action import RELAY_TRIES
from tests.builders.phone import SID, Phone, conversing
from tests.builders.web import Web
from tests.gateway.test_webhooks import post

PATH = f"/twilio/voice/action/call-{SID}"
CONNECT, GATHER, HANG_UP = "<ConversationRelay", "<Gather", "<Hangup"


@pytest.fixture
def opening(phone: Phone) -> str:
    return conversing(phone.calls_us()).opening


def ended(web: Web, session: str = "VX1", path: str = PATH, **more: str) -> str:
    usual = {"CallSid": SID, "CallStatus": "in-progress", "SessionId": session, "SessionStatus": "ended"}
    answer = post(web, path, list((usual | more).items()))
    assert answer.status_code == 200
    return answer.text


def handoff(reason: str, call: str = f"call-{SID}") -> str:
    return json.dumps({"call": call, "reason": reason})


def test_a_webhook_that_is_not_signed_is_refused(web: Web, opening) -> None:
    assert post(web, PATH, [("CallSid", SID)], signature="wrong").status_code == 403


@pytest.mark.parametrize("reason", ["goodbye", "silence", "unheard of"])
def test_after_a_goodbye_we_hang_up_and_the_call_is_over(phone, web, opening, reason) -> None:
    assert HANG_UP in ended(web, HandoffData=handoff(reason))
    assert phone.call().state is CallState.ENDED


@pytest.mark.parametrize(
    "failure",
    [
        {"SessionStatus": "failed", "ErrorCode": "64105"},
        {"SessionStatus": "failed", "ErrorCode": "39001"},
        {"SessionStatus": "ended"},
        {"HandoffData": ""},
        {"HandoffData": "nonsense"},
        {"HandoffData": "[]"},
        {"HandoffData": handoff("goodbye", call="call-another")},
    ],
)
def test_a_line_that_was_cut_is_connected_again_with_a_new_token(phone, web, opening, failure) -> None:
    twiml = ended(web, **failure)
    assert CONNECT in twiml
    assert len(re.findall('name="token" value="([^"]+)"', twiml)) == 1
    assert phone.call().resumed == 1


def test_a_session_that_is_reported_twice_is_taken_up_again_once(phone, web, opening) -> None:
    assert ended(web, "VX1") == ended(web, "VX1")
    assert phone.call().resumed == 1
    ended(web, "VX2")
    assert phone.call().resumed == 2


def test_after_three_cuts_each_turn_is_a_request_of_its_own(phone, web, opening) -> None:
    assert [CONNECT in ended(web, f"VX{n}") for n in range(RELAY_TRIES + 1)] == [True] * 3 + [False]
    assert phone.call().path is CallPath.GATHER


@pytest.mark.parametrize("code", ["64101", "64102", "64104", "64106"])
def test_a_relay_that_does_not_work_is_done_without(phone, web, opening, code) -> None:
    twiml = ended(web, SessionStatus="failed", ErrorCode=code)
    assert GATHER in twiml
    assert opening.split(".")[0] in twiml or "cut off" in twiml
    assert phone.call().path is CallPath.GATHER


def test_what_was_left_unsaid_is_said_without_the_relay_too(phone, web, opening) -> None:
    answer = phone.says_aloud("what do I owe")
    mark_heard(phone.desk, answer.outreach_id, "")
    twiml = ended(web, SessionStatus="failed", ErrorCode="64101")
    assert answer.text in twiml


@pytest.mark.parametrize("status", ["completed", "busy", "no-answer", "failed", "canceled"])
def test_a_call_that_is_over_is_not_taken_up_again(phone, web, opening, status) -> None:
    assert HANG_UP in ended(web, CallStatus=status)
    assert phone.call().resumed == 0


def test_a_call_that_we_know_to_be_over_is_not_taken_up_again(phone, web, opening) -> None:
    phone.reports(None, "completed")
    assert HANG_UP in ended(web)


def test_a_call_that_is_not_ours_is_hung_up(web, caplog) -> None:
    assert HANG_UP in ended(web, path="/twilio/voice/action/call-CA0")
    assert [(record.message, record.what) for record in caplog.records] == [("unknown_call", "action")]


def test_a_line_that_breaks_again_and_again_is_given_up(phone, web, opening) -> None:
    for _ in range(6):
        resume_call(phone.desk, phone.call_id)
    assert "reach a person" in ended(web)
