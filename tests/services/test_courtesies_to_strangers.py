"""A caller whom nobody knows yet is treated as courteously as anybody, and learns of nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.call_scripts import Asked, Closed, Ends, Transfer
from arrears.domain.language.script.fold import has_han
from arrears.services.transfer_call import Reached, transfer_call, transfer_ended
from tests.builders.office import Office
from tests.builders.phone import Phone
from tests.builders.store import a_borrower
from tests.services.test_calls_to_us import UNKNOWN, identifying, reference, tells

ASKED, ASKED_ZH = "Please say or key in your reference number.", "请说出或按键输入您的参考编号。"


@pytest.fixture
def phone(sqlite_store):
    borrower = a_borrower()
    phone = Phone(sqlite_store, replace(borrower, case=replace(borrower.case, lender_ref="HP-2026000123")))
    identifying(phone)
    return phone


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hold on, let me get my papers", "Of course, take your time. I will wait."),
        ("what was that?", f"Of course. {ASKED}"),
        ("hello? are you there?", f"I am still here. {ASKED}"),
        ("am I talking to a real person?", f"I am an automated assistant, not a person. {{}}{ASKED}"),
        ("I don't have that number", f"{ASKED} If you cannot find it, just say: a person."),
    ],
)  # fmt: skip
def test_what_they_say_of_the_call_is_answered_and_then_it_is_asked_again(phone, text, words):
    [asked] = tells(phone, text)
    assert isinstance(asked, Asked)
    begins, _, ends = words.partition("{}")
    assert asked.words.startswith(begins)
    assert asked.words.endswith(ends)


@pytest.mark.parametrize(
    ("text", "words"),
    [("等一下，我找找", "我等您"), ("你是真人吗？", "不是真人"), ("没听清", ASKED_ZH)],
)
def test_in_mandarin_too(phone, text, words):
    _, asked = tells(phone, "您好，我想说中文", text)
    assert words in asked.words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("who is this", f"This is an automated AI assistant. This call may be recorded. {ASKED}"),
        ("what company is this", f"This is an automated AI assistant. This call may be recorded. {ASKED}"),
        ("你们是哪里", f"这里是人工智能自动语音助手，本次通话可能被录音。{ASKED_ZH}"),
    ],
)
def test_who_asks_whom_they_have_reached_is_told_before_they_are_asked(phone, text, words):
    *_, asked = tells(phone, "您好，我想说中文", text) if has_han(text) else tells(phone, text)
    assert asked.words == words


@pytest.mark.parametrize("text", ["i don't want to tell you my birthday", "why do you need that"])
def test_who_keeps_their_birth_date_to_themselves_is_not_thanked_for_it_and_hears_why_it_is_asked(
    phone, text
):
    _, asked = tells(phone, reference(phone), text)
    assert not asked.words.startswith("Thank you")
    assert "so that nobody else hears" in asked.words
    assert asked.words.endswith("If you would rather not say, just say: a person.")


@pytest.mark.parametrize("text", ["I'm driving right now", "call me back later", "okay thanks, bye"])
def test_who_cannot_talk_now_is_let_go_kindly(phone, text):
    [closed] = tells(phone, text)
    assert isinstance(closed, Closed)
    assert "call us again once you can talk at ease" in closed.words


def test_what_was_said_of_themselves_stays_said_over_a_moment_and_an_answer_is_no_question_in_vain(phone):
    birth, wait, again = tells(phone, reference(phone), "one moment please", "okay I'm back")
    assert birth.words == "Thank you. What is your date of birth?"
    assert "I will wait" in wait.words
    assert again.words == f"I am still here. {birth.words}"


def test_who_wants_a_person_after_hours_hears_when_one_can_be_reached(sqlite_store):
    office = Office(sqlite_store)
    office.clock.move(hours=9)  # 21:00 in New York
    office.calls_us(caller=UNKNOWN)
    assert tells(office, "a person please") == [Ends.PERSON]
    words = transfer_call(office.desk, office.call_id).words
    assert "Nobody from our team is there at the moment" in words
    assert "after nine in the morning on Tuesday, March third" in words


def test_while_people_are_there_they_are_connected(sqlite_store):
    office = Office(sqlite_store)
    office.calls_us(caller=UNKNOWN)
    assert tells(office, "a person please") == [Ends.PERSON]
    assert isinstance(transfer_call(office.desk, office.call_id), Transfer)


def test_a_stranger_whom_nobody_could_take_is_told_so_and_where_a_person_is(sqlite_store):
    office = Office(sqlite_store)
    office.calls_us(caller=UNKNOWN)
    tells(office, "a person please")
    transfer_call(office.desk, office.call_id)
    closed = transfer_ended(office.desk, office.call_id, Reached.NOBODY)
    assert closed.words.startswith("I am sorry, nobody was free to take your call.")
    assert "You can reach a person at" in closed.words
