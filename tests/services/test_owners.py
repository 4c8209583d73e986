"""The owner of a business that borrowed is asked for the proof, not sent away as a stranger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Purpose
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, verified
from tests.builders.store import a_borrower

OWNER, BOSS = "this is the owner of the restaurant, how can I help you", "我是老板，什么事"


def says(store: Store, text: str, label: str, *, purpose: Purpose = Purpose.COMMERCIAL) -> Line:
    borrower = a_borrower() if text.isascii() else CHINA
    borrower = replace(borrower, case=replace(borrower.case, purpose=purpose))
    line = Line(store, borrower, {text: label})
    line.write_first()
    line.says(text)
    return line


@pytest.mark.parametrize("text", [OWNER, BOSS])
@pytest.mark.parametrize("label", ["third_party", "out_of_scope", "verify_identity+third_party"])
def test_who_owns_the_business_is_asked_for_the_proof(sqlite_store: Store, text: str, label: str) -> None:
    assert keys(says(sqlite_store, text, label)) == {"identity.ask"}


def test_a_private_loan_has_no_owner_of_a_business(sqlite_store: Store) -> None:
    line = says(sqlite_store, OWNER, "third_party", purpose=Purpose.CONSUMER)
    assert keys(line) == {"third_party.answer"}


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        ("my husband owns the bakery", "third_party", "third_party.answer"),
        ("老板不在，我是店员", "third_party", "third_party.answer"),
        (OWNER, "attorney_represented", "special_status.answer"),
        (OWNER, "wrong_number", "wrong_number.answer"),
    ],
)
def test_others_and_ends_stay_what_they_are(sqlite_store: Store, text: str, label: str, key: str) -> None:
    assert keys(says(sqlite_store, text, label)) == {key}


TO_SETTLE = "Good morning. I'm the owner of Halvorsen Framing, I'd like to get our loan back on track."


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize(
    ("text", "label"),
    [
        (TO_SETTLE, "third_party"),
        ("this is about my loan, I want to work out a plan", "third_party_inquiry"),
        ("我就是老板 这笔经营贷我知道逾期了 想商量个方案", "third_party_inquiry"),
        ("我的贷款我知道 想谈谈怎么还", "third_party"),
    ],
)
def test_who_wants_to_settle_their_own_loan_is_asked_for_the_proof(
    sqlite_store: Store, text: str, label: str, purpose: Purpose
) -> None:
    assert keys(says(sqlite_store, text, label, purpose=purpose)) == {"identity.ask"}


@pytest.mark.parametrize(
    "text",
    [
        "my husband's loan, I'd like to get it back on track",
        "this is his wife, we want to sort out his loan",
        "我老公的贷款 想商量个方案",
        "我是他老婆 我知道逾期了 想商量个方案",
    ],
)
def test_who_wants_to_settle_the_loan_of_somebody_else_is_somebody_else(
    sqlite_store: Store, text: str
) -> None:
    assert keys(says(sqlite_store, text, "third_party")) == {"third_party.answer"}


def test_once_proved_who_wants_to_settle_is_asked_what_they_could_pay(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{TO_SETTLE: "third_party"})
    line.says(TO_SETTLE)
    assert "scope.answer" not in keys(line)
    assert keys(line) & {"next.question", "proposal.ask_both", "balance.state"}
