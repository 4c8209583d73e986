"""Recording a call: after the notice, once they went on, never after a refusal; kept as the law wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Closed, Converse, Ends
from arrears.domain.recordings import TRIES, RecordingState, after_recording_status, pause_before
from arrears.ports import RecorderFailedError
from arrears.services.erase_evidence import erase_evidence
from arrears.services.identify_caller import identify_caller
from arrears.services.keep_recordings import erase_recordings, fetch_recordings
from arrears.services.record_audio import go_on_after_card, pause_for_card, record_recording_status
from arrears.store import calls, consents, recordings
from arrears.store.evidence import entries_of
from arrears.store.tables.calls import recordings as table
from tests.builders.office import Office
from tests.builders.phone import SID
from tests.builders.store import a_borrower, in_china

S = RecordingState
RE1 = "RE" + "1".zfill(32)


@pytest.fixture
def office(store):
    return Office(store)


def only(office):
    with office.store.read() as tx:
        (found,) = recordings.of_call(tx, office.call_id)
        return found


def reports(office, status, *, sid=RE1, seconds=None, call=SID):
    return record_recording_status(office.desk, sid, call, status, seconds=seconds, at=office.clock.now())


def recorded(office):
    """A call that was recorded from its first utterance to its end."""
    office.proves()
    office.follows()
    office.reports(None, "completed")
    reports(office, "completed", seconds=95)


def fetched(office):
    recorded(office)
    assert fetch_recordings(office.desk, office.recorder) == 1


def test_nothing_is_recorded_before_they_were_told_and_went_on(office):
    office.calls_us()
    assert office.follows() is None
    office.says_aloud("who is this")
    assert office.follows() is S.RUNNING
    assert office.follows() is S.RUNNING
    assert office.recorder.asked == [("start", SID)]


def test_who_refuses_with_their_first_words_is_never_recorded(office):
    office.calls_us()
    answer = office.says_aloud("don't record me")
    assert "not recorded any more" in answer.text
    assert answer.ends is Ends.PERSON
    assert office.follows() is None
    assert office.recorder.asked == []


def test_a_caller_whom_nobody_knows_may_refuse_too(office):
    office.calls_us(caller="+12125550177")
    assert isinstance(
        identify_caller(office.desk, office.call_id, "1", "I don't want to be recorded"), Closed
    )
    assert office.follows() is None
    with office.store.read() as tx:
        assert recordings.is_refused(tx, office.call_id)


def test_a_refusal_before_they_were_known_holds_for_their_conversation(store):
    borrower = a_borrower()
    office = Office(store, replace(borrower, case=replace(borrower.case, lender_ref="HP-2026000123")))
    office.calls_us(caller="+12125550177")
    said = ("don't record me, I want to kill myself", "HP-2026000123", "March 9 1975", "4421")
    for key, text in enumerate(said):
        script = identify_caller(office.desk, office.call_id, str(key), text)
    assert isinstance(script, Converse)
    with office.store.read() as tx:
        assert recordings.is_refused_in(tx, calls.load(tx, office.call_id).conversation_id)


def test_a_refusal_later_stops_the_recording(office):
    office.proves()
    office.follows()
    office.says_aloud("please stop recording this")
    office.follows()
    assert office.recorder.asked == [("start", SID), ("stop", RE1)]
    with office.store.read() as tx:
        kinds = [entry.kind for entry in entries_of(tx, office.borrower.case.id)]
    assert kinds.count("recording_refused") == 1


@pytest.mark.parametrize(
    ("words", "label", "ends"),
    [
        ("please stop recording this", "cease_contact", False),
        ("请不要再录音了", "stop_texts", False),
        ("stop recording and stop calling me", "cease_contact", True),
        ("不要再录音，也别再给我打电话了", "cease_contact", True),
        ("stop recording, I dispute this debt", "dispute", True),
    ],
)
def test_who_ends_the_recording_alone_ends_no_contact_whatever_it_was_labelled(store, words, label, ends):
    office = Office(store)
    office.dialogue.intents[words] = label
    office.proves()
    answer = office.says_aloud(words)
    assert ("not recorded any more" in answer.text) is not ends
    with office.store.read() as tx:
        assert recordings.is_refused(tx, office.call_id)
        ceased = consents.consents_of(tx, office.borrower.person.id)
    assert any(entry.action == "withdrawn" for entry in ceased) is (label == "cease_contact" and ends)


def test_a_recording_that_was_refused_and_cannot_be_stopped_is_an_error(office):
    office.proves()
    office.follows()
    office.says_aloud("please stop recording this")
    office.recorder.fails = {"stop"}
    with pytest.raises(RecorderFailedError):
        office.follows()


def test_where_no_rule_and_no_policy_wants_it_nothing_is_recorded(store):
    office = Office(store, records_calls=False)
    office.proves()
    assert office.follows() is None
    assert office.recorder.asked == []


def test_in_china_a_rule_wants_it_whatever_the_policy_says(store):
    borrower = in_china(a_borrower())
    office = Office(store, borrower, records_calls=False)
    office.calls_us()
    office.dialogue.intents["你是谁"] = "ask_who_are_you"
    office.says_aloud("你是谁")
    assert office.follows() is S.RUNNING


def test_in_china_who_refuses_is_not_talked_with_any_longer(store):
    office = Office(store, in_china(a_borrower()))
    office.calls_us()
    answer = office.says_aloud("不要录音")
    assert answer.ends is not None
    assert "还" not in answer.text
    office.follows()
    assert office.recorder.asked == []


def test_a_start_of_which_we_hear_nothing_is_found_by_its_callback(office):
    office.recorder.fails = {"start"}
    office.proves()
    assert office.follows() is S.ASKED
    assert office.follows() is S.ASKED
    assert office.recorder.asked == [("start", SID)]
    assert reports(office, "completed", sid="RE9", seconds=3)
    assert (only(office).carrier_ref, only(office).state) == ("RE9", S.ENDED)


def test_a_card_is_kept_out_of_the_recording(office):
    office.proves()
    office.follows()
    pause_for_card(office.desk, office.recorder, office.call_id)
    go_on_after_card(office.desk, office.recorder, office.call_id)
    assert office.recorder.asked[1:] == [("pause", RE1), ("go_on", RE1)]


def test_it_is_fetched_kept_encrypted_and_deleted_at_the_carrier(office):
    fetched(office)
    found = only(office)
    assert (found.state, found.seconds, found.media_type) == (S.ALONE, 95, "audio/mpeg")
    assert [what for what, _ in office.recorder.asked] == ["start", "fetch", "delete"]
    with office.store.read() as tx:
        assert recordings.sound_of(tx, found.id) == office.recorder.media
        raw = tx.execute(sa.select(sa.type_coerce(table.c.media, sa.LargeBinary))).scalar_one()
    assert office.recorder.media not in bytes(raw)
    assert fetch_recordings(office.desk, office.recorder) == 0


def test_what_cannot_be_fetched_is_asked_for_again_later_and_given_up_in_the_end(office):
    recorded(office)
    office.recorder.fails = {"fetch"}
    for _ in range(TRIES):
        fetch_recordings(office.desk, office.recorder)
        before = len(office.recorder.asked)
        fetch_recordings(office.desk, office.recorder)
        assert len(office.recorder.asked) == before
        office.machine_clock.move(hours=5)
    assert only(office).state is S.LOST


def test_what_cannot_be_deleted_there_is_kept_here_and_deleted_later(office):
    recorded(office)
    office.recorder.fails = {"delete"}
    assert fetch_recordings(office.desk, office.recorder) == 1
    assert only(office).state is S.KEPT
    office.recorder.fails = set()
    office.machine_clock.move(hours=5)
    fetch_recordings(office.desk, office.recorder)
    assert only(office).state is S.ALONE


def outside_the_city():
    borrower = a_borrower()
    return replace(borrower, person=replace(borrower.person, region="TX", zones=("America/Chicago",)))


def test_it_is_erased_three_years_after_the_call_and_the_chain_says_so(store):
    office = Office(store, outside_the_city())
    fetched(office)
    made = office.clock.now()
    office.clock.at = datetime(2029, 3, 2, 23, 59, tzinfo=UTC)
    assert erase_recordings(office.desk) == 0
    office.clock.at = datetime(2029, 3, 3, tzinfo=UTC)
    assert made < office.clock.now() - timedelta(days=3 * 365)
    assert erase_recordings(office.desk) == 1
    assert erase_recordings(office.desk) == 0
    found = only(office)
    assert (found.state, found.erased_at) == (S.ERASED, office.clock.now())
    with store.read() as tx:
        assert recordings.sound_of(tx, found.id) is None
        assert [entry.kind for entry in entries_of(tx, office.borrower.case.id)][-1] == "recording_erased"


def test_where_a_case_must_end_first_it_is_kept_while_money_is_owed(store):
    office = Office(store, in_china(a_borrower()))
    office.calls_us()
    office.dialogue.intents["你是谁"] = "ask_who_are_you"
    office.says_aloud("你是谁")
    office.follows()
    office.reports(None, "completed")
    reports(office, "completed", seconds=9)
    fetch_recordings(office.desk, office.recorder)
    assert only(office).keep_until is None
    office.clock.move(days=4000)
    assert erase_recordings(office.desk) == 0


def test_who_is_erased_from_the_evidence_is_erased_from_the_sound_too(office):
    fetched(office)
    erase_evidence(
        office.desk, office.borrower.case.id, lambda _seq, name: name == "sound", person=False, by="mei"
    )
    with office.store.read() as tx:
        assert recordings.sound_of(tx, only(office).id) is None
    assert only(office).state is S.ERASED


def test_a_report_about_a_call_that_nobody_knows_changes_nothing(office):
    assert not reports(office, "completed", call="CA" + "9" * 32)


@pytest.mark.parametrize(
    ("state", "status", "after"),
    [
        (S.ASKED, "in-progress", S.RUNNING),
        (S.ASKED, "completed", S.ENDED),
        (S.RUNNING, "paused", S.RUNNING),
        (S.RUNNING, "absent", S.ABSENT),
        (S.ENDED, "in-progress", S.ENDED),
        (S.ENDED, "completed", S.ENDED),
        (S.KEPT, "completed", S.KEPT),
        (S.ALONE, "in-progress", S.ALONE),
        (S.ABSENT, "completed", S.ABSENT),
        (S.ERASED, "completed", S.ERASED),
    ],
)
def test_late_and_repeated_reports_take_nothing_back(state, status, after):
    assert after_recording_status(state, status) is after


@pytest.mark.parametrize(
    ("tries", "minutes"), [(0, 1), (1, 1), (2, 2), (5, 16), (8, 128), (9, 240), (40, 240)]
)
def test_the_carrier_is_asked_ever_more_rarely(tries, minutes):
    assert pause_before(tries) == timedelta(minutes=minutes)
