"""A fee they ask to be let off, and which way costs least: never terms of theirs."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.cost_questions import asks_cheapest, asks_fee_off
from tests.domain.language.turns import turn


@pytest.mark.parametrize(
    "text",
    [
        "那三百块费用总可以免吧",
        "等等 20 刀的 late fee 能 waive 掉不",
        "can you knock the late fee off",
        "can you waive the fee?",
        "any chance you drop the $25 late fee",
        "could the late fee be waived",
        "is it possible to get the fees removed",
        "would you take off the late charge please",
        "滞纳金能不能免了",
        "利息可以减一点吗",
        "费用能少点不",
        "能免掉那300块费用吗",
        "罚息可以不收吗",
    ],
)
def test_a_fee_that_they_ask_to_be_let_off_is_no_offer(text: str) -> None:
    assert asks_fee_off(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "I was told that late fee would be taken off. I want it off",
        "you waived the fee already?",
        "你们说过滞纳金免了的",
        "can I pay the late fee off next month",
        "what is the late fee for?",
        "手续费是多少",
        "免费的吗",
        "can you waive the fee if I pay 400 today",
        "免了费用我就每月还500可以吗",
        "I can pay 300 a month, no fees please",
        "is there a fee for paying early?",
        "can you drop the payment to 100",
        "能不能少还点",
    ],
)
def test_a_promise_a_question_of_its_sum_and_terms_beside_it_are_no_such_wish(text: str) -> None:
    assert not asks_fee_off(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "which costs least in total",
        "cheapest way to be done",
        "What's the cheapest way out of this, total, not per month",
        "how do I pay the least overall",
        "which way costs me the least",
        "我不要看每个月多少 我就问怎么还总共最省",
        "怎么还最划算",
        "怎么还省钱一点",
        "总共怎么还最少",
    ],
)
def test_which_way_costs_least_in_all_is_asked(text: str) -> None:
    assert asks_cheapest(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "what's the least I can pay a month",
        "cheapest per month",
        "300 a month is the cheapest I can do",
        "what is the least you'd take",
        "how can I save money",
        "每个月最少还多少",
        "每月最省的方案",
        "哪种最省事",
    ],
)
def test_the_least_a_month_is_another_question(text: str) -> None:
    assert not asks_cheapest(text, turn(text))
