"""A supervisor takes a conversation over, replies, clears what stands, and hands it back."""

from __future__ import annotations

import re

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import consents
from tests.builders.console import raise_, save_borrower, say

KEY = "a-key-of-the-form"


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        say(tx, talk, "I could do <b>200</b> a month")
    return talk


def test_a_supervisor_takes_over_replies_and_hands_back(browser, messenger, desk, talk):
    path = f"/conversations/{talk.id}"
    assert browser.send(f"{path}/claim").headers["location"] == f"{path}?notice=claimed#end"
    page = browser.get(path)
    assert "You hold this conversation" in page.text
    key = re.search(r'name="key" value="([^"]+)"', page.text).group(1)
    words = "Hello, this is Mei. How can I help?"
    for notice in ("sent", "repeated"):
        answer = browser.send(f"{path}/reply", text=words, key=key)
        assert f"notice={notice}" in answer.headers["location"]
    assert [body for _, body in messenger.sent] == [words]
    assert "Supervisor mei" in browser.get(path).text
    assert "P-SUPERVISOR-1" in browser.get(path).text
    assert "notice=resolved" in browser.send(f"{path}/resolve", note="Answered.").headers["location"]
    assert "You hold this conversation" not in browser.get(path).text


def test_a_refused_reply_shows_its_rule_and_stays_in_the_box(browser, messenger, talk):
    path = f"/conversations/{talk.id}"
    browser.send(f"{path}/claim")
    answer = browser.send(f"{path}/reply", text="You still owe $1,234.50.", key=KEY)
    assert "notice=refused" in answer.headers["location"]
    text = browser.get(path).text
    assert "USF-3PD-1" in text
    assert "1006.6(d)(1)" in text
    assert re.search(r"<textarea[^>]*>You still owe \$1,234.50.</textarea>", text)
    assert messenger.sent == []


@pytest.mark.parametrize(
    ("form", "notice"),
    [
        ({"text": "Hello", "key": KEY}, "not_yours"),
        ({"text": " ", "key": KEY}, "text_unusable"),
    ],
)
def test_a_reply_that_cannot_be_sent_says_why(browser, talk, form, notice):
    answer = browser.send(f"/conversations/{talk.id}/reply", **form)
    assert f"notice={notice}" in answer.headers["location"]


def test_a_reply_without_a_key_is_refused(browser, talk):
    browser.send(f"/conversations/{talk.id}/claim")
    assert browser.send(f"/conversations/{talk.id}/reply", text="Hello", key="").status_code == 400


def test_someone_elses_conversation_says_who_has_it(browser, stranger, desk, talk):
    browser.send(f"/conversations/{talk.id}/claim")
    browser.send("/sign-out")
    stranger.sign_in("ren")
    text = stranger.get(f"/conversations/{talk.id}").text
    assert "mei holds this conversation" in text
    assert "<textarea" not in text


@pytest.mark.parametrize(
    ("form", "notice", "stands"),
    [
        ({"status": "hardship", "sure": "1"}, "cleared", False),
        ({"status": "hardship"}, "not_sure", True),
        ({"sure": "1"}, "not_sure", True),
        ({"status": "nonsense", "sure": "1"}, "not_sure", True),
    ],
)
def test_a_status_is_cleared_only_when_it_is_chosen_and_ticked(browser, desk, talk, form, notice, stands):
    with desk.store.write() as tx:
        raise_(tx, talk, SpecialStatus.HARDSHIP, -1)
    answer = browser.send(f"/conversations/{talk.id}/clear-status", **form)
    assert f"notice={notice}" in answer.headers["location"]
    with desk.store.read() as tx:
        standing = consents.statuses_for(tx, talk.person_id, talk.case_id, talk.contact_point_id)
    assert (SpecialStatus.HARDSHIP in standing) is stands


@pytest.mark.parametrize("what", ["claim", "reply", "resolve"])
def test_acting_in_an_unknown_conversation_is_a_404(browser, what):
    answer = browser.send(f"/conversations/none/{what}", text="Hello", key=KEY, note="note")
    assert answer.status_code == 404
