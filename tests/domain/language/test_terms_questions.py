"""Questions of the terms are told by their words; what asks for something else is left alone."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.charge_questions import ChargeQuestion, charge_question
from arrears.domain.language.acts.plan_questions import PlanQuestion, asks_otherwise, plan_question
from arrears.domain.language.acts.terms_questions import TermsQuestion, terms_question
from arrears.domain.language.people.others_involved import asks_who_learns

T, N, P = TermsQuestion, ChargeQuestion, PlanQuestion


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How many months is that in total?", T.LENGTH),
        ("ok and how many payments", T.LENGTH),
        ("so when's the last one", T.LENGTH),
        ("so how long till its paid off like that", T.LENGTH),
        ("how long would it take", T.LENGTH),
        ("when would I be done?", T.LENGTH),
        ("what month would it all be paid off", T.LENGTH),
        ("when will everything be paid?", T.LENGTH),
        ("大约到哪个月可以全部还清", T.LENGTH),
        ("大概几月能还完", T.LENGTH),
        ("一共要还几个月", T.LENGTH),
        ("最后一期是什么时候", T.LENGTH),
        ("那什么时候能还完", T.LENGTH),
        ("why 106? you just said 50 is the minimum", T.WHY_SUM),
        ("why so much a month", T.WHY_SUM),
        ("how did you get to 161.43?", T.WHY_SUM),
        ("为什么是1500？", T.WHY_SUM),
        ("1500怎么算的", T.WHY_SUM),
        ("why not weekly? I get paid weekly", T.WHY_RHYTHM),
        ("why can't I pay every two weeks", T.WHY_RHYTHM),
        ("为什么不能每周还", T.WHY_RHYTHM),
        ("怎么不按月", T.WHY_RHYTHM),
        ("whats the lowest monthly you guys will take?", T.LEAST),
        ("whats the least it could be then", T.LEAST),
        ("is there anything longer than that?", T.LEAST),
        ("how long can I spread it?", T.LEAST),
        ("最少一个月还多少", T.LEAST),
        ("最长能分多久", T.LEAST),
        ("能分几期", T.LEAST),
        ("一般最长能给展多久？", T.EXTENSION),
        ("what's the longest you can extend it?", T.EXTENSION),
        ("i said 60 a week not 120. is it the same thing over the month?", T.SAME_MONEY),
        ("每周60，一个月下来是不是一样多", T.SAME_MONEY),
        ("what happens if i just send you something every time i have some?", T.AT_WILL),
        ("我有多少还多少行不行", T.AT_WILL),
    ],
)
def test_a_question_of_the_terms_is_known_by_its_words(text: str, asked: TermsQuestion) -> None:
    assert terms_question(text) is asked


@pytest.mark.parametrize(
    "text",
    [
        "how many times do I have to tell you",
        "why are you texting me at 7",
        "why do I owe 5000? I borrowed 3000",
        "that's the least I can do",
        "150 a month is the lowest I can go",
        "what is the least you would settle for",
        "I pay you when I can",
        "I will pay 300 for 6 months",
        "我最少要留1000吃饭",
        "一共六个月还完",
        "为什么给我发短信",
        "都一样",
        "有钱就还你们",
        "what happens if I don't pay",
        "how long until I hear back?",
    ],
)
def test_other_words_ask_nothing_of_the_terms(text: str) -> None:
    assert terms_question(text) is None


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("每个月利息是多少钱", N.GROWS),
        ("本金少了利息是不是也跟着降", N.GROWS),
        ("Will you keep adding interest while I wait?", N.GROWS),
        ("这200算利息还是算本金？", N.ORDER),
        ("Will you please stop adding interest?", None),
        ("能不能降点利息", None),
        ("利息太高了", None),
    ],
)
def test_a_question_of_interest_is_no_wish_to_have_it_stopped(
    text: str, asked: ChargeQuestion | None
) -> None:
    assert charge_question(text) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what if I find a job, can I bump it up", P.EARLY),
        ("找到工作了能不能每个月多还点", P.EARLY),
        ("will i get charged more late fees while im on it", P.COSTS),
        ("you charged me late fees", None),
        ("why did you raise it", None),
    ],
)
def test_paying_more_and_fees_on_a_plan_are_asked_about(text: str, asked: PlanQuestion | None) -> None:
    assert plan_question(text) is asked


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("What if September turns out slow as well, can we change it?", True),
        ("what if July is dead", True),
        ("September turns out fine", False),
        ("what if I pay in September", False),
    ],
)
def test_a_bad_month_may_be_named(text: str, *, asks: bool) -> None:
    assert asks_otherwise(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("nobody's gonna call my job right", True),
        ("you're not gonna call my work", True),
        ("you won't tell my wife will you", True),
        ("你们不会打电话到我单位吧", True),
        ("don't call me at work", False),
        ("nobody called me", False),
        ("you call my phone every day", False),
    ],
)
def test_who_asks_that_nobody_calls_their_job_asks_who_learns_of_it(text: str, *, asks: bool) -> None:
    assert asks_who_learns(text) is asks


SHORT = ["2月没有30号怎么办", "2月没有30号", "二月呢", "小月没有31号怎么算", "2月只有28天啊"]
SHORT += ["what about february?", "february has no 30th", "february doesn't have a 30th"]
SHORT += ["not every month has a 31st", "some months dont have a 31st", "what if there's no 31st"]
NOT_SHORT = ["12月怎么还", "十二月呢", "我没有30号的钱", "2月没有收入", "2月10号还", "what about march"]
NOT_SHORT += ["in february I can't do the 30th", "i have no 30 dollars", "february is tight"]


@pytest.mark.parametrize("text", SHORT)
def test_it_is_asked_what_becomes_of_a_day_that_a_month_does_not_have(text: str) -> None:
    assert terms_question(text) is T.SHORT_MONTH


@pytest.mark.parametrize("text", NOT_SHORT)
def test_a_month_or_a_day_alone_asks_no_such_thing(text: str) -> None:
    assert terms_question(text) is not T.SHORT_MONTH
