"""A form is Twilio's when its signature over URL and body holds, whatever is in it."""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.twilio_webhooks import Form, verified_form

URL, TOKEN = "https://arrears.example/twilio/sms", "token"

# Twilio's own example, "Validating signatures from Twilio".
EXAMPLE_URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
EXAMPLE = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+12349013030",
    "Digits": "1234",
    "From": "+12349013030",
    "To": "+18005551212",
}


def test_twilios_own_example_holds() -> None:
    body = urlencode(EXAMPLE).encode()
    signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ="
    form = verified_form("12345", EXAMPLE_URL, body, signature)
    assert form is not None
    assert {name: form.one(name) for name in form.keys()} == EXAMPLE  # noqa: SIM118
    assert verified_form("12346", EXAMPLE_URL, body, signature) is None


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=20)), max_size=8),
)
def test_whatever_was_signed_is_believed_and_read_as_it_was(pairs: list[tuple[str, str]]) -> None:
    body = urlencode(pairs).encode()
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    signed = URL + "".join(f"{name}{value}" for name, value in sorted(set(pairs)))
    signature = base64.b64encode(hmac.new(TOKEN.encode(), signed.encode(), hashlib.sha1).digest()).decode()
    form = verified_form(TOKEN, URL, body, signature)
    assert form is not None
    assert {name: form.getall(name) for name in form.keys()} == values  # noqa: SIM118


@given(st.binary(max_size=200), st.text(max_size=60))
def test_anything_else_is_refused_without_an_exception(body: bytes, signature: str) -> None:
    assert verified_form(TOKEN, URL, body, signature) is None


@pytest.mark.parametrize("signature", [None, "", "x"])
def test_no_signature_is_no_belief(signature: str | None) -> None:
    assert verified_form(TOKEN, URL, b"Body=x", signature) is None


def test_a_field_has_every_value_and_a_first_one() -> None:
    form = Form(b"a=1&b=&a=2&a=1")
    assert (form.getall("a"), form.one("a"), form.one("b"), form.one("c")) == (["1", "2", "1"], "1", "", "")
    assert list(form) == ["a", "b"]
