"""Whose people are lawyers by trade, and for whom a lawyer speaks."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.known_lawyers import knows_a_lawyer


@pytest.mark.parametrize(
    "text",
    [
        "我表哥做律师的 他说超过24%的部分可以不给",
        "我朋友是律师 他说利息不合法",
        "my cousin is a lawyer and he says anything over 24% isnt enforceable",
        "talked to a lawyer friend about this",
        "my brother's an attorney, he says you can't charge that",
        "做律师的朋友跟我说的",
    ],
)
def test_the_trade_of_somebody_of_theirs_is_no_representation(text: str) -> None:
    assert knows_a_lawyer(text)


@pytest.mark.parametrize(
    "text",
    [
        "my lawyer is my cousin, talk to him",
        "my cousin is a lawyer and he's handling it",
        "I have a lawyer now",
        "my cousin is my lawyer",
        "my uncle is a lawyer and represents me",
        "我请了律师 是我表哥",
        "我表哥是律师 你们找他谈",
        "我的律师会联系你们",
        "我委托了我表哥 他是律师",
        "my son is a law clerk",
        "my ex's lawyer no but mine yes, mine handles you",
    ],
)
def test_a_lawyer_who_speaks_for_them_is(text: str) -> None:
    assert not knows_a_lawyer(text)
