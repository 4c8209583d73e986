"""Text messages through Twilio's official SDK, with its hazards closed off.

The SDK has no default timeout and its HTTP client may retry; `Messages.create` has no idempotency key. So:
an explicit timeout, no retries, and only what is proved not to have been sent counts as not sent.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.people import Carrier, Channel
from arrears.ports import Clock, SendOutcome, SendResult

TIMEOUT_SECONDS = 10.0
LONGEST_VALIDITY_SECONDS = 36_000
"""Source: Twilio Messages resource, ValidityPeriod."""

SHORTEST_VALIDITY_SECONDS = 6
"""Twilio recommends more than five seconds; with less the window is as good as closed."""

OPTED_OUT = 21610

_MALFORMED = (ValueError, TypeError, AttributeError)
"""What the SDK raises over an answer that is not the resource it expects."""


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
        self._http = _OneTryHttpClient(api_base_url, timeout)
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
                status_callback=f"{self._callback_base}/twilio/status/{permit.outreach_id}#rc=2&rp=ct,rt,5xx",
                validity_period=min(validity, LONGEST_VALIDITY_SECONDS),
            )
        except TwilioRestException as error:
            return _refused(error)
        except (TwilioException, requests.RequestException, *_MALFORMED) as error:
            return _in_doubt(error)
        return SendResult(SendOutcome.TAKEN, provider_ref=message.sid)

    def close(self) -> None:
        """Let go of the connections."""
        if self._http.session is not None:
            self._http.session.close()


class _OneTryHttpClient(TwilioHttpClient):
    """The SDK's client with a timeout, no retries, and another base URL where one is configured."""

    def __init__(self, api_base_url: str | None, timeout: float) -> None:
        super().__init__(timeout=timeout, max_retries=None)
        self._base = None if api_base_url is None else urlsplit(api_base_url)
        if self.session is not None:
            self.session.trust_env = False

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        """The request, at the configured base."""
        if self._base is not None:
            parts = urlsplit(url)
            url = urlunsplit((self._base.scheme, self._base.netloc, parts.path, parts.query, parts.fragment))
        return super().request(method, url, *args, **kwargs)


def _refused(error: TwilioRestException) -> SendResult:
    """An answer from Twilio. Only a 4xx proves that the message was not taken."""
    code = str(error.code)
    if error.code == OPTED_OUT:
        return SendResult(SendOutcome.OPTED_OUT, error_code=code)
    outcome = SendOutcome.NOT_SENT if 400 <= error.status < 500 else SendOutcome.UNKNOWN
    return SendResult(outcome, error_code=code)


def _in_doubt(error: Exception) -> SendResult:
    """No answer. Only a connection that was never made proves that nothing was sent."""
    if isinstance(error, requests.ConnectionError) and _never_connected(error):
        return SendResult(SendOutcome.NOT_SENT, error_code="not_connected")
    return SendResult(SendOutcome.UNKNOWN, error_code=type(error).__name__)


def _never_connected(error: requests.ConnectionError) -> bool:
    if isinstance(error, requests.ConnectTimeout):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return type(reason).__name__ in {"NewConnectionError", "ConnectTimeoutError", "NameResolutionError"}
