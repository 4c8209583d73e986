"""Several messages in one text, as its language is written."""

from __future__ import annotations

import pytest

from arrears.domain.people import Language
from arrears.domain.wording import one_text

EN, ZH = Language.EN, Language.ZH


@pytest.mark.parametrize(
    ("language", "texts", "whole"),
    [
        (EN, ["Thank you.", "Goodbye."], "Thank you. Goodbye."),
        (ZH, ["谢谢您。", "再见。"], "谢谢您。再见。"),
        (ZH, ["什么时候？", "（周五）", "好！"], "什么时候？（周五）好！"),
        (ZH, ["链接：https://a.test/p", "谢谢。"], "链接：https://a.test/p 谢谢。"),  # no part of the link
        (ZH, ["谢谢您。", "$20 已收到。"], "谢谢您。$20 已收到。"),
        (EN, ["谢谢您。", "Goodbye."], "谢谢您。 Goodbye."),
        (EN, ["Thank you."], "Thank you."),
        (ZH, [], ""),
    ],
)
def test_messages_are_parted_by_a_space_but_for_a_chinese_stop(
    language: Language, texts: list[str], whole: str
) -> None:
    assert one_text(language, texts) == whole
