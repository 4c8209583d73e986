"""Once something is disputed no answer comes twice in a row, and what is added is kept for the person."""

from __future__ import annotations

from itertools import pairwise

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import SAYINGS, Line, keys, reasons
from tests.builders.offers import BOTH, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN = {
    "this is not my debt": "dispute",
    "so what happens now": "ask_legal_consequences",
    "how long does this take": "ask_credit_reporting",
    "I have bank statements": "request_validation",
    "it is not mine": "dispute",
    "I was in hospital then": "out_of_scope",
    "what do I owe": "ask_balance",
    "thanks": "thanks",
    "are you a robot": "ask_are_you_human",
}
ZH = {
    "这金额不对": "dispute",
    "那接下来怎么办": "repeat_clarify",
    "要多久": "ask_legal_consequences",
    "我有银行流水": "request_validation",
    "反正这钱不对": "dispute",
}
TALKS = {
    Language.EN: [
        ("this is not my debt", "dispute.answer"),
        ("so what happens now", "dispute.next"),
        ("I have bank statements", "dispute.added"),
        ("it is not mine", "dispute.person"),
        ("how long does this take", "dispute.how_long"),
    ],
    Language.ZH: [
        ("这金额不对", "dispute.answer"),
        ("那接下来怎么办", "dispute.next"),
        ("我有银行流水", "dispute.added"),
        ("反正这钱不对", "dispute.person"),
        ("要多久", "dispute.how_long"),
    ],
}


@BOTH
def test_each_message_has_its_own_answer(sqlite_store: Store, borrower: Borrower) -> None:
    line = verified(sqlite_store, borrower, **EN, **ZH)
    for text, key in TALKS[borrower.person.language]:
        assert line.says(text), text
        assert keys(line) == {key}, text
    assert SpecialStatus.DISPUTE in statuses(line)
    assert reasons(line) == ["dispute"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what do I owe", "dispute.waits"),
        ("I was in hospital then", "dispute.added"),
        ("thanks", "thanks.answer"),
        ("are you a robot", "robot.answer"),
    ],
)
def test_what_else_they_say_is_answered_as_far_as_it_may_be(sqlite_store: Store, text: str, key: str) -> None:
    line = verified(sqlite_store, a_borrower(), **EN)
    line.says("this is not my debt")
    said = line.says(text)
    assert keys(line) == {key}
    assert "$" not in said


def test_nothing_comes_twice_in_a_row_however_often_it_is_said(sqlite_store: Store) -> None:
    line = verified(sqlite_store, a_borrower(), **EN)
    heard = [line.says("this is not my debt")]
    for text in ("it is not mine", "it is not mine", "what do I owe", "what do I owe", "it is not mine"):
        heard.append(line.says(text))
    assert all(before != after for before, after in pairwise(heard))


@BOTH
def test_what_is_added_is_noted_in_three_ways_in_turn(sqlite_store: Store, borrower: Borrower) -> None:
    line = verified(sqlite_store, borrower, **EN, **ZH)
    first, again = {
        Language.EN: ("this is not my debt", "it is not mine"),
        Language.ZH: ("这金额不对", "反正这钱不对"),
    }[borrower.person.language]
    line.says(first)
    said = []
    for _ in range(4):
        line.says(again)
        said.extend(keys(line))
    assert said == ["dispute.added", "dispute.person", "dispute.kept", "dispute.added"]


def test_beside_another_silence_nothing_is_said_of_a_check(sqlite_store: Store) -> None:
    line = verified(sqlite_store, a_borrower(), **EN, **{"I have a lawyer": "attorney_represented"})
    line.says("this is not my debt")
    line.says("I have a lawyer")
    line.says("so what happens now")
    assert keys(line) == {"human.waiting"}


def test_who_proves_who_they_are_while_it_is_checked_hears_so_and_no_word_of_the_debt(
    sqlite_store: Store,
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {"I paid you on the 3rd": "already_paid"})
    line.write_first()
    line.says("I paid you on the 3rd")
    reply = line.says("03/09/1975 4421")
    assert keys(line) == {"dispute.proved"}
    assert "$" not in reply
