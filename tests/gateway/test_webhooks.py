"""Webhooks are believed by their signature alone, stored once, and answered at once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from urllib.parse import urlencode

import httpx
import pytest
import sqlalchemy as sa

from arrears.domain.outreach import OutreachState
from arrears.services.dispatch_outreach import dispatch
from arrears.store import inbound as inbound_rows
from arrears.store.tables.dialogue import inbound
from gateway.sms import EMPTY_TWIML
from tests.builders.line import Line
from tests.builders.store import a_borrower, in_china, save
from tests.builders.web import Web
from tests.simulator.stage import wait

PUBLIC = "http://127.0.0.1:8000"
TOKEN = "twilio-token"
SECRET = "gateway-secret"
Fields = Sequence[tuple[str, str]]


def twilio_signature(url: str, fields: Fields, token: str = TOKEN) -> str:
    """Source: Twilio, "Validating signatures": the URL, then every name and value in order of the names."""
    signed = url + "".join(f"{name}{value}" for name, value in sorted(set(fields)))
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def a_text(body: str = "what do I owe", sid: str = "SM1", **more: str) -> Fields:
    usual = {"MessageSid": sid, "From": "+12125550123", "To": "+12125550100", "Body": body, "NumMedia": "0"}
    return list((usual | more).items())


def post(web: Web, path: str, fields: Fields, signature: str | None = None, **headers: str) -> httpx.Response:
    signature = twilio_signature(PUBLIC + path, fields) if signature is None else signature
    headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"} | headers
    return web.post(path, content=urlencode(list(fields)).encode(), headers=headers)


def stored(line: Line) -> list[sa.Row]:
    with line.store.read() as tx:
        return list(tx.execute(inbound.select().order_by(inbound.c.arrival)))


def answered(line: Line) -> None:
    """Until every stored message has been taken through its turn, and its answer to the carrier."""

    def none_open() -> bool:
        with line.store.read() as tx:
            is_open = inbound_rows.count_open(tx) > 0
        return not is_open and not {row.state for row in line.replies()} & {"due", "claimed"}

    wait(none_open)


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "nonsense",
        "签名",
        twilio_signature(f"{PUBLIC}/twilio/sms", a_text(), "another-token"),
        twilio_signature(f"{PUBLIC}/twilio/status/x", a_text()),
        twilio_signature("http://testserver/twilio/sms", a_text()),
        twilio_signature(f"{PUBLIC}/twilio/sms", a_text("other words")),
        twilio_signature(f"{PUBLIC}/twilio/sms", a_text()[:-1]),
    ],
    ids=["empty", "nonsense", "not ASCII", "token", "path", "host", "body", "field"],
)
def test_a_webhook_that_twilio_did_not_sign_is_refused_and_not_stored(web, line, signature) -> None:
    answer = post(web, "/twilio/sms", a_text(), signature.encode())
    assert (answer.status_code, answer.content) == (403, b"")
    assert stored(line) == []


def test_a_webhook_without_a_signature_is_refused(web, line) -> None:
    assert web.post("/twilio/sms", data=dict(a_text())).status_code == 403
    assert web.post("/twilio/status/outreach-1", data={"MessageStatus": "sent"}).status_code == 403
    assert stored(line) == []


def test_a_signed_text_is_stored_answered_with_twiml_and_then_taken(web, line) -> None:
    answer = post(web, "/twilio/sms", a_text())
    assert (answer.status_code, answer.text) == (200, EMPTY_TWIML)
    assert answer.headers["content-type"].startswith("text/xml")
    answered(line)
    (row,) = stored(line)
    assert (row.sender, row.text, row.state) == ("+12125550123", "what do I owe", "answered")
    assert "date of birth" in line.carrier.sent[0][1]


def test_a_text_that_twilio_repeats_is_stored_and_answered_once(web, line) -> None:
    for _ in range(4):
        assert post(web, "/twilio/sms", a_text()).status_code == 200
    answered(line)
    assert len(stored(line)) == len(line.carrier.sent) == 1


@pytest.mark.parametrize(
    "fields",
    [
        a_text(""),
        a_text("", NumMedia="1", MediaUrl0="https://example.invalid/1"),
        a_text("我下个月15号可以还 ¥350，行吗？😀"),
        a_text("a+b & c=d % \r\n é"),
        a_text("/restart"),
        [*a_text(), ("Extra", "2"), ("Extra", "1"), ("Extra", "1")],
        [*a_text(), ("Empty", "")],
    ],
    ids=["empty", "picture", "Mandarin", "escapes", "slash", "repeated keys", "empty field"],
)
def test_whatever_a_phone_can_send_is_stored_as_it_is_and_answered(web, line, fields) -> None:
    assert post(web, "/twilio/sms", fields).status_code == 200
    answered(line)
    (row,) = stored(line)
    assert row.text == dict(fields)["Body"]
    assert row.state == "answered"
    assert len(line.carrier.sent) == 1


def test_a_form_that_is_not_text_is_refused(web, line) -> None:
    answer = web.post("/twilio/sms", content=b"Body=\xff\xfe", headers={"X-Twilio-Signature": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_signed_form_that_is_no_text_is_refused(web, line, missing) -> None:
    fields = [(name, value) for name, value in a_text() if name != missing]
    assert post(web, "/twilio/sms", fields).status_code == 400
    assert stored(line) == []


def test_a_text_of_nobody_we_know_is_kept_for_a_person_and_not_answered(web, line) -> None:
    post(web, "/twilio/sms", a_text(From="+12125550199"))
    answered(line)
    (row,) = stored(line)
    assert (row.text, row.state, row.conversation_id) == ("what do I owe", "failed", None)
    assert line.carrier.sent == []


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("delivered", OutreachState.DELIVERED),
        ("undelivered", OutreachState.UNDELIVERED),
        ("sideways", OutreachState.SENT),
    ],
)
def test_a_signed_status_moves_the_contact_and_an_unknown_one_does_not(web, line, status, state) -> None:
    outreach_id = line.plan_first()
    dispatch(line.desk, line.app.messengers, outreach_id)
    path = f"/twilio/status/{outreach_id}"
    fields = [("MessageSid", "SM1"), ("MessageStatus", status), ("ErrorCode", "30003")]
    for _ in range(2):
        assert post(web, path, fields).status_code == 204
    assert line.state_of(outreach_id) is state
    assert post(web, path, fields, "wrong").status_code == 403


def test_a_status_signed_for_another_contact_is_refused(web, line) -> None:
    fields = [("MessageSid", "SM1"), ("MessageStatus", "delivered")]
    signature = twilio_signature(f"{PUBLIC}/twilio/status/outreach-2", fields)
    assert post(web, "/twilio/status/outreach-1", fields, signature).status_code == 403


# The lender's gateway signs JSON with a time.


def lender_signature(raw: bytes, at: int, secret: str = SECRET) -> str:
    digest = hmac.new(secret.encode(), str(at).encode() + b"." + raw, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


def from_lender(
    web: Web, line: Line, path: str, message: object, signature: str | None = None, *, late: int = 0
) -> httpx.Response:
    raw = message if isinstance(message, bytes) else json.dumps(message, ensure_ascii=False).encode()
    now = int(line.machine_clock.now().timestamp())
    header = lender_signature(raw, now - late) if signature is None else signature
    return web.post(f"/lender-gateway{path}", content=raw, headers={"X-Arrears-Signature": header.encode()})


INBOUND = {"reference": "ref-1", "from": "+8613900000123", "text": "您好，我欠多少？"}


@pytest.fixture
def china(line: Line) -> Line:
    person = in_china(a_borrower("+12125550177"))
    save(line.store, person)
    return line


def test_a_signed_text_of_the_lenders_gateway_is_stored_once_and_answered(web, china) -> None:
    for _ in range(3):
        assert from_lender(web, china, "/inbound", INBOUND).status_code == 204
    answered(china)
    (row,) = stored(china)
    assert (row.carrier, row.sender, row.text) == ("lender_gateway", "+8613900000123", "您好，我欠多少？")
    assert "示例银行" in china.carrier.sent[0][1]


@pytest.mark.parametrize(("late", "status"), [(300, 204), (301, 403), (-300, 204), (-301, 403)])
def test_a_signature_is_believed_for_five_minutes(web, line, late, status) -> None:
    assert from_lender(web, line, "/inbound", INBOUND, late=late).status_code == status
    assert len(stored(line)) == (status == 204)


@pytest.mark.parametrize(
    "signature", ["", "t=1", "v1=0", "t=x,v1=0", "t=1,v1=0", "t=٣,v1=0", "签名", "t=" + "9" * 40 + ",v1=0"]
)
def test_a_wrong_signature_is_refused(web, line, signature) -> None:
    assert from_lender(web, line, "/inbound", INBOUND, signature).status_code == 403
    assert from_lender(web, line, "/status/outreach-1", {"status": "delivered"}, signature).status_code == 403
    assert stored(line) == []


def test_another_secret_is_refused(web, line) -> None:
    raw = json.dumps(INBOUND).encode()
    now = int(line.machine_clock.now().timestamp())
    assert from_lender(web, line, "/inbound", raw, lender_signature(raw, now, "another")).status_code == 403


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b'"text"', b"null", b"\xff", b"1" * 5000, b"[" * 5000])
def test_a_signed_body_that_is_no_json_object_is_refused(web, line, raw) -> None:
    assert from_lender(web, line, "/inbound", raw).status_code == 403
    assert stored(line) == []


@pytest.mark.parametrize(
    "change",
    [
        {"reference": None},
        {"reference": ""},
        {"reference": 7},
        {"reference": "x" * 65},
        {"reference": "a\u0000b"},
        {"from": None},
        {"from": ["+8613900000123"]},
        {"text": None},
        {"text": {"a": 1}},
    ],
)
def test_wrong_types_are_refused_and_not_stored(web, line, change) -> None:
    assert from_lender(web, line, "/inbound", INBOUND | change).status_code == 400
    assert stored(line) == []


@pytest.mark.parametrize(
    ("report", "status"),
    [
        ({"status": "delivered", "reference": "r", "error_code": None}, 204),
        ({"status": "delivered"}, 204),
        ({"status": "nonsense"}, 204),
        ({}, 400),
        ({"status": None}, 400),
        ({"status": 5}, 400),
        ({"status": "delivered", "reference": 5}, 400),
        ({"status": "delivered", "error_code": ["x"]}, 400),
        ({"status": "delivered", "error_code": "x" * 41}, 400),
    ],
)
def test_a_delivery_report_has_texts_in_its_fields(web, line, report, status) -> None:
    outreach_id = line.plan_first()
    dispatch(line.desk, line.app.messengers, outreach_id)
    assert from_lender(web, line, f"/status/{outreach_id}", report).status_code == status
    delivered = status == 204 and report["status"] == "delivered"
    assert line.state_of(outreach_id) is (OutreachState.DELIVERED if delivered else OutreachState.SENT)


def test_what_a_crash_left_open_is_taken_up_while_the_gateway_runs(web, line) -> None:
    line.arrives("what do I owe")
    answered(line)
    assert len(line.carrier.sent) == 1
