"""JSON can name half a character; the message it stands in is stored all the same, above all a stop."""

from __future__ import annotations

import pytest

from tests.builders.store import a_borrower, in_china, save
from tests.gateway.test_webhooks import INBOUND, from_lender, stored


@pytest.mark.parametrize("text", [r"\ud83d", r"退订\ud83d", r"\udc00 STOP"])
def test_half_a_character_loses_no_message(web, line, text) -> None:
    save(line.store, in_china(a_borrower("+12125550177")))
    raw = b'{"reference":"r","from":"+8613900000123","text":"' + text.encode() + b'"}'
    assert from_lender(web, line, "/inbound", raw).status_code == 204
    (row,) = stored(line)
    assert "\ufffd" in row.text


@pytest.mark.parametrize("key", ["reference", "from"])
def test_half_a_character_in_a_number_or_reference_is_refused(web, line, key) -> None:
    raw = str(INBOUND | {key: "HALF"}).replace("'", '"').replace("HALF", r"\ud83d").encode()
    assert from_lender(web, line, "/inbound", raw).status_code == 400
    assert stored(line) == []
