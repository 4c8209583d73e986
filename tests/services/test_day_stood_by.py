"""Who names the same late first day again, or says that there is no money before it, waits for a person."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.store import Store, approvals
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = "300 a month starting april 22"
FIRST = "800 apr 22 then 100 each month on the 22nd"
ZH = "4月12号还3000,以后每月12号还1000"


def after(store: Store, proposed: str, *then: str, borrower: Borrower | None = None) -> Line:
    """The borrower after these texts, of which the first is answered with an earlier day."""
    labels = dict.fromkeys((proposed, *then), "decline_plan") | {proposed: "propose_instalment"}
    line = verified(store, borrower, **labels)
    for text in (proposed, *then):
        line.says(text)
    return line


@pytest.mark.parametrize(
    ("proposed", "again"),
    [
        (REGULAR, "no, april 22"),
        (REGULAR, "I dont have money before april 22"),
        (REGULAR, "too soon, I can do it on the 22nd"),
        (REGULAR, "no I cant do april 1. I dont get paid until april 22"),
        (FIRST, "no I wont have it april 8, the money aint there. 22nd is the soonest"),
        ("I can pay it all on april 22", "no april 22 is when I get the money"),
    ],
)
def test_their_own_terms_wait_for_a_person_and_ours_are_not_said_again(
    sqlite_store: Store, proposed: str, again: str
) -> None:
    line = after(sqlite_store, proposed, again)
    assert keys(line) == {"approval.asked"}
    assert on_the_table(line) is None
    line.says(again)
    assert keys(line) == {"approval.asked"}
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert waiting.asked.offer.first_on == date(2026, 4, 22)


@pytest.mark.parametrize(
    "again", ["3月12号我还没领到钱, 4月12号才有", "不行,4月12号才有钱", "4月12号才发工资", "4月12号之前没钱"]
)
def test_in_mandarin_as_well(sqlite_store: Store, again: str) -> None:
    line = after(sqlite_store, ZH, again, borrower=CHINA)
    assert keys(line) == {"approval.asked"}
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert waiting.asked.offer.first_on == date(2026, 4, 13)  # the 12th is a Sunday


@pytest.mark.parametrize("refusal", ["no", "no way", "no, april 15", "thats too soon"])
def test_a_refusal_without_their_day_asks_no_person(sqlite_store: Store, refusal: str) -> None:
    line = after(sqlite_store, REGULAR, refusal)
    assert "approval.asked" not in keys(line)
    with line.store.read() as tx:
        assert approvals.waiting_of(tx, line.borrower.case.id) == ()


@pytest.mark.parametrize(
    ("hard", "text", "borrower", "first"),
    [
        ("I lost my job", "the most I can do is 60 a month, and not before May", None, date(2026, 5, 1)),
        ("I lost my job", "60 a month, nothing before May 4", None, date(2026, 5, 4)),
        ("我失业了", "每月最多300 5月之前真的没有", CHINA, date(2026, 5, 1)),
    ],
)
def test_in_difficulty_whoever_has_nothing_before_a_day_is_asked_for_nothing_before_it(
    sqlite_store: Store, hard: str, text: str, borrower: Borrower | None, first: date
) -> None:
    line = verified(sqlite_store, borrower, **{hard: "cannot_pay", text: "propose_instalment"})
    line.says(hard)
    line.says(text)
    assert "approval.asked" in keys(line)
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert first <= waiting.asked.offer.first_on <= date(2026, 5, 7)
    line.dialogue.intents["on the 6th of may then"] = "promise_to_pay"
    line.says("on the 6th of may then")
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert waiting.asked.offer.first_on == date(2026, 5, 6) or first.day != 1


def test_a_day_that_may_be_is_read_back_though_there_is_nothing_before(sqlite_store: Store) -> None:
    text = "350 a month, cant do anything until march 20"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].first_on == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "borrower"),
    [
        ("unemployment comes on the 20th but thats food and rent. i cant do anything this month", None),
        ("20号发失业金 但要交房租吃饭 这个月一分钱都拿不出来", CHINA),
    ],
)
def test_who_can_do_nothing_this_month_is_offered_nothing_in_it(
    sqlite_store: Store, text: str, borrower: Borrower | None
) -> None:
    hard = "I lost my job" if borrower is None else "我失业了"
    line = verified(sqlite_store, borrower, **{hard: "cannot_pay", text: "cannot_pay"})
    line.says(hard)
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is None or waiting[0].first_on >= date(2026, 4, 1)
