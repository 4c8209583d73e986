"""A dispute that is in doubt, where a sum changes the terms that were read: the terms are taken up."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.several import statuses

ZH_PROPOSAL = "每个月还1250，3月16号开始"
OFFERS = dict.fromkeys((PROPOSAL, ZH_PROPOSAL), "propose_instalment")


@pytest.mark.parametrize(
    "text", ["wait, the truck needs tires. make it 300, not 350", "等下 车要换轮胎 改成每月1000吧"]
)
def test_another_sum_is_no_dispute_without_a_word_of_one(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **(OFFERS | {text: "dispute@0.44"}))
    line.says(PROPOSAL if text.isascii() else ZH_PROPOSAL)
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    assert reasons(line) == ["also_said"]
    assert not statuses(line)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("make it 300, I only owe 900", "dispute@0.44"),
        ("the amount is wrong, 300", "dispute@0.44"),
        ("我只借了1000", "dispute@0.44"),
    ],
)
def test_beside_a_word_of_what_is_owed_it_is_asked_about(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **(OFFERS | {text: label}))
    line.says(PROPOSAL if text.isascii() else ZH_PROPOSAL)
    line.says(text)
    assert keys(line) == {"doubt.dispute"}


def test_who_was_asked_and_went_on_to_a_plan_is_answered_of_its_interest(sqlite_store: Store) -> None:
    asked, interest = "what is this", "Does interest keep adding up while I'm paying this down?"
    pays = "do I still pay while you check that?"
    sayings = {asked: "dispute@0.44", interest: "ask_fees_interest", pays: "out_of_scope"}
    line = verified(sqlite_store, **(OFFERS | sayings))
    line.says(asked)
    assert keys(line) == {"doubt.dispute"}
    line.says(PROPOSAL)
    line.says("yes")
    line.says(interest)
    assert keys(line) == {"interest.unknown"}
    line.says(pays)
    assert "meanwhile.due" not in keys(line)
