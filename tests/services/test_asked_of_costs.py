"""A fee to be let off is for a person; what costs least is told from our records; neither makes a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.store import Store
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, YES, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower
from tests.services.test_interest_and_hours import with_rate

WITH_FEE = replace(CHINA, balance=replace(CHINA.balance, fees=Money(30_000, Currency.CNY)))
FEE_OFF = [
    ("那三百块费用总可以免吧", "request_settlement"),
    ("滞纳金能不能免了", "propose_instalment"),
    ("can you knock the late fee off", "request_settlement"),
    ("can you waive the $25 fee?", "propose_instalment"),
    ("can you take the 25 off? i never got a letter about it", "partial_payment"),
    ("can you take the 25 off? i never got a letter about it", "dispute@0.5"),
    ("那300能不能去掉", "partial_payment"),
]
CHEAPEST = [("which costs least in total", "propose_instalment"), ("怎么还总共最省", "ask_balance")]
SMALLER = "plan.may_ask_less"


def of(text: str) -> Borrower:
    return a_borrower() if text.isascii() else WITH_FEE


@pytest.mark.parametrize(("text", "label"), FEE_OFF)
def test_a_fee_to_be_let_off_is_for_a_person_and_no_plan_is_made_of_its_sum(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: label})
    line.says(text)
    assert keys(line) == {"fees.let_off"}
    assert set(reasons(line)) <= {"settlement", "also_said"}
    assert statuses(line) == frozenset()
    assert on_the_table(line) is None
    line.says(text)
    assert keys(line) == {"plan.less_again"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("有个300块是啥 能免吗", "ask_fees_interest"),
        ("what's this 25 on there for? can you take it off", "ask_fees_interest"),
        ("what is that 25 fee for and can u waive it", "partial_payment"),
    ],
)
def test_what_a_fee_is_for_and_whether_it_can_come_off_have_one_answer(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: label})
    line.says(text)
    assert keys(line) == {"fees.owed_let_off"}
    assert reasons(line) == ["settlement"]
    assert on_the_table(line) is None


def test_it_is_the_fee_that_was_just_spoken_of(sqlite_store: Store) -> None:
    sayings = {"what's that fee for": "ask_fees_interest", "can you waive it": "request_settlement"}
    line = verified(sqlite_store, **sayings)
    for text in sayings:
        line.says(text)
    assert keys(line) == {"fees.let_off"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("can you waive it", "request_settlement"),
        ("can you take the 500 off", "request_settlement"),
        ("take the 25 off and I'll pay the rest on the 20th, ok?", "promise_to_pay"),
        ("能免费咨询吗", "out_of_scope"),
        ("我每月还300可以吗", "propose_instalment"),
    ],
)
def test_what_names_no_charge_or_offers_something_is_no_wish_to_be_let_one_off(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: label})
    line.says(text)
    assert not keys(line) & {"fees.let_off", "fees.owed_let_off"}


@pytest.mark.parametrize(
    ("text", "key"), [("滞纳金能不能免了", "fees.none"), ("利息能不能免了", "fees.let_off")]
)
def test_where_no_fee_is_owed_that_is_said(sqlite_store: Store, text: str, key: str) -> None:
    line = verified(sqlite_store, CHINA, **{text: "request_settlement"})
    line.says(text)
    assert keys(line) == {key}


def test_terms_that_wait_are_read_again_after_it(sqlite_store: Store) -> None:
    text = "can you knock the late fee off"
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "request_settlement"})
    line.says(PROPOSAL)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"fees.let_off", "plan.read_back_short"}
    assert on_the_table(line) == before


def test_a_fee_that_they_dispute_is_disputed(sqlite_store: Store) -> None:
    text = "can you take the late fee off, it's not mine"
    line = verified(sqlite_store, **{text: "dispute"})
    line.says(text)
    assert "fees.let_off" not in keys(line)


@pytest.mark.parametrize(("text", "label"), CHEAPEST)
@pytest.mark.parametrize(
    ("rate", "key"),
    [(120_000, "plan.cheapest_sooner"), (0, "plan.cheapest_same"), (None, "plan.cheapest_unknown")],
)
def test_what_costs_least_is_told_as_far_as_our_records_go(
    sqlite_store: Store, text: str, label: str, rate: int | None, key: str
) -> None:
    line = verified(sqlite_store, with_rate(rate, of(text)), **{text: label})
    line.says(text)
    assert keys(line) - {SMALLER} == {key, "next.question"}
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("text", "hardship"),
    [
        ("What's the cheapest way out of this, total, not per month", False),
        ("what's the cheapest way out of this, I lost my job", True),
    ],
)
def test_a_label_of_hardship_pauses_nothing_where_no_word_tells_of_any(
    sqlite_store: Store, text: str, hardship: bool
) -> None:
    line = verified(sqlite_store, with_rate(0), **{text: "cannot_pay"})
    line.says(text)
    assert ("plan.cheapest_same" in keys(line)) is not hardship
    assert (SpecialStatus.HARDSHIP in statuses(line)) is hardship
    assert reasons(line) == ["hardship" if hardship else "also_said"]


def test_once_a_plan_stands_nothing_more_is_asked(sqlite_store: Store) -> None:
    text, label = CHEAPEST[0]
    line = verified(sqlite_store, with_rate(0), **{PROPOSAL: "propose_instalment", text: label})
    line.says(PROPOSAL)
    line.says(YES[line.borrower.person.language])
    line.says(text)
    assert keys(line) == {"plan.cheapest_same"}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "03/09/1975 4421. What's the cheapest way out of this, in total, not per month"),
        (CHINA, "1975年3月9日 4421，怎么还总共最省"),
    ],
)
def test_what_costs_least_is_answered_when_it_is_asked_in_the_breath_of_the_proof(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = Line(sqlite_store, borrower, {text: "verify_identity"})
    line.write_first()
    line.says(text)
    assert {"balance.stated", "next.question"} < keys(line)
    assert any(key.startswith("plan.cheapest") for key in keys(line))
