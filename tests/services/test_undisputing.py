"""A dispute of the borrower's own making in this talk ends by their own words, and by nothing less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.store import Store, consents
from tests.builders.line import Line, keys
from tests.builders.offers import BOTH, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

PAID = {"en": "I sent it in", "zh": "我还过钱了"}
NO = {
    "en": "wait no, I havent paid anything and im not disputing it. I just want to pay $350 on the 20th",
    "zh": "等等，我没还过钱，我也没有异议，我20号还1000",
}
S = SpecialStatus


def disputing(store: Store, borrower: Borrower, label: str = "already_paid") -> Line:
    language = borrower.person.language
    sayings = {PAID[language]: label, NO[language]: "deny"}
    line = verified(store, borrower, **sayings)
    line.says(PAID[language])
    assert S.DISPUTE in statuses(line)
    return line


@BOTH
@pytest.mark.parametrize("label", ["already_paid", "dispute"])
def test_who_disputes_nothing_is_talked_with_again(
    sqlite_store: Store, borrower: Borrower, label: str
) -> None:
    line = disputing(sqlite_store, borrower, label)
    line.says(NO[borrower.person.language])
    assert S.DISPUTE not in statuses(line)
    assert "dispute.cleared" in keys(line)
    assert len(keys(line)) > 1  # the terms of the same breath


def test_not_where_a_person_has_written_it_down(sqlite_store: Store) -> None:
    borrower = a_borrower()
    line = disputing(sqlite_store, borrower)
    who = line.borrower
    with sqlite_store.write() as tx:
        consents.append_status(
            tx, who.person.id, S.DISPUTE, raised=True, key="by-hand", at=line.clock.now(), by="ann",
            case_id=who.case.id,
        )  # fmt: skip
    line.says(NO["en"])
    assert S.DISPUTE in statuses(line)


def test_not_where_somebody_elses_debt_is_collected(sqlite_store: Store) -> None:
    borrower = a_borrower()
    theirs = replace(borrower, case=replace(borrower.case, relationship=Relationship.THIRD_PARTY))
    line = Line(sqlite_store, theirs, {PAID["en"]: "already_paid", NO["en"]: "deny"})
    line.says(PAID["en"])
    line.says(NO["en"])
    assert S.DISPUTE in statuses(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I'm not disputing it, just the amount is wrong", "deny"),
        ("I'm not disputing it, get me a person", "request_human+deny"),
        ("no", "deny"),
        ("I can do $350 on the 20th", "propose_instalment"),
    ],
)
def test_nothing_less_ends_it(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, **{PAID["en"]: "dispute", text: label})
    line.says(PAID["en"])
    line.says(text)
    assert S.DISPUTE in statuses(line)


def test_a_real_dispute_is_not_undone_by_not_having_paid(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"that is wrong": "dispute", "I haven't paid anything": "deny"})
    line.says("that is wrong")
    line.says("I haven't paid anything")
    assert S.DISPUTE in statuses(line)


@pytest.mark.parametrize(
    ("text", "disputes"),
    [("$350 a month, paid on the 20th", False), ("$350 a month, I paid on the 20th", True)],
)
def test_what_is_only_proposed_is_no_payment_made(sqlite_store: Store, text: str, *, disputes: bool) -> None:
    line = verified(sqlite_store, **{text: "propose_instalment+already_paid"})
    line.says(text)
    assert (S.DISPUTE in statuses(line)) is disputes
    assert (keys(line) == {"dispute.answer"}) is disputes


WONDERS = {
    "en": "Hello, I got a notice that I'm past due? I thought this was on autopay.",
    "zh": "我以为是自动扣的 怎么逾期了",
}


@BOTH
@pytest.mark.parametrize("label", ["dispute+already_paid", "already_paid", "dispute@0.95"])
def test_who_only_wonders_is_asked_and_nothing_rests(
    sqlite_store: Store, borrower: Borrower, label: str
) -> None:
    text = WONDERS[borrower.person.language]
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"doubt.dispute"}
    assert S.DISPUTE not in statuses(line)
    line.says("yes" if text.isascii() else "同意")
    assert S.DISPUTE in statuses(line)


@BOTH
def test_who_only_wonders_and_was_not_understood_hears_what_is_owed(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = WONDERS[borrower.person.language]
    line = verified(sqlite_store, borrower, **{text: "out_of_scope"})
    line.says(text)
    assert keys(line) == {"balance.again"}


def test_who_wondered_and_found_out_why_is_answered(sqlite_store: Store) -> None:
    why = "Oh I see, I changed banks in April, that must be it. What do I owe today in total?"
    line = verified(sqlite_store, **{WONDERS["en"]: "dispute@0.33+already_paid", why: "ask_balance"})
    line.says(WONDERS["en"])
    line.says(why)
    assert keys(line) == {"balance.again"}
    assert not statuses(line)


@BOTH
def test_their_own_error_takes_the_dispute_back(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    why = {"en": "oh that must be it, my mistake. what do I owe", "zh": "哦 那是我记错了 现在要还多少"}[
        language
    ]
    line = verified(sqlite_store, borrower, **{PAID[language]: "dispute@0.95", why: "ask_balance"})
    line.says(PAID[language])
    assert S.DISPUTE in statuses(line)
    line.says(why)
    assert S.DISPUTE not in statuses(line)
    assert {"dispute.cleared", "balance.again"} <= keys(line)
