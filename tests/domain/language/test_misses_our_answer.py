"""That nobody has answered them, and nothing else; a wish to be left alone is no such word."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.meanwhile import only_takes_note
from arrears.domain.language.acts.when_we_answer import asks_when_we_answer, misses_our_answer


@pytest.mark.parametrize(
    "text",
    [
        "nobody called me",
        "hello? no one has got back to me yet",
        "I'm still waiting for a call",
        "I haven't heard back from anyone",
        "where is the person",
        "怎么没人联系我",
        "等了半天还没人回我",
        "到现在都没人理我",
        "我还在等你们的回复",
    ],
)
def test_nobody_has_answered(text: str) -> None:
    assert misses_our_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "nobody told me about this loan",
        "nobody called me, so I paid my sister",
        "I'm still waiting for my paycheck",
        "nobody here by that name",
        "don't call me",
        "没人告诉我有这笔贷款",
        "没人叫这个名字",
        "别联系我了",
        "我还在等工资",
    ],
)
def test_something_else_is_said(text: str) -> None:
    assert not misses_our_answer(text)


@pytest.mark.parametrize(
    "text", ["when will they call", "when can somebody call me", "工作人员什么时候联系我"]
)
def test_when_the_person_comes_is_asked(text: str) -> None:
    assert asks_when_we_answer(text)


@pytest.mark.parametrize("text", ["ok", "ok thanks", "got it", "好的", "知道了谢谢", "收到"])
def test_they_have_heard_it(text: str) -> None:
    assert only_takes_note(text)


@pytest.mark.parametrize("text", ["ok?", "ok but when", "fine, forget it", "好的吗", "好的，那我还500"])
def test_more_than_a_nod_is_none(text: str) -> None:
    assert not only_takes_note(text)
