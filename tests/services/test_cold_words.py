"""Words that would be cold: a past day that was no offer, a wait we do not own, a no without a way."""

from __future__ import annotations

import pytest

from arrears.services.decide_approval import decline
from arrears.services.dispatch_outreach import dispatch_due
from arrears.store import Store
from tests.builders.approvals import approval_of, ask, mei
from tests.builders.line import SAYINGS, Line, keys, waits
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower
from tests.services.test_hard_beside_a_wish import SHOP


@pytest.mark.parametrize(
    ("borrower", "text", "label"),
    [
        (None, "ok look I was out of line yesterday, sorry", "out_of_scope"),
        (None, "I talked to your manager yesterday", "out_of_scope"),
        (None, "I talked to your manager yesterday, he said 350 a month is fine", "propose_instalment"),
        (CHINA, "昨天我态度不好，不好意思", "out_of_scope"),
    ],
)
def test_a_past_day_of_no_payment_is_no_offer(
    sqlite_store: Store, borrower: Borrower | None, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert "proposal.date_past" not in keys(line)


@pytest.mark.parametrize("text", ["I can pay 100 on february 1 2026", "I can pay 100 on march 1"])
def test_a_past_day_of_the_calendar_beside_a_sum_was_meant_for_it(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "promise_to_pay"})
    line.says(text)
    assert keys(line) == {"proposal.date_past"}


@pytest.mark.parametrize(
    ("text", "label"),
    [("hello? it's been an hour", "greet"), ("you said 30 minutes!", "out_of_scope")],
)
def test_who_waits_too_long_hears_that_we_are_sorry(sqlite_store: Store, text: str, label: str) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {"Get me a person": "request_human", text: label})
    line.write_first()
    line.says("Get me a person")
    waits(line, hours=1)
    line.says(text)
    assert keys(line) == {"human.late"}
    line.says(text)
    assert keys(line) == {"human.waiting"}


@pytest.mark.parametrize(
    ("text", "label"),
    [("hello? it's been an hour", "greet"), ("you said 30 minutes!", "out_of_scope")],
)
def test_before_the_time_is_over_they_hear_when_it_is(sqlite_store: Store, text: str, label: str) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {"Get me a person": "request_human", text: label})
    line.write_first()
    line.says("Get me a person")
    line.says(text)
    assert keys(line) == {"human.promised"}


def test_where_nobody_waits_a_length_of_time_calls_nobody(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {"hello? it's been an hour": "greet"})
    line.write_first()
    line.says("hello? it's been an hour")
    assert not keys(line) & {"human.answer", "human.promised", "human.late"}


@pytest.mark.parametrize(
    ("borrower", "text", "label"),
    [
        (None, "what now?", "out_of_scope"),
        (None, "so it was declined? what can I do now", "repeat_clarify"),
        (CHINA, "没批吗？那怎么办", "repeat_clarify"),
    ],
)
def test_after_a_decline_who_asks_what_now_hears_what_is_possible(
    sqlite_store: Store, borrower: Borrower | None, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label, "hello?": "greet"})
    line.says("hello?")
    ask(line)
    decline(line.desk, approval_of(line).id, mei(line), "not enough papers")
    dispatch_due(line.desk, line.app.messengers)
    line.says(text)
    assert keys(line) & {"offer.one", "offer.two"}
    assert on_the_table(line) is not None


def test_a_declined_extension_is_not_asked_for_again_by_who_asks_what_now(sqlite_store: Store) -> None:
    wish, text = "我想展期到9月3号", "没批吗？那怎么办"
    line = verified(sqlite_store, SHOP, **{wish: "request_extension", text: "repeat_clarify"})
    line.says(wish)
    assert keys(line) == {"approval.asked"}
    decline(line.desk, approval_of(line).id, mei(line), "not enough papers")
    dispatch_due(line.desk, line.app.messengers)
    line.says(text)
    assert keys(line) & {"offer.one", "offer.two"}
    assert on_the_table(line) is not None
