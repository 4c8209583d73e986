"""A call in the console: what became of it, what was not heard, and its sound for those who may act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.calls import CallState, Direction, Ending
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.ids import CallId, OutreachId, TurnId
from arrears.domain.outreach import CallOutcome, ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.recordings import Recording, RecordingState
from arrears.store import calls, conversations, recordings
from arrears.store import outreach as outreach_rows
from tests.builders.console import NOON, save_borrower, save_call

MEDIA = bytes(range(256)) * 4
CALL = CallId("call-CA1")
RECORDING = recordings.recording_id_for(CALL)
WORDS = "You owe nothing today. Goodbye."


@pytest.fixture
def talk(desk):
    """A call of two minutes, of which there is a recording; our words were cut off."""
    with desk.store.write() as tx:
        talk = save_borrower(tx, channel=Channel.VOICE)
        save_call(
            tx,
            talk,
            state=CallState.ENDED,
            ended_at=NOON + timedelta(seconds=125),
            outcome=CallOutcome.TALKED,
            ending=Ending.COMPLETED,
        )
        row = said(tx, talk, WORDS, talk.id)
        conversations.append_turn(
            tx,
            Turn(TurnId("turn-1"), talk.id, Speaker.BOT, WORDS, Language.EN, NOON, outreach_id=row.id),
        )
        calls.keep_heard(tx, row.id, "You owe nothing", NOON)
        keep(tx, RecordingState.ALONE)
    return talk


def said(tx, talk, words, conversation_id):
    """A contact of ours by telephone."""
    row = Outreach(
        id=OutreachId(f"outreach-{len(words)}"),
        case_id=talk.case_id,
        person_id=talk.person_id,
        contact_point_id=talk.contact_point_id,
        channel=Channel.VOICE,
        carrier=Carrier.CALL,
        purpose=ContactPurpose.OUTREACH if conversation_id is None else ContactPurpose.REPLY,
        language=Language.EN,
        body=words,
        speaks_of_debt=False,
        due_at=NOON,
        state=OutreachState.SENT,
        conversation_id=conversation_id,
        answers=None,
        step="call",
    )
    outreach_rows.plan(tx, row)
    return row


def keep(tx, state, media=MEDIA):
    recordings.add(tx, Recording(RECORDING, CALL, "RE1", state, NOON, seconds=125))
    recordings.change(
        tx, RECORDING, media=media, media_type="audio/mpeg", keep_until=NOON + timedelta(days=1096)
    )


def page(browser, talk):
    return browser.get(f"/conversations/{talk.id}").text


def test_the_conversation_shows_what_became_of_the_call_and_how_long_it_lasted(browser, talk):
    html = page(browser, talk)
    assert "Phone call" in html
    assert "They called us" in html
    assert "talked" in html
    assert "2:05" in html


def test_it_shows_what_of_our_words_was_not_heard(browser, talk):
    html = page(browser, talk)
    assert "You owe nothing<s> today. Goodbye.</s>" in html
    assert "was not heard" in html


def test_it_is_in_chinese_too(browser, talk):
    html = browser.get(f"/conversations/{talk.id}?lang=zh").text
    assert "对方来电" in html
    assert "没有听到" in html


def test_the_sound_is_beside_the_transcript_with_the_browsers_own_controls(browser, talk):
    html = page(browser, talk)
    assert f'<audio controls preload="none" src="/recordings/{RECORDING}"' in html
    assert "media-src &#39;self&#39;" not in html
    policy = browser.get(f"/conversations/{talk.id}").headers["content-security-policy"]
    assert "media-src 'self'" in policy


def test_the_sound_is_sent_whole_and_kept_by_no_browser(browser, talk):
    answer = browser.get(f"/recordings/{RECORDING}")
    assert (answer.status_code, answer.content) == (200, MEDIA)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["content-type"] == "audio/mpeg"


@pytest.mark.parametrize(
    ("asked", "told", "part"),
    [
        ("bytes=0-0", "bytes 0-0/1024", MEDIA[:1]),
        ("bytes=0-", "bytes 0-1023/1024", MEDIA),
        ("bytes=1000-", "bytes 1000-1023/1024", MEDIA[1000:]),
        ("bytes=10-19", "bytes 10-19/1024", MEDIA[10:20]),
        ("bytes=1023-5000", "bytes 1023-1023/1024", MEDIA[1023:]),
        ("bytes=-24", "bytes 1000-1023/1024", MEDIA[1000:]),
        ("bytes=-5000", "bytes 0-1023/1024", MEDIA),
    ],
)
def test_a_part_that_a_browser_asks_for_is_sent_alone(browser, talk, asked, told, part):
    answer = browser.get(f"/recordings/{RECORDING}", Range=asked)
    assert (answer.status_code, answer.headers["content-range"], answer.content) == (206, told, part)


@pytest.mark.parametrize("asked", ["bytes=1024-", "bytes=9-3", "bytes=-0"])
def test_a_part_that_there_is_not_is_refused(browser, talk, asked):
    answer = browser.get(f"/recordings/{RECORDING}", Range=asked)
    assert (answer.status_code, answer.headers["content-range"]) == (416, "bytes */1024")


@pytest.mark.parametrize("asked", ["", "bytes=-", "lines=1-2", "bytes=1-2,4-5", "bytes=a-b"])
def test_what_is_no_single_part_gets_the_whole(browser, talk, asked):
    answer = browser.get(f"/recordings/{RECORDING}", Range=asked)
    assert (answer.status_code, len(answer.content)) == (200, 1024)


def test_a_reader_sees_that_there_is_a_recording_and_does_not_hear_it(stranger, talk):
    assert stranger.sign_in("ren").status_code == 303
    html = page(stranger, talk)
    assert "<audio" not in html
    assert "Your role does not hear it" in html
    assert stranger.get(f"/recordings/{RECORDING}").status_code == 403


def test_nobody_hears_it_without_signing_in(stranger, talk):
    answer = stranger.get(f"/recordings/{RECORDING}")
    assert answer.status_code == 303
    assert MEDIA[:16] not in answer.content


@pytest.mark.parametrize("recording_id", [RECORDING, "recording-none"])
def test_what_is_erased_or_never_was_is_not_found(browser, desk, talk, recording_id):
    with desk.store.write() as tx:
        recordings.erase(tx, RECORDING, NOON)
    assert browser.get(f"/recordings/{recording_id}").status_code == 404
    assert "was erased when its time was over" in page(browser, talk)


def test_the_case_lists_its_calls_with_those_that_nobody_took(browser, desk, talk):
    with desk.store.write() as tx:
        row = said(tx, talk, "Hello", None)
        call = replace(
            calls.load(tx, CALL),
            id=CallId("call-CA2"),
            carrier_ref="CA2",
            direction=Direction.OUTBOUND,
            outreach_id=row.id,
            conversation_id=None,
            answered_at=None,
            outcome=CallOutcome.UNANSWERED,
            ending=Ending.NO_ANSWER,
        )
        calls.open_one(tx, call, machine_now=NOON)
        assert outreach_rows.load(tx, row.id).case_id == talk.case_id
    html = browser.get(f"/cases/{talk.case_id}").text
    assert "Phone calls" in html
    assert "not taken" in html
    assert "2:05" in html
    assert "recorded" in html
