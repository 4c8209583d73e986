"""What they say while a person has yet to decide is answered, and never with a demand or an old offer."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.meanwhile import asks_what_is_due_meanwhile, only_waits
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import on_the_table, verified
from tests.services.test_hard_beside_a_wish import LONGER, SHOP

MEANWHILE = [
    "那审批这段时间我还用不用还钱？",
    "等你们批的这段时间，这个月的钱还要不要照常还",
    "批下来之前我还要不要还款",
    "审批期间需要还款吗",
    "do I have to pay meanwhile",
    "do I still need to make payments while you decide?",
    "in the meantime should I keep paying",
    "until you decide, is the payment still due? do I pay it",
]
WAITS = [
    "好的，那我等你们消息",
    "行，我等通知",
    "那我先等着吧，谢谢",
    "ok I'll wait",
    "thanks, I will wait for your answer",
    "I'll wait to hear from you",
]


@pytest.mark.parametrize("label", ["out_of_scope", "vague_promise", "ask_balance", "cannot_pay"])
@pytest.mark.parametrize("text", MEANWHILE)
def test_what_is_due_meanwhile_is_told_with_the_time_of_the_decision(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, SHOP, **{LONGER: "cannot_pay", text: label})
    line.says(LONGER)
    line.says(text)
    assert keys(line) == {"meanwhile.due", "approval.when"}
    assert on_the_table(line) is None


@pytest.mark.parametrize("label", ["affirm", "thanks", "vague_promise", "out_of_scope"])
@pytest.mark.parametrize("text", WAITS)
def test_who_waits_is_thanked_with_the_time(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, SHOP, **{LONGER: "cannot_pay", text: label})
    line.says(LONGER)
    line.says(text)
    assert keys(line) == {"meanwhile.thanks", "approval.when"}


@pytest.mark.parametrize(("text", "said"), [(MEANWHILE[0], "meanwhile.due"), (WAITS[0], "meanwhile.thanks")])
def test_so_it_is_where_a_person_only_looks_at_it(sqlite_store: Store, text: str, said: str) -> None:
    line = verified(sqlite_store, SHOP, **{"能便宜点吗": "request_settlement", text: "out_of_scope"})
    line.says("能便宜点吗")
    line.says(text)
    assert said in keys(line)
    assert keys(line) & {"human.promised", "human.waiting"}


def test_where_nothing_waits_the_label_decides(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **{MEANWHILE[0]: "out_of_scope"})
    line.says(MEANWHILE[0])
    assert keys(line) == {"scope.answer"}


def test_stop_is_stop(sqlite_store: Store) -> None:
    text = "等你们批的这段时间要不要还钱，别再发短信了"
    line = verified(sqlite_store, SHOP, **{LONGER: "cannot_pay", text: "stop_texts"})
    line.says(LONGER)
    line.says(text)
    assert "meanwhile.due" not in keys(line)


@pytest.mark.parametrize(
    "text",
    [
        "I can pay 100 while I look for work",
        "每个月15号还",
        "I'll wait, and pay 100 on Friday",
        "等发工资再还",
        "can you wait until Friday",
        "快点还完就好",
        "尽快还",
        "please hurry, I can pay 100",
        "let me know how much I owe",
    ],
)
def test_other_words_are_neither(text: str) -> None:
    assert not asks_what_is_due_meanwhile(text)
    assert not only_waits(text)


@pytest.mark.parametrize(
    "text",
    [
        "那行吧 你们快点给个准话",
        "麻烦你们尽快答复我",
        "快点批吧",
        "ok, please hurry up",
        "alright then, let me know as soon as you can please",
    ],
)
def test_who_would_have_our_answer_soon_waits_for_it(text: str) -> None:
    assert only_waits(text)
