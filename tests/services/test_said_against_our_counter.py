"""A sum repeated against our larger one is no new fact: they are asked what they could manage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.money import Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, approvals, proposals
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

EN, TERMS = a_borrower(), "propose_instalment"
FIRST = {EN: "i can do 75 a month on the 12th", CHINA: "每个月12号还200"}
MOST = {EN: "75 a month on the 12th is the most i can do", CHINA: "每个月12号最多还200"}
OWED = {EN: 1120, CHINA: 11100}
AGAIN = [
    (EN, "75", "partial_payment"),
    (EN, "yes 75 on the 12th", "affirm+promise_to_pay"),
    (EN, "no! 75!! a month", f"deny+{TERMS}"),
    (EN, "like i said, 75 a month", TERMS),
    (CHINA, "200", "partial_payment"),
    (CHINA, "好 12号200", "affirm+promise_to_pay"),
    (CHINA, "我说了 每月200", TERMS),
]


def owing(who: Borrower) -> Borrower:
    owed, whole = who.balance, Money(OWED[who] * 100, who.balance.currency)
    return replace(who, balance=replace(owed, principal=whole - owed.fees - owed.interest))


def talk(store: Store, who: Borrower, *turns: tuple[str, str]) -> Line:
    line = verified(store, owing(who), **dict(turns))
    for text, _ in turns:
        line.says(text)
    return line


def most_of_means(line: Line) -> Money | None:
    borrower = line.borrower
    with line.store.read() as tx:
        limit = proposals.means_told(tx, borrower.person.id, borrower.case.currency).limit
    return None if limit is None else limit.what.amount


THEIRS = {EN: 75, CHINA: 200}


def is_relief_of_theirs(line: Line, who: Borrower) -> bool:
    """Whether reduced payments of their sum, and no others, are on the table or asked of a person."""
    waiting = on_the_table(line)
    with line.store.read() as tx:
        asked = approvals.waiting_of(tx, line.borrower.case.id)
    (offer,) = (*(each for each in waiting or () if each), *(each.asked.offer for each in asked))
    amounts = {each.amount.minor for each in offer.instalments}
    return (offer.kind, amounts) == (PlanType.HARDSHIP, {THEIRS[who] * 100})


@pytest.mark.parametrize("who", [EN, CHINA], ids=["en", "zh"])
def test_who_says_calmly_at_first_that_it_is_the_most_is_offered_relief(
    sqlite_store: Store, who: Borrower
) -> None:
    assert is_relief_of_theirs(talk(sqlite_store, who, (MOST[who], TERMS)), who)


@pytest.mark.parametrize(("who", "again", "label"), AGAIN)
def test_said_again_it_moves_nothing_until_they_answer_what_they_could_manage(
    sqlite_store: Store, who: Borrower, again: str, label: str
) -> None:
    line = talk(sqlite_store, who, (FIRST[who], TERMS))
    for times in range(2):
        line.dialogue.intents[again + " " * times] = label
        line.says(again + " " * times)
        assert most_of_means(line) is None
    assert keys(line) == {"proposal.ask_affordable"}
    line.dialogue.intents[f"{again}  "] = label
    line.says(f"{again}  ")
    assert is_relief_of_theirs(line, who)
    assert most_of_means(line) == Money(THEIRS[who] * 100, who.balance.currency)


@pytest.mark.parametrize(
    ("who", "text", "label"),
    [
        (EN, "can't it be 75 a month?", TERMS),
        (EN, "your guy already approved 75 a month", TERMS),
        (EN, "ok 90 a month then", TERMS),
        (CHINA, "每月200不行吗？", TERMS),
    ],
)
def test_a_question_a_claim_and_another_sum_set_no_limit(
    sqlite_store: Store, who: Borrower, text: str, label: str
) -> None:
    line = talk(sqlite_store, who, (FIRST[who], TERMS), (text, label))
    assert most_of_means(line) is None


def test_a_sum_that_our_terms_reach_is_no_limit(sqlite_store: Store) -> None:
    text = "i can do 200 a month on the 12th"
    line = talk(sqlite_store, EN, (text, TERMS), ("200 a month", TERMS))
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].kind is PlanType.INSTALMENTS
    assert most_of_means(line) is None
    assert "offer.counter" not in keys(line)
