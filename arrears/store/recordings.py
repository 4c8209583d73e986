"""Recordings of calls as rows: asked for once a call, their sound encrypted, erased when its time is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update

from arrears.domain.ids import CallId, CaseId, ConversationId, RecordingId
from arrears.domain.recordings import HELD, Recording, RecordingState
from arrears.store.tables.calls import calls, recording_refusals, recordings
from arrears.store.tables.dialogue import conversations

_UNNAMED = "asked-"
"""How the carrier's id of a recording begins that it has not named yet."""

_REFUSED_IN = (
    select(calls.c.id).join(recording_refusals).where(calls.c.conversation_id == bindparam("conversation_id"))
)

_COLUMNS = [column for column in recordings.c if column is not recordings.c.media]


def recording_id_for(call_id: CallId) -> RecordingId:
    """The id of the recording that we ask for: one a call."""
    return RecordingId(f"recording-{call_id}")


def ask_for(tx: Connection, call_id: CallId, at: datetime) -> Recording | None:
    """The row of a recording that is about to be asked for; None when one was. The call is locked."""
    recording_id = recording_id_for(call_id)
    if find(tx, recording_id) is not None:
        return None
    recording = Recording(recording_id, call_id, None, RecordingState.ASKED, at)
    add(tx, recording)
    return recording


def add(tx: Connection, recording: Recording) -> None:
    """Insert the row."""
    tx.execute(
        insert(recordings).values(
            id=recording.id,
            call_id=recording.call_id,
            carrier_ref=recording.carrier_ref or f"{_UNNAMED}{recording.call_id}",
            state=recording.state,
            started_at=recording.started_at,
            seconds=recording.seconds,
            tries=0,
        )
    )


def find(tx: Connection, recording_id: RecordingId) -> Recording | None:
    """The recording, None when there is none."""
    row = tx.execute(select(*_COLUMNS).where(recordings.c.id == recording_id)).one_or_none()
    return None if row is None else _recording(row)


def load(tx: Connection, recording_id: RecordingId) -> Recording:
    """The recording. Raises: LookupError."""
    found = find(tx, recording_id)
    if found is None:
        raise LookupError(f"no recording {recording_id}")
    return found


def of_call(tx: Connection, call_id: CallId) -> tuple[Recording, ...]:
    """Every recording of the call, in order."""
    query = select(*_COLUMNS).where(recordings.c.call_id == call_id)
    ordered = query.order_by(recordings.c.started_at, recordings.c.id)
    return tuple(_recording(row) for row in tx.execute(ordered))


def by_reference(tx: Connection, carrier_ref: str) -> Recording | None:
    """The recording that the carrier names so."""
    row = tx.execute(select(*_COLUMNS).where(recordings.c.carrier_ref == carrier_ref)).one_or_none()
    return None if row is None else _recording(row)


def change(tx: Connection, recording_id: RecordingId, **values: Any) -> None:
    """Write what has changed: columns of the row."""
    tx.execute(update(recordings).where(recordings.c.id == recording_id).values(**values))


def waiting(tx: Connection, states: Iterable[RecordingState], machine_now: datetime) -> tuple[Recording, ...]:
    """Those in one of the states about which the carrier may be asked again now."""
    r = recordings.c
    due = or_(r.try_at.is_(None), r.try_at <= machine_now)
    query = select(*_COLUMNS).where(r.state.in_(list(states)), due).order_by(r.started_at, r.id)
    return tuple(_recording(row) for row in tx.execute(query))


def claim(tx: Connection, recording: Recording, try_at: datetime) -> bool:
    """Whether this worker, and no other, asks the carrier about it now; others may from `try_at` on."""
    r = recordings.c
    changed = update(recordings).where(
        r.id == recording.id, r.state == recording.state, r.tries == recording.tries
    )
    return tx.execute(changed.values(tries=recording.tries + 1, try_at=try_at)).rowcount == 1


def sound_of(tx: Connection, recording_id: RecordingId) -> bytes | None:
    """The sound; None when it is not here. Personal data."""
    sound: bytes | None = tx.execute(
        select(recordings.c.media).where(recordings.c.id == recording_id)
    ).scalar_one_or_none()
    return sound


def held(tx: Connection) -> tuple[tuple[Recording, CaseId], ...]:
    """Every recording whose sound is here and is to be erased some day, with its case."""
    r = recordings.c
    query = (
        select(*_COLUMNS, conversations.c.case_id)
        .join(calls, calls.c.id == r.call_id)
        .join(conversations, conversations.c.id == calls.c.conversation_id)
        .where(r.state.in_(list(HELD)))
        .order_by(r.started_at, r.id)
    )
    return tuple((_recording(row), CaseId(row.case_id)) for row in tx.execute(query).all())  # type: ignore[arg-type]


def erase(tx: Connection, recording_id: RecordingId, at: datetime) -> bool:
    """Erase the sound; False when it is not here."""
    r = recordings.c
    gone = update(recordings).where(r.id == recording_id, r.media.is_not(None))
    return tx.execute(gone.values(media=None, state=RecordingState.ERASED, erased_at=at)).rowcount == 1


def refuse(tx: Connection, call_id: CallId, at: datetime) -> bool:
    """They do not want the call recorded; False when they have said so before."""
    if is_refused(tx, call_id):
        return False
    tx.execute(insert(recording_refusals).values(call_id=call_id, at=at))
    return True


def is_refused(tx: Connection, call_id: CallId) -> bool:
    """Whether they do not want the call recorded."""
    query = select(recording_refusals.c.call_id).where(recording_refusals.c.call_id == call_id)
    return tx.execute(query).one_or_none() is not None


def is_refused_in(tx: Connection, conversation_id: ConversationId) -> bool:
    """Whether they do not want the call recorded on which the conversation is held."""
    return tx.execute(_REFUSED_IN, {"conversation_id": conversation_id}).one_or_none() is not None


def _recording(row: Row[Any]) -> Recording:
    return Recording(
        id=RecordingId(row.id),
        call_id=CallId(row.call_id),
        carrier_ref=None if row.carrier_ref.startswith(_UNNAMED) else row.carrier_ref,
        state=RecordingState(row.state),
        started_at=row.started_at,
        seconds=row.seconds,
        media_type=row.media_type,
        tries=row.tries,
        fetched_at=row.fetched_at,
        keep_until=row.keep_until,
        erased_at=row.erased_at,
    )
