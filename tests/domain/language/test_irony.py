"""A yes that is meant as a no is told by its words; a plain one is not suspected."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.irony import is_ironic


@pytest.mark.parametrize(
    "text",
    [
        "yeah right",
        "Oh sure, as if",
        "yeah, right. in your dreams",
        "sure sure",
        "ok 🙄",
        "nice try",
        "好什么好",
        "行什么行啊",
        "可以什么可以",
        "同意个屁同意",
        "呵呵 好的",
        "好的才怪",
        "想得美",
    ],
)
def test_a_yes_that_means_no_is_noticed(text: str) -> None:
    assert is_ironic(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "that's right",
        "right, yes",
        "sure",
        "of course",
        "ok yes please",
        "好的",
        "行",
        "可以可以",
        "好好好",
        "没问题",
        "什么时候开始",
    ],
)
def test_a_plain_yes_is_not_suspected(text: str) -> None:
    assert not is_ironic(text)
