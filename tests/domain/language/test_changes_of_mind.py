"""What takes a yes back, and what only sounds like it."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.changes_of_mind import takes_back

TAKEN_BACK = (
    "actually I can't do that",
    "Wait, I changed my mind, I can't do that",
    "Sorry, I looked at my account and that won't work after all",
    "Actually no, cancel that. Could I pay $450 every month?",
    "i changed my mind",
    "on second thought no",
    "please cancel the plan",
    "can you cancel that please?",
    "call it off",
    "I want to cancel the agreement",
    "i take that back",
    "I need to back out",
    "cant do that anymore",
    "I'm not able to do that after all",
    "wont be able to make those payments",
    "i should not have agreed",
    "can't do it, could I pay 40 a week?",
    "wait i changed my mind can i do 40 a week?",
    "I cannot afford that",
    "我反悔了",
    "等一下，我改主意了，这样不行",
    "算了，取消吧",
    "不好意思，我看了下账户，还是不行",
    "不好意思，我看了下账户，还是不行。每周还600块行吗",
    "刚才说的不算",
    "我后悔了，每月还不了那么多",
    "当我没说",
    "取消刚才的约定",
    "我想取消这个计划",
    "麻烦取消一下这个约定好吗",
    "这样我做不到",
    "还是做不到",
    "我改变主意了",
    "請取消這個約定",
)

NOT_TAKEN_BACK = (
    "yes",
    "thanks",
    "I haven't changed my mind",
    "I won't change my mind",
    "don't cancel it",
    "please don't cancel the plan",
    "if I can't do that, what happens?",
    "what if I can't make the payments?",
    "can I cancel the plan?",
    "how do I cancel it",
    "I'm afraid I can't do that in time? ",
    "I'll let you know if that won't work",
    "I can't do it online, how do I pay?",
    "the link doesn't work",
    "I can do that",
    "is that going to work?",
    "could I pay $70 every two weeks",
    "my card won't work",
    "cancel my subscription",
    "no",
    "remind me at 8",
    "不会反悔的",
    "我没改主意",
    "别取消",
    "不要取消",
    "如果做不到怎么办",
    "万一我还不了呢",
    "我怕做不到",
    "可以取消吗",
    "怎么取消这个计划",
    "谢谢",
    "每月还250行吗",
    "好的",
    "取消的话会怎样",
    "我没有后悔",
)


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_these_words_take_back_what_was_agreed(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize("text", NOT_TAKEN_BACK)
def test_a_doubt_a_fear_a_question_or_a_no_to_it_takes_nothing_back(text: str) -> None:
    assert not takes_back(text)
