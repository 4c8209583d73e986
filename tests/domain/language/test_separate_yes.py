"""A yes as a sentence of its own beside a question."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.separate_yes import has_separate_yes


@pytest.mark.parametrize(
    "text",
    [
        "Is this a robot? Yes",
        "how do I pay? ok sounds good",
        "Yes. are you a robot?",
        "可以用银行卡还吗？好",
        "你是真人吗？可以，就这样",
        "能转账吗？同意。",
    ],
)
def test_a_sentence_that_says_yes_and_nothing_else(text: str) -> None:
    assert has_separate_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Is this a robot? Yes or no",
        "is it ok?",
        "ok? is this real?",
        "is this a robot? yes but less",
        "Are you real? no",
        "可以用银行卡还吗",
        "好吗？可以吗？",
    ],
)
def test_a_yes_alone_in_question_or_with_more_is_none(text: str) -> None:
    assert not has_separate_yes(text)
