"""Questions how things go on, by their closed words; whatever says more asks something else."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.next_steps import NextStep, asks_about_not_paying, next_step
from tests.domain.language.test_death_idioms import turns_of_harm_and_death


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("when do I have to decide", NextStep.UNTIL),
        ("by when do I need to tell you", NextStep.UNTIL),
        ("how long is this offer good for?", NextStep.UNTIL),
        ("do i have to decide today", NextStep.UNTIL),
        ("when does the offer expire", NextStep.UNTIL),
        ("什么时候之前要决定", NextStep.UNTIL),
        ("这个方案有效多久", NextStep.UNTIL),
        ("我最晚什么时候答复你们", NextStep.UNTIL),
        ("要现在就决定吗", NextStep.UNTIL),
        ("so what happens now", NextStep.NEXT),
        ("ok what happens next?", NextStep.NEXT),
        ("what's the next step", NextStep.NEXT),
        ("那接下来怎么办", NextStep.NEXT),
        ("下一步是什么", NextStep.NEXT),
        ("how long does this take", NextStep.HOW_LONG),
        ("when will I hear back", NextStep.HOW_LONG),
        ("要多久", NextStep.HOW_LONG),
        ("ok how long till they call", NextStep.HOW_LONG),
        ("什么时候能有人回我", NextStep.HOW_LONG),
        ("你们处理要几天", NextStep.HOW_LONG),
        ("什么时候能有结果", NextStep.HOW_LONG),
    ],
)
def test_what_is_asked(text: str, step: NextStep) -> None:
    assert next_step(text) is step


@pytest.mark.parametrize(
    "text",
    [
        "what happens if I don't pay",
        "what happens now that I lost my job",
        "how long do I have",
        "I don't know how long I can go on",
        "when do I have to pay",
        "when can someone call me",
        "how long until you sue me",
        "现在怎么活",
        "还要多久才能解脱",
        "要多久还完",
        "现在怎么还",
        "ok, what happens next, and I pay 50",
    ],
)
def test_what_is_something_else(text: str) -> None:
    assert next_step(text) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("what happens if I don't pay", True),
        ("ok and what happens if I can't pay?", True),
        ("不还会怎么样", True),
        ("如果还不上会怎样", True),
        ("what happens if I don't pay on Friday but on Monday", False),
        ("I don't pay", False),
        ("我还不上了", False),
    ],
)
def test_the_question_what_follows_where_nothing_is_paid(text: str, asks: bool) -> None:
    assert asks_about_not_paying(text) is asks


def test_no_known_turn_of_self_harm_asks_how_things_go_on() -> None:
    assert [text for text in turns_of_harm_and_death() if next_step(text) is not None] == []
