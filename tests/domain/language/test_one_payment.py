"""What is said of one payment, and what comes once on top of all of them."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.one_payment import adds_to_it, is_extra_once
from tests.domain.language.turns import turn


@pytest.mark.parametrize(
    "text",
    [
        "can I pay an extra 500 in May if business is good",
        "If May's warm and I want to throw in an extra five hundred how do I do it",
        "one extra payment of 500, the rest as usual",
        "I'd like to pay 500 extra once",
        "五一要是生意好 我想多还两千 怎么弄",
        "不是 我说五月多还一次两千 平时照旧",
        "如果五月我一次多还两千呢",
    ],
)
def test_a_sum_in_a_month_once_or_if_all_goes_well_comes_on_top(text: str) -> None:
    assert is_extra_once(text, turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "I can pay an extra 50 a month",
        "an extra 50",
        "300 a month and an extra 500 in may",
        "I can do 500 in may",
        "is there an extra fee of 35 in may",
        "on top of my rent I can do 200 in may",
        "can I have 10 extra days until may 20",
        "每个月多还两百",
        "五月最多还两千",
        "五月差不多还两千",
        "五月还两千",
    ],
)
def test_a_regular_sum_or_one_that_is_no_more_than_is_said_does_not(text: str) -> None:
    assert not is_extra_once(text, turn(text))


@pytest.mark.parametrize("text", ["我最多还五百", "差不多还五百吧", "顶多还五百"])
def test_at_most_and_about_add_nothing(text: str) -> None:
    assert not adds_to_it(text)
