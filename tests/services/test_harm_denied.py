"""Who denies outright that they mean themselves harm hears where help is, once, and the talk goes on.

A person is called all the same, and whatever leaves it open stays a crisis.
"""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store, consents
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, verified

EN, ZH = "I don't want to hurt myself, I just can't pay", "我不想伤害自己，就是还不起"


def says(store: Store, text: str, label: str = "self_harm+cannot_pay") -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in text)
    more = {"I could do 50 a month": "propose_instalment", "I want to end it": "self_harm"}
    line = verified(store, CHINA if chinese else None, **{text: label}, **more)
    line.dialogue.confidence = 1.0
    line.says(text)
    return line


def in_crisis(line: Line) -> bool:
    borrower = line.borrower
    with line.store.read() as tx:
        standing = consents.statuses_for(tx, borrower.person.id, borrower.case.id, borrower.point.id)
    return SpecialStatus.SELF_HARM in standing


@pytest.mark.parametrize("label", ["self_harm+cannot_pay", "self_harm"])
@pytest.mark.parametrize("text", [EN, ZH, "I won't kill myself over this, but I can't afford it right now"])
def test_a_denial_beside_hardship_hears_where_help_is_and_the_hardship_goes_on(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = says(sqlite_store, text, label)
    assert {"script.help_line", "hardship.answer"} <= keys(line)
    assert not in_crisis(line)
    assert reasons(line) == ["self_harm"]


def test_a_denial_alone_goes_on_where_they_were(sqlite_store: Store) -> None:
    line = says(sqlite_store, "don't worry, I'm not suicidal", "self_harm")
    assert keys(line) == {"script.help_line", "next.question"}


def test_terms_are_taken_up_after_it_and_no_help_line_follows(sqlite_store: Store) -> None:
    line = says(sqlite_store, EN)
    said = line.says("I could do 50 a month")
    assert keys(line) == {"offer.one"}
    assert "988" not in said


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to hurt myself but I don't know how to go on",
        "I'm not suicidal yet",
        "I don't want to hurt myself, I just can't take it anymore",
        "I don't want to hurt myself, I want to die in my sleep",
        "I don't want to die, I just can't pay",
        "I don't want to hurt myself, I just can't pay and I have the pills here",
        "我不想死，就是没钱",
        "我没想自杀，但是撑不下去了",
        "我不想伤害自己，可是也许哪天就还不起了",
    ],
)
def test_what_leaves_it_open_is_a_crisis(sqlite_store: Store, text: str) -> None:
    line = says(sqlite_store, text)
    assert keys(line) == {"crisis.answer"}
    assert in_crisis(line)


def test_a_statement_after_the_denial_is_a_crisis_and_so_is_a_second_denial(sqlite_store: Store) -> None:
    line = says(sqlite_store, EN)
    line.says(EN)
    assert keys(line) == {"crisis.answer"}


def test_harm_that_is_stated_later_is_a_crisis(sqlite_store: Store) -> None:
    line = says(sqlite_store, EN)
    line.says("I want to end it")
    assert in_crisis(line)
