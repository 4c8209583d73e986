"""Another language that is asked for beside something else."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import a_line, has_plan, queue


def test_the_other_language_is_spoken_in_the_same_reply(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "language_switch+ask_payment_methods", text="说中文，怎么还？")
    reply = line.says("说中文，怎么还？")
    assert "我们用中文继续" in reply
    assert "转账" in reply


@pytest.mark.parametrize(
    ("intents", "words"),
    [
        ("ask_payment_methods+language_switch", ["转账"]),
        ("ask_balance+language_switch", ["目前应还合计"]),
        ("affirm+language_switch", ["我再说一遍"]),
        ("thanks+language_switch", []),
        ("cannot_pay+language_switch", ["您的难处我们明白了"]),
        ("ask_payment_methods+deny+language_switch", ["没有登记任何内容", "转账"]),
    ],
)
def test_another_language_asked_for_beside_something_else_is_that_of_the_whole_reply(
    sqlite_store: Store, intents: str, words: list[str]
) -> None:
    text = "说中文"
    line = a_line(sqlite_store, intents, proposed=True, text=text)
    reply = line.says(text)
    assert reply.count("我们用中文继续") == 1
    for each in words:
        assert each in reply
    for english in ("Nothing", "The a", "Let me", "You are", "I am", "person"):
        assert english not in reply
    assert not has_plan(line)


def test_beside_the_end_of_contact_another_language_waits_for_a_person(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, "dispute+language_switch", text="说中文")
    assert "we pause while it is checked" in line.says("说中文")
    (waiting,) = queue(line)
    assert waiting.also_said == ("language_switch",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("以后打电话过来有没有会讲中文的人", "human.waiting"),
        ("有没有说中文的客服", "human.waiting"),
        ("讲中文可以吗", "language.switched"),
        ("请说中文", "language.switched"),
    ],
)
def test_which_of_our_people_speak_their_language_a_person_tells(
    sqlite_store: Store, text: str, said: str
) -> None:
    line = verified(sqlite_store, CHINA, **{text: "language_switch"})
    line.says(text)
    assert said in keys(line)
    assert reasons(line) == (["language"] if said == "human.waiting" else [])


def test_who_asks_for_a_speaker_of_the_other_language_is_answered_in_it(sqlite_store: Store) -> None:
    text = "do you have anyone who speaks chinese"
    line = verified(sqlite_store, **{text: "language_switch"})
    assert "我们用中文继续" in line.says(text)
