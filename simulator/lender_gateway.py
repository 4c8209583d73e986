"""The lender's own gateway, for texts in mainland China: signed JSON in both directions.

A signature is `t=<unix seconds>,v1=<hex>` with v1 = HMAC-SHA256(secret, t + "." + raw body); t is real time.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, StringConstraints

from simulator.clock import EventKind, VirtualClock, iso
from simulator.faults import Faults
from simulator.phones import Phones, Text
from simulator.settings import Settings
from simulator.webhooks import RetryPolicy, Webhook, Webhooks

HEADER = "X-Arrears-Signature"
TOLERANCE_S = 300
DELIVERED_S = 3.0
# At least once: the receiver tells a repetition by `reference` and, for callbacks, `status`.
RETRIES = RetryPolicy(attempts=3, on=frozenset({"ct", "rt", "5xx"}))
Phone = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")]


class Outbound(BaseModel):
    """One text to deliver; `id` is the sender's idempotency key."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    to: Phone
    text: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    valid_until: AwareDatetime
    callback_url: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A text the gateway took."""

    request: Outbound
    reference: str
    text: Text


def sign(secret: str, body: bytes, at: int) -> str:
    """The header's value for a body sent at a real time, in unix seconds."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


def verified(secret: str, body: bytes, header: str, now: float) -> bool:
    """Whether the header signs the body and is at most five minutes old or ahead."""
    at = dict(part.partition("=")[::2] for part in header.split(",")).get("t", "")
    if not (at.isascii() and at.isdigit()) or len(at) > 12 or abs(now - int(at)) > TOLERANCE_S:
        return False
    return hmac.compare_digest(sign(secret, body, int(at)).encode(), header.encode())


class LenderGateway:
    """The lender's carrier. Every method runs under the world's lock."""

    def __init__(
        self,
        settings: Settings,
        clock: VirtualClock,
        faults: Faults,
        webhooks: Webhooks,
        phones: Phones,
        on_delivered: Callable[[Text, str], None],
    ) -> None:
        self._settings, self._clock, self._faults = settings, clock, faults
        self._webhooks, self._phones, self._on_delivered = webhooks, phones, on_delivered
        self._accepted: dict[str, Accepted] = {}
        self._inbound: dict[str, dict[str, str]] = {}

    def take(self, request: Outbound) -> str:
        """Accept a text and return its reference; a known id returns the same and sends nothing."""
        if request.id in self._accepted:
            return self._accepted[request.id].reference
        now = self._clock.now
        text = Text(
            "to_phone",
            request.text,
            now,
            "on its way",
            uuid.uuid4().hex,
            "lender_gateway",
            self._settings.lender_sender,
        )
        accepted = Accepted(request, text.sid, text)
        self._accepted[request.id] = accepted
        self._phones.get(request.to).thread.append(text)
        self._clock.after(DELIVERED_S, EventKind.CARRIER, lambda: self._arrive(accepted))
        return accepted.reference

    def from_phone(self, phone: str, body: str) -> str:
        """A borrower wrote; every word goes to the product, STOP included. Returns the reference."""
        reference = uuid.uuid4().hex
        self._inbound[reference] = {
            "reference": reference,
            "from": phone,
            "text": body,
            "received_at": iso(self._clock.now),
        }
        self.repeat_inbound(reference)
        return reference

    def repeat_inbound(self, reference: str) -> None:
        """Hand the text to the product, again if it had it before."""
        payload = self._inbound[reference]
        url = self._settings.lender_inbound_url
        self._webhooks.inbound(self._signed(url, payload, f"phone {payload['from']}"))

    def _arrive(self, accepted: Accepted) -> None:
        code = self._failure(accepted.request, self._clock.now)
        accepted.text.status = "undelivered" if code else "delivered"
        if accepted.request.callback_url:
            payload = {
                "id": accepted.request.id,
                "reference": accepted.reference,
                "status": accepted.text.status,
                "error_code": code,
            }
            lane = f"message {accepted.reference}"
            self._webhooks.status(self._signed(accepted.request.callback_url, payload, lane))
        if code is None:
            self._on_delivered(accepted.text, accepted.request.to)

    def _failure(self, request: Outbound, now: datetime) -> str | None:
        if now > request.valid_until:
            return "expired"
        return "unreachable" if request.to in self._faults.undelivered else None

    def _signed(self, url: str, payload: object, lane: str) -> Webhook:
        body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
        signature = sign(self._settings.gateway_secret, body, int(time.time()))
        headers = {"Content-Type": "application/json", HEADER: signature}
        return Webhook(url, body, headers, lane, RETRIES)
