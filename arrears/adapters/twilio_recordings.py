"""Recordings of calls through Twilio: begun and stopped on a live call, fetched, and deleted there."""

from __future__ import annotations

import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from arrears.adapters.twilio_http import FAILURES, RETRIED, TIMEOUT_SECONDS, OneTryHttpClient
from arrears.domain.recordings import LARGEST_BYTES
from arrears.ports import RecorderFailedError, Sound

TWILIO_API = "https://api.twilio.com"

FETCH_SECONDS = 60.0
"""How long Twilio may be silent while a sound is fetched."""

_CURRENT = "Twilio.CURRENT"
"""The recording that runs on the call, when its name is not known to us."""

_GONE = 404
_CHUNK = 64 * 1024
_KINDS = frozenset({"audio/mpeg", "audio/wav", "audio/x-wav"})


class TwilioRecorder:
    """The one Recorder that records somebody."""

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        *,
        callback_base: str,
        api_base_url: str | None = None,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self._account, self._token = account_sid, auth_token
        self._http = OneTryHttpClient(api_base_url, timeout)
        self._client = Client(account_sid, auth_token, http_client=self._http)
        self._callback = f"{callback_base}/twilio/voice/recording{RETRIED}"
        self._base = (api_base_url or TWILIO_API).rstrip("/")

    def start(self, call_ref: str) -> str:
        """Record both sides of the live call from now on; Twilio's id of it. Raises: RecorderFailedError."""
        try:
            begun = self._client.calls(call_ref).recordings.create(
                recording_channels="dual",
                recording_status_callback=self._callback,
                recording_status_callback_event=["in-progress", "completed", "absent"],
            )
        except FAILURES as error:
            raise RecorderFailedError("start") from error
        return str(begun.sid)

    def stop(self, call_ref: str, recording_ref: str | None) -> None:
        """End the recording; one that has ended stays so. Raises: RecorderFailedError."""
        self._update(call_ref, recording_ref, "stopped")

    def pause(self, call_ref: str, recording_ref: str | None) -> None:
        """Keep what follows out of the recording. Raises: RecorderFailedError."""
        self._update(call_ref, recording_ref, "paused")

    def go_on(self, call_ref: str, recording_ref: str | None) -> None:
        """Record again after a pause. Raises: RecorderFailedError."""
        self._update(call_ref, recording_ref, "in-progress")

    def fetch(self, recording_ref: str) -> Sound:
        """The whole sound. Raises: RecorderFailedError, also when it is larger than LARGEST_BYTES."""
        url = f"{self._base}/2010-04-01/Accounts/{self._account}/Recordings/{recording_ref}.mp3"
        try:
            with requests.Session() as session:
                session.trust_env = False
                # Where Twilio sends us on to another host, the client leaves our password behind.
                answer = session.get(
                    url,
                    auth=(self._account, self._token),
                    timeout=FETCH_SECONDS,
                    stream=True,
                )
                return _sound(answer)
        except (requests.RequestException, OSError) as error:
            raise RecorderFailedError("fetch") from error

    def delete(self, recording_ref: str) -> None:
        """Have Twilio forget it; one that is gone stays so. Raises: RecorderFailedError."""
        try:
            self._client.recordings(recording_ref).delete()
        except TwilioRestException as error:
            if error.status != _GONE:
                raise RecorderFailedError("delete") from error
        except FAILURES as error:
            raise RecorderFailedError("delete") from error

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _update(self, call_ref: str, recording_ref: str | None, status: str) -> None:
        running = self._client.calls(call_ref).recordings(recording_ref or _CURRENT)
        try:
            if status == "paused":
                running.update(status=status, pause_behavior="skip")
            else:
                running.update(status=status)
        except TwilioRestException as error:
            if not (status == "stopped" and 400 <= error.status < 500):
                raise RecorderFailedError(status) from error
        except FAILURES as error:
            raise RecorderFailedError(status) from error


def _sound(answer: requests.Response) -> Sound:
    """Read no more than may be kept. Raises: RecorderFailedError."""
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if answer.status_code != requests.codes.ok or kind not in _KINDS:
        raise RecorderFailedError(f"fetch_{answer.status_code}")
    parts, size = [], 0
    for part in answer.iter_content(_CHUNK):
        size += len(part)
        if size > LARGEST_BYTES:
            raise RecorderFailedError("fetch_too_large")
        parts.append(part)
    if not size or not _is_whole(answer, size):
        raise RecorderFailedError("fetch_cut_off")
    return Sound(b"".join(parts), kind)


def _is_whole(answer: requests.Response, size: int) -> bool:
    told = answer.headers.get("Content-Length", "")
    packed = answer.headers.get("Content-Encoding") not in (None, "identity")
    return packed or not told.isdecimal() or int(told) == size
