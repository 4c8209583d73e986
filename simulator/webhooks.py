"""Calls to the product: signed, one at a time per subject, retried as the URL's fragment says.

Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides (fragment, defaults).
"""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urldefrag, urlencode

import httpx
from twilio.request_validator import RequestValidator

from simulator.addresses import dialled
from simulator.clock import EventKind, VirtualClock, iso
from simulator.exchanges import Exchange, Exchanges
from simulator.faults import Faults
from simulator.settings import Settings

# Voice requests of many calls wait side by side for the product's answers.
WORKERS = 32
LIMIT_S = 15.0
REORDER_HOLD_S = 30.0
AGENT = "TwilioProxy/1.1"


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """When a webhook is tried again, and how long one try may take."""

    attempts: int = 2
    on: frozenset[str] = frozenset({"ct"})
    connect_s: float = 5.0
    read_s: float = LIMIT_S


@dataclass(frozen=True, slots=True)
class Answer:
    """What the product answered; a status of None is no answer at all."""

    status: int | None
    content_type: str = ""
    content: bytes = b""

    @property
    def kind(self) -> str:
        """The content type alone."""
        return self.content_type.split(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """What can be read of it; a sound cannot."""
        return "" if self.kind.startswith("audio/") else self.content.decode(errors="replace")


@dataclass(frozen=True, slots=True)
class Webhook:
    """One request to the product; duplicates and retries carry the same headers, token included."""

    url: str
    body: bytes
    headers: Mapping[str, str]
    lane: str  # calls of one lane leave in order, one at a time
    policy: RetryPolicy
    method: str = "POST"
    then: Callable[[Answer], None] | None = None  # runs under the world's lock, once


def retry_policy(fragment: str) -> RetryPolicy:
    """Read `rc=2&rp=5xx,ct,rt&ct=..&rt=..`; what is absent or unreadable keeps the default."""
    given = {key: values[-1] for key, values in parse_qs(fragment).items()}
    policy = RetryPolicy()
    if given.get("rc", "").isdigit():
        policy = replace(policy, attempts=1 + min(int(given["rc"]), 5))
    if "rp" in given:
        policy = replace(policy, on=frozenset(given["rp"].split(",")))
    if given.get("ct", "").isdigit():
        policy = replace(policy, connect_s=min(max(int(given["ct"]), 100), 10_000) / 1000)
    if given.get("rt", "").isdigit():
        policy = replace(policy, read_s=min(max(int(given["rt"]), 100), 15_000) / 1000)
    return policy


def signed_form(url: str, parameters: Mapping[str, str], auth_token: str, lane: str) -> Webhook:
    """A form POST with the carrier's signature; the fragment steers retries and is not signed."""
    address, fragment = urldefrag(url)
    headers = _headers(address, parameters, auth_token)
    return Webhook(address, urlencode(parameters).encode(), headers, lane, retry_policy(fragment))


def signed_request(
    url: str, parameters: Mapping[str, str], settings: Settings, lane: str, method: str = "POST"
) -> Webhook:
    """A voice request: as a form, or for GET in the query; dialled where the public URL really leads."""
    address, fragment = urldefrag(url)
    body = urlencode(parameters)
    if method == "GET":
        address, body, parameters = f"{address}{'&' if '?' in address else '?'}{body}", "", {}
    headers = _headers(address, parameters, settings.auth_token)
    there, forwarded = dialled(address, settings)
    return Webhook(there, body.encode(), headers | forwarded, lane, retry_policy(fragment), method)


def plain_request(url: str, settings: Settings, lane: str) -> Webhook:
    """A GET that tells nothing and is not signed."""
    address, fragment = urldefrag(url)
    there, forwarded = dialled(address, settings)
    return Webhook(there, b"", {"User-Agent": AGENT} | forwarded, lane, retry_policy(fragment), "GET")


def _headers(address: str, parameters: Mapping[str, str], auth_token: str) -> dict[str, str]:
    signature: str = RequestValidator(auth_token).compute_signature(address, dict(parameters))
    return {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "User-Agent": AGENT,
        "X-Twilio-Signature": signature,
        "I-Twilio-Idempotency-Token": str(uuid.uuid4()),
    }


class Webhooks:
    """The workers that make the calls, in real time."""

    def __init__(
        self, clock: VirtualClock, faults: Faults, exchanges: Exchanges, lock: threading.RLock
    ) -> None:
        self._clock, self._faults, self._exchanges, self._lock = clock, faults, exchanges, lock
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="webhook")
        self._client = httpx.Client(trust_env=False)
        self._lanes: dict[str, deque[Webhook]] = {}
        self._held: dict[str, Webhook] = {}
        self._pending = 0
        self._idle = threading.Condition(lock)
        self._dice = random.Random(1)

    @property
    def pending(self) -> int:
        """Calls queued or in flight; what the reordering fault holds back is on the clock instead."""
        return self._pending

    def inbound(self, webhook: Webhook) -> None:
        """Send what a borrower wrote, unless the fault drops it."""
        if self._dice.random() >= self._faults.drop_inbound:
            self._send(webhook)

    def status(self, webhook: Webhook) -> None:
        """Send a status callback, unless a fault drops it or holds it behind the next of its lane."""
        with self._lock:
            if self._dice.random() < self._faults.drop_status:
                return
            earlier = self._held.pop(webhook.lane, None)
            if earlier is None and self._faults.webhook_reorder:
                self._held[webhook.lane] = webhook
                self._clock.after(REORDER_HOLD_S, EventKind.CARRIER, lambda: self._release(webhook))
                return
            self._send(webhook)
            if earlier is not None:
                self._send(earlier)

    def fetch(self, webhook: Webhook, then: Callable[[Answer], None]) -> None:
        """Ask the product for instructions; a duplicate of the request changes nothing here."""
        self._send(replace(webhook, then=then))

    def wait_until_idle(self, seconds: float) -> bool:
        """Wait for queued and running calls, not for held ones; whether they ended in time."""
        with self._idle:
            return self._idle.wait_for(lambda: self._pending == 0, seconds)

    def close(self) -> None:
        """End the workers; calls not yet made are forgotten."""
        with self._lock:
            self._lanes.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._client.close()

    def _release(self, webhook: Webhook) -> None:
        if self._held.get(webhook.lane) is webhook:
            self._send(self._held.pop(webhook.lane))

    def _send(self, webhook: Webhook) -> None:
        self._enqueue(webhook)
        if self._dice.random() < self._faults.webhook_duplicates:
            self._enqueue(replace(webhook, then=None))

    def _enqueue(self, webhook: Webhook) -> None:
        with self._lock:
            self._pending += 1
            lane = self._lanes.get(webhook.lane)
            if lane is not None:
                lane.append(webhook)
                return
            self._lanes[webhook.lane] = deque([webhook])
            self._pool.submit(self._drain, webhook.lane)

    def _drain(self, name: str) -> None:
        while True:
            with self._lock:
                lane = self._lanes.get(name)
                if not lane:
                    self._lanes.pop(name, None)
                    return
                webhook = lane.popleft()
            try:
                self._call(webhook)
            finally:
                with self._idle:
                    self._pending -= 1
                    self._idle.notify_all()

    def _call(self, webhook: Webhook) -> None:
        answer = Answer(None)
        for _ in range(webhook.policy.attempts):
            failure, answer = self._attempt(webhook)
            if failure is None or not ({failure, "all"} & webhook.policy.on):
                break
        if webhook.then is not None:
            with self._lock:
                webhook.then(answer)

    def _attempt(self, webhook: Webhook) -> tuple[str | None, Answer]:
        timeout = httpx.Timeout(LIMIT_S, connect=webhook.policy.connect_s, read=webhook.policy.read_s)
        answer, failure, began = Answer(None), None, time.monotonic()
        try:
            response = self._client.request(
                webhook.method,
                webhook.url,
                content=webhook.body,
                headers=dict(webhook.headers),
                timeout=timeout,
            )
            answer = Answer(response.status_code, response.headers.get("content-type", ""), response.content)
            failure = f"{response.status_code // 100}xx" if response.status_code >= 400 else None
        except (httpx.ConnectError, httpx.ConnectTimeout):
            failure = "ct"
        except (httpx.HTTPError, httpx.InvalidURL):
            failure = "rt"
        self._record(webhook, answer, failure, time.monotonic() - began)
        return failure, answer

    def _record(self, webhook: Webhook, answer: Answer, failure: str | None, took_s: float) -> None:
        at = iso(self._clock.now)
        self._exchanges.record(
            Exchange(
                "out",
                at,
                webhook.method,
                webhook.url,
                dict(webhook.headers),
                webhook.body.decode(),
                answer.status,
                answer.text[:4000],
                error=failure,
                took_ms=round(took_s * 1000, 2),
            )
        )
