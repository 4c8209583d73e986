"""The HTTP side of Twilio's official SDK, with its hazards closed off.

The SDK has no default timeout and its HTTP client may retry; neither messages nor calls have an idempotency
key. So: an explicit timeout, no retries, and only what is proved not to have been taken counts as not sent.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response

from arrears.ports import SendOutcome, SendResult

TIMEOUT_SECONDS = 10.0

RETRIED = "#rc=2&rp=ct,rt,5xx"
"""Ends a URL that Twilio is to ask again when we do not answer. Source: "Webhooks connection overrides"."""

OPTED_OUT = 21610

FAILURES = (TwilioException, requests.RequestException, ValueError, TypeError, AttributeError)
"""What a call of the SDK raises: refusals, broken connections, and answers that it does not expect."""


class OneTryHttpClient(TwilioHttpClient):
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

    def close(self) -> None:
        """Let go of the connections."""
        if self.session is not None:
            self.session.close()


def refused(error: TwilioRestException) -> SendResult:
    """An answer from Twilio. Only a 4xx proves that nothing was taken."""
    code = str(error.code)
    if error.code == OPTED_OUT:
        return SendResult(SendOutcome.OPTED_OUT, error_code=code)
    outcome = SendOutcome.NOT_SENT if 400 <= error.status < 500 else SendOutcome.UNKNOWN
    return SendResult(outcome, error_code=code)


def in_doubt(error: Exception) -> SendResult:
    """No answer. Only a connection that was never made proves that nothing was sent."""
    if isinstance(error, requests.ConnectionError) and _never_connected(error):
        return SendResult(SendOutcome.NOT_SENT, error_code="not_connected")
    return SendResult(SendOutcome.UNKNOWN, error_code=type(error).__name__)


def _never_connected(error: requests.ConnectionError) -> bool:
    if isinstance(error, requests.ConnectTimeout):
        return True
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return type(reason).__name__ in {"NewConnectionError", "ConnectTimeoutError", "NameResolutionError"}


def failed(error: Exception) -> SendResult:
    """What a failed call of the SDK proves."""
    return refused(error) if isinstance(error, TwilioRestException) else in_doubt(error)
