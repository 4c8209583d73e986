"""Days that can only be of what has happened, and times that they remind us of."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.terms_wished import asks_us_for_terms
from arrears.domain.language.acts.when_we_answer import reminds_of_the_time
from arrears.domain.language.dates.looking_back import looks_back


@pytest.mark.parametrize("words", ["yesterday", "last Friday", "two weeks ago", "昨天", "上个月15号", "前天"])
def test_a_day_that_looks_back(words: str) -> None:
    assert looks_back(words)


@pytest.mark.parametrize("words", ["March 1", "the 15th", "next Friday", "3月1号", "下个月15号", "今天"])
def test_a_day_that_may_be_meant_for_a_payment(words: str) -> None:
    assert not looks_back(words)


@pytest.mark.parametrize(
    "text",
    [
        "hello? it's been an hour",
        "you said 30 minutes!",
        "it's been over 2 hours already",
        "我都等了一个小时了",
        "你们不是说30分钟吗",
        "说好的三十分钟",
    ],
)
def test_they_remind_us_of_the_time(text: str) -> None:
    assert reminds_of_the_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "you said 30 dollars",
        "it's been an hour since I paid",
        "you said 12 payments",
        "it's been hard",
        "给我30分钟",
        "我等了一个小时才发工资",
    ],
)
def test_other_lengths_remind_us_of_nothing(text: str) -> None:
    assert not reminds_of_the_time(text)


@pytest.mark.parametrize(
    ("text", "asks"), [("没批吗？那怎么办", True), ("那怎么办", True), ("怎么办理", False)]
)
def test_who_asks_what_now_leaves_it_to_us(text: str, *, asks: bool) -> None:
    assert asks_us_for_terms(text) is asks
