"""A no that begins an answer, and words that only look like one."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.answers_no import answers_no


@pytest.mark.parametrize(
    ("text", "says_no"),
    [
        ("no", True),
        ("No, I said 50", True),
        ("nope it's me", True),
        ("nah", True),
        ("not at all", True),
        ("that's not what I said", True),
        ("I didn't mean that", True),
        ("nobody told me", False),
        ("not now", False),
        ("now I can", False),
        ("none of that", False),
        ("yes, no more texts", False),
        ("不是，我是说二十号", True),
        ("没有", True),
        ("不，我就是本人", True),
        ("否", True),
        ("没错", False),
        ("没问题", False),
        ("不错", False),
        ("是的", False),
        ("北京", False),
    ],
)
def test_a_no_is_what_the_text_begins_with(text: str, *, says_no: bool) -> None:
    assert answers_no(text) is says_no
