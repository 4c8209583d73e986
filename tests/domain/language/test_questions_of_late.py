"""Questions that borrowers asked and that were not answered, and words that are none of them."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.charge_questions import ChargeQuestion, charge_question
from arrears.domain.language.acts.cost_questions import asks_cheapest
from arrears.domain.language.acts.service_questions import asks_where_it_stands
from arrears.domain.language.acts.ways_asked import WayAsked, is_approved
from arrears.domain.language.people.others_involved import asks_who_learns
from arrears.domain.language.readings import Readings
from arrears.domain.payment_ways import PaymentWay

OURS = (PaymentWay.BANK_TRANSFER, PaymentWay.PHONE)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("and whats the fee part for", ChargeQuestion.FEE),
        ("我看账单多了60刀 这是什么费", ChargeQuestion.FEE),
        ("does it get worse for me while i'm only paying 50", ChargeQuestion.GROWS),
        ("will my balance keep growing? is it going to get bigger", ChargeQuestion.GROWS),
        ("你们这利息到底合不合法啊", ChargeQuestion.LAWFUL),
        ("利息超过法定上限了吧？", ChargeQuestion.LAWFUL),
        ("is that interest even legal", ChargeQuestion.LAWFUL),
        ("does doing it like this stop the late fees", ChargeQuestion.LATE_AGAIN),
        ("这样分期还会不会再收我滞纳金", ChargeQuestion.LATE_AGAIN),
        ("do i still get late fees on this plan", ChargeQuestion.LATE_AGAIN),
        ("分期以后还有罚息吗", ChargeQuestion.LATE_AGAIN),
        ("will i get a late fee if i pay a day late", ChargeQuestion.LATE_AGAIN),
        ("can you stop the late fees", None),
        ("能不能不收滞纳金", None),
        ("i wont pay any more late fees", None),
        ("我滞纳金都还了", None),
        ("is there a prepayment penalty if i pay early", None),
        ("提前还会不会有违约金", None),
        ("ok so i saw on the statement theres a 45 fee what is that even for", ChargeQuestion.FEE),
        ("why did i get a 45 fee", ChargeQuestion.FEE),
        ("how come theres a 45 charge on here", ChargeQuestion.FEE),
        ("whats the 45 fee", ChargeQuestion.FEE),
        ("what's the fee", None),
        ("what about the 300 i sent what is that for", None),
        ("can u guys take that 45 off tho", None),
        ("it gets worse every day, I can't sleep", None),
        ("that's not what I pay the fee people for", None),
        ("is it legal to call me at work", None),
        ("我是合法公民", None),
        ("今天这是什么天气", None),
    ],
)
def test_what_is_asked_of_charges(text: str, question: ChargeQuestion | None) -> None:
    assert charge_question(text) is question


@pytest.mark.parametrize(
    "text",
    [
        "早还完利息能少点不",
        "提前还利息会不会少一点",
        "do I save on interest if I pay it off early",
        "if I pay sooner is there less interest",
    ],
)
def test_whether_paying_early_costs_less_is_asked(text: str) -> None:
    assert asks_cheapest(text, Readings())


@pytest.mark.parametrize(
    "text", ["利息能少点不", "can you lower the interest", "I want to pay early next month", "早点还完就好了"]
)
def test_less_interest_or_an_early_payment_alone_is_another_thing(text: str) -> None:
    assert not asks_cheapest(text, Readings())


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("对了能微信付吗 我不太会用网银", WayAsked.NOT_THAT),
        ("can I pay with zelle or paypal?", None),  # the list that follows has both or neither
        ("能微信付吗", WayAsked.NOT_THAT),
        ("怎么付呀 是自动扣的吗", WayAsked.NOT_THAT),
        ("can I do zelle?", WayAsked.NOT_THAT),
        ("can I use my debit card", WayAsked.BY_CARD),
        ("可以刷卡吗", WayAsked.BY_CARD),
        ("can I do a bank transfer", WayAsked.THAT_WAY),
        ("可以银行转账吗", WayAsked.THAT_WAY),
        ("I'll use my debit card", None),
        ("how do I pay", None),
        ("可以现金吗", None),  # no list tells
    ],
)
def test_whether_a_way_is_approved_is_said_where_it_is_asked_and_known(
    text: str, way: WayAsked | None
) -> None:
    assert is_approved(text, OURS) is way


def test_a_card_is_none_of_the_ways_where_nothing_is_paid_by_phone() -> None:
    assert is_approved("can I use my debit card", (PaymentWay.ONLINE,)) is WayAsked.NOT_THAT


@pytest.mark.parametrize(
    "text",
    [
        "你们会不会去找我房东或者平台那边",
        "你们会找他吗",
        "half of this should be his. do you go after him too?",
        "are you going to go to my boss",
    ],
)
def test_whether_we_go_to_others_is_asked(text: str) -> None:
    assert asks_who_learns(text)


@pytest.mark.parametrize("text", ["我会去找我老板要钱", "房东在催房租", "I go after work", "I go to my boss"])
def test_their_own_errands_are_no_such_question(text: str) -> None:
    assert not asks_who_learns(text)


@pytest.mark.parametrize(
    "text", ["I know were behind. where do we stand", "where are things at", "我这笔现在是什么情况"]
)
def test_how_matters_stand_is_asked(text: str) -> None:
    assert asks_where_it_stands(text)


@pytest.mark.parametrize("text", ["I can't stand this", "where do I send it", "什么情况都有可能"])
def test_other_words_ask_nothing_of_it(text: str) -> None:
    assert not asks_where_it_stands(text)
