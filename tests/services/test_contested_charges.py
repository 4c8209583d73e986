"""A charge that they say is not owed: noted for a person, told apart, and named in what is read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.store import Store
from tests.builders.line import keys, plan_of, reasons
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.several import queue, statuses
from tests.builders.store import Borrower, a_borrower
from tests.services.test_interest_and_hours import with_rate

WITH_FEE = replace(CHINA, balance=replace(CHINA.balance, fees=Money(2500, Currency.CNY)))
ZH_PROPOSAL = "每月20号还1500"
OFF = "I was told in January that late fee would be taken off. I want it off."
ZH_OFF = "那个滞纳金说好了减掉的"
REST = "well I'll pay the rest of it, just not the 25"
ZH_REST = "其他的我还 就是那25不还"
WITHOUT = "So what is it without the twenty five"
INCLUDED = "is the late fee in that or not"
BALANCE = "balance.charges"


def of(text: str) -> Borrower:
    return a_borrower() if text.isascii() else WITH_FEE


@pytest.mark.parametrize("label", ["ask_fees_interest", "dispute@0.5", "request_settlement"])
@pytest.mark.parametrize("text", [OFF, ZH_OFF, "they promised to remove the $25"])
def test_a_charge_that_was_to_come_off_is_noted_for_a_person(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: label})
    line.says(text)
    assert keys(line) == {"fees.claimed"}
    assert set(reasons(line)) <= {"settlement", "also_said"}
    assert statuses(line) == frozenset()
    line.says(text)
    assert keys(line) == {"human.waiting"}


def test_a_dispute_that_is_certain_rests_the_loan_as_ever(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{OFF: "dispute@0.95"})
    line.says(OFF)
    assert statuses(line) == {SpecialStatus.DISPUTE}


@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_a_collector_for_others_has_such_a_claim_checked_like_any_dispute(
    sqlite_store: Store, relationship: Relationship
) -> None:
    others = a_borrower()
    others = replace(others, case=replace(others.case, relationship=relationship))
    line = verified(sqlite_store, others, **{OFF: "ask_fees_interest"})
    line.says(OFF)
    assert statuses(line) == {SpecialStatus.DISPUTE}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (ZH_OFF, "fees.none"),  # no fee is owed
        ("they promised to remove the $60", BALANCE),  # no part of it
    ],
)
def test_what_is_no_part_of_it_is_noted_as_none(sqlite_store: Store, text: str, key: str) -> None:
    china = None if text.isascii() else CHINA
    line = verified(sqlite_store, china, **{text: "ask_fees_interest"})
    line.says(text)
    assert keys(line) == {key}
    assert not reasons(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (REST, "partial_payment"),
        (ZH_REST, "refuse_to_pay"),
        ("I'll pay everything except the fee", "out_of_scope"),
    ],
)
def test_a_no_to_a_part_is_noted_and_the_rest_is_asked_for(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: label})
    line.says(text)
    assert keys(line) == {"refusal.part", "next.question"}
    assert reasons(line)
    assert statuses(line) == frozenset()


def test_a_sum_that_is_no_part_is_refused_as_terms_are(sqlite_store: Store) -> None:
    text = "I can pay 200 on the 20th, not the 350"
    line = verified(sqlite_store, **{text: "partial_payment"})
    line.says(text)
    assert "refusal.part" not in keys(line)


def test_terms_beside_the_no_are_read_back_and_say_that_the_part_is_in_them(sqlite_store: Store) -> None:
    text = "I'll pay 350 a month from the 15th, just not the late fee"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    said = line.says(text)
    assert keys(line) == {"refusal.part", "fees.in_terms", "plan.read_back"}
    assert "$25.00 fees" in said
    assert "$1,400.00 in total" in said


@pytest.mark.parametrize(("text", "rest"), [(WITHOUT, "$1,375.00"), ("不算滞纳金是多少", "")])
def test_what_it_is_without_a_part_is_exact(sqlite_store: Store, text: str, rest: str) -> None:
    line = verified(sqlite_store, of(text), **{text: "ask_fees_interest"})
    said = line.says(text)
    assert keys(line) == {"fees.without"}
    assert rest in said
    assert not reasons(line)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what is it without the sixty", BALANCE),
        ("what is it without the $60 late fee", BALANCE),
        ("不算罚息是多少", "interest.late"),
    ],
)
def test_without_a_sum_that_is_none_of_it_nothing_is_worked_out(
    sqlite_store: Store, text: str, key: str
) -> None:
    line = verified(sqlite_store, of(text), **{text: "ask_fees_interest"})
    line.says(text)
    assert keys(line) == {key}


@pytest.mark.parametrize("text", [INCLUDED, "do I still owe the 25 fee", "那25块费用算在里面吗"])
def test_whether_a_part_is_in_what_is_owed(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, of(text), **{text: "ask_fees_interest"})
    line.says(text)
    assert keys(line) == {"fees.included"}


def test_whether_a_part_is_in_the_terms_that_wait_or_stand(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{INCLUDED: "ask_fees_interest"})
    line.says(PROPOSAL)
    before = on_the_table(line)
    assert "$1,400.00 includes $25.00 fees" in line.says(INCLUDED)
    assert keys(line) == {"fees.included", "plan.read_back_short"}
    assert on_the_table(line) == before
    line.says("yes")
    assert plan_of(line) is not None
    line.says(INCLUDED)
    assert keys(line) == {"fees.included"}


def test_of_terms_that_do_not_reach_it_the_order_is_told(sqlite_store: Store) -> None:
    text = "does that include the interest"
    part = "I can pay 60 on the 20th and no more"
    line = verified(sqlite_store, **{part: "partial_payment", text: "ask_fees_interest"})
    line.says(part)
    waiting = on_the_table(line)
    line.says(text)
    assert waiting is not None
    assert ("payment.applied" in keys(line)) is (
        waiting[1] is not None or waiting[0].total < Money(10_000, Currency.USD)
    )


def test_terms_beside_the_question_are_read_back(sqlite_store: Store) -> None:
    text = "350 a month from the 15th, is the late fee in that?"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"fees.included", "plan.read_back"}


@pytest.mark.parametrize(("claim", "proposal"), [(OFF, PROPOSAL), (ZH_OFF, ZH_PROPOSAL)])
def test_what_is_read_back_after_a_claim_says_that_the_charge_is_in_it(
    sqlite_store: Store, claim: str, proposal: str
) -> None:
    china = None if claim.isascii() else WITH_FEE
    asks = INCLUDED if china is None else "滞纳金算进去了吗"
    labels = {claim: "ask_fees_interest", proposal: "propose_instalment", asks: "ask_fees_interest"}
    line = verified(sqlite_store, china, **labels)
    line.says(claim)
    line.says(proposal)
    assert keys(line) == {"fees.in_terms", "plan.read_back"}
    line.says(asks)
    assert keys(line) == {"fees.included_yet", "plan.read_back_short"}


def test_a_claim_after_the_terms_is_said_of_them_once(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{OFF: "ask_fees_interest", "thanks": "thanks"})
    line.says(PROPOSAL)
    line.says(OFF)
    assert keys(line) == {"fees.claimed", "fees.in_terms", "plan.read_back_short"}
    line.says("thanks")
    assert "fees.in_terms" not in keys(line)


def test_without_a_claim_nothing_is_said_of_a_part(sqlite_store: Store) -> None:
    line = verified(sqlite_store)
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize("text", ["has the late fee been removed", "滞纳金减了没有"])
def test_whether_it_has_come_off_is_told_by_the_records(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, of(text), **{text: "ask_fees_interest"})
    line.says(text)
    assert keys(line) == {"fees.still_owed"}


@pytest.mark.parametrize(
    "text", ["Who is going to look into the fee and when do I hear", "滞纳金的事谁来处理"]
)
def test_who_looks_into_it_is_a_person_whether_or_not_one_waits(sqlite_store: Store, text: str) -> None:
    claim = OFF if text.isascii() else ZH_OFF
    line = verified(sqlite_store, of(text), **dict.fromkeys((text, claim), "ask_fees_interest"))
    line.says(text)
    assert keys(line) == {"human.waiting"}
    line.says(claim)
    line.says(text)
    assert keys(line) <= {"human.promised", "human.waiting"}
    assert len(queue(line)) == 1


@pytest.mark.parametrize("text", ["what happens to the interest while im paying", "还款期间还有利息吗"])
def test_what_becomes_of_interest_is_answered_after_a_plan_too(sqlite_store: Store, text: str) -> None:
    china = None if text.isascii() else WITH_FEE
    proposal, yes = (PROPOSAL, "yes") if china is None else (ZH_PROPOSAL, "同意")
    line = verified(
        sqlite_store, with_rate(None, china), **{text: "ask_fees_interest", proposal: "propose_instalment"}
    )
    line.says(proposal)
    line.says(yes)
    line.says(text)
    assert keys(line) == {"interest.unknown"}


def test_what_is_owed_is_not_recited_twice_running(sqlite_store: Store) -> None:
    texts = ("the charges", "but those charges, you know", "the charges I said")
    line = verified(sqlite_store, **dict.fromkeys(texts, "ask_fees_interest"))
    said = []
    for text in texts:
        line.says(text)
        said.append(keys(line))
    assert said == [{BALANCE}, {"fees.person"}, {"human.waiting"}]
    assert reasons(line) == ["interest"]
