"""What is named and is no offer becomes no plan, and a day has the month in which it is spoken of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.offers import Offer
from arrears.store import Store, proposals
from tests.builders.line import Line, every_plan, keys, second_loan
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

PERSONAL = "now the personal one. i can do 150 a month on that same day"
Turn = tuple[str, str]


def talk(store: Store, who: Borrower, *turns: Turn) -> Line:
    line = verified(store, who, **dict(turns))
    for text, _ in turns:
        line.says(text)
    return line


def offered(line: Line) -> Offer:
    found = on_the_table(line)
    assert found is not None
    return found[0]


def sums(line: Line) -> list[int]:
    return [item.amount.minor // 100 for item in offered(line).instalments]


def test_a_wage_on_trial_is_no_payment_and_a_later_sum_is_theirs(sqlite_store: Store) -> None:
    wage: Turn = ("我下个月8号去新单位上班，试用期4500，能不能缓两个月再开始还", "request_extension")
    line = talk(sqlite_store, CHINA, wage)
    assert on_the_table(line) is None
    line.dialogue.intents["每个月还900应该可以的"] = "propose_instalment"
    line.says("每个月还900应该可以的")
    assert sums(line)[0] == 900


@pytest.mark.parametrize(
    ("who", "offer", "question"),
    [
        (CHINA, "每个月还1000", "那18000那个申请还在不在？两个我都要还吗"),
        (a_borrower(), "i can do 260 a month", "is the 900 request still open? do i pay both"),
    ],
)
@pytest.mark.parametrize("label", ["out_of_scope", "propose_instalment"])
def test_a_request_that_is_asked_about_leaves_the_terms(
    sqlite_store: Store, who: Borrower, offer: str, question: str, label: str
) -> None:
    line = talk(sqlite_store, who, (offer, "propose_instalment"))
    before = sums(line)
    line.dialogue.intents[question] = label
    line.says(question)
    assert sums(line) == before


def test_what_is_left_and_asked_about_is_no_new_plan(sqlite_store: Store) -> None:
    question: Turn = ("三个月以后剩下的7000多咋办", "propose_instalment")
    line = talk(sqlite_store, CHINA, ("每个月还1000", "propose_instalment"), question)
    assert (offered(line).instalments[0].on, sums(line)[0]) == (date(2026, 3, 10), 1000)


@pytest.mark.parametrize(
    ("who", "text"),
    [(a_borrower(), "let me run it by him, ill text tomorrow"), (CHINA, "我和老婆商量一下，明天回复您")],
)
def test_a_day_on_which_they_write_is_no_day_to_pay(sqlite_store: Store, who: Borrower, text: str) -> None:
    line = talk(sqlite_store, who, (text, "promise_to_pay"))
    assert on_the_table(line) is None


def test_a_sum_that_they_object_to_is_not_taken_in_another_rhythm(sqlite_store: Store) -> None:
    text = "260 at once is rough i get paid every 2 weeks, why not every other friday"
    line = talk(
        sqlite_store,
        a_borrower(),
        ("i can do 260 a month", "propose_instalment"),
        (text, "propose_instalment"),
    )
    assert offered(line).frequency is Frequency.BIWEEKLY
    assert offered(line).instalments[0].amount.minor == 12000  # what 260 a month comes to


def test_a_number_of_payments_that_is_denied_is_none(sqlite_store: Store) -> None:
    text = "no not 12 payments lol i said the whole thing at once on the 27th"
    line = talk(sqlite_store, a_borrower(), (text, "deny"))
    assert [(item.on, item.amount.minor) for item in offered(line).instalments] == [
        (date(2026, 3, 27), 140_000)
    ]


def with_both_kinds(store: Store, *, other: bool) -> Line:
    who = a_borrower()
    who = replace(who, case=replace(who.case, purpose=Purpose.COMMERCIAL))
    line = verified(store, who, **{PROPOSAL: "propose_instalment", PERSONAL: "propose_instalment"})
    if other:
        second_loan(store, replace(who, case=replace(who.case, purpose=Purpose.CONSUMER)))
    line.says(PROPOSAL)
    line.says(PERSONAL)
    return line


def test_terms_for_a_loan_of_the_other_kind_are_none_for_this_one(sqlite_store: Store) -> None:
    line = with_both_kinds(sqlite_store, other=True)
    assert "loans.other" in keys(line)
    assert sums(line)[0] == 350


def test_terms_for_a_loan_that_we_do_not_know_are_none_for_this_one_either(sqlite_store: Store) -> None:
    assert sums(with_both_kinds(sqlite_store, other=False))[0] == 350


@pytest.mark.parametrize(
    ("day", "on"),
    [
        ("22nd is the soonest", date(2026, 4, 22)),
        ("the 3rd is better", date(2026, 4, 3)),
        ("make it March 23", date(2026, 3, 23)),
    ],
)
def test_the_number_of_a_day_is_near_the_day_that_they_named(sqlite_store: Store, day: str, on: date) -> None:
    first: Turn = ("i could do 1400 on april 8", "promise_to_pay")
    line = talk(sqlite_store, a_borrower(), first, (day, "promise_to_pay"))
    with sqlite_store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    assert kept is not None
    assert kept.proposal.on == on


def test_the_monday_after_is_counted_from_the_payment(sqlite_store: Store) -> None:
    text = "can i move the first one to the monday after"
    line = talk(sqlite_store, a_borrower(), (PROPOSAL, "propose_instalment"), ("yes", "affirm"))
    assert every_plan(line)[0].instalments[0].on == date(2026, 3, 16)
    line.dialogue.intents[text] = "change_due_date"
    line.says(text)
    assert offered(line).instalments[0].on == date(2026, 3, 23)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (a_borrower(), "ok what if i do 60 a week but skip the week of july 4th"),
        (CHINA, "每周还500，跳过7月4号那周"),
        (a_borrower(), "60 every tuesday, not the week of july 4th"),
        (CHINA, "每周一还500 7月4号那周放假不还"),
    ],
)
def test_one_payment_to_skip_swallows_no_plan(sqlite_store: Store, who: Borrower, text: str) -> None:
    line = talk(sqlite_store, who, (text, "propose_instalment"))
    for _ in range(2):  # said once more beside the terms that wait for a yes
        assert len(offered(line).instalments) > 1
        assert "plan.missed" in keys(line)
        line.says(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What do I owe today in total?", "balance.again"),
        ("I changed banks in April. What do I owe?", "balance.again"),
        ("今天一共欠你们多少", "balance.again"),
        ("what do I owe, I can pay it on the 20th", "proposal.ask_amount"),
    ],
)
def test_a_question_of_what_is_owed_offers_no_day_of_today(sqlite_store: Store, text: str, said: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: "ask_balance"})
    line.says(text)
    assert said in keys(line)
