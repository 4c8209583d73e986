"""Who wants a person and says nothing else; a question about us, or about somebody else, is no such wish."""

import pytest

from arrears.domain.language.acts.person_wishes import wants_person


@pytest.mark.parametrize(
    "text",
    [
        "I want to talk to a person.",
        "operator",
        "Agent please",
        "can I speak to someone?",
        "put me through to a supervisor",
        "我要找人工客服。",
        "转人工",
        "我要跟真人说话",
    ],
)
def test_a_wish_for_a_person(text: str) -> None:
    assert wants_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "are you a person?",
        "I am not a person",
        "my manager",
        "no",
        "HP-2026000123",
        "你是真人吗",
        "",
        "人" * 200,
    ],
)
def test_no_wish_for_a_person(text: str) -> None:
    assert not wants_person(text)
