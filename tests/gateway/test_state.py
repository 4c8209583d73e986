"""What a program that drives the processes reads over the lender's API."""

from __future__ import annotations

import pytest

from arrears.store import access
from tests.builders.line import Line
from tests.builders.store import MONDAY_NOON_UTC
from tests.builders.web import Web

ALL = ("cases:read", "transcripts:read", "reports:read")


def key_of(line: Line, *scopes: str) -> dict[str, str]:
    with line.store.write() as tx:
        access.save_api_key(tx, "key", "test", scopes, MONDAY_NOON_UTC)
    return {"Authorization": "Bearer key"}


def path_of(line: Line) -> str:
    return f"/api/v1/cases/{line.borrower.case.id}/state"


def test_a_case_is_told_whole(web: Web, line: Line) -> None:
    line.says("who is this")
    answer = web.get(path_of(line), headers=key_of(line, *ALL))
    assert answer.status_code == 200
    assert [turn["speaker"] for turn in answer.json()["transcript"]] == ["borrower", "bot"]


@pytest.mark.parametrize("scope", ["cases:read", "transcripts:read"])
def test_a_transcript_needs_both_scopes(web: Web, line: Line, scope: str) -> None:
    assert web.get(path_of(line), headers=key_of(line, scope)).status_code == 403
    assert web.get(path_of(line)).status_code == 401


def test_a_case_that_is_none_of_ours_is_not_found(web: Web, line: Line) -> None:
    assert web.get("/api/v1/cases/nobody/state", headers=key_of(line, *ALL)).status_code == 404


def test_what_is_under_way_is_counted(web: Web, line: Line) -> None:
    key = key_of(line, *ALL)
    line.says("who is this")
    found = web.get("/api/v1/underway", headers=key).json()
    assert (found["open_messages"], found["replies"], found["contacts"]) == (0, 0, 0)
    assert found["ticks"] == {}
    with line.store.write() as tx:
        note = {"finished": {"dispatch": "2026-03-02T12:00:00+00:00"}}
        access.beat(tx, "scheduler", MONDAY_NOON_UTC, note)
    assert "dispatch" in web.get("/api/v1/underway", headers=key).json()["ticks"]
