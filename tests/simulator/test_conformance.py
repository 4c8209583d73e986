"""The real SDK against the simulator, every exchange held against Twilio's own OpenAPI document."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from openapi_core import OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse
from twilio.base.exceptions import TwilioRestException

from simulator.exchanges import Exchange
from tests.simulator.stage import ACCOUNT, OURS, PHONE, TOKEN, Live, Product, settled

HERE = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("ARREARS_SHARED") or HERE.parent / "shared")
DOCUMENT = SHARED / "data" / "twilio" / "twilio_api_v2010.json"


@cache
def document() -> OpenAPI:
    """Only the paths that are simulated: the whole document takes seconds to walk."""
    whole = json.loads(DOCUMENT.read_text())
    kept = (
        "/Messages.json",
        "/Messages/{Sid}.json",
        "/Calls.json",
        "/Calls/{Sid}.json",
        "/Calls/{CallSid}/Recordings.json",
        "/Calls/{CallSid}/Recordings/{Sid}.json",
        "/Recordings/{Sid}.json",
    )
    start = "/2010-04-01/Accounts/{AccountSid}"
    whole["paths"] = {
        path: item for path, item in whole["paths"].items() if path in {start + end for end in kept}
    }
    return OpenAPI.from_dict(whole)


def check(exchange: Exchange) -> None:
    url = urlsplit(exchange.url)
    request = MockRequest(
        "https://api.twilio.com",
        exchange.method,
        url.path,
        args=dict(parse_qsl(url.query)),
        headers={"Authorization": "Basic "},  # never recorded; refusals have tests of their own
        data=exchange.request_body.encode(),
        content_type=exchange.request_headers.get("content-type", ""),
    )
    document().validate_request(request)
    if exchange.status is not None and exchange.status < 300:
        body = exchange.response_body.encode()
        document().validate_response(request, MockResponse(body, exchange.status))


@pytest.fixture
def twilio(live: Live) -> Iterator[Live]:
    """A live simulator whose every exchange conforms when the test is over."""
    if not DOCUMENT.exists():
        pytest.skip("Twilio's OpenAPI documents are not here; set ARREARS_SHARED to the folder that has them")
    yield live
    recorded = live.world.exchanges.recent("in")
    assert recorded
    for exchange in recorded:
        check(exchange)


def test_a_message_is_created_fetched_redacted_and_deleted(twilio: Live, product: Product) -> None:
    message = twilio.sdk.messages.create(
        to=PHONE,
        from_=OURS,
        body="Hello, 您好",
        status_callback=f"{product.url}/status",
        validity_period=3600,
    )
    assert (message.status, message.direction, message.num_segments) == ("queued", "outbound-api", "1")
    assert message.date_created == twilio.world.settings.clock_start
    assert message.date_sent is None
    twilio.http.post("/clock/advance", json={"seconds": 10})
    settled(twilio.world)
    assert product.statuses() == ["sent", "delivered"]
    fetched = twilio.sdk.messages(message.sid).fetch()
    assert (fetched.status, fetched.body) == ("delivered", "Hello, 您好")
    assert fetched.date_sent is not None
    assert twilio.sdk.messages(message.sid).update(body="").body == ""
    assert twilio.sdk.messages(message.sid).delete()
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.messages(message.sid).fetch()
    assert (refusal.value.status, refusal.value.code) == (404, 20404)


def test_a_scheduled_message_is_cancelled(twilio: Live) -> None:
    start = twilio.world.settings.clock_start
    message = twilio.sdk.messages.create(
        to=PHONE,
        messaging_service_sid="MG" + "0" * 32,
        body="Later",
        schedule_type="fixed",
        send_at=start.replace(hour=20),
    )
    assert (message.status, message.from_) == ("scheduled", None)
    assert twilio.sdk.messages(message.sid).update(status="canceled").status == "canceled"
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.messages(message.sid).update(status="canceled")
    assert refusal.value.code == 30409


def test_messages_are_listed_newest_first_across_pages(twilio: Live) -> None:
    sids = [twilio.sdk.messages.create(to=PHONE, from_=OURS, body=str(n)).sid for n in range(5)]
    twilio.sdk.messages.create(to="+12125550199", from_=OURS, body="other")
    twilio.http.post("/clock/advance", json={"seconds": 10})
    assert [item.sid for item in twilio.sdk.messages.list(to=PHONE, page_size=2)] == sids[::-1]
    start = twilio.world.settings.clock_start
    assert len(twilio.sdk.messages.list(date_sent_after=start, limit=3)) == 3
    assert twilio.sdk.messages.list(date_sent_before=start) == []
    assert len(twilio.sdk.messages.list(date_sent=start)) == 6


def test_a_page_does_not_shift_when_messages_arrive_between_pages(twilio: Live) -> None:
    sids = [twilio.sdk.messages.create(to=PHONE, from_=OURS, body=str(n)).sid for n in range(4)]
    page = twilio.sdk.messages.page(page_size=2)
    seen = [item.sid for item in page]
    twilio.sdk.messages.create(to=PHONE, from_=OURS, body="in between")
    following = page.next_page()
    assert following is not None
    assert seen + [item.sid for item in following] == sids[::-1]


def test_what_a_phone_sent_is_listed_as_received(twilio: Live) -> None:
    twilio.http.post(f"/phones/{PHONE}/send", json={"text": "你好"})
    inbound = twilio.sdk.messages.list(from_=PHONE)[0]
    assert (inbound.direction, inbound.status, inbound.body, inbound.to) == (
        "inbound",
        "received",
        "你好",
        OURS,
    )


@pytest.mark.parametrize(
    ("to", "code"),
    [("+15005550001", 21211), ("+15005550004", 21610), ("+15005550009", 21614), ("+8613800000000", 21408)],
)
def test_a_magic_number_raises_the_sdks_exception(twilio: Live, to: str, code: int) -> None:
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.messages.create(to=to, from_=OURS, body="Hello")
    assert (refusal.value.status, refusal.value.code) == (400, code)


def test_a_stopped_phone_refuses_the_next_message(twilio: Live) -> None:
    twilio.http.post(f"/phones/{PHONE}/send", json={"text": "Stop"})
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.messages.create(to=PHONE, from_=OURS, body="Hello")
    assert (refusal.value.status, refusal.value.code) == (400, 21610)


@pytest.mark.parametrize(
    ("fault", "status", "code", "taken"),
    [("messages_503", 503, 20503, 0), ("messages_503_taken", 503, 20503, 1), ("messages_429", 429, 20429, 0)],
)
def test_a_failing_carrier_may_or_may_not_have_taken_the_message(
    twilio: Live, fault: str, status: int, code: int, taken: int
) -> None:
    twilio.http.post("/faults", json={fault: 1}).raise_for_status()
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.messages.create(to=PHONE, from_=OURS, body="Hello")
    assert (refusal.value.status, refusal.value.code) == (status, code)
    assert len(twilio.sdk.messages.list()) == taken
    twilio.sdk.messages.create(to=PHONE, from_=OURS, body="Hello")


def test_a_call_goes_through_its_states_and_reports_the_events_asked_for(
    twilio: Live, product: Product
) -> None:
    call = twilio.sdk.calls.create(
        to=PHONE,
        from_=OURS,
        twiml='<Response><Pause length="20"/><Hangup/></Response>',
        record=True,
        status_callback=f"{product.url}/call",
        status_callback_event=["initiated", "ringing", "answered", "completed"],
    )
    assert call.status == "queued"
    twilio.http.post("/clock/advance", json={"seconds": 60})
    settled(twilio.world)
    reported = [(hook.form["CallStatus"], hook.form["SequenceNumber"]) for hook in product.hooks]
    assert reported == [("initiated", "0"), ("ringing", "1"), ("in-progress", "2"), ("completed", "3")]
    assert product.hooks[-1].form["CallDuration"] == "20"
    fetched = twilio.sdk.calls(call.sid).fetch()
    assert (fetched.status, fetched.duration) == ("completed", "20")
    assert [item.sid for item in twilio.sdk.calls.list(status="completed", limit=1)] == [call.sid]
    assert twilio.sdk.calls.list(status="busy") == []


@pytest.mark.parametrize("outcome", ["busy", "no-answer", "failed"])
def test_a_call_that_is_not_answered_says_so(twilio: Live, product: Product, outcome: str) -> None:
    twilio.http.post("/faults", json={"call_outcomes": {PHONE: outcome}}).raise_for_status()
    call = twilio.sdk.calls.create(
        to=PHONE, from_=OURS, url=product.url, status_callback=f"{product.url}/call"
    )
    twilio.http.post("/clock/advance", json={"seconds": 90})
    settled(twilio.world)
    assert twilio.sdk.calls(call.sid).fetch().status == outcome
    assert [hook.form["CallStatus"] for hook in product.hooks] == [outcome]


@pytest.mark.parametrize(
    ("seconds", "asked", "status"), [(3, "canceled", "canceled"), (10, "completed", "completed")]
)
def test_a_call_is_ended_by_an_update(twilio: Live, seconds: int, asked: str, status: str) -> None:
    twiml = '<Response><Pause length="60"/></Response>'
    call = twilio.sdk.calls.create(to=PHONE, from_=OURS, twiml=twiml)
    twilio.http.post("/clock/advance", json={"seconds": seconds})
    assert twilio.sdk.calls(call.sid).update(status=asked).status == status
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.calls(call.sid).update(twiml="<Response/>")
    assert refusal.value.code == 21220


def test_a_live_call_is_recorded_paused_stopped_and_told(twilio: Live, product: Product) -> None:
    call = twilio.sdk.calls.create(to=PHONE, from_=OURS, twiml='<Response><Pause length="40"/></Response>')
    with pytest.raises(TwilioRestException) as refusal:
        twilio.sdk.calls(call.sid).recordings.create()
    assert refusal.value.code == 21220
    twilio.http.post("/clock/advance", json={"seconds": 10})
    recording = twilio.sdk.calls(call.sid).recordings.create(
        recording_channels="dual",
        recording_status_callback=f"{product.url}/recording",
        recording_status_callback_event=["in-progress", "completed"],
    )
    assert (recording.status, recording.source, recording.channels) == (
        "in-progress",
        "StartCallRecordingAPI",
        2,
    )
    own = twilio.sdk.calls(call.sid).recordings
    for seconds, status in ((4, "paused"), (5, "in-progress"), (6, "stopped")):
        twilio.http.post("/clock/advance", json={"seconds": seconds})
        updated = twilio.sdk.calls(call.sid).recordings("Twilio.CURRENT").update(status=status)
    assert (updated.status, updated.duration) == ("completed", "10")
    settled(twilio.world)
    forms = [hook.form for hook in product.hooks]
    assert [form["RecordingStatus"] for form in forms] == ["in-progress", "completed"]
    assert (forms[1]["RecordingDuration"], forms[1]["RecordingSid"]) == ("10", recording.sid)
    assert [each.sid for each in own.list()] == [recording.sid]
    assert twilio.sdk.recordings(recording.sid).fetch().media_url == forms[1]["RecordingUrl"]
    assert twilio.sdk.recordings(recording.sid).delete()
    assert own.list() == []


def test_calls_are_listed_across_pages(twilio: Live) -> None:
    sids = [twilio.sdk.calls.create(to=PHONE, from_=OURS, twiml="<Response/>").sid for _ in range(3)]
    assert [item.sid for item in twilio.sdk.calls.list(page_size=1)] == sids[::-1]


@pytest.mark.parametrize(
    ("value", "status"), [("True", 201), ("true", 201), ("false", 201), ("perhaps", 400)]
)
def test_record_is_taken_as_every_sdk_writes_it(live: Live, value: str, status: int) -> None:
    fields = {"To": PHONE, "From": OURS, "Twiml": "<Response/>", "Record": value}
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Calls.json"
    assert live.http.post(path, data=fields, auth=(ACCOUNT, TOKEN)).status_code == status


@pytest.mark.parametrize(
    ("credentials", "account"),
    [
        (None, ACCOUNT),
        ((ACCOUNT, "wrong"), ACCOUNT),
        (("AC" + "0" * 32, TOKEN), ACCOUNT),
        ((ACCOUNT, TOKEN), "AC" + "0" * 32),
    ],
)
def test_wrong_credentials_are_refused(live: Live, credentials: tuple[str, str] | None, account: str) -> None:
    path = f"/2010-04-01/Accounts/{account}/Messages.json"
    answer = live.http.post(path, data={"To": PHONE}, auth=credentials or httpx.USE_CLIENT_DEFAULT)
    assert (answer.status_code, answer.json()["code"]) == (401, 20003)


def test_what_is_not_simulated_is_not_found(live: Live) -> None:
    answer = live.http.get(f"/2010-04-01/Accounts/{ACCOUNT}/Queues.json", auth=(ACCOUNT, TOKEN))
    assert (answer.status_code, answer.json()["code"], answer.json()["status"]) == (404, 20404, 404)


def test_a_hanging_carrier_hangs_as_long_as_asked(live: Live) -> None:
    live.http.post("/faults", json={"messages_hang_s": 0.4}).raise_for_status()
    path = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    with pytest.raises(httpx.ReadTimeout):
        live.http.post(path, data={"To": PHONE}, auth=(ACCOUNT, TOKEN), timeout=0.1)


def test_the_check_itself_refuses_an_answer_that_does_not_conform(twilio: Live) -> None:
    twilio.sdk.messages.create(to=PHONE, from_=OURS, body="Hello")
    good = twilio.world.exchanges.recent("in")[-1]
    for right, wrong in (
        ('"queued"', '"en-route"'),
        ('"error_code":null', '"error_code":"x"'),
        ('"SM', '"XX'),
    ):
        assert right in good.response_body
        bad = replace(good, response_body=good.response_body.replace(right, wrong))
        with pytest.raises(OpenAPIError):
            check(bad)
