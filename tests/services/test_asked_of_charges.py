"""What a fee is for, how interest is worked out, what it comes to: by our records, or in none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.money import Currency, Money
from arrears.store import Store
from tests.builders.line import keys, plan_of, reasons
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.store import Borrower
from tests.services.test_interest_and_hours import with_rate

A_YEAR = 120_000
"""12 % on the $1,300.00 that the borrower of these tests owes."""
ZH_PROPOSAL = "每月20号还1500"


LATE_AGAIN = ["does doing it like this stop the late fees", "这样分期还会不会再收我滞纳金"]


def said_to(store: Store, borrower: Borrower, *texts: str) -> tuple[set[str], list[str], str]:
    offers = dict.fromkeys((PROPOSAL, ZH_PROPOSAL), "propose_instalment")
    line = verified(store, borrower, **(dict.fromkeys(texts, "ask_fees_interest") | offers))
    said = [line.says(text) for text in texts][-1]
    return {*keys(line)}, reasons(line), said


@pytest.mark.parametrize(
    "text",
    [
        "what's the $25 for",
        "what is the fee for?",
        "some weeks its 700 some weeks 350. whats this 25 fee on there for",
        "what's the $25 doing on here for",
        "ok so i saw on the statement theres a 25 fee what is that even for",
        "这25块是什么费",
        "滞纳金是什么费用",
    ],
)
def test_what_a_fee_is_for_is_in_no_record_of_ours_and_a_person_looks_it_up(
    sqlite_store: Store, text: str
) -> None:
    china = replace(CHINA, balance=replace(CHINA.balance, fees=Money(2500, Currency.CNY)))
    borrower = china if not text.isascii() else None
    said, called, words = said_to(sqlite_store, with_rate(None, borrower), text)
    assert said == {"fees.owed"}
    assert called == ["interest"]
    assert "25.00" in words


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("那25块是啥钱 利息到底咋算的", {"interest.rate_unknown"}),
        ("whats this 25 fee for, and does interest keep adding up?", {"interest.unknown"}),
        ("那25块是啥钱 利息停不停", {"interest.unknown"}),
    ],
)
def test_beside_what_a_fee_is_for_the_other_question_is_answered_too(
    sqlite_store: Store, text: str, others: set[str]
) -> None:
    china = replace(CHINA, balance=replace(CHINA.balance, fees=Money(2500, Currency.CNY)))
    said, called, _ = said_to(sqlite_store, with_rate(None, None if text.isascii() else china), text)
    assert said == {"fees.owed"} | others
    assert called == ["interest"]


@pytest.mark.parametrize(
    ("text", "key"), [("what's the $75 for", "fees.other"), ("what's the $350 for", "balance.charges")]
)
def test_a_sum_that_is_no_fee_is_told_for_what_it_is(sqlite_store: Store, text: str, key: str) -> None:
    said, called, _ = said_to(sqlite_store, with_rate(None), text)
    assert said == {key}
    assert not called


@pytest.mark.parametrize(
    "text",
    [
        "how do you calculate late interest",
        "罚息怎么算",
        "滞纳金怎么收的",
    ],
)
def test_how_late_interest_is_worked_out_is_in_the_agreement(sqlite_store: Store, text: str) -> None:
    china = CHINA if not text.isascii() else None
    said, called, _ = said_to(sqlite_store, with_rate(A_YEAR, china), text)
    assert said == {"interest.late"}
    assert called == ["interest"]


@pytest.mark.parametrize(
    "text", ["how is interest calculated", "what's the interest rate", "利息怎么算", "请问利率是多少"]
)
@pytest.mark.parametrize(
    ("rate", "key"), [(A_YEAR, "interest.rate"), (0, "interest.none"), (None, "interest.rate_unknown")]
)
def test_the_rate_is_told_as_far_as_the_lender_told_it(
    sqlite_store: Store, text: str, rate: int | None, key: str
) -> None:
    china = CHINA if not text.isascii() else None
    said, _, words = said_to(sqlite_store, with_rate(rate, china), text)
    assert said == {key}
    assert ("12%" in words) is bool(rate)


@pytest.mark.parametrize(
    "text", ["how much interest will I pay in total on this", "按这个计划总共要付多少利息"]
)
@pytest.mark.parametrize(
    ("rate", "then"), [(A_YEAR, "interest.until_paid"), (0, "interest.none"), (None, "interest.unknown")]
)
def test_interest_in_all_is_what_is_owed_and_what_comes_to_it_over_the_terms(
    sqlite_store: Store, text: str, rate: int | None, then: str
) -> None:
    china = CHINA if not text.isascii() else None
    proposal = PROPOSAL if china is None else ZH_PROPOSAL
    said, _, words = said_to(sqlite_store, with_rate(rate, china), proposal, text)
    assert said == {"interest.owed", then, "plan.read_back_short"}
    if rate and china is None:
        assert "15 June" in words


def test_without_terms_interest_in_all_is_told_by_the_day_and_month(sqlite_store: Store) -> None:
    said, _, _ = said_to(sqlite_store, with_rate(A_YEAR), "how much interest will I pay in total")
    assert said == {"interest.owed", "interest.grows"}


def test_the_terms_that_wait_go_on_waiting(sqlite_store: Store) -> None:
    text = "what's the $25 for"
    line = verified(sqlite_store, with_rate(None), **{text: "ask_fees_interest"})
    line.says(PROPOSAL)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"fees.owed", "plan.read_back_short"}
    assert on_the_table(line) == before


def test_where_no_fee_is_owed_that_is_said(sqlite_store: Store) -> None:
    said, called, _ = said_to(sqlite_store, CHINA, "滞纳金是什么费用")
    assert said == {"fees.none"}
    assert not called


@pytest.mark.parametrize("text", LATE_AGAIN)
@pytest.mark.parametrize("agreed", [True, False])
def test_whether_a_plan_stops_late_fees_is_answered_as_what_we_know_and_a_person_looks_up_the_rest(
    sqlite_store: Store, text: str, agreed: bool
) -> None:
    borrower = CHINA if not text.isascii() else None
    proposal, yes = (ZH_PROPOSAL, "同意") if borrower else (PROPOSAL, "yes")
    line = verified(sqlite_store, borrower, **{proposal: "propose_instalment", text: "ask_fees_interest"})
    line.says(proposal)
    if agreed:
        line.says(yes)
    line.says(text)
    assert keys(line) == {"interest.late_again"} | (set() if agreed else {"plan.read_back_short"})
    assert reasons(line) == ["interest"]
    assert (plan_of(line) is not None) is agreed
