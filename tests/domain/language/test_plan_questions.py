"""Questions before one agrees, and whoever leaves it to us to name terms."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.plan_questions import PlanQuestion, asks_otherwise, plan_question
from arrears.domain.language.acts.terms_wished import asks_us_for_terms

EARLY, MISSED, COSTS = PlanQuestion.EARLY, PlanQuestion.MISSED, PlanQuestion.COSTS
AGAIN = PlanQuestion.DRAW_AGAIN


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("can I also pay early?", EARLY),
        ("does it cost extra if I pay it off early in a good month?", EARLY),
        ("can i pay more some months", EARLY),
        ("提前还要手续费吗", EARLY),
        ("what happens if I miss one", MISSED),
        ("so what exactly did I agree to, and what happens if one month I can't", MISSED),
        ("what happens if the city pays me late", MISSED),
        ("万一客户晚付我怎么办", MISSED),
        ("and what if i can't make a payment?", MISSED),
        ("what happens if the refund shows up late", MISSED),
        ("what if my pay comes late", MISSED),
        ("what happens if my check doesn't come in time?", MISSED),
        ("and what if a customer is late", MISSED),
        ("要是回款晚了怎么办", MISSED),
        ("万一工资没按时发怎么办", MISSED),
        ("what if my refund shows up", None),
        ("what happens if the payment link is late", None),
        ("if the refund shows up late I'll call", None),  # asks nothing
        ("the refund shows up late", None),
        ("要是回款到了怎么还", None),
        ("万一哪个月还不上怎么办", MISSED),
        ("are there any fees on top of that?", COSTS),
        ("any fees if I do installments?", COSTS),
        ("分期要手续费吗", COSTS),
        ("还能再借出来用吗", AGAIN),
        ("还清了额度还在吗", AGAIN),
        ("can I borrow it again once it is paid?", AGAIN),
        ("can I redraw what I pay back?", AGAIN),
        ("can we talk again later?", None),
        ("can you call me again later?", None),
        ("能再说一遍吗", None),
        ("what happens if I don't pay", None),  # not of a plan
        ("will you sue me if I miss a payment?", None),
        ("will it hurt my credit if I miss one", None),
        ("I'll pay early", None),  # asks nothing
        ("I can't make a payment", None),
        ("can I pay 50 early?", None),  # has a sum
        ("how much would it be if I pay it off on friday", None),
        ("can i pay later?", None),
        ("can i skip a week if its bad", None),  # asks leave, not what follows
    ],
)
def test_a_question_of_a_plan(text: str, question: PlanQuestion | None) -> None:
    assert plan_question(text) is question


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I don't know. you tell me", True),
        ("what are my options", True),
        ("okay then what is the lowest you would take per month", True),
        ("what do other people do", True),
        ("what can you offer", True),
        ("how much do I have to pay each month at least", True),
        ("你们说还多少", True),
        ("最低还多少", True),
        ("有什么方案", True),
        ("you tell me who you are", False),
        ("tell me what I owe", False),
        ("you tell my wife", False),
        ("what's the lowest you'd settle for", False),  # of a smaller debt
        ("what is this", False),
        ("你们说清楚", False),
        ("最低多少能结清", False),
    ],
)
def test_who_asks_us_to_name_terms(text: str, asks: bool) -> None:
    assert asks_us_for_terms(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("and if I still have no work by then?", True),
        ("and if i still have no work by then", True),
        ("what happens if I can't keep it", True),
        ("what if I still can't by then", True),
        ("what if I can't find a job in 6 months?", True),
        ("ok, but what if I lose my job", True),
        ("if something comes up, what then?", True),
        ("so what happens if I fall behind", True),
        ("要是半年还没找到工作呢", True),
        ("到时候还不上怎么办", True),
        ("万一到时候还是没钱呢", True),
        ("好的，那要是我又失业了怎么办", True),
        ("如果6个月后还是没工作呢？", True),
        ("what if one week is bad and i can only send 40?", True),
        ("what if a month is slow and I only have 50", True),
        ("万一哪个月生意不好只能还200呢", True),
        ("and if its a cold spring and we open late?", True),
        ("what if it's a bad season", True),
        ("要是春天冷 开门晚怎么办", True),
        ("万一旺季来得晚呢", True),
        ("if we open late can i pay 100?", False),
        ("if we open late i'll pay in june", False),
        ("it was a cold spring", False),
        ("开门晚了点", False),
        ("what if I pay 40 instead?", False),
        ("what if i can only send 40", False),
        ("what happens if I don't pay", False),  # of a refusal
        ("what if you sue me", False),
        ("what if I can't pay, can I do the 20th?", False),  # asks for a day
        ("if I can't pay I'll call you", False),
        ("if I get a job I'll pay it all", False),
        ("what if I can only do $50", False),  # has a sum
        ("I still have no work", False),
        ("what if I'm not here any more", False),  # for other ears
        ("what if I don't want to live", False),
        ("要是我不想活了呢", False),
        ("要是不还会怎么样", False),
        ("如果起诉我怎么办", False),
        ("要是20号还不上，25号行不行", False),
        ("还没找到工作", False),
    ],
)
def test_who_asks_what_follows_when_things_go_wrong(text: str, asks: bool) -> None:
    assert asks_otherwise(text) is asks
