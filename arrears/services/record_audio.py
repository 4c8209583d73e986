"""A call is recorded where policy or a rule wants it: after the notice, when they went on, until refused.

The carrier is asked once a call, and what it answers may be lost: its callback names the recording, too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from arrears.contact.contacting import contact_facts, proposed_contact
from arrears.desk import Desk
from arrears.domain.calls import Call, CallState, call_id_for
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Duty
from arrears.domain.ids import CallId, RecordingId
from arrears.domain.recordings import (
    Recording,
    RecordingState,
    UnknownRecordingStatusError,
    after_recording_status,
)
from arrears.phone.calling import locked_call
from arrears.ports import Recorder, RecorderFailedError
from arrears.store import Tx, calls, conversations, recordings
from arrears.store import outreach as outreach_rows

log = logging.getLogger(__name__)

type _Act = Callable[[str, str | None], None]

_LIVE = frozenset({RecordingState.ASKED, RecordingState.RUNNING})


def follow_call(desk: Desk, recorder: Recorder, call_id: CallId) -> RecordingState | None:
    """Begin or end the recording as the call stands now; where it stands then, None where there is none.

    A failure to begin is an alarm in the log: where a rule wants the recording, a person looks.
    Raises: LookupError; RecorderFailedError when a recording that was refused cannot be ended.
    """
    with desk.store.read() as tx:
        call = calls.load(tx, call_id)
        running = _live_one(tx, call_id)
        refused = recordings.is_refused(tx, call_id)
        begins = running is None and not refused and _is_wanted(tx, desk, call)
    if running is not None and refused:
        recorder.stop(call.carrier_ref, running.carrier_ref)
        return running.state
    return _begin(desk, recorder, call) if begins else None if running is None else running.state


def pause_for_card(desk: Desk, recorder: Recorder, call_id: CallId) -> None:
    """Keep a card that is about to be keyed in out of the recording. Raises: RecorderFailedError.

    Source: PCI DSS 3.2, sensitive authentication data is not stored.
    """
    _each_live(desk, call_id, recorder.pause)


def go_on_after_card(desk: Desk, recorder: Recorder, call_id: CallId) -> None:
    """Record again. Raises: RecorderFailedError."""
    _each_live(desk, call_id, recorder.go_on)


def record_recording_status(
    desk: Desk, carrier_ref: str, call_ref: str, status: str, *, seconds: int | None, at: datetime | None
) -> bool:
    """Whether the carrier's report changed anything; duplicates and disorder do not.

    A recording of a call or a status that nobody knows is an alarm in the log.
    """
    try:
        with desk.store.write() as tx:
            call = locked_call(tx, call_id_for(call_ref))
            found = _named(tx, call, carrier_ref, at or desk.clock.now())
            state = after_recording_status(found.state, status)
            recordings.change(
                tx, found.id, state=state, seconds=seconds if seconds is not None else found.seconds
            )
            return state is not found.state
    except LookupError:
        log.error("recording_of_unknown_call")
    except UnknownRecordingStatusError:
        log.error("recording_status_unknown", extra={"call_id": call_id_for(call_ref)})
    return False


def _named(tx: Tx, call: Call, carrier_ref: str, at: datetime) -> Recording:
    """The recording of that name: known, the one that we asked for and have no name of, or another one."""
    known = recordings.by_reference(tx, carrier_ref)
    if known is not None:
        return known
    asked = recordings.find(tx, recordings.recording_id_for(call.id))
    if asked is not None and asked.carrier_ref is None:
        recordings.change(tx, asked.id, carrier_ref=carrier_ref)
        return recordings.load(tx, asked.id)
    other = Recording(RecordingId(f"recording-{carrier_ref}"), call.id, carrier_ref, RecordingState.ASKED, at)
    recordings.add(tx, other)
    return other


def _begin(desk: Desk, recorder: Recorder, call: Call) -> RecordingState | None:
    with desk.store.write() as tx:
        locked_call(tx, call.id)
        refused = recordings.is_refused(tx, call.id)
        asked = None if refused else recordings.ask_for(tx, call.id, desk.clock.now())
    if asked is None:
        return None
    try:
        carrier_ref = recorder.start(call.carrier_ref)
    except RecorderFailedError:
        # It may be recording all the same: then its callback says so.
        log.error("recording_not_begun", extra={"call_id": call.id})
        return asked.state
    with desk.store.write() as tx:
        locked_call(tx, call.id)
        found = recordings.load(tx, asked.id)
        state = max(found.state, RecordingState.RUNNING, key=list(RecordingState).index)
        recordings.change(tx, asked.id, carrier_ref=found.carrier_ref or carrier_ref, state=state)
        refused = recordings.is_refused(tx, call.id)
    if refused:
        # They said so while it was being begun, when there was nothing to be ended yet.
        recorder.stop(call.carrier_ref, carrier_ref)
    return state


def _live_one(tx: Tx, call_id: CallId) -> Recording | None:
    return next((each for each in recordings.of_call(tx, call_id) if each.state in _LIVE), None)


def _each_live(desk: Desk, call_id: CallId, act: _Act) -> None:
    with desk.store.read() as tx:
        call_ref = calls.load(tx, call_id).carrier_ref
        running = _live_one(tx, call_id)
    if running is not None:
        # One whose name was lost may be running all the same.
        act(call_ref, running.carrier_ref)


def _is_wanted(tx: Tx, desk: Desk, call: Call) -> bool:
    """Whether the call is recorded from now on: they were told, and have gone on talking."""
    if call.conversation_id is None or call.state is not CallState.ANSWERED or not call.talked:
        return False
    if recordings.find(tx, recordings.recording_id_for(call.id)) is not None:
        return False
    talk = conversations.load(tx, call.conversation_id)
    told = outreach_rows.delivered_in(tx, talk.id, talk.contact_point_id)
    return Duty.RECORDING_NOTICE in told and (desk.policy.records_calls or _must_be(tx, desk, call))


def _must_be(tx: Tx, desk: Desk, call: Call) -> bool:
    """Whether a rule of the place wants the whole call recorded, whatever else it says of our last words."""
    assert call.conversation_id is not None  # noqa: S101 - the caller has looked
    last = conversations.last_said(tx, call.conversation_id)
    if last is None or last.outreach_id is None:
        return False
    row = outreach_rows.load(tx, last.outreach_id)
    facts, proposed = contact_facts(tx, desk, row), proposed_contact(tx, desk, row)
    found = decide(desk.policy.packs, facts, proposed, desk.clock.now()).findings
    return any(each.duty is Duty.RECORD_CALL for each in found)
