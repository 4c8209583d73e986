"""Chinese in Latin letters is told from English."""

from __future__ import annotations

import pytest

from arrears.domain.language.script.pinyin import is_pinyin


@pytest.mark.parametrize(
    "text",
    [
        "fa le gongzi jiu huan",
        "wo mei qian",
        "xia ge yue 10 hao huan 500",
        "Ni shi shei?",
        "zhongguo yinhang zhuan de",
    ],
)
def test_these_are_pinyin(text: str) -> None:
    assert is_pinyin(text)


@pytest.mark.parametrize(
    "text",
    [
        "he is gone",
        "he can go",
        "no one to sue",
        "ok",
        "wo mei",
        "i can pay 500",
        "stop texting me",
        "发 le gongzi jiu huan",
        "",
    ],
)
def test_these_are_not_or_may_be_english(text: str) -> None:
    assert not is_pinyin(text)
