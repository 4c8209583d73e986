"""Terms said in parts over several turns: each turn changes the part that it speaks of."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, keys, plan_of, reasons
from tests.builders.offers import CHINA, on_the_table, verified

type Paid = tuple[str, int]

PLAN, PROMISE, DISPUTE = "propose_instalment", "promise_to_pay", "dispute"
LUMP, REST = "I could put 600 on March 13", "and the rest monthly, 125 on the 20th, starting in April"
FIRST = "Make the first one 500, not 600. The rest stays the same"
DEPOSIT, MONTHLY = "月底房东退我押金 有1800 这个可以全给你们", "剩下的每个月550吧 我10号发工资 12号还"


def schedule(line: Line) -> list[Paid]:
    """Month and day, and whole units, of what is on the table."""
    waiting = on_the_table(line)
    assert waiting is not None
    return [(f"{item.on:%m-%d}", item.amount.minor // 100) for item in waiting[0].instalments]


def say(line: Line, *texts: str) -> None:
    for text in texts:
        line.says(text)


def test_a_sum_and_the_rest_from_another_month_have_each_their_day_to_the_cent(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{LUMP: PROMISE, REST: PLAN})
    say(line, LUMP, REST)
    assert keys(line) == {"plan.read_back"}
    assert schedule(line)[:3] == [("03-13", 600), ("04-20", 125), ("05-20", 125)]
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.total.minor == 1400_00
    assert [item.amount.minor for item in plan.instalments] == [600_00, *[125_00] * 6, 50_00]


@pytest.mark.parametrize(("label", "confidence"), [(PLAN, 0.95), (DISPUTE, 0.5)])
def test_another_first_sum_changes_that_one_alone_and_disputes_nothing(
    sqlite_store: Store, label: str, confidence: float
) -> None:
    line = verified(sqlite_store, **{LUMP: PROMISE, REST: PLAN, FIRST: label})
    say(line, LUMP, REST)
    line.dialogue.confidence = confidence
    line.says(FIRST)
    assert keys(line) == {"plan.read_back"}
    assert schedule(line)[:3] == [("03-13", 500), ("04-20", 125), ("05-20", 125)]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        (FIRST, 0.95),  # heard for certain
        ("the first payment of 500 was never mine", 0.5),
    ],
)
def test_a_dispute_of_the_first_payment_stays_one(sqlite_store: Store, text: str, confidence: float) -> None:
    line = verified(sqlite_store, **{LUMP: PROMISE, REST: PLAN, text: DISPUTE})
    say(line, LUMP, REST)
    line.dialogue.confidence = confidence
    line.says(text)
    assert "plan.read_back" not in keys(line)
    assert "dispute" in reasons(line) or keys(line) == {"doubt.dispute"}


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        # Of equal payments the first alone is another.
        (
            "300 a month on the 16th",
            "make the first one 200, the rest stays the same",
            [200, 300, 300, 300, 300],
        ),
        ("300 a month on the 16th", "make it 200", [200] * 7),
    ],
)
def test_one_of_equal_payments_or_all_of_them(
    sqlite_store: Store, first: str, then: str, expected: list[int]
) -> None:
    line = verified(sqlite_store, **{first: PLAN, then: PLAN})
    say(line, first, then)
    assert [whole for _, whole in schedule(line)] == expected


def test_a_deposit_that_comes_at_the_month_end_and_each_change_after_it(sqlite_store: Store) -> None:
    moved, begun = (
        "等下 押金是31号才退 保险点第一笔写4月1号可以不",
        "4月我要交新房租 550那个从5月12号开始 4月就只还那1800",
    )
    line = verified(
        sqlite_store,
        CHINA,
        **{DEPOSIT: "partial_payment", MONTHLY: PLAN, moved: "change_due_date", begun: PROMISE},
    )
    say(line, DEPOSIT, MONTHLY)
    assert schedule(line)[:2] == [("03-31", 1800), ("04-13", 550)]
    line.says(moved)
    assert schedule(line)[:2] == [("04-01", 1800), ("04-13", 550)]
    line.says(begun)
    assert schedule(line)[:3] == [("04-01", 1800), ("05-12", 550), ("06-12", 550)]
    assert sum(whole for _, whole in schedule(line)) == 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("550从5月12号开始", [("03-20", 1800), ("05-12", 550)]),
        ("5月12号开始", [("03-20", 1800), ("05-12", 550)]),
        ("剩下的从5月12号开始", [("03-20", 1800), ("05-12", 550)]),
        ("1800改到3月25号", [("03-25", 1800), ("04-27", 550)]),
        ("第一笔改成1500 后面不变", [("03-20", 1500), ("04-20", 550)]),
        ("先1800 之后每个月600", [("03-20", 1800), ("04-20", 600)]),
    ],
)
def test_a_later_turn_changes_its_part(sqlite_store: Store, text: str, expected: list[Paid]) -> None:
    first = "3月20号1800 后面每月550"
    line = verified(sqlite_store, CHINA, **{first: PLAN, text: PLAN})
    say(line, first, text)
    assert schedule(line)[:2] == expected


def test_another_first_sum_is_no_other_day_whatever_its_label(sqlite_store: Store) -> None:
    first, text = "3月20号1800 后面每月550", "第一笔改成1500 后面不变"
    line = verified(sqlite_store, CHINA, **{first: PLAN, text: "change_due_date"})
    say(line, first, text)
    assert schedule(line)[:2] == [("03-20", 1500), ("04-20", 550)]


def test_what_goes_on_from_a_sum_keeps_it(sqlite_store: Store) -> None:
    then = "and then 125 a month from April 20"
    line = verified(sqlite_store, **{LUMP: PROMISE, then: PLAN})
    say(line, LUMP, then)
    assert schedule(line)[:2] == [("03-13", 600), ("04-20", 125)]


def test_another_plan_in_place_of_a_sum_is_that_plan(sqlite_store: Store) -> None:
    other = "no, 125 a month from March 20"
    line = verified(sqlite_store, **{LUMP: PROMISE, other: PLAN})
    say(line, LUMP, other)
    assert {whole for _, whole in schedule(line)[:-1]} == {125}


def test_a_rest_that_follows_a_month_end_keeps_to_the_month_ends(sqlite_store: Store) -> None:
    text = "600 on March 31, then 100 a month"
    line = verified(sqlite_store, **{text: PLAN})
    line.says(text)
    assert [on for on, _ in schedule(line)[:5]] == ["03-31", "04-30", "06-01", "06-30", "07-31"]


def test_by_the_week_the_rest_falls_on_the_day_that_they_named(sqlite_store: Store) -> None:
    text = "600 on March 12, then 100 every friday"
    line = verified(sqlite_store, **{text: PLAN})
    line.says(text)
    assert [on for on, _ in schedule(line)[:3]] == ["03-12", "03-13", "03-20"]
