"""Whether interest goes on, what a payment pays first, when people are there: asked, or only mentioned."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.charge_questions import ChargeQuestion, charge_question
from arrears.domain.language.acts.hours_asked import asks_for_hours

GROWS, ORDER, FEE = ChargeQuestion.GROWS, ChargeQuestion.ORDER, ChargeQuestion.FEE
RATE, LATE, IN_ALL = ChargeQuestion.RATE, ChargeQuestion.LATE, ChargeQuestion.IN_ALL


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("is interest still growing?", GROWS),
        ("will interest keep adding up?", GROWS),
        ("how much interest per day?", GROWS),
        ("is it still accruing interest", GROWS),
        ("has the interest stopped?", GROWS),
        ("利息还在涨吗", GROWS),
        ("每天利息多少", GROWS),
        ("还会算利息吗", GROWS),
        ("停息了吗", GROWS),
        ("does my 200 go to interest or principal?", ORDER),
        ("will my payment come off the principal?", ORDER),
        ("do you apply it to fees first?", ORDER),
        ("我还的200是还利息还是本金", ORDER),
        ("是先还利息吗", ORDER),
        ("how much do I owe?", None),
        ("is there a fee?", None),
        ("can you stop the interest?", None),
        ("please freeze the interest", None),
        ("I will pay the principal, not the interest", None),
        ("能不能停息", None),
        ("利息太高了", None),
        ("那这三个月只还利息呢", None),
        ("利息减一点吧", None),
        ("what's the $35 for", FEE),
        ("what was the $35 fee for", FEE),
        ("what kind of fee is that", FEE),
        ("where does that $35 fee come from", FEE),
        ("why is there a fee", FEE),
        ("这35块是什么费", FEE),
        ("这个费用是怎么来的", FEE),
        ("手续费是干嘛的", FEE),
        ("how much is the fee", None),
        ("what's the plan for", None),
        ("费用是多少", None),
        ("这500块是什么时候要还", None),
        ("这35块是什么意思", None),
        ("how do you calculate late interest", LATE),
        ("how do late fees work", LATE),
        ("罚息怎么算", LATE),
        ("能不能告诉我罚息怎么算", LATE),
        ("how is interest calculated", RATE),
        ("can you tell me how the interest is calculated?", RATE),
        ("what is my apr", RATE),
        ("请问利息怎么算", RATE),
        ("利率是多少", RATE),
        ("how do you calculate that", None),
        ("how does it work", None),
        ("350怎么算的", None),
        ("利息能不能少算点", None),
        ("how much interest will I pay in total on this", IN_ALL),
        ("what's the total interest", IN_ALL),
        ("总共要付多少利息", IN_ALL),
        ("还完一共多少利息", IN_ALL),
        ("how much interest do I owe in total", None),
        ("how much do I pay in total", None),
        ("总共欠多少利息", None),
        ("一共要还多少", None),
    ],
)
def test_what_is_asked_of_interest(text: str, question: ChargeQuestion | None) -> None:
    assert charge_question(text) is question


@pytest.mark.parametrize(
    "text",
    [
        "what are your office hours",
        "when are you open",
        "are you open on weekends?",
        "what time do you guys close",
        "when can I talk to somebody",
        "你们几点上班",
        "周末上班吗",
        "营业时间是几点",
        "什么时候能跟人说话",
        "人工几点上班",
    ],
)
def test_the_hours_are_asked(text: str) -> None:
    assert asks_for_hours(text)


@pytest.mark.parametrize(
    "text",
    [
        "I work nights",
        "my hours were cut",
        "I'm at work until 6",
        "call me after office hours",
        "my office hours are 9 to 5",
        "are you there",
        "I open the shop at 9",
        "我几点上班不一定",
        "我上班时间不能接电话",
        "我周末上班",
        "下班以后再说",
    ],
)
def test_hours_of_their_own_are_no_question(text: str) -> None:
    assert not asks_for_hours(text)
