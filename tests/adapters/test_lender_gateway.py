"""The lender's gateway: what is believed of what comes in."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.lender_gateway import sign, verified_json
from simulator.lender_gateway import sign as signed_by_the_other_side
from tests.builders.store import MONDAY_NOON_UTC as NOW

SECRET = "secret"
RAW = b'{"text":"1"}'


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers() | st.none(), max_size=5))
def test_what_we_signed_is_believed(message: dict[str, object]) -> None:
    raw = json.dumps(message).encode()
    assert verified_json(SECRET, raw, sign(SECRET, raw, NOW), NOW) == message


def test_both_sides_sign_alike() -> None:
    assert signed_by_the_other_side(SECRET, RAW, int(NOW.timestamp())) == sign(SECRET, RAW, NOW)


@given(st.binary(max_size=60), st.text(max_size=80))
def test_anything_else_is_refused_without_an_exception(body: bytes, header: str) -> None:
    assert verified_json(SECRET, body, header, NOW) is None


@pytest.mark.parametrize(("age", "believed"), [(-301, False), (-300, True), (300, True), (301, False)])
def test_a_signature_is_fresh_for_five_minutes_either_way(age: int, believed: bool) -> None:
    header = sign(SECRET, RAW, NOW - timedelta(seconds=age))
    assert (verified_json(SECRET, RAW, header, NOW) is not None) is believed


@pytest.mark.parametrize(
    ("secret", "raw"), [("other", RAW), (SECRET, RAW + b" "), (SECRET, b'{"text":"2"}'), (SECRET, b"")]
)
def test_a_signature_covers_body_and_secret(secret: str, raw: bytes) -> None:
    assert verified_json(secret, raw, sign(SECRET, RAW, NOW), NOW) is None


def test_no_header_is_no_belief() -> None:
    assert verified_json(SECRET, RAW, None, NOW) is None
