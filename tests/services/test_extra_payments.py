"""One payment on top, in a month or if business is good: welcome at any time, and never a plan of its own."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import every_plan, keys, reasons
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还1250，3月16号开始",
}
EXTRA = {
    Language.EN: [
        "if business is good can I pay an extra 500 in May",
        "no, I said an extra 500 once in May, the rest as usual",
    ],
    Language.ZH: ["五一要是生意好 我想多还两千 怎么弄", "不是 我说五月多还一次两千 平时照旧"],
}


@BOTH
@pytest.mark.parametrize("number", range(2))
@pytest.mark.parametrize("label", ["propose_instalment", "request_settlement", "out_of_scope"])
def test_beside_a_plan_it_is_no_other_plan_and_for_nobody_to_decide(
    sqlite_store: Store, borrower: Borrower, number: int, label: str
) -> None:
    language = borrower.person.language
    text = EXTRA[language][number]
    line = verified(sqlite_store, borrower, **{REGULAR[language]: "propose_instalment", text: label})
    line.says(REGULAR[language])
    line.says(YES[language])
    line.says(text)
    assert keys(line) == {"plan.early"}
    assert on_the_table(line) is None
    assert len(every_plan(line)) == 1
    assert not reasons(line)


@BOTH
@pytest.mark.parametrize("number", range(2))
def test_terms_that_wait_for_a_yes_stay_and_are_read_again(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    language = borrower.person.language
    text = EXTRA[language][number]
    line = verified(sqlite_store, borrower, **{REGULAR[language]: "propose_instalment", text: "deny"})
    line.says(REGULAR[language])
    before = on_the_table(line)
    line.says(text)
    assert "plan.early" in keys(line)
    assert on_the_table(line) == before
    line.says(YES[language])
    assert len(every_plan(line)) == 1


@BOTH
def test_with_no_terms_yet_a_hopeful_one_gets_no_terms_of_its_own(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = EXTRA[borrower.person.language][0]
    line = verified(sqlite_store, borrower, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"plan.early"}
    assert on_the_table(line) is None


def test_a_first_sum_in_a_month_is_an_offer_like_any(sqlite_store: Store) -> None:
    text = "I will have an extra 500 on april 3"
    line = verified(sqlite_store, **{text: "promise_to_pay"})
    line.says(text)
    assert "plan.early" not in keys(line)
