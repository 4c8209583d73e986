"""How long callers waited, for who has a key to ask."""

from __future__ import annotations

import pytest

from arrears.store import access
from gateway.voice.latencies import KEPT, Latencies
from tests.builders.web import Web


def test_waits_are_counted_in_milliseconds_by_the_way_of_the_call() -> None:
    waits = Latencies()
    for milliseconds in range(1, 101):
        waits.note("relay", milliseconds / 1000)
    waits.note("gather", 2.0)
    waits.count("fillers")
    assert waits.summary() == {
        "relay": {"count": 100, "p50_ms": 51, "p95_ms": 96, "p99_ms": 100, "max_ms": 100},
        "gather": {"count": 1, "p50_ms": 2000, "p95_ms": 2000, "p99_ms": 2000, "max_ms": 2000},
        "counts": {"fillers": 1},
    }
    waits.clear()
    assert waits.summary() == {"counts": {}}


def test_only_the_latest_waits_are_kept() -> None:
    waits = Latencies()
    for seconds in (9.0, *[1.0] * KEPT):
        waits.note("relay", seconds)
    assert waits.summary()["relay"]["max_ms"] == 1000
    assert waits.summary()["relay"]["count"] == KEPT


@pytest.mark.parametrize(("scopes", "status"), [(("reports:read",), 200), (("cases:read",), 403)])
def test_they_are_told_to_a_key_that_may_read_reports(phone, web: Web, scopes, status) -> None:
    with phone.store.write() as tx:
        access.save_api_key(tx, "key", "bench", scopes, phone.clock.now())
    answer = web.get("/api/v1/voice/latencies", headers={"Authorization": "Bearer key"})
    assert answer.status_code == status
    assert web.get("/api/v1/voice/latencies").status_code == 401
