"""What is asked of the terms is answered from these, and what waits goes on waiting."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, consents
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import CHINA, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower

ZH_PROPOSAL = "每月20号还1500"


def asked(store: Store, borrower: Borrower | None, text: str, label: str) -> tuple[Line, str]:
    proposal = PROPOSAL if borrower is None else ZH_PROPOSAL
    line = verified(store, borrower, **{text: label, proposal: "propose_instalment"})
    line.says(proposal)
    before = on_the_table(line)
    said = line.says(text)
    assert before is not None
    assert on_the_table(line) == before
    return line, said


@pytest.mark.parametrize(
    ("borrower", "text", "label", "key", "fact"),
    [
        (None, "How many months is that in total?", "ask_balance", "plan.length", "4 payments"),
        (None, "and how many of the 350 payments are there?", "ask_balance", "plan.length_of", "350.00: 4"),
        (None, "the 350 a month, how many times is that?", "ask_balance", "plan.length_of", "15 June"),
        (CHINA, "1500的一共要还几期", "ask_balance", "plan.length_of", "期"),
        (
            None,
            "And once all are in, that's it, right? nothing more comes after",
            "vague_promise",
            "plan.pays_all",
            "1,400",
        ),
        (None, "whats the total over all that, does it cover everything?", "ask_payoff", "plan.pays_all", ""),
        (CHINA, "这样就全还清了吧", "ask_payoff", "plan.pays_all", "全部"),
        (CHINA, "都还了就算完了吧", "already_paid", "plan.pays_all", "全部"),
        (CHINA, "之后就不用再还了吧", "vague_promise", "plan.pays_all", "全部"),
        (None, "so when's the last one", "out_of_scope", "plan.length", "15 June"),
        (None, "why 350?", "ask_fees_interest", "plan.why_sum", "4 payments"),
        (
            None,
            "whats the lowest monthly you guys will take?",
            "request_settlement",
            "plan.least",
            "14 payments",
        ),
        (None, "is there anything longer than that?", "request_extension", "plan.least", "14 payments"),
        (
            None,
            "what happens if i just send you something when i have some?",
            "ask_legal_consequences",
            "payment.any_time",
            "any day",
        ),
        (None, "what if I find a job, can I bump it up", "out_of_scope", "plan.early", "early"),
        (
            None,
            "will i get charged more late fees while im on it",
            "ask_fees_interest",
            "interest.late_again",
            "no fee",
        ),
        (None, "so how long till its paid off like that", "already_paid", "plan.length", "payments"),
        (None, "what happens if one month I can't", "ask_legal_consequences", "plan.missed", "day"),
        (CHINA, "万一客户晚付我钱怎么办", "ask_legal_consequences", "plan.missed", ""),
        (None, "nobody's gonna call my job right", "inconvenient", "script.privacy", "Nobody else"),
        (
            None,
            "Will you keep adding interest while I wait?",
            "ask_fees_interest",
            "interest.unknown",
            "interest",
        ),
        (CHINA, "一共要还几个月", "ask_balance", "plan.length", "期"),
        (CHINA, "最后一期是什么时候", "ask_legal_consequences", "plan.length", "最后一期"),
        (CHINA, "最少一个月还多少", "ask_balance", "plan.least", "每月"),
        (CHINA, "我有多少还多少行不行", "ask_balance", "payment.any_time", "都算数"),
        (CHINA, "找到工作了能不能每个月多还点", "propose_instalment", "plan.early", "提前"),
        (CHINA, "这200算利息还是算本金？", "ask_fees_interest", "payment.applied", "先抵费用"),
        (CHINA, "你们不会打电话到我单位吧", "inconvenient", "script.privacy", ""),
    ],
)
def test_a_question_is_answered_by_its_fact_and_the_yes_after_it_binds(
    sqlite_store: Store, borrower: Borrower | None, text: str, label: str, key: str, fact: str
) -> None:
    line, said = asked(sqlite_store, borrower, text, label)
    assert {key, "plan.read_back_short"} <= keys(line)
    assert fact in said
    assert "balance.charges" not in keys(line)
    assert "inconvenient.answer" not in keys(line)
    line.says(YES[language_of(line)])
    assert len(every_plan(line)) == 1


def test_a_sum_of_ours_is_explained_by_the_number_of_payments(sqlite_store: Store) -> None:
    text = "为什么是500？"
    line = verified(
        sqlite_store, CHINA, **{"分10期，每月20号还": "propose_instalment", text: "ask_fees_interest"}
    )
    first = line.says("分10期，每月20号还")
    said = line.says(text)
    assert keys(line) == {"plan.why_sum", "plan.read_back_short"}, (first, said)
    assert "10期" in said


def test_a_sum_of_theirs_with_a_smaller_last_payment_is_no_share_of_what_is_owed(sqlite_store: Store) -> None:
    line, _ = asked(sqlite_store, CHINA, "为什么是1500？", "ask_fees_interest")
    assert "plan.why_sum" not in keys(line)


def test_a_sum_that_is_in_no_offer_is_no_question_why_it_is_so_much(sqlite_store: Store) -> None:
    line, _ = asked(sqlite_store, None, "why 999?", "ask_fees_interest")
    assert "plan.why_sum" not in keys(line)


def test_who_asks_for_the_least_before_any_terms_hears_it_with_terms_of_ours(sqlite_store: Store) -> None:
    text = "whats the lowest monthly you guys will take?"
    line = verified(sqlite_store, **{text: "request_settlement"})
    line.says(text)
    assert "plan.least" in keys(line)
    assert keys(line) & {"offer.one", "offer.two"}
    assert on_the_table(line) is not None


def test_who_is_in_difficulty_is_told_of_no_least_of_a_plan(sqlite_store: Store) -> None:
    text, hard = "whats the least it could be then", "I lost my job, I could do $50 a month"
    line = verified(sqlite_store, **{text: "ask_balance", hard: "cannot_pay+propose_instalment"})
    line.says(hard)
    line.says(text)
    assert "plan.least" not in keys(line)


@pytest.mark.parametrize("text", ["how many payments is that", "why 350?", "whats the least you take"])
def test_a_stranger_hears_no_terms(sqlite_store: Store, text: str) -> None:
    line = Line(sqlite_store, sayings={text: "ask_balance"})
    line.write_first()
    line.says(text)
    assert keys(line) == {"identity.ask"}


def test_what_was_agreed_tells_how_many_payments_are_left(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"how many payments is that": "ask_balance"})
    line.says(PROPOSAL)
    line.says("yes")
    said = line.says("how many payments is that")
    assert keys(line) == {"plan.length"}
    assert "4 payments" in said


def test_who_asks_whether_their_job_is_called_hears_who_learns_of_it_and_no_sorry(
    sqlite_store: Store,
) -> None:
    line, _ = asked(sqlite_store, None, "nobody's gonna call my job right", "inconvenient")
    assert SpecialStatus.HARDSHIP not in statuses(line)
    assert keys(line) == {"script.privacy", "plan.read_back_short"}
    with line.store.read() as tx:
        assert consents.inconvenient_hours_of(tx, line.borrower.person.id)  # the label's fear is kept to


@pytest.mark.parametrize(
    ("borrower", "terms", "text", "monthly"),
    [
        (
            None,
            "I can do $75 a week",
            "i said 75 a week, not 150. is it the same thing over the month?",
            "$325.00",
        ),
    ],
)
def test_two_rhythms_are_compared_by_the_month(
    sqlite_store: Store, borrower: Borrower | None, terms: str, text: str, monthly: str
) -> None:
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", text: "propose_instalment"})
    first = line.says(terms)
    before = on_the_table(line)
    said = line.says(text)
    assert before is not None, first
    assert "plan.same_money" in keys(line), (first, said)
    assert said.count(monthly) == 2
    assert on_the_table(line) == before


@pytest.mark.parametrize(
    ("terms", "same"),
    [
        ("I can do $50 every two weeks", "$108.33 every month is the same money as $50.00 every two weeks"),
        ("I can do $20 a month", None),
    ],
)
def test_an_offer_that_is_their_money_in_another_rhythm_says_so(
    sqlite_store: Store, terms: str, same: str | None
) -> None:
    line = verified(sqlite_store, **{terms: "propose_instalment"})
    said = line.says(terms)
    assert keys(line) & {"offer.counter", "offer.two_instead"}, said
    assert ("is the same money" in said) is (same is not None)
    assert same is None or same in said
