"""A wish for a text is the opposite of a stop, in nearly the same words."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.texts_wished import wishes_for_a_text
from arrears.domain.language.withdrawals.find import withdrawals


@pytest.mark.parametrize(
    "text",
    [
        "can you text me instead",
        "just text me",
        "could you please send me a text",
        "can we do this by text",
        "I'd rather text",
        "能发短信给我吗",
        "还是发短信吧",
        "短信联系吧",
        "可以用短信说吗",
    ],
)
def test_who_wishes_for_a_text(text: str) -> None:
    assert wishes_for_a_text(text)
    assert not withdrawals(text)


@pytest.mark.parametrize(
    "text",
    [
        "don't text me",
        "stop texting me",
        "can you stop texting me",
        "text me tomorrow",
        "text me when it's due",
        "can you text my wife",
        "can you text me later",
        "别发短信",
        "不要发短信了",
        "你们发短信太多了",
    ],
)
def test_who_does_not(text: str) -> None:
    assert not wishes_for_a_text(text)
