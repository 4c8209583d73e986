"""A no to one fee, beside the wish to pay, or the hope that none is added; and what is a refusal."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.refusals_in_part import hopes_for_no_fee, refused_part, says_willing


@pytest.mark.parametrize(
    "text",
    [
        "I don't mind paying what I owe. I am not paying the sixty",
        "I'll pay the rest, just not the sixty",
        "I'm not paying the late fee",
        "I refuse to pay the interest, i'll pay principal",
        "我不还罚息 本金我还",
        "罚息我不认",
    ],
)
def test_a_no_to_one_part(text: str) -> None:
    assert refused_part(text)


@pytest.mark.parametrize(
    "text", ["不会再罚我钱了吧", "就是还的时候不会再罚我钱了吧", "I won't be charged again right?"]
)
def test_a_hope_that_nothing_is_added(text: str) -> None:
    assert hopes_for_no_fee(text)


@pytest.mark.parametrize("text", ["不是不还", "我会还的 但是那六十块我不付", "i want to pay"])
def test_the_wish_to_pay(text: str) -> None:
    assert says_willing(text)


@pytest.mark.parametrize(
    "text",
    [
        "I am not paying the 842",
        "im not paying",
        "no i refuse, i'm not going to pay",
        "sure i owe it. still aint paying you",
        "I'll pay when hell freezes over",
        "I'm not paying you a cent, fees or no fees",
        "凭什么还钱",
        "我不会还的",
        "你们还要我还钱吗 做梦",
        "不还 利息也不还 一分都不还",
        "不还了 会不会收利息",
        "i won't pay any of it",
    ],
)
def test_a_refusal_is_one(text: str) -> None:
    assert not any(says(text) for says in (refused_part, says_willing, hopes_for_no_fee))
