"""A supervisor takes over the conversation of a call: what they write is spoken while it lasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.calls import CallState, Ending
from arrears.domain.ids import CallId
from arrears.domain.outreach import CallOutcome
from arrears.domain.people import Channel
from arrears.store import calls
from tests.builders.console import NOON, save_borrower, save_call, say

KEY = "a-key-of-the-form"
WORDS = "Hello, this is Mei. How can I help you at 9:30 tomorrow?"
ALOUD = "Hello, this is Mei. How can I help you at nine thirty in the morning tomorrow?"


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx, channel=Channel.VOICE)
        say(tx, talk, "Can I talk to someone?", at=NOON - timedelta(minutes=1))
        save_call(tx, talk)
    return talk


def hangs_up(desk):
    with desk.store.write() as tx:
        call = calls.load(tx, CallId("call-CA1"))
        values = {"state": CallState.ENDED, "outcome": CallOutcome.TALKED, "ending": Ending.COMPLETED}
        calls.save(tx, replace(call, **values), NOON)


def test_what_is_written_while_they_are_on_the_phone_is_spoken(browser, messenger, talk):
    path = f"/conversations/{talk.id}"
    browser.send(f"{path}/claim")
    assert "They are on the phone." in browser.get(path).text
    answer = browser.send(f"{path}/reply", text=WORDS, key=KEY)
    assert "notice=spoken" in answer.headers["location"]
    [(permit, body)] = messenger.sent
    assert (permit.channel, permit.in_call) == (Channel.VOICE, True)
    assert body == f"This call may be recorded. {ALOUD}"  # nobody has said so on this call yet
    page = browser.get(f"{path}?notice=spoken").text
    assert "waiting on the line" in page
    assert f"<s>{body}</s>" in page  # until the line has spoken it
    assert "P-SUPERVISOR-1" in page


def test_who_has_hung_up_is_named_and_hears_nothing(browser, messenger, desk, talk):
    path = f"/conversations/{talk.id}"
    browser.send(f"{path}/claim")
    hangs_up(desk)
    page = browser.get(path).text
    assert "They have hung up" in page
    assert "They are on the phone." not in page
    answer = browser.send(f"{path}/reply", text=WORDS, key=KEY)
    assert "notice=refused" in answer.headers["location"]
    assert messenger.sent == []


def test_who_writes_is_told_while_their_words_wait_and_why_they_are_not_spoken(browser, desk, talk):
    path = f"/conversations/{talk.id}"
    browser.send(f"{path}/claim")
    browser.send(f"{path}/reply", text=WORDS, key=KEY)
    assert "Not spoken yet." in browser.get(path).text
    with desk.store.write() as tx:
        say(tx, talk, "This is his roommate", number=2, at=NOON + timedelta(seconds=5))
    page = browser.get(path).text
    assert "Not spoken: something else was said first." in page
    assert "没有念出" in browser.get(f"{path}?lang=zh").text


def test_who_writes_is_told_that_they_hung_up_before_it_was_spoken(browser, desk, talk):
    path = f"/conversations/{talk.id}"
    browser.send(f"{path}/claim")
    browser.send(f"{path}/reply", text=WORDS, key=KEY)
    hangs_up(desk)
    assert "Not spoken: they hung up before." in browser.get(path).text


def test_it_is_said_in_chinese_too(browser, desk, talk):
    browser.send(f"/conversations/{talk.id}/claim")
    assert "对方正在通话中" in browser.get(f"/conversations/{talk.id}?lang=zh").text
    hangs_up(desk)
    assert "对方已挂断" in browser.get(f"/conversations/{talk.id}?lang=zh").text
