from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.call_scripts import Ends, ends_after
from arrears.domain.calls import (
    AnsweredBy,
    Call,
    CallReport,
    CallState,
    Direction,
    Ending,
    UnknownCallStatusError,
    after_call_status,
    answered_by_of,
    call_id_for,
    heard_to_the_end,
    settled,
)
from arrears.domain.outreach import CallOutcome, OutreachState, after_call
from arrears.domain.people import Language

NOON = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
STATUSES = ["queued", "initiated", "ringing", "in-progress", *Ending]
STATUSES.remove(Ending.LOST)
REPORTS = st.lists(st.tuples(st.sampled_from(STATUSES), st.none() | st.sampled_from(list(AnsweredBy))))


def a_call(**changes: object) -> Call:
    call = Call(
        id=call_id_for("CA1"),
        carrier_ref="CA1",
        direction=Direction.OUTBOUND,
        outreach_id=None,
        contact_point_id=None,
        conversation_id=None,
        language=Language.EN,
        state=CallState.DIALLING,
        opened_at=NOON,
    )
    return replace(call, **changes)


def after(call: Call, *statuses: str, by: AnsweredBy | None = None) -> Call:
    for seconds, status in enumerate(statuses):
        call = after_call_status(call, CallReport(status, NOON + timedelta(seconds=seconds), by))
    return call


@pytest.mark.parametrize(
    ("statuses", "by", "changes", "outcome"),
    [
        (["initiated", "ringing", "in-progress"], AnsweredBy.HUMAN, {}, None),
        (["ringing", "in-progress", "completed"], AnsweredBy.HUMAN, {"talked": True}, CallOutcome.TALKED),
        (["ringing", "in-progress", "completed"], AnsweredBy.HUMAN, {}, CallOutcome.DROPPED),
        (["ringing", "in-progress", "completed"], None, {}, CallOutcome.DROPPED),
        (["ringing", "in-progress", "completed"], AnsweredBy.UNKNOWN, {}, CallOutcome.DROPPED),
        (["ringing", "in-progress", "completed"], AnsweredBy.MACHINE, {}, CallOutcome.NO_MESSAGE),
        (["ringing", "in-progress", "completed"], AnsweredBy.BEEP, {}, CallOutcome.NO_MESSAGE),
        (["in-progress", "completed"], AnsweredBy.BEEP, {"left_words": True}, CallOutcome.VOICEMAIL),
        (["in-progress", "completed"], AnsweredBy.MACHINE, {"talked": True}, CallOutcome.TALKED),
        (["ringing", "in-progress", "completed"], AnsweredBy.FAX, {}, CallOutcome.UNANSWERED),
        (["initiated", "ringing", "no-answer"], None, {}, CallOutcome.UNANSWERED),
        (["initiated", "busy"], None, {}, CallOutcome.BUSY),
        (["initiated", "ringing", "busy"], None, {}, CallOutcome.DECLINED),
        (["initiated", "failed"], None, {}, CallOutcome.NOT_IN_SERVICE),
        (["initiated", "ringing", "failed"], None, {}, CallOutcome.UNANSWERED),
        (["initiated", "canceled"], None, {}, CallOutcome.UNANSWERED),
        (["completed"], None, {}, CallOutcome.DROPPED),
    ],
)
def test_what_became_of_a_call(statuses, by, changes, outcome):
    assert settled(after(a_call(**changes), *statuses, by=by)).outcome is outcome


def test_ringing_that_is_reported_late_makes_a_busy_call_a_declined_one():
    call = after(a_call(), "initiated", "busy", "ringing")
    assert (call.state, call.outcome) == (CallState.ENDED, CallOutcome.DECLINED)


def test_a_second_ending_changes_nothing():
    call = after(a_call(), "ringing", "no-answer")
    assert after(call, "completed") == call


def test_a_call_of_which_nobody_heard_has_no_outcome_until_the_carrier_says_one():
    lost = settled(a_call(state=CallState.ENDED, ending=Ending.LOST, ended_at=NOON))
    assert lost.outcome is None
    assert after(lost, "ringing").outcome is None
    assert after(lost, "no-answer").outcome is CallOutcome.UNANSWERED


@given(REPORTS)
def test_no_order_of_reports_takes_a_call_back(reports):
    call = a_call()
    for status, by in reports:
        later = after_call_status(call, CallReport(status, NOON, by))
        assert list(CallState).index(later.state) >= list(CallState).index(call.state)
        assert after_call_status(later, CallReport(status, NOON, by)) == later
        assert (later.outcome is None) == (later.state is not CallState.ENDED)
        call = later


@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_that_end_no_call_does_not_matter(reports, dice):
    quiet = [(status, None) for status, _ in reports if status not in set(Ending)]
    shuffled = list(quiet)
    dice.shuffle(shuffled)
    one = after(a_call(), *[status for status, _ in quiet], "busy")
    other = after(a_call(), *[status for status, _ in shuffled], "busy")
    assert one.outcome is other.outcome


def test_a_status_that_is_not_documented_is_an_error_that_tells_little():
    with pytest.raises(UnknownCallStatusError, match="'answering"):
        after(a_call(), "answering" * 9)


@pytest.mark.parametrize(
    ("detected", "by"),
    [
        ("", None),
        ("human", AnsweredBy.HUMAN),
        ("machine_start", AnsweredBy.MACHINE),
        ("machine_end_beep", AnsweredBy.BEEP),
        ("machine_end_silence", AnsweredBy.MACHINE),
        ("machine_end_other", AnsweredBy.MACHINE),
        ("fax", AnsweredBy.FAX),
        ("unknown", AnsweredBy.UNKNOWN),
        ("parrot", AnsweredBy.UNKNOWN),
    ],
)
def test_what_detection_says(detected, by):
    assert answered_by_of(detected) is by


S = OutreachState


@pytest.mark.parametrize(
    ("state", "ended", "outcome", "then"),
    [
        (S.CLAIMED, False, None, S.SENT),
        (S.UNKNOWN, False, None, S.SENT),
        (S.UNKNOWN, True, CallOutcome.TALKED, S.DELIVERED),
        (S.SENT, True, CallOutcome.DROPPED, S.DELIVERED),
        (S.SENT, True, CallOutcome.VOICEMAIL, S.DELIVERED),
        (S.SENT, True, CallOutcome.NO_MESSAGE, S.DELIVERED),
        (S.SENT, True, CallOutcome.UNANSWERED, S.UNDELIVERED),
        (S.SENT, True, CallOutcome.BUSY, S.UNDELIVERED),
        (S.SENT, True, CallOutcome.DECLINED, S.UNDELIVERED),
        (S.SENT, True, CallOutcome.NOT_IN_SERVICE, S.UNDELIVERED),
        (S.SENT, True, None, S.SENT),
        (S.DELIVERED, True, CallOutcome.UNANSWERED, S.DELIVERED),
        (S.REFUSED, True, CallOutcome.TALKED, S.REFUSED),
    ],
)
def test_the_contact_follows_its_call_and_never_goes_back(state, ended, outcome, then):
    assert after_call(state, ended, outcome) is then


@pytest.mark.parametrize(
    ("keys", "ends"),
    [
        (["balance.state"], None),
        (["goodbye.answer"], Ends.GOODBYE),
        (["optout.confirmation"], Ends.GOODBYE),
        (["human.answer"], Ends.PERSON),
        (["goodbye.answer", "human.answer"], Ends.PERSON),
        (["callback.answer", "goodbye.answer"], Ends.CALLBACK),
    ],
)
def test_what_follows_an_answer(keys, ends):
    assert ends_after(keys) is ends


@pytest.mark.parametrize(
    ("words", "heard", "enough"),
    [
        ("You pay fifty dollars on Friday. Is that right?", None, True),
        ("You pay fifty dollars on Friday. Is that right?", "You pay fifty dollars on Friday. Is", True),
        ("You pay fifty dollars on Friday. Is that right?", "You pay fifty dollars on Friday.", True),
        ("You pay fifty dollars on Friday. Is that right?", "You pay fifty dollars on Fri", False),
        ("You pay fifty dollars on Friday. Is that right?", "", False),
        ("Fifty dollars on Friday, yes?", "Fifty dollars on", False),
        ("Fifty dollars on Friday, yes?", "Fifty dollars on Friday, yes?", True),
        ("You pay by 5 p.m. on Friday. Is that right?", "You pay by 5 p.m.", False),
        ("您星期五付五十元。对吗？", "您星期五付五十元。", True),
        ("您星期五付五十元。对吗？", "您星期五付", False),
    ],
)
def test_an_answer_may_break_into_the_last_sentence_but_not_into_what_it_answers(words, heard, enough):
    assert heard_to_the_end(words, heard) is enough
