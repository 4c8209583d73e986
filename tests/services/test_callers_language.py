"""A caller whom nobody knows, who speaks the other language: invited to it, and answered in it."""

from dataclasses import replace

import pytest

from arrears.domain.call_scripts import Asked, Closed, Converse, Ends
from arrears.domain.language.script.fold import has_han
from arrears.domain.people import Language
from arrears.services.identify_caller import identify_caller
from arrears.services.resume_call import open_line
from arrears.store import conversations
from tests.builders.phone import Phone
from tests.builders.store import a_borrower
from tests.services.test_calls_to_us import RIGHT, UNKNOWN, identifying, reference, tells

EN, ZH = Language.EN, Language.ZH
ASSISTANT_ZH, NUMBER_ZH = "人工智能", "参考编号"


@pytest.fixture
def phone(store):
    borrower = a_borrower()
    return Phone(store, replace(borrower, case=replace(borrower.case, lender_ref="HP-2026000123")))


def presses(phone, digit, key="k1"):
    return identify_caller(phone.desk, phone.call_id, key, digit, keyed=True)


def test_who_nobody_knows_is_invited_in_the_other_language_and_learns_of_nobody(phone):
    script = identifying(phone, UNKNOWN)
    assert not has_han(script.opening)
    assert script.invitation.language is ZH
    assert "按二" in script.invitation.words
    assert open_line(phone.desk, script.token).invitation == script.invitation


def test_first_words_in_mandarin_are_answered_in_mandarin_with_what_was_not_understood(phone):
    identifying(phone)
    [asked] = tells(phone, "您好，我想说中文")
    assert isinstance(asked, Asked)
    assert asked.language is ZH
    assert ASSISTANT_ZH in asked.words
    assert "录音" in asked.words
    assert NUMBER_ZH in asked.words
    assert asked.invitation.language is EN
    assert phone.call().language is ZH


def test_mandarin_words_that_say_who_it_is_count(phone):
    identifying(phone)
    asked, birth = tells(phone, f"我的编号是{reference(phone)}", "一九七五年三月九号")
    assert "出生日期" in asked.words
    assert ASSISTANT_ZH in asked.words
    assert "四位" in birth.words
    assert ASSISTANT_ZH not in birth.words
    [known] = tells(phone, "四四二幺")
    assert isinstance(known, Converse)
    assert known.language is ZH
    with phone.store.read() as tx:
        assert conversations.load(tx, phone.call().conversation_id).language is ZH


@pytest.mark.parametrize(("digits", "language"), [("2", ZH), ("1", EN), ("21", EN), ("12", ZH)])
def test_a_key_chooses_the_language_as_often_as_it_is_pressed(phone, digits, language):
    identifying(phone)
    for number, digit in enumerate(digits):
        asked = presses(phone, digit, f"k{number}")
    assert isinstance(asked, Asked)
    assert asked.language is phone.call().language is language


def test_the_same_key_press_told_twice_is_one(phone):
    identifying(phone)
    assert presses(phone, "2") == presses(phone, "2")


def test_a_key_is_part_of_an_answer_once_the_number_was_given(phone):
    identifying(phone)
    tells(phone, reference(phone))
    assert presses(phone, "2").language is EN


def test_keys_are_not_pressed_for_ever(phone):
    identifying(phone)
    said = [presses(phone, "12"[number % 2], f"k{number}") for number in range(15)]
    assert isinstance(said[-1], Closed)


def test_who_spoke_english_goes_on_in_english(phone):
    identifying(phone)
    *_, known = tells(phone, reference(phone), *RIGHT[1:])
    assert known.language is EN


@pytest.mark.parametrize("words", ["不要再给我打电话", "请不要录音"])
def test_a_stop_in_mandarin_is_confirmed_in_mandarin(phone, words):
    identifying(phone)
    [closed] = tells(phone, words)
    assert isinstance(closed, Closed)
    assert has_han(closed.words)


def test_who_asks_for_a_person_in_mandarin_is_connected_in_mandarin(phone):
    identifying(phone)
    assert tells(phone, "我要转人工") == [Ends.PERSON]
    assert phone.call().language is ZH


def test_a_line_that_was_cut_is_taken_up_in_the_language_they_chose(phone):
    identifying(phone)
    tells(phone, "您好")
    script = phone.resumes()
    assert script.language is ZH
    assert has_han(script.opening)
    assert script.invitation.language is EN


def test_who_spoke_of_distress_in_mandarin_hears_who_they_talk_with_after_the_help(phone):
    identifying(phone)
    help_named, asked, more = tells(phone, "我不想活了", reference(phone), "一九七五年三月九号")
    assert has_han(help_named.words)
    assert "人工智能" in asked.words
    assert "录音" in asked.words
    assert "人工智能" not in more.words


def test_nothing_is_switched_on_a_call_that_is_over(phone):
    identifying(phone)
    phone.reports(None, "completed")
    tells(phone, "您好")
    assert phone.call().language is EN


def test_who_is_known_now_hears_each_disclosure_once_in_mandarin_too(phone):
    identifying(phone)
    *_, known = tells(phone, "您好", reference(phone), "一九七五年三月九号", "四四二幺")
    assert known.opening.count("人工智能") == known.opening.count("录音") == 1
