"""Recordings come here, are kept encrypted as long as the law wants, deleted at the carrier, and then erased.

The same sound is written once, whoever else has fetched it. The carrier deletes its own only when ours is
written.
"""

from __future__ import annotations

import hashlib
import logging

from arrears.contact.keeping import recording_erased_at
from arrears.desk import Desk
from arrears.domain.ids import CaseId
from arrears.domain.recordings import TRIES, Recording, RecordingState, pause_before
from arrears.ports import Recorder, RecorderFailedError, Sound
from arrears.store import Tx, calls, conversations, people, recordings
from arrears.store.evidence import append_evidence

log = logging.getLogger(__name__)


def fetch_recordings(desk: Desk, recorder: Recorder) -> int:
    """Fetch what has ended and delete there what is here, where it is due; returns how many were fetched."""
    machine_now = desk.machine_clock.now()
    with desk.store.read() as tx:
        ended = recordings.waiting(tx, [RecordingState.ENDED], machine_now)
        kept = recordings.waiting(tx, [RecordingState.KEPT], machine_now)
    fetched = sum(_fetch(desk, recorder, each) for each in ended)
    for each in kept:
        _delete_there(desk, recorder, each)
    return fetched


def erase_recordings(desk: Desk) -> int:
    """Erase the sound whose time is over; returns how many were erased."""
    with desk.store.read() as tx:
        held = recordings.held(tx)
    return sum(_erase(desk, recording, case_id) for recording, case_id in held)


def _fetch(desk: Desk, recorder: Recorder, recording: Recording) -> bool:
    if recording.carrier_ref is None or not _claimed(desk, recording):
        return False
    try:
        sound = recorder.fetch(recording.carrier_ref)
    except RecorderFailedError as error:
        _failed(desk, recording, str(error))
        return False
    with desk.store.write() as tx:
        kept = _keep(tx, desk, recording, sound)
    if kept:
        _delete_there(desk, recorder, kept)
    return kept is not None


def _claimed(desk: Desk, recording: Recording) -> bool:
    until = desk.machine_clock.now() + pause_before(recording.tries + 1)
    with desk.store.write() as tx:
        return recordings.claim(tx, recording, until)


def _keep(tx: Tx, desk: Desk, recording: Recording, sound: Sound) -> Recording | None:
    """Write the sound, and its digest into the evidence; None where another worker has."""
    call = calls.load(tx, recording.call_id)
    if call.conversation_id is None:
        return None
    talk = conversations.load(tx, call.conversation_id)
    people.lock_person(tx, talk.person_id)
    if recordings.load(tx, recording.id).state is not RecordingState.ENDED:
        return None
    now = desk.clock.now()
    recordings.change(
        tx,
        recording.id,
        state=RecordingState.KEPT,
        media=sound.media,
        media_type=sound.media_type,
        fetched_at=now,
        keep_until=recording_erased_at(tx, desk, talk.case_id, recording.started_at),
        try_at=None,
    )
    payload = {"recording": recording.id, "call": call.id, "seconds": recording.seconds}
    digest = hashlib.sha256(sound.media).hexdigest()
    append_evidence(tx, talk.case_id, "recording", payload, now, personal={"sound": digest})
    return recordings.load(tx, recording.id)


def _failed(desk: Desk, recording: Recording, what: str) -> None:
    if recording.tries + 1 < TRIES:
        log.warning("recording_not_fetched", extra={"recording": recording.id, "kind": what})
        return
    log.error("recording_lost", extra={"recording": recording.id, "kind": what})
    with desk.store.write() as tx:
        recordings.change(tx, recording.id, state=RecordingState.LOST)


def _delete_there(desk: Desk, recorder: Recorder, recording: Recording) -> None:
    """The carrier keeps no copy; asked again later where that fails."""
    if recording.carrier_ref is None or not _claimed(desk, recording):
        return
    try:
        recorder.delete(recording.carrier_ref)
    except RecorderFailedError:
        log.warning("recording_not_deleted", extra={"recording": recording.id})
        return
    with desk.store.write() as tx:
        if recordings.load(tx, recording.id).state is RecordingState.KEPT:
            recordings.change(tx, recording.id, state=RecordingState.ALONE, try_at=None)


def _erase(desk: Desk, recording: Recording, case_id: CaseId) -> bool:
    """Erase it where its time is over by the law of today: a case may have ended since it was fetched."""
    now = desk.clock.now()
    with desk.store.write() as tx:
        until = recording_erased_at(tx, desk, case_id, recording.started_at)
        if until != recording.keep_until:
            recordings.change(tx, recording.id, keep_until=until)
        if until is None or now < until or not recordings.erase(tx, recording.id, now):
            return False
        append_evidence(tx, case_id, "recording_erased", {"recording": recording.id}, now)
        return True
