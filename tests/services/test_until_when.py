"""The answer to "until when would you like it extended?" is asked for, and never a demand of all of it."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import on_the_table, verified
from tests.services.test_hard_beside_a_wish import SHOP, asked_for

WISH = "我想办一下展期"
SEPTEMBER = date(2026, 9, 3)


def asked_until(store: Store, **sayings: str) -> Line:
    line = verified(store, SHOP, **{WISH: "request_extension"}, **sayings)
    line.says(WISH)
    assert keys(line) == {"approval.ask_until"}
    return line


@pytest.mark.parametrize("label", ["request_extension", "promise_to_pay", "change_due_date", "vague_promise"])
@pytest.mark.parametrize(
    "text",
    [
        "展到今年9月3号",
        "9月3号",
        "想展六个月，展到9月",
        "展到9月吧",
        "六个月",
        "到9月3号可以吗",
        "半年就够了",
        "延到9月3号",
        "until September 3",
        "six months, until September",
        "until September 3rd please",
    ],
)
def test_a_day_a_length_or_both_makes_the_request(sqlite_store: Store, text: str, label: str) -> None:
    line = asked_until(sqlite_store, **{text: label})
    line.says(text)
    assert "approval.asked" in keys(line)
    assert (asked_for(line).kind, asked_for(line).last_on) == (PlanType.EXTENSION, SEPTEMBER)
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("店里最近生意淡，想展六个月", "cannot_pay"),
        ("想展六个月，展到9月", "request_extension"),
        ("那就给我延到9月3号吧", "request_extension"),
    ],
)
def test_so_it_does_after_a_question_in_between(sqlite_store: Store, text: str, label: str) -> None:
    between = "展期最多能展多久啊"
    line = asked_until(sqlite_store, **{between: "request_extension", text: label})
    line.says(between)
    line.says(text)
    assert "approval.asked" in keys(line)
    assert asked_for(line).last_on == SEPTEMBER
    assert on_the_table(line) is None


@pytest.mark.parametrize("text", ["我3月10号先还2000", "每个月还2万"])
def test_a_sum_instead_is_an_offer_of_theirs(sqlite_store: Store, text: str) -> None:
    line = asked_until(sqlite_store, **{text: "partial_payment"})
    line.says(text)
    assert "approval.asked" not in keys(line)


def test_more_time_without_that_wish_stays_more_time(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **{"能宽限到3月10号吗": "request_extension"})
    line.says("能宽限到3月10号吗")
    assert "approval.asked" not in keys(line)
