"""What was taken for a refusal to pay, or for somebody else, and is neither."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, keys
from tests.builders.several import PROOF, PROPOSAL, a_line, statuses

S = SpecialStatus


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("I don't mind paying what I owe. I am not paying the sixty", "refusal.part"),
        ("我不还罚息 本金我还", "refusal.part"),
        ("不会再罚我钱了吧", "interest.unknown"),
        ("我又不是不还", "next.question"),
    ],
)
def test_a_no_to_a_part_a_hope_and_a_wish_to_pay_refuse_nothing(
    sqlite_store: Store, text: str, key: str
) -> None:
    line = a_line(sqlite_store, "refuse_to_pay@0.95", text=text)
    line.says(text)
    assert "refusal.answer" not in keys(line)
    assert statuses(line) == frozenset()
    if key == "refusal.part":
        assert key in keys(line)
    line.says(PROPOSAL)
    assert keys(line) - {"fees.in_terms"} == {"plan.read_back"}


@pytest.mark.parametrize("text", ["hello I would like to talk about my loan", "你好 我想商量下还款"])
def test_beside_something_else_it_takes_a_word_to_refuse(sqlite_store: Store, text: str) -> None:
    line = a_line(sqlite_store, "pay_now+refuse_to_pay@0.7", text=text)
    line.says(text)
    assert "refusal.answer" not in keys(line)
    assert statuses(line) == frozenset()


@pytest.mark.parametrize("text", ["im not paying", "我不会还的", "not one cent, and not your fees"])
def test_a_refusal_is_recorded(sqlite_store: Store, text: str) -> None:
    line = a_line(sqlite_store, "refuse_to_pay@0.95", text=text)
    line.says(text)
    assert keys(line) == {"refusal.answer"}
    assert statuses(line) == {S.REFUSED_TO_PAY}


@pytest.mark.parametrize(
    "text", ["老子又不是不还 工头欠我钱呢 你们去催他啊", "my boss owes me, go chase him"]
)
@pytest.mark.parametrize("label", ["third_party_inquiry@0.9", "third_party@0.5", "wrong_number@0.9"])
def test_who_is_owed_money_by_somebody_is_nobody_else(sqlite_store: Store, text: str, label: str) -> None:
    line = a_line(sqlite_store, label, text=text)
    line.says(text)
    assert statuses(line) == frozenset()
    line.says(PROPOSAL)
    assert keys(line) == {"plan.read_back"}


def test_whose_wife_writes_that_she_is_owed_is_somebody_else(sqlite_store: Store) -> None:
    text = "i'm his wife, he owes me too"
    line = a_line(sqlite_store, "third_party@0.9", text=text)
    line.says(text)
    assert statuses(line) == {S.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize("text", ["那个 loan 我知道", "yes i know about that loan"])
def test_who_knows_of_the_loan_is_not_asked_whether_they_are_somebody_else(
    sqlite_store: Store, text: str
) -> None:
    line = a_line(sqlite_store, "third_party_inquiry@0.4+wrong_number@faint", text=text)
    line.says(text)
    assert not keys(line) & {"doubt.somebody", "doubt.number"}
    assert statuses(line) == frozenset()


WIFE, WRONG = "this is his wife", "03/09/1975 9999"


@pytest.mark.parametrize(
    ("brought", "labels"),
    [
        ("ok here he is", "third_party@0.96"),
        ("行吧 他回来了 叫他跟你讲", "third_party@0.7+deceased@0.38"),
    ],
)
def test_who_is_brought_to_the_phone_is_asked_for_the_proof_and_told_when_it_is_wrong(
    sqlite_store: Store, brought: str, labels: str
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {WIFE: "third_party", brought: labels})
    line.dialogue.intents[WRONG] = "verify_identity"
    line.write_first()
    line.says(WIFE)
    assert "$" not in line.says(brought)
    assert keys(line) == {"identity.ask"}
    line.says(WRONG)
    assert keys(line) == {"identity.retry"}
    line.says(PROOF)
    assert "balance.state" in keys(line)


@pytest.mark.parametrize("text", ["he's not here", "等他回来了我叫他跟你说"])
def test_who_only_says_where_they_are_brings_nobody(sqlite_store: Store, text: str) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {WIFE: "third_party", text: "third_party@0.9"})
    line.write_first()
    line.says(WIFE)
    line.says(text)
    assert keys(line) & {"third_party.answer", "human.waiting"}
