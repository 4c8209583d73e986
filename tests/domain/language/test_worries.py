"""Worries and a later start are told from the words that do end a talk, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.acts.distrust import doubts_us
from arrears.domain.language.people.others_involved import asks_who_learns, names_nobody, others_will_pay
from arrears.domain.language.plans.postponements import begins_after, puts_off
from arrears.domain.language.read_both import read_both
from arrears.domain.money import Currency
from arrears.domain.people import Language

PAID_BY_OTHERS = [
    "my wife handles the bills, she will take care of it",
    "my husband's going to cover it for me",
    "could my company pay it instead of me, from the business account?",
    "my accountant usually takes care of that",
    "can someone else pay this for me",
    "这个我老公会处理的，你找他",
    "我儿子会帮我还",
    "能不能让我公司付",
    "公司账户可以还吗",
]
OTHERS_WRITE = [
    "this is his wife, he is at work",
    "my husband is not here right now",
    "my dad passed away",
    "I'm his mother and I don't know where he lives",
    "you have to talk to my husband, he isn't home",
    "我是他老婆",
    "我老公不在，晚点再打",
    "我是恒达五金店的会计，老板让我问下这笔款",
]


@pytest.mark.parametrize("text", PAID_BY_OTHERS)
def test_who_pays_for_them_is_nobody_on_the_line(text: str) -> None:
    assert others_will_pay(text)


@pytest.mark.parametrize("text", [*OTHERS_WRITE, "I can pay 100", "my wife left me", "我老婆病了"])
def test_whoever_else_writes_pays_nothing_by_it(text: str) -> None:
    assert not others_will_pay(text)


@pytest.mark.parametrize(
    "text", [*OTHERS_WRITE, "Dad's asleep", "nobody here by that name", "who is this for?"]
)
def test_a_word_of_anybody_else_is_heard(text: str) -> None:
    assert not names_nobody(text)


@pytest.mark.parametrize("text", ["Hello, this is about the landscaping loan right?", "农场这笔贷款的事"])
def test_their_own_matter_names_nobody(text: str) -> None:
    assert names_nobody(text)


LEARNS = [
    "will you tell my wife about this",
    "are you going to call my boss?",
    "does my employer find out",
    "please don't tell my parents",
    "is this confidential?",
    "my ex was supposed to pay this one, is he gonna find out I'm talking to you",
    "您好，我是学生，请问会告诉我父母吗",
    "别告诉我老婆",
    "你们会不会打电话到我单位",
    "我单位会知道吗",
    "会保密吗",
]


@pytest.mark.parametrize("text", LEARNS)
def test_who_learns_of_it_is_asked(text: str) -> None:
    assert asks_who_learns(text)


@pytest.mark.parametrize(
    "text", ["tell my wife I called", "stop calling my boss", "我告诉他了", "请联系我的律师"]
)
def test_other_words_of_telling_ask_nothing(text: str) -> None:
    assert not asks_who_learns(text)


DOUBTS = [
    "why should I trust you, this could be a scam",
    "is this legit?",
    "how do i know this is really the bank",
    "are you a scammer",
    "凭什么相信你，现在骗子这么多",
    "你们是不是骗子",
    "怎么知道你们是真的",
]
DISPUTES = [
    "this is a scam, I never took a loan",
    "sounds like a scam, prove it",
    "is this real? I don't owe you anything",
    "are you a scammer? I'm calling my lawyer",
    "你们是骗子，我没借过钱",
    "你们是不是骗子，我要报警",
    "骗子这么多，这钱我早就还清了",
]


@pytest.mark.parametrize("text", DOUBTS)
def test_a_doubt_of_us_is_heard(text: str) -> None:
    assert doubts_us(text)


@pytest.mark.parametrize("text", DISPUTES)
def test_a_doubt_of_the_debt_is_more_than_that(text: str) -> None:
    assert not doubts_us(text)


PUT_OFF = [
    "I'll start paying next year",
    "honestly I'm still behind on everything, I'll start paying next year",
    "can I start paying it back in a few months",
    "next year I'll start",
    "明年再开始还",
    "明年再开始还行不行",
    "等秋收后再还可以吗",
]
REFUSED = [
    "I'm not paying. maybe next year",
    "I won't pay next year either",
    "sue me, I'll pay next year",
    "明年也不还",
    "不还，明年再说还",
]


@pytest.mark.parametrize("text", PUT_OFF)
def test_a_beginning_months_from_now_is_put_off(text: str) -> None:
    assert puts_off(text)


@pytest.mark.parametrize("text", [*REFUSED, "I can pay 300 on the 5th", "8月15号还", "I paid last year"])
def test_a_refusal_and_a_day_put_nothing_off(text: str) -> None:
    assert not puts_off(text)


TODAY, LATEST = date(2026, 3, 3), date(2026, 4, 2)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("I can start in April", False),  # the first of it would do
        ("I can start in May", True),
        ("just take it out of my tax refund when it comes in may", True),
        ("I could pay 50 in March or in June", False),
        ("the whole thing on May 10", False),  # a day is answered with the nearest that may be
        ("I'll start paying next year", True),
        ("可以从六月开始", True),
        ("四月开始还", False),
        ("明年再开始还", True),
        ("I can do half of what you ask until May and then the full amount", False),
        ("五月底之前还一半", False),
        ("那现在每个月100，7月以后再多还", False),
        ("每个月还500，10月以后一次还清", False),
        ("每个月还500，从10月开始", True),
        ("50 a month starting in June", True),
        ("50 a month and all of the rest in June", False),
        ("I can pay 50 a month for now and more in August", False),
        ("honestly I'm working two jobs right now, I'll start paying next year", True),
        ("no idea", False),
    ],
)
def test_a_beginning_without_a_day_is_too_late_where_all_of_it_is(text: str, later: bool) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language = Language.ZH if chinese else Language.EN
    readings, _ = read_both(text, language, TODAY, Currency.CNY if chinese else Currency.USD)
    assert begins_after(text, readings, LATEST) is later
