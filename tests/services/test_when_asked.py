"""Who asks when they will hear is told the time that was promised, and never a later one."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, keys, waits
from tests.builders.offers import BOTH, CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower
from tests.services.test_hard_beside_a_wish import LONGER, SHOP

WHEN = {"when will I hear back": "vague_promise", "大概多久能有结果": "out_of_scope"}
LESS = {"would you take less": "request_settlement", "能便宜点吗": "request_settlement"}


def asks_when(line: Line) -> str:
    english, mandarin = WHEN
    return line.says(english if line.borrower.person.country == "US" else mandarin)


@pytest.mark.parametrize("label", ["out_of_scope", "request_extension", "vague_promise", "repeat_clarify"])
def test_the_time_of_the_approval_that_waits(sqlite_store: Store, label: str) -> None:
    line = verified(sqlite_store, SHOP, **{LONGER: "cannot_pay", "大概多久能有结果": label})
    first = line.says(LONGER)
    again = line.says("大概多久能有结果")
    assert keys(line) == {"approval.asked"}
    assert again in first


@BOTH
def test_the_time_of_the_person_who_was_promised_stays_the_same(
    sqlite_store: Store, borrower: Borrower
) -> None:
    english, mandarin = LESS
    line = verified(sqlite_store, borrower, **WHEN, **LESS)
    line.says(english if borrower is not CHINA else mandarin)
    first = asks_when(line)
    assert keys(line) == {"human.promised"}
    waits(line, minutes=10)
    assert asks_when(line) == first


def test_that_a_time_is_over_is_said_and_no_other_is_promised(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **WHEN, **LESS)
    line.says("would you take less")
    waits(line, minutes=29)
    asks_when(line)
    assert keys(line) == {"human.late"}


def test_where_nothing_waits_they_hear_where_it_stands(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"when will I hear back": "out_of_scope"})
    asks_when(line)
    assert keys(line) == {"next.question"}


def test_an_offer_of_theirs_is_no_question(sqlite_store: Store) -> None:
    offer = "I can pay $100 on the 20th, when will I hear back?"
    line = verified(sqlite_store, a_borrower(), **LESS, **{offer: "partial_payment"})
    line.says("would you take less")
    line.says(offer)
    assert on_the_table(line) is not None


def test_stop_is_stop_whatever_is_asked_beside_it(sqlite_store: Store) -> None:
    text = "stop texting me. when will I hear back"
    line = verified(sqlite_store, a_borrower(), **LESS, **{text: "stop_texts"})
    line.says("would you take less")
    line.says(text)
    assert keys(line) == {"optout.confirmation"}
