"""A second question of service in the same turn is answered too, in either order."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import every_plan, keys
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.store import a_borrower


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        (
            "when its paid will I get a letter and does this hurt my credit",
            "ask_credit_reporting",
            {"script.reporting", "written.answer"},
        ),
        (
            "does this hurt my credit, and will I get a letter when its paid",
            "request_written",
            {"script.reporting", "written.answer"},
        ),
        (
            "how do I pay and what's the late fee",
            "ask_fees_interest",
            {"balance.charges", "payment.ways"},
        ),
        (
            "how much to pay it off and when is it due",
            "ask_payoff+ask_balance",
            {"balance.payoff", "due.since"},
        ),
        (
            "when is my payment due and how do I pay it",
            "ask_balance",
            {"balance.again", "due.since", "payment.ways"},
        ),
        ("when is it due", "ask_balance", {"balance.again", "due.since"}),
        ("how much is the interest", "ask_fees_interest", {"balance.charges"}),
    ],
)
def test_both_are_answered(sqlite_store: Store, text: str, label: str, said: set[str]) -> None:
    line = verified(sqlite_store, a_borrower(), **{text: label})
    line.says(text)
    assert keys(line) == said


def test_in_mandarin_too(sqlite_store: Store) -> None:
    text = "还完能给我开个证明不，会不会影响征信"
    line = verified(sqlite_store, CHINA, **{text: "ask_credit_reporting"})
    line.says(text)
    assert keys(line) == {"script.reporting", "written.answer"}


def test_a_question_about_the_sum_beside_a_yes_has_the_terms_read_once_more(sqlite_store: Store) -> None:
    text = "yes, and what are the fees"
    line = verified(sqlite_store, a_borrower(), **{text: "affirm"})
    line.says(PROPOSAL)
    line.says(text)
    assert "plan.read_back_again" in keys(line)
    assert every_plan(line) == ()


def test_a_question_that_leaves_a_yes_is_answered_beside_it(sqlite_store: Store) -> None:
    text = "yes, and how do I pay"
    line = verified(sqlite_store, a_borrower(), **{text: "affirm"})
    line.says(PROPOSAL)
    line.says(text)
    assert {"plan.recorded", "payment.ways"} <= keys(line)


@pytest.mark.parametrize("label", ["dispute", "stop_texts", "bankruptcy"])
def test_beside_an_end_of_contact_nothing_is_answered(sqlite_store: Store, label: str) -> None:
    text = "leave me be, how do I pay and what are the fees"
    line = verified(sqlite_store, a_borrower(), **{text: label})
    said = line.says(text)
    assert "$" not in said
    assert not {"payment.ways", "balance.charges"} & keys(line)
