"""Who asks us for terms agrees to none; who only says yes asks for none."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.terms_wished import asks_for_terms, asks_us_for_terms


@pytest.mark.parametrize(
    "text",
    [
        "那你给我个方案",
        "行，那給我一個計劃吧",
        "好，你说个数",
        "你们看着办吧",
        "行吧，再少点",
        "可以，能便宜点就更好",
        "好，那怎么还",
        "ok give me a plan then",
        "fine, make me an offer",
        "sure, what can you offer",
        "ok you tell me",
        "yes but a bit less",
    ],
)
def test_these_ask_us_for_terms(text: str) -> None:
    assert asks_for_terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "好的",
        "可以，就这样",
        "同意，谢谢",
        "行，按这个办",
        "好的，就按你说的方案",
        "没问题，登记吧",
        "yes please record it",
        "ok that plan works for me",
        "yes, thanks for the offer",
        "yes",
        "",
    ],
)
def test_a_plain_yes_asks_for_nothing(text: str) -> None:
    assert not asks_for_terms(text)


@pytest.mark.parametrize(
    "text", ["what can I do about this", "so what can we do now?", "那我该怎么办", "这事怎么处理"]
)
def test_who_wonders_what_to_do_leaves_it_to_us(text: str) -> None:
    assert asks_us_for_terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "what can i do about this, will you sue me",
        "what can we do now, can they take my truck",
        "起诉了我怎么办",
        "我的征信怎么办",
    ],
)
def test_a_fear_of_the_law_is_no_wish_for_terms(text: str) -> None:
    assert not asks_us_for_terms(text)
