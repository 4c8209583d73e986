"""Papers, both loans, a kind that was not agreed, what was decided: each is answered as what is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Purpose
from arrears.domain.people import Language
from arrears.services.decide_approval import decline
from arrears.store import Store
from tests.builders.approvals import approval_of, mei
from tests.builders.line import SAYINGS, Line, keys, reasons, second_loan, waits
from tests.builders.offers import CHINA, PROOF, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.store import Borrower, a_borrower
from tests.services.test_hard_beside_a_wish import LONGER, SHOP

ZH_PROPOSAL = "每月20号还1500"
OFFERS = dict.fromkeys((PROPOSAL, ZH_PROPOSAL), "propose_instalment")


def asks(store: Store, text: str, label: str, borrower: Borrower | None = None) -> Line:
    china = CHINA if not text.isascii() else None
    line = verified(store, borrower or china, **(OFFERS | {text: label}))
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("do I have to send financials", "ask_payment_methods"),
        ("do you need my bank statements", "request_written"),
        ("what papers do you need for the extension", "request_extension"),
        ("要不要提供银行流水", "out_of_scope"),
        ("展期要什么材料", "request_hardship"),
        ("展期要什么材料", "dispute@0.5"),
    ],
)
def test_no_papers_are_asked_for_here_and_a_person_tells_whether_any_are_needed(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = asks(sqlite_store, text, label)
    assert "papers.answer" in keys(line)
    assert len(keys(line) & {"human.promised", "human.waiting"}) == 1


@pytest.mark.parametrize("text", ["do i have to pay both loans", "两个都要还吗"])
def test_who_asks_of_both_hears_what_is_owed_on_each(sqlite_store: Store, text: str) -> None:
    china = CHINA if not text.isascii() else a_borrower()
    line = verified(sqlite_store, china, **{text: "ask_payment_methods"})
    second_loan(sqlite_store, line.borrower)
    line.says(text)
    assert keys(line) == {"loans.both"}
    assert reasons(line) == ["other_loan"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ok and how much on each one", {"loans.both"}),
        ("两笔各欠多少", {"loans.both"}),
        ("which loan is this I have 2 with you", {"loans.this", "loans.other"}),
        ("你说的是哪笔贷款", {"loans.this", "loans.other"}),
    ],
)
def test_who_has_two_loans_hears_which_this_is_and_what_is_owed_on_each(
    sqlite_store: Store, text: str, said: set[str]
) -> None:
    china = CHINA if not text.isascii() else a_borrower()
    line = verified(sqlite_store, china, **{text: "ask_balance"})
    second_loan(sqlite_store, line.borrower)
    line.says(text)
    assert keys(line) == said


def test_which_loan_it_is_is_told_after_the_proof_and_never_before(sqlite_store: Store) -> None:
    text, proof = "which loan is this I have 2 with you", PROOF[Language.EN]
    line = Line(sqlite_store, sayings=SAYINGS | {text: "ask_who_are_you", proof: "verify_identity"})
    second_loan(sqlite_store, line.borrower)
    line.write_first()
    assert "$" not in line.says(text)
    line.says(proof)
    assert {"loans.this", "loans.other"} <= keys(line)


@pytest.mark.parametrize("text", ["which loan is this", "how much on each one"])
def test_with_one_loan_these_are_questions_like_any(sqlite_store: Store, text: str) -> None:
    line = asks(sqlite_store, text, "ask_balance")
    assert not any(key.startswith("loans.") for key in keys(line))


@pytest.mark.parametrize("text", ["do i have to pay both loans", "两个都要还吗"])
def test_where_we_know_of_one_loan_that_is_said(sqlite_store: Store, text: str) -> None:
    line = asks(sqlite_store, text, "out_of_scope")
    assert keys(line) == {"loans.only_this"}
    assert reasons(line) == ["other_loan"]


def owing(purpose: Purpose, borrower: Borrower | None = None) -> Borrower:
    who = borrower or a_borrower()
    return replace(who, case=replace(who.case, purpose=purpose))


@pytest.mark.parametrize(
    ("purpose", "text", "label"),
    [
        (Purpose.COMMERCIAL, "I can do $150 a month on my personal loan", "propose_instalment"),
        (Purpose.COMMERCIAL, "and the personal loan?", "dispute@0.5"),
        (Purpose.COMMERCIAL, "我个人那笔贷款每个月还500，13号开始", "propose_instalment"),
        (Purpose.COMMERCIAL, "我私人的贷款怎么办", "third_party_inquiry@0.5"),
        (Purpose.CONSUMER, "for the company loan $150 a month", "propose_instalment"),
        (Purpose.CONSUMER, "公司那笔每月还1500", "propose_instalment"),
    ],
)
def test_a_loan_that_we_do_not_know_is_never_placed_on_the_one_that_we_do(
    sqlite_store: Store, purpose: Purpose, text: str, label: str
) -> None:
    china = CHINA if not text.isascii() else None
    line = asks(sqlite_store, text, label, owing(purpose, china))
    assert keys(line) == {"loans.only_this"}
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("purpose", "text"),
    [
        (Purpose.CONSUMER, "I can do $350 a month on my personal loan from the 15th"),
        (Purpose.COMMERCIAL, "I can do $350 a month on the company loan from the 15th"),
        (Purpose.UNKNOWN, "I can do $350 a month on the company loan from the 15th"),
        (Purpose.COMMERCIAL, "我自己的贷款，每月20号还1500"),
    ],
)
def test_terms_for_this_loan_by_its_kind_are_read_back(
    sqlite_store: Store, purpose: Purpose, text: str
) -> None:
    china = CHINA if not text.isascii() else None
    line = asks(sqlite_store, text, "propose_instalment", owing(purpose, china))
    assert "loans.only_this" not in keys(line)
    assert on_the_table(line) is not None


@pytest.mark.parametrize(
    ("text", "label", "beside"),
    [
        ("is there an interest-only period", "ask_fees_interest", {"interest.owed"}),
        ("有没有先息后本", "partial_payment", set()),
    ],
)
def test_a_kind_that_was_not_agreed_is_said_to_be_none_of_the_plan(
    sqlite_store: Store, text: str, label: str, beside: set[str]
) -> None:
    china = CHINA if not text.isascii() else None
    line = verified(sqlite_store, china, **(OFFERS | {text: label}))
    line.says(PROPOSAL if china is None else ZH_PROPOSAL)
    line.says(YES[language_of(line)])
    line.says(text)
    assert keys(line) == {"plan.not_in_it"} | beside
    assert reasons(line) == ["change_of_plan"]


APPROVED = {"did it get approved yet": "ask_credit_reporting", "批了没有": "out_of_scope"}


@pytest.mark.parametrize("text", [*APPROVED, "申请通过了吗"])
def test_what_waits_for_a_decision_is_told_with_its_time(sqlite_store: Store, text: str) -> None:
    labels = APPROVED | {"申请通过了吗": "bankruptcy@0.5", LONGER: "cannot_pay"}
    line = verified(sqlite_store, SHOP, **labels)
    line.says(LONGER)
    line.says(text)
    assert keys(line) == {"approval.asked"}


def test_after_the_promised_time_it_is_said_to_be_late(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **(APPROVED | {LONGER: "cannot_pay"}))
    line.says(LONGER)
    waits(line, days=2)
    line.says("1975年3月9日 4421")
    line.says("批了没有")
    assert keys(line) == {"human.late"}


def test_a_no_is_told_again_to_who_asks_again(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **(APPROVED | {LONGER: "cannot_pay"}))
    line.says(LONGER)
    decline(line.desk, approval_of(line).id, mei(line), "no")
    for _ in range(2):
        line.says("批了没有")
        assert "approval.declined" in keys(line)


@pytest.mark.parametrize("text", list(APPROVED))
def test_where_nothing_waits_for_a_decision_that_is_said(sqlite_store: Store, text: str) -> None:
    line = asks(sqlite_store, text, APPROVED[text])
    assert keys(line) == {"approval.nothing_waits", "next.question"}


def test_before_the_proof_nothing_is_told_of_a_decision(sqlite_store: Store) -> None:
    line = Line(sqlite_store, None, APPROVED)
    line.write_first()
    line.says("did it get approved yet")
    assert keys(line) == {"identity.ask"}


def test_a_late_answer_is_owned_to_without_the_proof(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **(APPROVED | {LONGER: "cannot_pay"}))
    line.says(LONGER)
    waits(line, days=2)
    line.says("批了没有")
    assert keys(line) == {"human.late"}
