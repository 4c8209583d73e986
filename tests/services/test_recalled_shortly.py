"""A plan that was said in full is recalled by its next payment; thanks and a "right?" are answered."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import BOTH, PROPOSAL, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还3500，3月16号开始",
}
OWES = {Language.EN: "what do I owe", Language.ZH: "我欠多少"}
THANKS = {Language.EN: "All right, thank you for your help", Language.ZH: "好嘞 麻烦你了"}
SHORT = {
    Language.EN: "Our agreement stands: next $350.00 on Monday 16 March 2026.",
    Language.ZH: "我们的约定不变：下一笔是2026年3月16日（周一）还¥3,500.00。",
}


def agreed(store: Store, borrower: Borrower, **labels: str) -> tuple[Line, Language]:
    language = borrower.person.language
    line = verified(store, borrower, **{REGULAR[language]: "propose_instalment"} | labels)
    line.says(REGULAR[language])
    line.says(YES[language])
    assert "plan.recorded" in keys(line)
    return line, language


@BOTH
def test_what_was_recorded_in_full_is_recalled_by_the_next_payment(
    sqlite_store: Store, borrower: Borrower
) -> None:
    asks = OWES[borrower.person.language]
    line, language = agreed(sqlite_store, borrower, **{asks: "ask_balance"})
    assert SHORT[language] in line.says(asks)


LEFT = {Language.EN: "how much i got left after the 350 i sent", Language.ZH: "我打了3500之后还剩多少"}


@BOTH
def test_what_is_left_after_a_payment_is_the_balance_and_no_yes(
    sqlite_store: Store, borrower: Borrower
) -> None:
    left = LEFT[borrower.person.language]
    line, _ = agreed(sqlite_store, borrower, **{left: "ask_balance"})
    line.says(left)
    assert keys(line) == {"balance.charges", "next.closed"}


@BOTH
def test_thanks_beside_a_yes_are_answered_by_a_courtesy(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    labels = {OWES[language]: "ask_balance", THANKS[language]: "thanks"}
    line, _ = agreed(sqlite_store, borrower, **labels)
    line.says(OWES[language])
    line.says(THANKS[language])
    assert keys(line) == {"thanks.answer"}


def test_thanks_while_terms_wait_for_a_yes_are_not_only_that(sqlite_store: Store) -> None:
    text = "ok thank you"
    line = verified(sqlite_store, **{text: "affirm"})
    line.says(PROPOSAL)
    line.says(text)
    assert keys(line) != {"thanks.answer"}


@pytest.mark.parametrize("text", ["so 350 on the 15th every month, right?", "that's $350 a month, correct?"])
def test_who_makes_sure_of_terms_that_wait_hears_yes_and_them(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(PROPOSAL)
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"plan.that_is_so"}
    assert on_the_table(line) == before


@pytest.mark.parametrize("text", ["so 300 on the 15th of every month, right?", "350 from the 25th, right?"])
def test_who_makes_sure_of_other_terms_hears_no_yes(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(PROPOSAL)
    line.says(text)
    assert "plan.that_is_so" not in keys(line)


def test_a_goodbye_with_a_change_open_says_that_the_plan_stands(sqlite_store: Store) -> None:
    moves, bye = "can I pay on the 20th instead", "ok bye now"
    line = verified(sqlite_store, **{moves: "change_due_date", bye: "goodbye"})
    for text in (PROPOSAL, "yes", moves, bye):
        line.says(text)
    assert keys(line) == {"change.not_recorded", "goodbye.answer"}
