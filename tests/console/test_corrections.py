"""Correcting how a turn was understood, in the conversation it stands in."""

from __future__ import annotations

import re

import pytest

from arrears.domain.intents import Intent
from arrears.store import corrections
from tests.builders.console import save_borrower, say


@pytest.fixture
def turn(desk):
    with desk.store.write() as tx:
        return say(tx, save_borrower(tx), "90 on the 22nd", intent="greet")


def path(turn, query=""):
    return f"/conversations/{turn.conversation_id}{query}"


def send(browser, turn, *intents, note=""):
    return browser.send(f"{path(turn)}/turns/{turn.id}/correct", intent=list(intents), note=note)


def made(desk, turn):
    with desk.store.read() as tx:
        return corrections.of_conversation(tx, turn.conversation_id).get(turn.id, ())


def test_the_form_stands_at_its_turn_with_what_was_understood_chosen(browser, turn):
    page = browser.get(path(turn)).text
    assert f'href="?correct={turn.id}"' in page
    assert "<select" not in page
    form = browser.get(path(turn, f"?correct={turn.id}")).text
    assert form.index(f'<li id="{turn.id}"') < form.index('class="correct card"')
    selects = re.findall(r"<select id=\"intent-\d\".*?</select>", form, re.DOTALL)
    assert len(selects) == 4
    assert 'value="greet" selected' in selects[0]
    assert "selected" not in "".join(selects[1:])
    for select in selects:
        assert set(re.findall(r'<option value="(\w+)"', select)) == set(Intent)


def test_every_field_of_the_form_has_its_label(browser, turn):
    form = browser.get(path(turn, f"?correct={turn.id}")).text
    part = form[form.index('class="correct card"') :].split("</form>")[0]
    fields = re.findall(r'<(?:select|input) id="([\w-]+)"', part)
    assert len(fields) == 5
    assert all(f'<label for="{field}">' in part for field in fields)


def test_a_correction_is_kept_and_shown_beside_the_turn(browser, desk, turn):
    answer = send(browser, turn, "promise_to_pay", "", "stop_texts", "", note="two things")
    assert answer.status_code == 303
    assert answer.headers["location"] == path(turn, f"?notice=corrected#{turn.id}")
    assert made(desk, turn)[0].intents == (Intent.PROMISE_TO_PAY, Intent.STOP_TEXTS)
    page = browser.get(answer.headers["location"].split("#")[0]).text
    for words in ("Kept, in your name", "corrected: promises to pay, stop", "two things", "mei, "):
        assert words in page
    assert 'title="greet">greets' in page
    assert "更正为：承诺还款" in browser.get(path(turn, "?lang=zh")).text


def test_the_form_begins_with_what_stands(browser, turn):
    send(browser, turn, "promise_to_pay", "stop_texts")
    form = browser.get(path(turn, f"?correct={turn.id}")).text
    assert re.findall(r'value="(\w+)" selected', form) == ["promise_to_pay", "stop_texts"]


@pytest.mark.parametrize(
    ("intents", "notice", "again"),
    [
        (("greet",), "correction_stands", False),
        ((), "correction_unusable", True),
        (("stop_texts", "stop_texts"), "correction_unusable", True),
        (("nonsense",), "correction_unusable", True),
        (("stop_texts", "nonsense"), "correction_unusable", True),
    ],
)
def test_what_is_no_correction_adds_nothing_and_says_why(browser, desk, turn, intents, notice, again):
    location = send(browser, turn, *intents).headers["location"]
    assert f"notice={notice}" in location
    assert (f"correct={turn.id}" in location) is again
    assert made(desk, turn) == ()


def test_a_reader_sees_corrections_and_is_offered_none(browser, stranger, desk, turn):
    send(browser, turn, "stop_texts")
    browser.send("/sign-out")
    stranger.sign_in("ren")
    page = stranger.get(path(turn, f"?correct={turn.id}")).text
    assert "corrected: stop" in page
    assert "<form" not in page.split('id="turns"')[1].split("</ol>")[0]
    assert "?correct=" not in page.split('id="turns"')[1].split("</ol>")[0]
    assert send(stranger, turn, "greet").status_code == 403


def test_a_turn_that_is_not_there_is_a_404(browser, turn):
    answer = browser.send(f"{path(turn)}/turns/none/correct", intent=["stop_texts"])
    assert answer.status_code == 404


def test_an_open_form_is_left_alone_while_nothing_changes(browser, turn):
    address = path(turn, f"?correct={turn.id}")
    tag = browser.live(address).headers["etag"]
    assert browser.live(address, tag).status_code == 304
