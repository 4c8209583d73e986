"""How long until there is an answer is asked in many words; when a payment is due is another question."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.when_we_answer import asks_when_we_answer


@pytest.mark.parametrize(
    "text",
    [
        "大概多久能有结果",
        "什么时候给我答复",
        "要等几天",
        "审批要多久",
        "几天能批下来",
        "啥时候有消息",
        "那要等几天才知道",
        "多久给我结果啊",
        "结果什么时候出来",
        "有结果了吗",
        "批下来了吗",
        "大概多久",
        "roughly how long until there is a result?",
        "when will I hear back",
        "how long does that take",
        "when would I find out",
        "how many days do I have to wait",
        "how long until I know",
        "any update yet?",
        "have you decided yet?",
        "when do they get back to me",
        "how soon will you let me know",
        "how long?",
    ],
)
def test_when_there_is_an_answer_is_asked(text: str) -> None:
    assert asks_when_we_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "how long do I have to pay",
        "how long do I have",
        "when is the payment due",
        "when will my payment post",
        "how long will it take to pay it off",
        "when can you call me",
        "how long does it stay on my credit report",
        "I will know when I get paid",
        "what is the result",
        "要等几天才到账",
        "几天能还清",
        "什么时候还款",
        "逾期多久上征信",
        "我知道了",
        "等几天再还",
    ],
)
def test_another_question_is_not_that_one(text: str) -> None:
    assert not asks_when_we_answer(text)
