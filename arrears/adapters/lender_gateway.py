"""The lender's own gateway: signed JSON over HTTP, for domestic texts in mainland China."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime, timedelta
from typing import Any

import httpx

from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.people import Carrier
from arrears.ports import Clock, SendOutcome, SendResult

TIMEOUT_SECONDS = 10.0
FRESH = timedelta(seconds=300)
"""How far a signature's time may be from ours before it is taken for a replay."""

HEADER = "X-Arrears-Signature"


class LenderGatewayMessenger:
    """The Messenger over the lender's gateway. The outreach id is its idempotency key."""

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        callback_base: str,
        clock: Clock,
        machine_clock: Clock,
        timeout: float = TIMEOUT_SECONDS,
    ) -> None:
        self._client = httpx.Client(timeout=timeout, trust_env=False)
        self._url = url
        self._secret = secret
        self._callback_base = callback_base
        self._clock = clock
        self._machine_clock = machine_clock

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        """One signed POST. Raises: ValueError when the permit has expired or is for another carrier."""
        if self._clock.now() > permit.expires_at:
            raise PermitExpiredError(permit.id)
        if permit.carrier is not Carrier.LENDER_GATEWAY:
            raise ValueError(f"permit {permit.id} is not for the lender's gateway")
        message = {
            "id": permit.outreach_id,
            "to": permit.destination,
            "text": body,
            "valid_until": permit.valid_until.isoformat(),
            "callback_url": f"{self._callback_base}/lender-gateway/status/{permit.outreach_id}",
        }
        raw = json.dumps(message, ensure_ascii=False).encode()
        headers = {HEADER: sign(self._secret, raw, self._machine_clock.now())}
        headers["Content-Type"] = "application/json"
        try:
            answer = self._client.post(self._url, content=raw, headers=headers)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            return SendResult(SendOutcome.NOT_SENT, error_code="not_connected")
        except httpx.HTTPError as error:
            return SendResult(SendOutcome.UNKNOWN, error_code=type(error).__name__)
        return _result(answer)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


def sign(secret: str, body: bytes, now: datetime) -> str:
    """The signature header: the time in Unix seconds, and HMAC-SHA256 over time, a dot, and the body."""
    stamp = str(int(now.timestamp()))
    digest = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


def verified_json(secret: str, body: bytes, header: str | None, now: datetime) -> dict[str, Any] | None:
    """The JSON object when the signature holds and is fresh; None otherwise, never an exception."""
    parts = dict(part.split("=", 1) for part in (header or "").split(",") if "=" in part)
    stamp, given = parts.get("t", ""), parts.get("v1", "")
    if not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        return None
    if abs(now.timestamp() - int(stamp)) > FRESH.total_seconds():
        return None
    expected = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), given.encode()):
        return None
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _result(answer: httpx.Response) -> SendResult:
    """What the answer proves: a refusal that nothing was sent, a reference that the message was taken."""
    if answer.is_client_error:
        return SendResult(SendOutcome.NOT_SENT, error_code=str(answer.status_code))
    if not answer.is_success:
        return SendResult(SendOutcome.UNKNOWN, error_code=str(answer.status_code))
    try:
        reference = answer.json()["reference"]
    except (ValueError, KeyError, TypeError):
        return SendResult(SendOutcome.UNKNOWN, error_code="malformed_answer")
    return SendResult(SendOutcome.TAKEN, provider_ref=str(reference))
