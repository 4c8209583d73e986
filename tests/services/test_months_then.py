"""A sum in named months and then a larger one: what is read back has those payments, and no others."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.cases import Balance, Purpose
from arrears.domain.money import Money
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, keys
from tests.builders.offers import BOTH, on_the_table, verified
from tests.builders.store import Borrower

WITH_A_DAY = {
    Language.EN: "we can pay 300 in March and 300 in April on the 10th, then 1,100 a month from May",
    Language.ZH: "3月10号4月10号各还1000，5月起每月2000",
}
NO_DAY = {
    Language.EN: "300 in March and April, 1100 a month from May",
    Language.ZH: "三月四月各1000，五月起每月2000",
}
LIMIT_NOW = {
    Language.EN: "I cant do more than 90, please dont ask me to. it would be till like september "
    "then I'm full time again and could go up to 250",
    Language.ZH: "现在最多只能还600，九月以后我能还2000",
}
NINETY = {Language.EN: 90, Language.ZH: 600}
SUMS = {Language.EN: [300, 300, *[1100] * 16, 1060], Language.ZH: [1000, 1000, *[2000] * 8, 1260]}
ITS_DAY = {Language.EN: "the 10th", Language.ZH: "10号"}


def a_shop(borrower: Borrower) -> Borrower:
    currency = borrower.case.currency
    owed = Balance(
        fees=Money.zero(currency), interest=Money.zero(currency), principal=Money(1_926_025, currency)
    )
    return replace(
        borrower,
        case=replace(borrower.case, product="business-term", purpose=Purpose.COMMERCIAL),
        balance=owed,
    )


def payments(line: Line) -> list[int]:
    """The payments of the offer that waits, in whole units."""
    table = on_the_table(line)
    return [] if table is None else [item.amount.minor // 100 for item in table[0].instalments]


@BOTH
def test_their_payments_are_read_back(sqlite_store: Store, borrower: Borrower) -> None:
    text = WITH_A_DAY[borrower.person.language]
    line = verified(sqlite_store, a_shop(borrower), **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    assert payments(line) == SUMS[borrower.person.language]


@BOTH
def test_a_day_of_the_months_is_asked_for_and_nothing_above_their_sums_is_offered(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    known = {NO_DAY[language]: "propose_instalment", ITS_DAY[language]: "promise_to_pay"}
    line = verified(sqlite_store, a_shop(borrower), **known)
    line.says(NO_DAY[language])
    assert payments(line) in ([], SUMS[language])
    line.says(ITS_DAY[language])
    assert payments(line) == SUMS[language]


@BOTH
def test_nothing_above_what_they_can_pay_now_is_offered_for_now(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = LIMIT_NOW[borrower.person.language]
    line = verified(sqlite_store, borrower, **{text: "propose_instalment"})
    line.says(text)
    assert "proposal.start_sooner" not in keys(line)  # September is when more comes, not when they begin
    table = on_the_table(line)
    until_september = [] if table is None else [i for i in table[0].instalments if i.on.month in range(3, 9)]
    assert all(i.amount.minor // 100 <= NINETY[borrower.person.language] for i in until_september)
