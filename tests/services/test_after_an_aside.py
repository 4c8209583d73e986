"""Something asked aside while terms wait: they are said again after the answer, and the yes then binds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import BOTH, CHINA, PART, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

TERMS_ZH = "每个月20号还1000"


def asked(store: Store, aside: str, label: str, borrower: Borrower | None = None) -> Line:
    robots = dict.fromkeys(("你是机器人吗", "are you a robot"), "ask_are_you_human")
    line = verified(store, borrower, **(robots | {aside: label, TERMS_ZH: "propose_instalment"}))
    line.says(TERMS_ZH if borrower is not None else PROPOSAL)
    line.says(aside)
    return line


@pytest.mark.parametrize(
    ("borrower", "aside", "label", "answer"),
    [
        (None, "what is the sum made of?", "ask_fees_interest", "balance.charges"),
        (None, "what do I owe", "ask_balance", "balance.charges"),
        (None, "how can I pay?", "ask_payment_methods", "payment.ways"),
        (None, "don't tell my wife", "refuse_verification", "script.privacy"),
        (None, "does it go on my credit report", "ask_credit_reporting", "script.reporting"),
        (None, "thanks", "thanks", "thanks.answer"),
        (None, "are you a robot", "ask_are_you_human", "robot.answer"),
        (None, "can you send me that in writing", "request_written", "written.answer"),
        (None, "does the interest keep growing?", "ask_fees_interest", "interest.unknown"),
        (CHINA, "你是机器人吗", "ask_are_you_human", "robot.answer"),
        (CHINA, "利息还会继续涨吗？", "ask_fees_interest", "interest.unknown"),
        (CHINA, "怎么还款", "ask_payment_methods", "payment.ways"),
        (CHINA, "别告诉我老婆", "refuse_verification", "script.privacy"),
        (CHINA, "会上征信吗", "ask_credit_reporting", "script.reporting"),
    ],
)
def test_an_aside_is_answered_with_the_terms_after_it_and_the_yes_then_binds(
    sqlite_store: Store, borrower: Borrower | None, aside: str, label: str, answer: str
) -> None:
    line = asked(sqlite_store, aside, label, borrower)
    assert keys(line) == {answer, "plan.read_back_short"}
    line.says(YES[language_of(line)])
    assert len(every_plan(line)) == 1


@BOTH
def test_after_a_second_aside_the_yes_binds_too(sqlite_store: Store, borrower: Borrower) -> None:
    who = borrower if borrower is CHINA else None
    line = asked(sqlite_store, "怎么还款" if who else "how can I pay?", "ask_payment_methods", who)
    before = line.says("你是机器人吗" if who else "are you a robot")
    assert keys(line) == {"robot.answer", "plan.reminder"}
    line.says("怎么还款" if who else "how can I pay?")
    assert keys(line) == {"payment.ways", "plan.reminder"}
    assert before
    assert every_plan(line) == ()
    line.says(YES[language_of(line)])
    assert len(every_plan(line)) == 1


@pytest.mark.parametrize(
    ("aside", "label", "answer"),
    [
        ("will you sue me", "ask_legal_consequences", "script.consequences"),
        ("I want a person", "request_human", "human.answer"),
        ("blue elephants", "out_of_scope", "scope.offer_waits"),
    ],
)
def test_no_terms_follow_a_promise_a_worry_or_what_nobody_understood(
    sqlite_store: Store, aside: str, label: str, answer: str
) -> None:
    line = asked(sqlite_store, aside, label)
    assert keys(line) == {answer}


@pytest.mark.parametrize(
    ("borrower", "terms", "aside", "label"),
    [
        (None, "I lost my job, I could do $50 a month", "how can I pay?", "ask_payment_methods"),
        (None, "I lost my job, I could do $50 a month", "thanks", "thanks"),
        (CHINA, "我失业了，每月只能还300", "利息还会继续涨吗？", "ask_fees_interest"),
    ],
)
def test_who_is_spared_hears_the_terms_too_and_the_yes_then_binds(
    sqlite_store: Store, borrower: Borrower | None, terms: str, aside: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{terms: "cannot_pay+propose_instalment", aside: label})
    line.says(terms)
    waiting = on_the_table(line)
    line.says(aside)
    assert "plan.read_back_short" in keys(line)
    assert on_the_table(line) == waiting
    line.says(YES[language_of(line)])
    assert len(every_plan(line)) == 1


def test_nobody_hears_the_terms_while_they_say_that_they_cannot_pay(sqlite_store: Store) -> None:
    said = {"I lost my job, I could do $50 a month": "cannot_pay+propose_instalment"}
    line = verified(sqlite_store, **said, **{"I have nothing, what do I owe": "cannot_pay+ask_balance"})
    line.says(next(iter(said)))
    line.says("I have nothing, what do I owe")
    assert "plan.read_back_short" not in keys(line)


def test_no_terms_follow_a_question_of_ours(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "not a good moment", "inconvenient")
    assert keys(line) == {"inconvenient.answer"}


def test_two_offers_are_not_read_again_after_an_aside(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"how can I pay?": "ask_payment_methods"})
    line.says(PART[Language.EN])
    line.says("how can I pay?")
    assert keys(line) == {"payment.ways"}


def test_an_unclear_yes_hears_the_terms_in_other_words_each_time(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"hm yes maybe": "affirm"})
    line.says(PROPOSAL)
    line.dialogue.confidence = 0.6
    said = []
    for _ in range(3):
        said.append(line.says("hm yes maybe"))
    assert every_plan(line) == ()
    assert all(first != then for first, then in pairwise(said))


def test_the_balance_asks_for_no_sum_while_terms_wait(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "what do I owe", "ask_balance", a_borrower())
    assert "What could you pay" not in line.says("what do I owe")


def test_the_reminder_says_what_the_terms_come_to_and_is_shorter(sqlite_store: Store) -> None:
    asides = {"how can I pay?": "ask_payment_methods", "are you a robot": "ask_are_you_human"}
    line = verified(sqlite_store, **asides)
    line.says(PROPOSAL)
    whole, reminder = (text[text.index("$350") - 60 :] for text in map(line.says, asides))
    assert "As I read it to you: 4 payments from Monday 16 March 2026, $350.00 every month" in reminder
    assert len(reminder) < len(whole)


def test_after_something_else_the_terms_are_read_in_full_before_a_yes_binds(sqlite_store: Store) -> None:
    line = asked(sqlite_store, "how can I pay?", "ask_payment_methods")
    line.says("are you a robot")
    line.says("will you sue me")
    line.says("yes")
    assert every_plan(line) == ()
    assert "plan.read_back_between" in keys(line)
