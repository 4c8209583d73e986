"""A plan that is agreed while a person has yet to decide on other terms: that ends, and it is said."""

from __future__ import annotations

import pytest

from arrears.store import Store, approvals
from tests.builders.approvals import a_line, approval_of, ask
from tests.builders.line import Line, keys, plan_of


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return a_line(sqlite_store)


def test_who_agrees_a_plan_hears_that_the_request_ends_with_it(line: Line) -> None:
    ask(line)
    asked = approval_of(line).id
    line.says("I can do $350 a month starting on the 15th")
    assert "approval.overtaken" not in keys(line)
    with line.store.read() as tx:
        assert approvals.decision_of(tx, asked) is None
    said = line.says("yes")
    assert "Your earlier request ends with this plan" in said
    assert plan_of(line) is not None
    with line.store.read() as tx:
        assert approvals.decision_of(tx, asked).by == "overtaken"


def test_without_a_request_nothing_is_said_of_one(line: Line) -> None:
    line.says("I can do $350 a month starting on the 15th")
    line.says("yes")
    assert plan_of(line) is not None
    assert "approval.overtaken" not in keys(line)
