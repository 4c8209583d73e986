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


@pytest.mark.parametrize("text", ["好的", "好的，同意", "我同意，请登记", "登记吧。"])
def test_the_words_we_ask_for_are_a_yes(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 1


@pytest.mark.parametrize(
    "text", ["不同意", "好的吧", "同意什么", "是吗", "好的，登记之前再说一遍", "我同意他的说法"]
)
def test_other_words_in_doubt_are_none(sqlite_store: Store, text: str) -> None:
    assert plans_after(sqlite_store, text) == 0
