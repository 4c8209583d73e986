"""Hardship that is stated in words, and a no, a fear or an old story that is none."""

from __future__ import annotations

import pytest

from arrears.domain.language.means.hardships import earns_nothing, names_hardship

STATED = (
    "I was laid off last month, I can do 30 a week",
    "my hours were cut",
    "我生病住院了，没法上班。我可以每月还2600块，从2月20日开始",
    "我生病住院了，没法上班。每个月还400元，一共10期，2月8日开始",
    "I lost my job, I can do 50 a month",
    "business has been really slow",
    "I got laid off",
    "my hours got cut, so $40 is all",
    "ive been sick and cant work. Ill pay the full amount on 2/5",
    "um I'm going through a divorce, money is tight. I'd rather pay off the whole thing",
    "we had a death in the family and it cost us a lot",
    "我失业了，每月还50",
    "生意不好，没有收入",
    "老板拖欠工资，只能还100",
)

NOT_STATED = (
    "I can't do that",
    "I can't afford that. $50 a week",
    "这样我做不到",
    "sorry for the late reply I was sick last week. I can do 400 a month",
    "I can pay 100 a month",
    "不行，太多了",
    "I found a new job, I was laid off before",
    "my car needs a new transmission but I can pay 200",
    "what if I lose my job?",
    "if I lose my job I can't pay",
    "我怕失业",
    "I got paid on the 5th",
    "I don't have cancer",
    "住院费报销了，我可以每月还300",
    "好的",
)


@pytest.mark.parametrize("text", STATED)
def test_a_stated_event_is_hardship(text: str) -> None:
    assert names_hardship(text)


@pytest.mark.parametrize("text", NOT_STATED)
def test_a_refusal_a_fear_or_what_is_over_is_none(text: str) -> None:
    assert not names_hardship(text)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("现在一分钱收入没有 老板赔不赔还不知道", True),
        ("我没有任何收入", True),
        ("I have no income at all", True),
        ("there is nothing coming in right now", True),
        ("一分钱没还过", False),
        ("收入少了一半", False),
        ("I have no income problems", False),
        ("I had no income at all before, I work now", False),
        ("what if I have no income at all?", False),
    ],
)
def test_who_says_that_nothing_at_all_comes_in(text: str, nothing: bool) -> None:
    assert earns_nothing(text) is nothing
