"""The recording of a call: the arcs its state may take, from the wish for it to its end.

Source of the statuses: Twilio, "Recording resource" and recordingStatusCallback.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from arrears.domain.ids import CallId, RecordingId


class RecordingState(StrEnum):
    """Where a recording stands; it only goes forward."""

    ASKED = "asked"  # the carrier was asked to record, and may do so
    RUNNING = "running"
    ENDED = "ended"  # the carrier has it whole
    KEPT = "kept"  # it is here, and at the carrier still
    ALONE = "alone"  # it is here alone
    ABSENT = "absent"  # there was nothing to be recorded, or it failed
    LOST = "lost"  # the carrier has it, and does not give it to us: for a person
    ERASED = "erased"


OVER = frozenset({RecordingState.ABSENT, RecordingState.LOST, RecordingState.ERASED})

HELD = frozenset({RecordingState.KEPT, RecordingState.ALONE})
"""States in which its sound is here."""

LARGEST_BYTES = 64 * 2**20
"""What is fetched at most: half an hour of Twilio's MP3 takes 7 MB."""

TRIES = 12
"""How often the carrier is asked for the sound, over about a day."""

_ORDER = list(RecordingState)
_REACHED = {
    "in-progress": RecordingState.RUNNING,
    "paused": RecordingState.RUNNING,
    "stopped": RecordingState.RUNNING,
    "processing": RecordingState.RUNNING,
    "completed": RecordingState.ENDED,
    "absent": RecordingState.ABSENT,
    "failed": RecordingState.ABSENT,
}


class UnknownRecordingStatusError(ValueError):
    """The carrier named a recording status that is not in its documentation."""

    def __init__(self, status: str) -> None:
        super().__init__(f"recording status {status[:24]!r} is not known")


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording of a call, without its sound."""

    id: RecordingId
    call_id: CallId
    carrier_ref: str | None  # Twilio's RecordingSid; None until it is known
    state: RecordingState
    started_at: datetime
    seconds: int | None = None
    media_type: str | None = None
    tries: int = 0  # how often the carrier was asked for the sound
    fetched_at: datetime | None = None
    keep_until: datetime | None = None  # when it is erased; None while that cannot be known
    erased_at: datetime | None = None


def after_recording_status(state: RecordingState, status: str) -> RecordingState:
    """The state after a callback; duplicates and late ones change nothing.

    Raises: UnknownRecordingStatusError.
    """
    if status not in _REACHED:
        raise UnknownRecordingStatusError(status)
    if state in OVER:
        return state
    return max(state, _REACHED[status], key=_ORDER.index)


def pause_before(tries: int) -> timedelta:
    """How long to wait after so many tries: 1, 2, 4 ... minutes, four hours at most."""
    return timedelta(minutes=min(2 ** max(tries - 1, 0), 240))
