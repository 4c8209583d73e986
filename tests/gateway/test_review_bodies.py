"""A body is read up to a limit, and what is wrong with it is said without repeating it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from arrears.store import Store, access
from gateway.app import make_app
from gateway.bodies import LONGEST_BODY
from tests.builders.line import Line
from tests.builders.store import MONDAY_NOON_UTC
from tests.builders.web import Web


@pytest.fixture
def web(sqlite_store: Store) -> Iterator[Web]:
    line = Line(sqlite_store)
    with sqlite_store.write() as tx:
        access.save_api_key(tx, "key", "test", ("payments:write",), MONDAY_NOON_UTC)
    with Web(make_app(line.app)) as running:
        yield running


@pytest.mark.parametrize("path", ["/twilio/sms", "/lender-gateway/inbound", "/api/v1/payments"])
@pytest.mark.parametrize(("length", "is_read"), [(LONGEST_BODY, True), (LONGEST_BODY + 1, False)])
def test_a_body_is_read_up_to_the_limit(web: Web, path: str, length: int, is_read: bool) -> None:
    answer = web.post(path, content=b"a" * length)
    assert (answer.status_code != 413) is is_read


def test_a_refused_payment_does_not_repeat_what_was_sent(web: Web) -> None:
    headers = {"Authorization": "Bearer key", "Idempotency-Key": "payment-0001"}
    payment = {
        "case": "L-0123",
        "amount": "+1212.5550123",
        "currency": "Dana",
        "paid_on": "no",
        "who": "Dana",
    }
    answer = web.post("/api/v1/payments", json=payment, headers=headers)
    assert answer.status_code == 422
    assert {item["loc"][-1] for item in answer.json()["detail"]} == {"amount", "currency", "paid_on", "who"}
    for value in ("5550123", "Dana", "L-0123"):
        assert value not in answer.text
