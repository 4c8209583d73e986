"""A yes in the very words we ask for is one, also where the label is in doubt; no other is."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import every_plan
from tests.builders.offers import CHINA, verified

TERMS = "每个月20号还1000"


def plans_after(store: Store, text: str) -> int:
    line = verified(store, CHINA, **{TERMS: "propose_instalment", text: "affirm"})
    line.says(TERMS)
    line.dialogue.confidence = 0.6
    line.says(text)
    return len(every_plan(line))


@pytest.mark.parametrize(
    "text",
    [
        "好的",
        "好的，同意",
        "我同意，请登记",
        "登记吧。",
        "好的 就这样吧",
        "行，就按这个来",
        "可以，那就这么定了",
    ],
)
def test_the_words_we_ask_for_are_a_yes(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "不同意",
        "好的吧",
        "同意什么",
        "是吗",
        "好的，登记之前再说一遍",
        "我同意他的说法",
        "就这样吧",
        "那就算了",
        "好的 就这样吗",
        "行，就这样，不过少点",
    ],
)
def test_other_words_in_doubt_are_none(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 0


def english(store: Store, text: str, *, relief: bool) -> int:
    terms = "I lost my job, I could do $50 a month" if relief else "I can do $350 a month from the 15th"
    label = "cannot_pay+propose_instalment" if relief else "propose_instalment"
    line = verified(store, **{terms: label, text: "confirm_plan"})
    line.says(terms)
    line.dialogue.confidence = 0.6
    line.says(text)
    return len(every_plan(line))


@pytest.mark.parametrize("relief", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "ok fine, let's do that",
        "That works for me then.",
        "deal",
        "okay, I agree, thanks",
        "yes do that pls",
        "Yes, please do this, thanks",
    ],
)
def test_taking_up_what_was_read_is_a_yes_to_relief_and_to_any_plan(
    sqlite_store: Store, text: str, relief: bool
) -> None:
    assert english(sqlite_store, text, relief=relief) == 1


@pytest.mark.parametrize(
    "text",
    [
        "let's do that later",
        "does that work?",
        "ok fine",
        "that works for him",
        "let's do that but 20",
        "yes do that later",
        "yes do that?",
    ],
)
def test_what_may_mean_something_else_is_read_back_again(sqlite_store: Store, text: str) -> None:
    assert english(sqlite_store, text, relief=True) == 0
