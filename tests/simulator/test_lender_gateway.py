from __future__ import annotations

import json
import time

import httpx
import pytest

from simulator.lender_gateway import sign, verified
from simulator.world import World
from tests.simulator.stage import Live, Product, settled

PHONE = "+8613800000000"
SECRET = "test-secret"


def body(product: Product, **changes: object) -> bytes:
    message = {
        "id": "outreach-1",
        "to": PHONE,
        "text": "您好",
        "valid_until": "2026-03-02T15:00:00Z",
        "callback_url": f"{product.url}/callback",
    }
    return json.dumps(message | changes).encode()


def post(live: Live, raw: bytes, header: str | None = None) -> httpx.Response:
    header = sign(SECRET, raw, int(time.time())) if header is None else header
    return live.http.post("/lender-gateway/messages", content=raw, headers={"X-Arrears-Signature": header})


def test_a_text_is_taken_once_for_one_id_and_its_delivery_reported_signed(
    live: Live, product: Product
) -> None:
    first, again = post(live, body(product)), post(live, body(product))
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    live.http.post("/clock/advance", json={"seconds": 10})
    settled(live.world)
    assert [text.text for text in live.world.phones.get(PHONE).thread] == ["您好"]
    (hook,) = product.hooks
    expected = {
        "id": "outreach-1",
        "reference": first.json()["reference"],
        "status": "delivered",
        "error_code": None,
    }
    assert json.loads(hook.raw) == expected
    assert verified(SECRET, hook.raw, hook.headers["x-arrears-signature"], time.time())


@pytest.mark.parametrize("header", ["", "t=1,v1=00", "nonsense", "t=x,v1=", "t=99999999999999999999,v1=00"])
def test_a_wrong_signature_is_refused(live: Live, product: Product, header: str) -> None:
    assert post(live, body(product), header).status_code == 401


@pytest.mark.parametrize(
    ("age", "believed"), [(0, True), (300, True), (301, False), (-300, True), (-301, False)]
)
def test_a_signature_is_believed_for_five_minutes(age: int, believed: bool) -> None:
    now = 1_772_460_000
    assert verified(SECRET, b"{}", sign(SECRET, b"{}", now - age), now) is believed


def test_a_signature_covers_the_body_and_the_secret() -> None:
    header = sign(SECRET, b"{}", 5)
    assert not verified(SECRET, b"{ }", header, 5)
    assert not verified("other", b"{}", header, 5)


@pytest.mark.parametrize(
    "changes",
    [
        {"to": "138"},
        {"text": ""},
        {"id": ""},
        {"valid_until": "2026-03-02"},
        {"callback_url": "x"},
        {"more": 1},
    ],
)
def test_a_malformed_text_is_refused(live: Live, product: Product, changes: dict[str, object]) -> None:
    assert post(live, body(product, **changes)).status_code == 422


@pytest.mark.parametrize(
    ("changes", "unreachable", "status", "code"),
    [
        ({}, False, "delivered", None),
        ({"valid_until": "2026-03-02T14:00:03Z"}, False, "delivered", None),
        ({"valid_until": "2026-03-02T14:00:02Z"}, False, "undelivered", "expired"),
        ({}, True, "undelivered", "unreachable"),
    ],
)
def test_a_text_that_does_not_arrive_says_why(
    live: Live, product: Product, changes: dict[str, object], unreachable: bool, status: str, code: str | None
) -> None:
    live.world.faults.undelivered = [PHONE] if unreachable else []
    post(live, body(product, **changes))
    live.http.post("/clock/advance", json={"seconds": 10})
    settled(live.world)
    told = json.loads(product.hooks[0].raw)
    assert (told["status"], told["error_code"]) == (status, code)


@pytest.mark.parametrize("words", ["好的", "退订", "STOP"])
def test_every_word_from_a_phone_goes_to_the_product(world: World, product: Product, words: str) -> None:
    reference = world.write(PHONE, words)
    settled(world)
    (hook,) = product.hooks
    assert hook.url.endswith("/lender-gateway/inbound")
    assert verified(SECRET, hook.raw, hook.headers["x-arrears-signature"], time.time())
    expected = {
        "reference": reference,
        "from": PHONE,
        "text": words,
        "received_at": "2026-03-02T14:00:00.000000Z",
    }
    assert json.loads(hook.raw) == expected
    assert [text.direction for text in world.phones.get(PHONE).thread] == ["from_phone"]


def test_a_text_is_offered_three_times_while_the_product_fails(world: World, product: Product) -> None:
    product.answers = [500, 503, 500, 204]
    world.write(PHONE, "好的")
    settled(world)
    assert len(product.hooks) == 3
    assert len({hook.raw for hook in product.hooks}) == 1
