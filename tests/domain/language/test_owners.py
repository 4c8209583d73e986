"""That a business is theirs, and nothing else; what is said of another's business is none of that."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.owners import says_they_own


@pytest.mark.parametrize(
    "text",
    [
        "I own the bakery, what's up?",
        "I'm the owner",
        "this is the owner of the restaurant, how can I help you",
        "Hi, yes, I'm the business owner. What is this about?",
        "that's my coffee shop",
        "我是老板，什么事",
        "面包店是我开的，什么事",
        "您好，我就是店主本人",
        "公司是我的，怎么了",
    ],
)
def test_it_is_theirs(text: str) -> None:
    assert says_they_own(text)


@pytest.mark.parametrize(
    "text",
    [
        "my husband owns the bakery",
        "I work at the bakery, the owner is out",
        "I'm not the owner",
        "I'm the owner's wife",
        "I'm the owner but I sold it",
        "I sold the bakery last year",
        "I own the bakery and never borrowed from you",
        "who owns the bakery?",
        "I owe the bakery",
        "老板不在，我是店员",
        "我是老板娘",
        "面包店是我老公的",
        "我是老板的妈妈",
        "店是我的，但我没借过钱",
        "我不是老板",
    ],
)
def test_it_is_anothers_or_more_is_said(text: str) -> None:
    assert not says_they_own(text)
