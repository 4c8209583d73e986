"""Questions of the payments to come, and of paying more when there is more, are no terms."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.coming_payments import asks_of_coming, asks_to_pay_extra
from tests.domain.language.turns import turn


@pytest.mark.parametrize(
    "text",
    [
        "What do the other payments look like after that?",
        "so the rest stay the same?",
        "do the others stay the same",
        "and what happens to the other payments",
        "后面几期怎么变",
        "那多还了以后后面几期怎么变",
        "其他几期还是一样吗",
        "后面的不变吧",
        "剩下的几期怎么还",
        "那后面的还是 27 号吗 还是 also 往后",
        "后面的还是27号吗",
        "其他几期都还是27号吗？",
        "and are the others still on the 27th?",
        "do the others move too",
    ],
)
def test_the_payments_to_come_are_asked_for(text: str) -> None:
    assert asks_of_coming(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "the rest stays the same, but 200 in May",
        "what about the rest",
        "what is the rest for",
        "how do I pay the other one",
        "is it the same for my other loan?",
        "五月多还一次两千 平时照旧",
        "剩下的7000多咋办",
        "后面再说吧",
        "后面的还是27号",
        "后面的还是27号吧",
        "晚十天，后面的还是20号吗",
        "can this one go to the 30th, and are the others still the 27th?",
        "以后怎么联系你",
    ],
)
def test_other_terms_and_other_things_are_none_of_them(text: str) -> None:
    assert not asks_of_coming(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "can I throw in an extra 500 when I have it",
        "If May's warm and I want to throw in an extra five hundred how do I do it",
        "can I pay extra sometimes?",
        "can i put an extra 100 on it",
        "五一要是生意好 我想多还两千 怎么弄",
        "手头宽裕的时候多还一千可以吗",
        "多还两千可以吗",
    ],
)
def test_who_asks_to_pay_more_once_when_they_have_it_names_no_payment(text: str) -> None:
    assert asks_to_pay_extra(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "I can pay an extra 50 each month",
        "can I pay an extra 500 on April 10?",
        "I'll put in an extra 200 in May",
        "do I have to pay extra fees?",
        "can you give me extra time?",
        "不是 我说五月多还一次两千 平时照旧",
        "每个月多还两百行不行",
        "多还了怎么退",
    ],
)
def test_more_every_month_or_on_a_day_is_terms(text: str) -> None:
    assert not asks_to_pay_extra(text, turn(text))
