"""Voice webhooks: signed or refused, answered with TwiML, repeated without a second effect."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import sqlalchemy as sa

from arrears.domain.calls import CallState
from arrears.store import Store
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from gateway.app import make_app
from tests.builders.phone import SID, Phone
from tests.builders.web import Web
from tests.gateway.test_webhooks import post

FROM_US = {"CallSid": SID, "From": "+12125550100", "To": "+12125550123"}
TO_US = {"CallSid": SID, "From": "+12125550123", "To": "+12125550100", "CallStatus": "ringing"}


@pytest.fixture
def phone(sqlite_store: Store) -> Phone:
    return Phone(sqlite_store)


@pytest.fixture
def web(phone: Phone) -> Iterator[Web]:
    with Web(make_app(phone.app)) as client:
        yield client


def answered(phone: Phone, web: Web, **more: str):
    row = phone.rings()
    fields = FROM_US | {"CallStatus": "in-progress"} | more
    return row, post(web, f"/twilio/voice/answer/{row}", list(fields.items()))


def verbs(twiml: str) -> list[str]:
    return [each.tag for each in ElementTree.fromstring(twiml)]  # noqa: S314 - our own


def token(twiml: str) -> str:
    relay = ElementTree.fromstring(twiml).find("Connect/ConversationRelay")  # noqa: S314 - our own
    return next(each.get("value") for each in relay.iter("Parameter") if each.get("name") == "token")


PATHS = ["answer/outreach-1", "inbound", "status/outreach-1", "status"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("signature", ["", "nonsense"])
def test_what_twilio_has_not_signed_is_refused(web: Web, phone: Phone, path: str, signature: str) -> None:
    assert post(web, f"/twilio/voice/{path}", list(TO_US.items()), signature).status_code == 403
    with phone.store.read() as tx:
        assert tx.execute(sa.select(calls.c.id)).all() == []


@pytest.mark.parametrize("path", PATHS)
def test_a_webhook_without_its_call_is_refused(web: Web, path: str) -> None:
    assert post(web, f"/twilio/voice/{path}", [("From", "+12125550123")]).status_code == 400


def test_a_signature_for_another_path_is_none(web: Web) -> None:
    from tests.gateway.test_webhooks import PUBLIC, twilio_signature

    fields = list(TO_US.items())
    other = twilio_signature(f"{PUBLIC}/twilio/voice/status", fields)
    assert post(web, "/twilio/voice/inbound", fields, other).status_code == 403


def test_a_person_who_answers_is_connected(web: Web, phone: Phone) -> None:
    _, response = answered(phone, web, AnsweredBy="human")
    assert response.headers["content-type"].startswith("text/xml")
    assert verbs(response.text) == ["Connect"]
    assert phone.borrower.person.name not in response.text


@pytest.mark.parametrize("by", ["machine_end_beep", "machine_start", "fax"])
def test_a_machine_is_hung_up_on(web: Web, phone: Phone, by: str) -> None:
    _, response = answered(phone, web, AnsweredBy=by)
    assert verbs(response.text) == ["Hangup"]


def test_the_answer_that_is_asked_for_twice_is_one_conversation(web: Web, phone: Phone) -> None:
    row, first = answered(phone, web)
    again = post(web, f"/twilio/voice/answer/{row}", list((FROM_US | {"CallStatus": "in-progress"}).items()))
    assert token(first.text) != token(again.text)
    with phone.store.read() as tx:
        assert len(tx.execute(sa.select(calls.c.id)).all()) == 1


def test_the_answer_to_a_call_nobody_placed_ends_it(web: Web) -> None:
    response = post(web, "/twilio/voice/answer/outreach-of-nobody", list(FROM_US.items()))
    assert (response.status_code, verbs(response.text)) == (200, ["Hangup"])


def test_a_known_caller_is_connected_and_an_unknown_one_is_too_without_a_name(web: Web, phone: Phone) -> None:
    known = post(web, "/twilio/voice/inbound", list(TO_US.items()))
    other = TO_US | {"CallSid": "CA" + "7" * 32, "From": "+12125550177"}
    unknown = post(web, "/twilio/voice/inbound", list(other.items()))
    assert verbs(known.text) == verbs(unknown.text) == ["Connect"]
    assert phone.borrower.person.name not in known.text + unknown.text


def test_a_call_to_us_is_permitted_before_it_is_connected(web: Web, phone: Phone) -> None:
    post(web, "/twilio/voice/inbound", list(TO_US.items()))
    with phone.store.read() as tx:
        [row] = tx.execute(sa.select(outreach).where(outreach.c.purpose == "reply")).all()
    assert (row.state, row.permit_id is not None) == ("sent", True)


def test_a_greeting_that_may_not_be_spoken_ends_the_call(web: Web, phone: Phone, monkeypatch) -> None:
    from arrears.domain.compliance.decision import Refused

    monkeypatch.setattr("arrears.services.dispatch_outreach.decide", lambda *_: Refused(()))
    response = post(web, "/twilio/voice/inbound", list(TO_US.items()))
    assert verbs(response.text) == ["Say", "Hangup"]
    assert "assistant of" not in response.text


@pytest.mark.parametrize("times", [1, 2])
def test_status_moves_the_call_however_often_it_comes(web: Web, phone: Phone, times: int) -> None:
    row = phone.rings()
    for _ in range(times):
        fields = FROM_US | {"CallStatus": "no-answer"}
        assert post(web, f"/twilio/voice/status/{row}", list(fields.items())).status_code == 204
    assert phone.call().state is CallState.ENDED
    with phone.store.read() as tx:
        assert tx.execute(sa.select(outreach.c.call_outcome)).scalar_one() == "unanswered"


def test_status_of_a_call_to_us_comes_without_a_contact(web: Web, phone: Phone) -> None:
    post(web, "/twilio/voice/inbound", list(TO_US.items()))
    fields = TO_US | {"CallStatus": "completed"}
    assert post(web, "/twilio/voice/status", list(fields.items())).status_code == 204
    assert phone.call().state is CallState.ENDED


@pytest.mark.parametrize("status", ["completed", "levitating"])
def test_status_of_what_nobody_knows_is_taken_and_changes_nothing(web: Web, status: str) -> None:
    fields = FROM_US | {"CallStatus": status}
    assert post(web, "/twilio/voice/status", list(fields.items())).status_code == 204
    assert post(web, "/twilio/voice/status/outreach-of-nobody", list(fields.items())).status_code == 204
