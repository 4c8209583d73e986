"""What they tell of their trouble is heard: no day before their money, no wish twice, nobody of theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Balance, Purpose
from arrears.domain.money import Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.store import Store, handovers
from tests.builders.line import Line, keys
from tests.builders.offers import BOTH, on_the_table, verified
from tests.builders.store import Borrower

EN, ZH = Language.EN, Language.ZH


def owing(borrower: Borrower, whole: int) -> Borrower:
    zero = Money.zero(borrower.case.currency)
    owed = Balance(fees=zero, interest=zero, principal=replace(zero, minor=whole * 100))
    return replace(borrower, balance=owed, case=replace(borrower.case, purpose=Purpose.CONSUMER))


def says(store: Store, borrower: Borrower, *turns: tuple[str, str]) -> Line:
    line = verified(store, owing(borrower, 3310), **dict(turns))
    for text, _ in turns:
        line.says(text)
    return line


NOTHING = {EN: "I have no income at all", ZH: "现在一分钱收入没有 老板赔不赔还不知道"}
HURT = {EN: "I broke my leg at work", ZH: "工地上摔的 腿断了"}
LATER = {EN: "can you pause it and I start paying again in june", ZH: "能不能先停一停 6月以后再还"}
FROM_JUNE = {
    EN: "50 a month starting june 10, really no more than that",
    ZH: "6月10号开始 一个月200 再多真的没有",
}


def kinds(line: Line) -> list[PlanType]:
    table = on_the_table(line)
    return [] if table is None else [each.kind for each in table if each is not None]


@BOTH
def test_who_has_no_income_at_all_is_offered_a_pause_too(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    line = says(sqlite_store, borrower, (HURT[language], "cannot_pay"), (NOTHING[language], "cannot_pay"))
    assert kinds(line) == [PlanType.PAUSE, PlanType.HARDSHIP]


@BOTH
def test_who_pays_again_from_a_later_month_is_offered_no_payment_before(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = says(sqlite_store, borrower, (HURT[language], "cannot_pay"), (LATER[language], "request_hardship"))
    assert kinds(line) == [PlanType.PAUSE]


@BOTH
def test_the_day_that_they_name_after_it_goes_to_a_person_at_once(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    line = says(
        sqlite_store,
        borrower,
        (HURT[language], "cannot_pay"),
        (LATER[language], "request_hardship"),
        (FROM_JUNE[language], "propose_instalment"),
    )
    assert "approval.asked" in keys(line)


NOT_TO_HER = {
    EN: "please dont tell my wife about this, she doesnt know i borrowed money",
    ZH: "以后别跟我老婆说这个 她不知道我借了钱",
}


@BOTH
@pytest.mark.parametrize("label", ["third_party_inquiry", "third_party_inquiry+dispute@0.6"])
def test_nobody_of_theirs_hears_of_it_and_no_dispute_is_asked_about(
    sqlite_store: Store, borrower: Borrower, label: str
) -> None:
    line = says(sqlite_store, borrower, (NOT_TO_HER[borrower.person.language], label))
    assert "script.privacy" in keys(line)


FEE = {EN: "can you waive the fee, i was never late before", ZH: "能不能把这个费免了 我以前从来没晚过"}
RENT = {EN: "rent is the 1st so that week is tight", ZH: "1号还要交房租 月初那周手上最紧"}


@BOTH
def test_a_wish_that_a_person_has_is_not_referred_again(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    fee, rent = (FEE[language], "request_settlement"), (RENT[language], "promise_to_pay")
    line = says(sqlite_store, borrower, fee, rent)
    assert keys(line) == {"proposal.ask_both"}


SLOW = {
    EN: "november to april we hardly have any guests, picks up in may",
    ZH: "我做民宿的 海边 11月到4月基本没客人 5月才慢慢有",
}


@BOTH
@pytest.mark.parametrize("label", ["out_of_scope", "vague_promise"])
def test_who_only_tells_when_little_comes_in_is_asked_what_they_could_pay(
    sqlite_store: Store, borrower: Borrower, label: str
) -> None:
    line = says(sqlite_store, borrower, (SLOW[borrower.person.language], label))
    assert keys(line) == {"relief.ask"}
    assert on_the_table(line) is None
    with sqlite_store.read() as tx:
        assert handovers.waiting_for(tx, line.conversation_id) is None
