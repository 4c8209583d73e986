"""Text messages through Twilio's official SDK."""

from __future__ import annotations

from twilio.rest import Client

from arrears.adapters.twilio_http import FAILURES, RETRIED, TIMEOUT_SECONDS, OneTryHttpClient, failed
from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.people import Carrier, Channel
from arrears.ports import Clock, SendOutcome, SendResult

LONGEST_VALIDITY_SECONDS = 36_000
"""Source: Twilio Messages resource, ValidityPeriod."""

SHORTEST_VALIDITY_SECONDS = 6
"""Twilio recommends more than five seconds; with less the window is as good as closed."""


class TwilioMessenger:
    """The Messenger over Twilio."""

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
        self._callback_base = callback_base
        self._clock = clock

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        """One `Messages.create`, valid no longer than the permit allows. Raises: ValueError."""
        now = self._clock.now()
        if now > permit.expires_at:
            raise PermitExpiredError(permit.id)
        if permit.channel is not Channel.SMS or permit.carrier is not Carrier.TWILIO:
            raise ValueError(f"permit {permit.id} is not for Twilio's text messages")
        validity = int((permit.valid_until - now).total_seconds())
        if validity < SHORTEST_VALIDITY_SECONDS:
            return SendResult(SendOutcome.NOT_SENT, error_code="window_closing")
        try:
            message = self._client.messages.create(
                to=permit.destination,
                from_=self._sender,
                body=body,
                status_callback=f"{self._callback_base}/twilio/status/{permit.outreach_id}{RETRIED}",
                validity_period=min(validity, LONGEST_VALIDITY_SECONDS),
            )
        except FAILURES as error:
            return failed(error)
        return SendResult(SendOutcome.TAKEN, provider_ref=message.sid)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()
