"""Recordings of calls: started, paused, stopped, ended with their call, and told to the product.

Source: https://www.twilio.com/docs/voice/api/recording (states, callback)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urljoin

from simulator.calls import Call
from simulator.clock import VirtualClock
from simulator.errors import bad_request
from simulator.messages import rfc2822
from simulator.phones import new_sid
from simulator.settings import Settings
from simulator.voice.recording import LIVE, Recording
from simulator.voice.twiml import Verb

UPDATES = frozenset({"in-progress", "paused", "stopped"})
TOO_SHORT, SILENT = 16101, 16102
type Tell = Callable[[Call, str, Mapping[str, str]], None]


class Recordings:
    """All recordings. Every method runs under the world's lock."""

    def __init__(self, settings: Settings, clock: VirtualClock, tell: Tell) -> None:
        self._settings, self._clock, self._tell = settings, clock, tell
        self.all: dict[str, Recording] = {}

    def start(self, call: Call, source: str, options: Mapping[str, str]) -> Recording:
        """Record a live call from now on. Raises: RestError."""
        if call.status != "in-progress":
            raise bad_request(21220, "The call is not in progress and cannot be recorded.")
        now = self._clock.now
        recording = Recording(new_sid("RE"), call, source, now, now, now)
        recording.channels = 2 if options.get("RecordingChannels") == "dual" else 1
        recording.track = options.get("RecordingTrack", "both")
        recording.callback = options.get("RecordingStatusCallback")
        recording.events = tuple(options.get("RecordingStatusCallbackEvent", "completed").split())
        self.all[recording.sid] = recording
        self._report(recording)
        return recording

    def start_by_verb(
        self, call: Call, verb: Verb, base: str | None, source: str = "StartCallRecordingAPI"
    ) -> Recording:
        """Record as a verb says."""
        callback = verb.get("recordingStatusCallback")
        options = {
            "RecordingChannels": verb.get("channels"),
            "RecordingTrack": verb.get("track", "both"),
            "RecordingStatusCallbackEvent": verb.get("recordingStatusCallbackEvent", "completed"),
        }
        if callback:
            options["RecordingStatusCallback"] = urljoin(base or "", callback)
        return self.start(call, source, options)

    def update(self, recording: Recording, status: str) -> Recording:
        """Pause, go on, or stop. Raises: RestError."""
        if status not in UPDATES:
            raise bad_request(20001, "Status must be in-progress, paused or stopped.")
        if recording.status not in LIVE:
            raise bad_request(21220, "The recording has ended.")
        if status == "stopped":
            self.stop(recording)
        elif status != recording.status:
            self._count(recording)
            recording.status = status
        return recording

    def stop(self, recording: Recording, silent: bool = False) -> None:
        """End it; what is too short, or silent, is absent."""
        if recording.status not in LIVE:
            return
        self._count(recording)
        recording.error_code = SILENT if silent else TOO_SHORT if recording.run_s < 1 else None
        recording.status = "absent" if recording.error_code else "completed"
        self._report(recording)

    def finish(self, call: Call) -> None:
        """End every recording of a call that is over."""
        for recording in self.of(call):
            self.stop(recording)

    def drop_outbound(self, call: Call) -> bool:
        """Forget what `Record=true` began; whether there was such a recording."""
        found = [each for each in self.of(call) if each.source == "OutboundAPI"]
        for recording in found:
            del self.all[recording.sid]
        return bool(found)

    def of(self, call: Call) -> list[Recording]:
        """A call's recordings, oldest first."""
        return [recording for recording in self.all.values() if recording.call is call]

    def url(self, recording: Recording) -> str:
        """Where the product finds the sound: without an ending it is WAV."""
        account = f"/2010-04-01/Accounts/{recording.call.account_sid}"
        return f"{self._settings.api_url}{account}/Recordings/{recording.sid}"

    def _count(self, recording: Recording) -> None:
        now = self._clock.now
        if recording.status == "in-progress":
            recording.run_s += (now - recording.resumed).total_seconds()
        recording.resumed = recording.updated = now

    def _report(self, recording: Recording) -> None:
        if recording.callback is None or recording.status not in recording.events:
            return
        found = {
            "AccountSid": recording.call.account_sid,
            "CallSid": recording.call.sid,
            "RecordingSid": recording.sid,
            "RecordingUrl": self.url(recording),
            "RecordingStatus": recording.status,
            "RecordingChannels": str(recording.channels),
            "RecordingSource": recording.source,
            "RecordingStartTime": rfc2822(recording.started) or "",
            "RecordingTrack": recording.track,
        }
        if recording.error_code is not None:
            found["RecordingErrorCode"] = str(recording.error_code)
        if recording.status not in LIVE:
            found["RecordingDuration"] = str(recording.duration_s)
        self._tell(recording.call, recording.callback, found)
