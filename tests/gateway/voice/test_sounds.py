"""The recording that a machine is played: its address is in the answer to Twilio, and it is found there."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from xml.etree import ElementTree

import pytest

from arrears.store import Store
from gateway.app import make_app
from tests.builders.phone import SID, Phone
from tests.builders.voicemails import a_wav, recorded_for
from tests.builders.web import Web
from tests.gateway.test_webhooks import PUBLIC, post

ADDRESS = f"/twilio/voice/sounds/{sha256(a_wav()).hexdigest()}"


@pytest.fixture
def phone(sqlite_store: Store) -> Phone:
    return recorded_for(Phone(sqlite_store))


@pytest.fixture
def web(phone: Phone) -> Iterator[Web]:
    with Web(make_app(phone.app)) as client:
        yield client


def answered(phone: Phone, web: Web, by: str) -> ElementTree.Element:
    fields = {"CallSid": SID, "CallStatus": "in-progress", "AnsweredBy": by}
    response = post(web, f"/twilio/voice/answer/{phone.rings()}", list(fields.items()))
    return ElementTree.fromstring(response.text)  # noqa: S314 - our own


def test_a_machine_that_records_is_played_it_and_hung_up_on(web: Web, phone: Phone) -> None:
    play, hang_up = answered(phone, web, "machine_end_beep")
    assert (play.tag, play.text, hang_up.tag) == ("Play", PUBLIC + ADDRESS, "Hangup")


@pytest.mark.parametrize("by", ["machine_start", "machine_end_silence", "machine_end_other", "fax"])
def test_no_other_machine_is(web: Web, phone: Phone, by: str) -> None:
    assert [each.tag for each in answered(phone, web, by)] == ["Hangup"]


def test_twilio_fetches_it_without_a_signature_and_may_keep_it(web: Web) -> None:
    response = web.get(ADDRESS)
    assert (response.status_code, response.content) == (200, a_wav())
    assert response.headers["content-type"] == "audio/wav"
    assert "immutable" in response.headers["cache-control"]


@pytest.mark.parametrize("digest", ["0" * 64, "en", "..%2Flender.yml"])
def test_nothing_else_is_there(web: Web, digest: str) -> None:
    assert web.get(f"/twilio/voice/sounds/{digest}").status_code == 404
