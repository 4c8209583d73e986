"""Telephone calls through Twilio's official SDK.

Detection is synchronous: Twilio asks what to say once it knows whether a person or a machine has answered, so
that no word is spoken to a machine for which compliance was not asked (ADR 0018).
"""

from __future__ import annotations

from twilio.rest import Client

from arrears.adapters.twilio_http import FAILURES, RETRIED, TIMEOUT_SECONDS, OneTryHttpClient, failed
from arrears.domain.calls import CALL_LONGEST, RING_SECONDS
from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.people import Carrier, Channel
from arrears.ports import Clock, SendOutcome, SendResult

EVENTS = ["initiated", "ringing", "answered", "completed"]


class PhoneMessenger:
    """The Messenger of calls: it dials for what begins a call; what is said within one waits on the line."""

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        *,
        sender: str,
        callback_base: str,
        clock: Clock,
        api_base_url: str | None = None,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self._http = OneTryHttpClient(api_base_url, timeout)
        self._client = Client(account_sid, auth_token, http_client=self._http)
        self._sender = sender
        self._base = callback_base
        self._clock = clock

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        """Words within a call are taken at once; else one `Calls.create`, whose answer brings the words.

        Raises: PermitExpiredError; ValueError when the permit is for another carrier.
        """
        now = self._clock.now()
        if now > permit.expires_at:
            raise PermitExpiredError(permit.id)
        if permit.channel is not Channel.VOICE or permit.carrier is not Carrier.CALL:
            raise ValueError(f"permit {permit.id} is not for a telephone call")
        if permit.in_call:
            return SendResult(SendOutcome.TAKEN, provider_ref=permit.outreach_id)
        # It may ring until then: nobody's telephone rings once the hours are over.
        if (permit.valid_until - now).total_seconds() < RING_SECONDS:
            return SendResult(SendOutcome.NOT_SENT, error_code="window_closing")
        return self._dial(permit)

    def _dial(self, permit: ContactPermit) -> SendResult:
        try:
            call = self._client.calls.create(
                to=permit.destination,
                from_=self._sender,
                url=f"{self._base}/twilio/voice/answer/{permit.outreach_id}{RETRIED}",
                machine_detection="DetectMessageEnd",
                status_callback=f"{self._base}/twilio/voice/status/{permit.outreach_id}{RETRIED}",
                status_callback_event=EVENTS,
                timeout=RING_SECONDS,
                time_limit=int(CALL_LONGEST.total_seconds()),
            )
        except FAILURES as error:
            return failed(error)
        if not call.sid:  # taken, it seems, and yet no call that could be named
            return SendResult(SendOutcome.UNKNOWN, error_code="no_call")
        return SendResult(SendOutcome.TAKEN, provider_ref=call.sid)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()
