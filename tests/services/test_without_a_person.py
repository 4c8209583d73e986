"""A wish for a person that is taken back goes on here; one that only sounds so does not."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, keys, plan_of, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import opted_out, statuses

ASKS = {True: "我要转人工", False: "I want to talk to a person"}


def said(store: Store, text: str, label: str = "request_human", *, first: bool = True) -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in text)
    asks = ASKS[chinese]
    line = verified(store, CHINA if chinese else None, **{asks: "request_human", text: label})
    if first:
        line.says(asks)
    line.says(text)
    return line


TAKEN_BACK = [
    "no need for a person, let's do it with the bot",
    "I don't want to talk to a human, you're fine",
    "never mind the person, I can do this with you",
    "I don't need an agent anymore",
    "不用转人工了，你说就行",
    "不用人工，跟你说就可以",
    "别转人工了，直接说吧",
    "人工就不用了",
]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("text", TAKEN_BACK)
def test_a_person_who_is_not_needed_after_all_is_not_called(
    sqlite_store: Store, text: str, first: bool
) -> None:
    line = said(sqlite_store, text, first=first)
    assert keys(line) == {"human.not_needed", "balance.again"}
    assert reasons(line) == []


@pytest.mark.parametrize(
    "text",
    [
        "no, a person please, not the bot",
        "I don't need a bot, I need a person",
        "why is there no person I can talk to",
        "I don't want to talk to a person who can't help, get me a manager",
        "don't I need a person for this?",
        "不要机器人，转人工",
        "不要人工智能，我要真人",
        "你们没有人工吗",
        "别让人工给我打电话，我要人工在这里回我",
    ],
)
def test_whoever_wants_one_all_the_same_gets_one(sqlite_store: Store, text: str) -> None:
    line = said(sqlite_store, text, first=False)
    assert "human.not_needed" not in keys(line)
    assert reasons(line) == ["asked_for_person"]


def test_what_they_offer_beside_it_is_taken_up(sqlite_store: Store) -> None:
    line = said(sqlite_store, "no need for a person, I can do $350 a month starting on the 15th")
    assert keys(line) == {"human.not_needed", "plan.read_back"}


def test_hardship_beside_it_is_seen_to_by_a_person_all_the_same(sqlite_store: Store) -> None:
    line = said(sqlite_store, "不用转人工了，我失业了还不起", "request_human+cannot_pay")
    assert {"human.not_needed", "hardship.answer"} <= keys(line)
    assert reasons(line) == ["hardship"]


def test_another_need_is_not_withdrawn_with_it(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store, **{"can I get this in writing": "request_written", TAKEN_BACK[0]: "request_human"}
    )
    line.says("can I get this in writing")
    line.says(TAKEN_BACK[0])
    assert reasons(line) == ["written"]


def test_before_the_proof_it_is_asked_who_they_are(sqlite_store: Store) -> None:
    line = Line(sqlite_store, None, {TAKEN_BACK[0]: "request_human"})
    line.write_first()
    line.says(TAKEN_BACK[0])
    assert keys(line) == {"human.not_needed", "identity.ask"}


NOT_NEEDED = [
    "is someone still going to call me? I don't need it any more",
    "you can cancel the call, I don't need it anymore",
    "do I still get that call? no longer need it",
    "电话不用打了，我不需要了",
    "还会有人打电话给我吗？不需要了",
]
FEARED = [
    "self_harm@0.35+cease_contact@faint",
    "self_harm@floor",
    "cease_contact@0.9",
    "stop_texts@0.5",
    "out_of_scope",
]


@pytest.mark.parametrize("label", FEARED)
@pytest.mark.parametrize("text", NOT_NEEDED)
def test_a_call_that_is_not_needed_any_more_is_no_crisis_and_what_waits_is_read_again(
    sqlite_store: Store, text: str, label: str
) -> None:
    proposal = (
        "每个月还1500，20号开始" if not text.isascii() else "I can do $350 a month starting on the 15th"
    )
    borrower = CHINA if not text.isascii() else None
    line = verified(sqlite_store, borrower, **{text: label, proposal: "propose_instalment"})
    line.says(proposal)
    line.says(text)
    assert keys(line) == {"human.nobody", "plan.read_back"}
    assert statuses(line) == frozenset()
    assert not opted_out(line)
    assert reasons(line) == (["also_said"] if label != "out_of_scope" else [])
    line.says("yes" if borrower is None else "同意")
    assert plan_of(line) is not None


def test_after_our_word_of_a_person_it_is_the_person(sqlite_store: Store) -> None:
    text = "I don't need it any more"
    line = verified(sqlite_store, **{ASKS[False]: "request_human", text: "self_harm@0.4"})
    line.says(ASKS[False])
    line.says(text)
    assert keys(line) == {"human.nobody"}
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        ("I don't need it any more", "self_harm@0.4", "crisis.answer"),
        ("is someone still going to call me? I can't go on", "self_harm@0.4", "crisis.answer"),
        ("cancel the call, I don't need this life any more", "self_harm@0.4", "crisis.answer"),
        ("I don't need the call, don't contact me again", "cease_contact@0.9", "optout.confirmation"),
        (NOT_NEEDED[0], "self_harm@1.0", "crisis.answer"),  # as a reviewed phrase is heard
        ("电话不用打了，我不想活了", "self_harm@0.4", "crisis.answer"),
    ],
)
def test_whatever_says_more_is_heeded_as_before(sqlite_store: Store, text: str, label: str, key: str) -> None:
    line = verified(sqlite_store, CHINA if not text.isascii() else None, **{text: label})
    line.says(text)
    assert keys(line) == {key}


def test_another_need_that_waits_is_still_seen_to(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"I lost my job": "cannot_pay", NOT_NEEDED[0]: "self_harm@0.35"})
    line.says("I lost my job")
    line.says(NOT_NEEDED[0])
    assert "human.nobody" not in keys(line)
    assert reasons(line) == ["hardship"]
