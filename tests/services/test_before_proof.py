"""Before the proof: who says that it is them is no stranger, and half a date is no death."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.call_scripts import Ends, SpokenAnswer
from arrears.domain.cases import SpecialStatus
from arrears.domain.language.script.fold import has_han
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import SAYINGS
from tests.builders.phone import Phone, conversing, who_may_be_called
from tests.builders.several import statuses

PROOF = {
    Language.EN: ("march ninth nineteen seventy five", "four four two one"),
    Language.ZH: ("一九七五年三月九号", "四四二一"),
}


def called(store: Store, text: str, label: str) -> Phone:
    """Somebody who takes our call, and whose words are labelled so."""
    borrower = who_may_be_called()
    language = Language.ZH if has_han(text) else Language.EN
    borrower = replace(borrower, person=replace(borrower.person, language=language))
    phone = Phone(store, borrower, SAYINGS | {text: label})
    conversing(phone.answers())
    return phone


def said(phone: Phone, *texts: str) -> SpokenAnswer:
    """The answer to the last of the texts."""
    answers = [phone.says_aloud(text) for text in texts]
    assert answers[-1] is not None
    return answers[-1]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("this is he but i'm with a customer", "When may I call you back?"),
        ("yes this is she what is it", "what is your date of birth?"),
        ("speaking", "what is your date of birth?"),
        ("我就是，我在上班", "什么时候再打给您方便"),
        ("是我", "出生日期"),
    ],
)
def test_who_says_that_it_is_them_is_no_stranger_whatever_it_was_labelled(
    sqlite_store: Store, text: str, asked: str
) -> None:
    phone = called(sqlite_store, text, "third_party")
    answer = said(phone, text)
    assert answer.ends is None
    assert asked in answer.text
    assert not statuses(phone)


@pytest.mark.parametrize(
    "text",
    [
        "this is her husband",
        "this is his wife speaking",
        "he's not here this is his brother",
        "我是他老婆",
        "不是我",
    ],
)
def test_who_is_somebody_else_stays_one(sqlite_store: Store, text: str) -> None:
    phone = called(sqlite_store, text, "third_party")
    assert said(phone, text).ends is Ends.GOODBYE
    assert SpecialStatus.THIRD_PARTY_ANSWERED in statuses(phone)


@pytest.mark.parametrize("text", ["march", "um the ninth of march", "nineteen", "三月", "三月九号"])
def test_half_a_birth_date_is_asked_for_whole_and_no_death_is_written_down(
    sqlite_store: Store, text: str
) -> None:
    phone = called(sqlite_store, text, "deceased")
    answer = said(phone, "who is this", text)
    assert answer.ends is None
    assert answer.text.startswith("我只听到一部分" if has_han(text) else "I heard only a part of that.")
    assert answer.text.endswith("出生日期是哪一天？" if has_han(text) else "what is your date of birth?")
    assert not statuses(phone)


@pytest.mark.parametrize("text", ["nine one one", "he passed away in march", "120"])
def test_a_number_for_emergencies_and_a_death_are_no_half_of_a_date(sqlite_store: Store, text: str) -> None:
    phone = called(sqlite_store, text, "deceased")
    assert "only a part" not in said(phone, "who is this", text).text
    assert SpecialStatus.DECEASED in statuses(phone)


@pytest.mark.parametrize("text", ["yes that's me who's calling", "是我，你是哪位"])
def test_who_asks_who_calls_hears_it_before_they_are_asked_anything(sqlite_store: Store, text: str) -> None:
    phone = called(sqlite_store, text, "affirm")
    assert phone.borrower.case.lender in said(phone, text).text


@pytest.mark.parametrize(("no", "text"), [("why", "is there another way"), ("不说", "有没有别的办法")])
def test_another_way_than_the_birth_date_is_no_hardship(sqlite_store: Store, no: str, text: str) -> None:
    phone = called(sqlite_store, text, "request_hardship")
    phone.dialogue.intents[no] = "refuse_verification"
    answer = said(phone, no, text).text
    assert "letter" in answer or "寄信" in answer
    assert "?" not in answer
    said(phone, *PROOF[phone.borrower.person.language])
    assert not statuses(phone)
