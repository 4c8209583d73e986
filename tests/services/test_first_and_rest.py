"""A first sum and regular ones after it: read back in full, agreed with a yes, and scheduled to the cent."""

from __future__ import annotations

import pytest

from arrears.domain.money import Money, total
from arrears.domain.people import Language
from arrears.store import Store, ledger
from tests.builders.line import keys, plan_of
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

TEXT = {Language.EN: "400 now, the rest 300 a month", Language.ZH: "现在先付两千，剩下的每月一千"}
SUMS = {Language.EN: (400_00, 300_00), Language.ZH: (2000_00, 1000_00)}


@BOTH
def test_both_sums_are_read_back_and_recorded_after_a_yes(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    line = verified(sqlite_store, borrower, **{TEXT[language]: "propose_instalment"})
    said = line.says(TEXT[language])
    assert keys(line) == {"plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    amounts = [item.amount for item in waiting[0].instalments]
    assert (amounts[0].minor, amounts[1].minor) == SUMS[language]
    assert len({*amounts[1:-1]}) <= 1
    assert f"{amounts[0].minor // 100:,}.00" in said
    assert f"{amounts[1].minor // 100:,}.00" in said
    line.says(YES[language])
    plan = plan_of(line)
    assert plan is not None
    with line.store.read() as tx:
        balance = ledger.balance(tx, plan.case_id, plan.total.currency)
    assert plan.total == total(amounts, plan.total.currency) == balance.total
    assert plan.left_due == Money.zero(plan.total.currency)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT[Language.EN], {"plan.read_back"}),
        ("I can give you 400 today, and I don't know about the rest", {"payment.applied", "offer.two"}),
    ],
)
def test_what_a_part_is_applied_to_is_said_only_where_something_stays_open(
    sqlite_store: Store, text: str, said: set[str]
) -> None:
    line = verified(sqlite_store, **{text: "partial_payment"})
    line.says(text)
    assert keys(line) == said


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("yes, 400 now and the rest 300 a month", True),
        ("yes, 300 now and the rest 400 a month", False),
        ("yes, 400 now and the rest 300 a week", False),
    ],
)
def test_a_yes_in_so_many_words_is_one_to_just_these_terms(
    sqlite_store: Store, text: str, records: bool
) -> None:
    line = verified(sqlite_store, **{TEXT[Language.EN]: "propose_instalment", text: "confirm_plan"})
    line.says(TEXT[Language.EN])
    line.says(text)
    assert (plan_of(line) is not None) is records


def test_a_day_that_was_asked_for_completes_the_terms(sqlite_store: Store) -> None:
    text = "500 down and 300 a month"
    line = verified(sqlite_store, **{text: "propose_instalment", "on friday": "promise_to_pay"})
    line.says(text)
    assert keys(line) == {"proposal.ask_date"}
    line.says("on friday")
    assert keys(line) == {"plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert [item.amount.minor for item in waiting[0].instalments][:2] == [500_00, 300_00]


def test_a_limit_of_the_regular_sums_bounds_them_and_not_the_first(sqlite_store: Store) -> None:
    limit, text = "I can pay at most 200 a month", "I have 400 now, and then 200 a month"
    line = verified(sqlite_store, a_borrower(), **{limit: "propose_instalment", text: "propose_instalment"})
    line.says(limit)
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    first, *rest = [item.amount.minor for item in waiting[0].instalments]
    assert first == 400_00
    assert max(rest) == 200_00
