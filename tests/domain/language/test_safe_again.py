"""Who says outright that they are safe; anything less, and anything beside it, is not taken for that."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.acts.safe_again import says_safe


@pytest.mark.parametrize(
    "text",
    [
        "what? yes I'm safe, I don't want to hurt myself, I was just angry. wrong end of the stick",
        "yes I'm safe",
        "I am perfectly safe, thanks",
        "I'm not suicidal, I was just mad",
        "I would never hurt myself",
        "I'm not going to kill myself",
        "我很安全，我没想自杀，就是生气",
        "我现在安全",
        "我不会想不开的",
        "没想不开，我就是发火",
    ],
)
def test_safe_in_so_many_words(text: str) -> None:
    assert says_safe(text)
    assert not fears_for_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "I'm fine",
        "没事",
        "I'm not safe",
        "I don't think I'm safe",
        "I'm safe for now",
        "I'm safe but I can't go on",
        "I can't promise I won't hurt myself",
        "I don't know how not to hurt myself",
        "I don't want to live",
        "I'm safe, I want to die though",
        "I won't kill myself tonight",
        "我不安全",
        "我暂时安全",
        "我很安全，但是活着没意思",
        "我不会自杀，就是不想活了",
        "can we set up a payment plan",
        "",
    ],
)
def test_not_safe_in_so_many_words(text: str) -> None:
    assert not says_safe(text)


@pytest.mark.parametrize(
    ("text", "feared"),
    [
        ("can we please just set up a payment plan", False),
        ("so when's the last one", False),
        ("ya ok deal", False),
        ("I get paid every other friday", False),
        ("每个月还800", False),
        ("什么时候有人回我", False),
        ("I want to die", True),
        ("I can't go on", True),
        ("we'd be better off without me", True),
        ("撑不住了", True),
        ("不想活了", True),
        ("我还是想死", True),
    ],
)
def test_what_is_feared_after_it(text: str, feared: bool) -> None:
    assert fears_for_self(text) is feared
