"""Trouble in words that keeps nobody from paying today, and trouble that does."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.plan_questions import asks_otherwise
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.means.no_hardship import is_no_hardship, lacks_only_a_sum, without_figures

OVER = [
    "The summer was slow but orders have picked up.",
    "The summer was slow but orders have picked up. We can manage 500 a month.",
    "I was out of work in the spring but i'm back at work since june",
    "was sick for a month, finally back to work",
    "前阵子修路 店门口封了一个多月 没生意 才欠下的 现在通了",
    "前段时间停工 现在复工了",
    "疫情那阵子没生意 现在已经恢复正常了",
    "生意不好那阵子欠的 现在好多了 一个月500",
]


@pytest.mark.parametrize(
    "text",
    [
        *OVER,
        "whatever man. knicks lost by 20 again and this double shift is killing me",
        "this heat is killing me",
        "这个月加班忙成狗了",
        "honest question first, can you guys take my truck? I cant work without it",
        "can you take my truck if i don't pay? i need it for work",
        "你们会把我的车拖走吗？没车我没法干活",
    ],
)
def test_a_figure_the_reason_for_a_question_and_what_is_over_are_no_hardship(text: str) -> None:
    assert is_no_hardship(text)


@pytest.mark.parametrize("text", OVER)
def test_what_is_over_is_named_as_none(text: str) -> None:
    assert not names_hardship(text)


@pytest.mark.parametrize(
    "text",
    [
        "rent is killing me",
        "these bills are killing me",
        "this is killing me",
        "this shift is killing me and i still can't make rent",
        "this double shift is killing me, i have no money",
        "累死累活也没钱",
        "手头紧 加班累死了",
        "can you take my truck? i haven't worked in weeks",
        "can you take my truck? I can't work without it and I'm broke",
        "i can't work, im in the hospital",
        "the summer was slow and orders haven't picked up",
        "the summer was slow, i hope it picks up",
        "once i'm back to work i can pay",
        "i got laid off, i'll be back at work in march",
        "orders picked up but i still can't pay",
        "现在通了 但还是没生意",
        "等路通了就好了",
        "现在还没好转",
        "现在好了一点 但是手头还是紧",
        "现在路通了 生意还没恢复",
        "现在恢复上班了，但是工资要下个月才发",
        "我失业了",
        "I lost my job",
    ],
)
def test_what_keeps_them_from_paying_now_is_hardship(text: str) -> None:
    assert not is_no_hardship(text)


def test_a_score_in_a_figure_is_no_sum() -> None:
    assert without_figures("the knicks lost by 20 and this shift is killing me. I can do 50") == "i can do 50"


@pytest.mark.parametrize(
    "text",
    [
        "有一周真的跑不够怎么办 比如连着下暴雨",
        "哪个月没生意怎么办",
        "要是哪周跑不够怎么办",
        "what if one week i don't earn enough, like when it rains",
        "what about a week when i don't make enough",
    ],
)
def test_a_bad_week_that_may_come_is_asked_about(text: str) -> None:
    assert asks_otherwise(text)


@pytest.mark.parametrize("text", ["有一个月没收入了怎么办", "有一周没开工了 怎么办", "我没钱怎么办"])
def test_a_bad_week_that_has_come_is_told(text: str) -> None:
    assert not asks_otherwise(text)


@pytest.mark.parametrize(
    "text",
    [
        "nah i dont have 300 rn anyway, that was if the tax refund comes",
        "i don't have $300 right now",
        "i dont have 300 but i can do 50",
        "算了 我现在也没有300",
        "我没有300 最多50",
        "我拿不出3000块",
    ],
)
def test_that_one_sum_is_not_there_is_no_hardship(text: str) -> None:
    assert lacks_only_a_sum(text)
    assert is_no_hardship(text)


@pytest.mark.parametrize(
    "text",
    [
        "i dont have 300, i lost my job",
        "i dont have 20 bucks to eat, no food",
        "i dont have 300 for rent",
        "i dont have money",
        "i dont have 3 kids",
        "有没有24期的选择",
        "我没有300 也没工作",
        "没钱 300也没有",
        "我没有300 家里有人住院",
    ],
)
def test_beside_any_word_of_want_it_may_be(text: str) -> None:
    assert not lacks_only_a_sum(text)
