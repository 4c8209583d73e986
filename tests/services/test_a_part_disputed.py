"""Who disputes a part and would pay the rest hears that both are noted, and nothing is asked of them."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.language.acts.pays_the_rest import pays_the_rest
from arrears.store import Store, proposals
from tests.builders.line import Line, every_plan, keys, reasons
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import a_borrower

PART = {"I dispute the $25 late fee but I'll pay the rest": "dispute", "滞纳金我不认，其他的我还": "dispute"}
OFFER = {"200 a month starting March 13": "propose_instalment", "每月20号还1500": "propose_instalment"}


def disputing(store: Store, text: str, *, china: bool) -> Line:
    line = verified(store, CHINA if china else None, **(PART | OFFER | {text: "dispute"}))
    line.says(text)
    return line


@pytest.mark.parametrize("text", list(PART))
def test_the_dispute_and_the_wish_are_both_noted(sqlite_store: Store, text: str) -> None:
    line = disputing(sqlite_store, text, china=not text.isascii())
    assert keys(line) == {"dispute.answer", "dispute.own_wish"}
    assert SpecialStatus.DISPUTE in statuses(line)
    assert reasons(line) == ["dispute"]


@pytest.mark.parametrize("china", [False, True], ids=["en", "zh"])
def test_what_they_offer_meanwhile_is_kept_and_binds_nobody(sqlite_store: Store, china: bool) -> None:
    line = disputing(sqlite_store, list(PART)[china], china=china)
    line.says("谢谢" if china else "thanks")
    line.says(list(OFFER)[china])
    assert keys(line) == {"dispute.own_terms"}
    assert on_the_table(line) is None
    assert not every_plan(line)
    with sqlite_store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert kept is not None
    assert kept.proposal.amount is not None
    assert kept.proposal.amount.minor == (150_000 if china else 20_000)


@pytest.mark.parametrize("text", ["this is not my debt", "I dispute the fee"])
def test_a_dispute_without_a_wish_is_noted_as_before(sqlite_store: Store, text: str) -> None:
    line = disputing(sqlite_store, text, china=False)
    assert keys(line) == {"dispute.answer"}


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("I'll pay the rest", True),
        ("I'm happy to pay everything else", True),
        ("I will pay the principal", True),
        ("剩下的我会还", True),
        ("本金我还", True),
        ("I won't pay the rest", False),
        ("I paid the rest", False),
        ("what about the rest", False),
        ("其他的我也不还", False),
        ("剩下的还没还", False),
    ],
)
def test_whether_they_would_pay_the_rest(text: str, goes_on: bool) -> None:
    assert pays_the_rest(text) is goes_on


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        (
            "so if the money order shows up do i just pay less at the end",
            "ask_payment_methods",
            "dispute.found",
        ),
        ("查到了是不是最后少还一点", "out_of_scope", "dispute.found"),
        ("what if you cant find it", "out_of_scope+ask_legal_consequences", "dispute.not_found"),
        ("要是你们那边查不到呢", "out_of_scope", "dispute.not_found"),
        ("does it count as late until then", "request_extension+ask_credit_reporting", "dispute.late"),
        ("查到之前还算我逾期吗", "ask_credit_reporting", "dispute.late"),
        ("and whats the fee part for", "ask_fees_interest", "dispute.fee"),
        ("那30块费用是什么钱", "ask_fees_interest", "dispute.fee"),
    ],
)
@pytest.mark.parametrize("proved", [True, False], ids=["proved", "not proved"])
def test_what_follows_from_the_check_is_answered_to_anybody(
    sqlite_store: Store, text: str, label: str, key: str, *, proved: bool
) -> None:
    china = not text.isascii()
    paid, borrower = ("我已经还过了" if china else "I already paid that"), CHINA if china else a_borrower()
    says = {paid: "already_paid", text: label}
    if proved:
        line = verified(sqlite_store, borrower, **says)
    else:
        line = Line(sqlite_store, borrower, says)
        line.write_first()
    line.says(paid)
    line.says(text)
    assert keys(line) == {key}
    line.says(text)
    assert keys(line) == {"dispute.person"}


def test_where_nothing_is_checked_a_fee_is_told_of_as_ever(sqlite_store: Store) -> None:
    text = "and whats the fee part for"
    line = verified(sqlite_store, **{text: "ask_fees_interest"})
    line.says(text)
    assert not any(key.startswith("dispute.") for key in keys(line))
