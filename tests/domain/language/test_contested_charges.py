"""A charge that was to come off, one that is refused beside the rest, and what is asked of one part."""

from __future__ import annotations

from fractions import Fraction

import pytest

from arrears.domain.language.acts.charge_questions import (
    ChargeQuestion,
    charge_question,
    figures,
    part_asked_of,
)
from arrears.domain.language.acts.cost_questions import asks_fee_off, claimed_off
from arrears.domain.language.acts.refusals_in_part import refused_part
from tests.domain.language.turns import turn

Q = ChargeQuestion


@pytest.mark.parametrize(
    "text",
    [
        "I was told in January that late fee would be taken off. I want it off.",
        "The young lady on the phone told me that late fee would be taken off",
        "that late fee was supposed to be waived",
        "you people said the fee would come off",
        "they promised to remove the $60",
        "that fee shouldn't even be on there",
        "I don't owe that late fee",
        "那个滞纳金说好了减掉的",
        "之前客服答应免掉滞纳金的",
        "你们说过滞纳金免了的",
        "这笔手续费不应该收",
    ],
)
def test_a_charge_that_was_to_come_off_is_claimed(text: str) -> None:
    assert claimed_off(text)


@pytest.mark.parametrize(
    "text",
    [
        "can you waive the fee?",
        "take that fee off",
        "I was told there would be a fee",
        "you said 350 a month",
        "I should pay the fee off first",
        "has the late fee been removed",
        "I don't owe you anything",
        "滞纳金能不能免了",
        "滞纳金减了没有",
        "客服说滞纳金是60",
        "不该借这笔钱",
    ],
)
def test_a_wish_a_question_and_what_else_was_said_are_no_such_claim(text: str) -> None:
    assert claimed_off(text) is None


@pytest.mark.parametrize("text", ["take that fee off", "I want the fee removed", "just drop the late fee"])
def test_who_orders_a_fee_off_wishes_for_it(text: str) -> None:
    assert asks_fee_off(text, turn(text))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("So what is it without the sixty", Q.WITHOUT),
        ("what do I owe without the late fee", Q.WITHOUT),
        ("how much is it minus the fees", Q.WITHOUT),
        ("and without the sixty?", Q.WITHOUT),
        ("不算那六十是多少", Q.WITHOUT),
        ("去掉滞纳金还欠多少", Q.WITHOUT),
        ("减掉那60块是多少", Q.WITHOUT),
        ("除了费用一共多少", Q.WITHOUT),
        ("Is the sixty in that or not", Q.INCLUDED),
        ("wait do I still owe the 15 fee", Q.INCLUDED),
        ("does that include the late fee", Q.INCLUDED),
        ("is the fee still in there", Q.INCLUDED),
        ("is that with the fee or without", Q.INCLUDED),
        ("罚息算进去了吗", Q.INCLUDED),
        ("那50费用算在里面吗", Q.INCLUDED),
        ("这里面包括滞纳金吗", Q.INCLUDED),
        ("has the late fee been removed", Q.LET_OFF),
        ("did you take the fee off yet", Q.LET_OFF),
        ("滞纳金减了没有", Q.LET_OFF),
        ("Who is going to look into the fee and when do I hear", Q.LOOKED_INTO),
        ("who decides about the fee", Q.LOOKED_INTO),
        ("滞纳金的事谁来处理", Q.LOOKED_INTO),
    ],
)
def test_what_is_asked_of_one_part(text: str, asked: ChargeQuestion) -> None:
    assert charge_question(text) is asked
    assert part_asked_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I pay without a fee",
        "what happens without a plan",
        "how do I pay without extra charges",
        "is there a fee in the plan?",
        "does the plan include any fees",
        "do I owe you anything",
        "is the 15th in there",
        "who decides about my plan",
        "没有费用吧",
        "还会算利息吗",
        "不算多 我能还",
        "这个月算进去了吗",
        "谁来处理我的申请",
    ],
)
def test_another_question_asks_of_no_part(text: str) -> None:
    assert part_asked_of(text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what happens to the interest while im paying", Q.GROWS),
        ("is there interest while I pay", Q.GROWS),
        ("还款期间还有利息吗", Q.GROWS),
        ("分期的话还收不收利息", Q.GROWS),
        ("利息一天多少", Q.GROWS),
        ("罚息一天是多少", Q.LATE),
        ("what is this $60 on here", Q.FEE),
        ("Now listen, what is this $60 on here", Q.FEE),
        ("what are these fees", Q.FEE),
        ("what is this 3 month plan", None),
        ("what happens to the loan while im paying", None),
        ("一天能还多少", None),
    ],
)
def test_interest_meanwhile_and_what_a_sum_is(text: str, asked: ChargeQuestion | None) -> None:
    assert charge_question(text) is asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("well I'll pay the rest of it, just not the sixty", "not the sixty"),
        ("I'll pay everything except the fee", "everything except the fee"),
        ("i'll pay everything but the sixty", "everything but the sixty"),
        ("I'm not paying the $60 late fee", "i'm not paying the $60 late fee"),
        ("其他的我还 就是那60不还", "那60不还"),
        ("其他的我还 滞纳金我不付", "滞纳金我不付"),
    ],
)
def test_the_words_of_a_no_to_one_part(text: str, words: str) -> None:
    assert refused_part(text) == words


@pytest.mark.parametrize("text", ["everything is wrong except the fee", "那60天不还行吗", "not the sixty"])
def test_without_the_wish_to_pay_no_sum_is_a_part(text: str) -> None:
    assert refused_part(text) is None


def test_every_number_may_be_of_a_part() -> None:
    assert figures("not the sixty but the 22.15") == {Fraction(60), Fraction(443, 20)}
    assert figures("不算那六十") == {Fraction(60)}
