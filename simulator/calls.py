"""Phone calls of the carrier: created, ringing, answered, ended. Nothing is said on them.

Source: https://www.twilio.com/docs/voice/twiml/number (progress events, extra parameters).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from simulator.clock import EventKind, VirtualClock
from simulator.errors import bad_request
from simulator.faults import Faults
from simulator.message_form import E164, Form, first
from simulator.messages import rfc2822
from simulator.phones import new_sid
from simulator.settings import Settings
from simulator.webhooks import Webhooks, signed_form

RINGING_S, ANSWERED_S, TALK_S = 1.0, 6.0, 20.0
DEFAULT_RING_S = 60
TERMINAL = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
EVENTS = ("initiated", "ringing", "answered", "completed")
BOOLEAN = re.compile(r"(?i)true|false")
# Source: https://www.twilio.com/docs/iam/test-credentials
MAGIC_TO = {
    "+15005550001": (21217, "The 'To' number is not a valid phone number."),
    "+15005550002": (21214, "The 'To' number cannot be reached."),
    "+15005550003": (21215, "Permission to call the region of the 'To' number is not enabled."),
    "+15005550004": (21216, "Calls to the 'To' number are blocked."),
}
_EVENT_OF = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}


@dataclass(slots=True)
class Call:
    """One call resource."""

    sid: str
    account_sid: str
    to: str
    sender: str
    status: str
    created: datetime
    updated: datetime
    events: tuple[str, ...]
    callback: str | None
    ring_s: int
    started: datetime | None = None
    ended: datetime | None = None
    sequence: int = 0
    instructions: dict[str, str] = field(default_factory=dict)

    @property
    def duration(self) -> str | None:
        """Whole seconds from answer to end, once ended."""
        if self.ended is None:
            return None
        return str(int((self.ended - self.started).total_seconds()) if self.started else 0)

    def resource(self) -> dict[str, object]:
        """The JSON of the REST API."""
        base = f"/2010-04-01/Accounts/{self.account_sid}/Calls/{self.sid}"
        parts = ("notifications", "recordings", "payments", "events", "siprec", "streams", "transcriptions")
        return {
            "account_sid": self.account_sid,
            "answered_by": None,
            "api_version": "2010-04-01",
            "caller_name": None,
            "date_created": rfc2822(self.created),
            "date_updated": rfc2822(self.updated),
            "direction": "outbound-api",
            "duration": self.duration,
            "end_time": rfc2822(self.ended),
            "forwarded_from": None,
            "from": self.sender,
            "from_formatted": _formatted(self.sender),
            "group_sid": None,
            "parent_call_sid": None,
            "phone_number_sid": None,
            "price": None,
            "price_unit": "USD",
            "queue_time": "0",
            "sid": self.sid,
            "start_time": rfc2822(self.started),
            "status": self.status,
            "subresource_uris": {part: f"{base}/{part.title()}.json" for part in parts},
            "to": self.to,
            "to_formatted": _formatted(self.to),
            "trunk_sid": None,
            "uri": f"{base}.json",
        }


class Switchboard:
    """The voice side of the carrier. Every method runs under the world's lock."""

    def __init__(self, settings: Settings, clock: VirtualClock, faults: Faults, webhooks: Webhooks) -> None:
        self._settings, self._clock, self._faults, self._webhooks = settings, clock, faults, webhooks
        self.calls: dict[str, Call] = {}

    def create(self, form: Form) -> Call:
        """Place a call. Raises: RestError."""
        to, sender = _addresses(form)
        instructions = {
            name: value for name in ("Url", "Twiml", "ApplicationSid") if (value := first(form, name))
        }
        if not instructions:
            raise bad_request(21205, "One of Url, Twiml and ApplicationSid is required.")
        _check_record(form)
        now = self._clock.now
        call = Call(
            new_sid("CA"),
            self._settings.account_sid,
            to,
            sender,
            "queued",
            now,
            now,
            events=_events(form),
            callback=first(form, "StatusCallback"),
            ring_s=_ring(form),
            instructions=instructions,
        )
        self.calls[call.sid] = call
        self._later(call, 0, "initiated", self._initiated)
        return call

    def update(self, call: Call, form: Form) -> Call:
        """End a call, or give it new instructions. Raises: RestError."""
        status = first(form, "Status")
        if status in {"completed", "canceled"}:
            if call.status not in TERMINAL:
                early = call.status in {"queued", "initiated", "ringing"}
                self._end(call, "canceled" if early else "completed")
        elif status is not None:
            raise bad_request(21218, "Status may only be set to canceled or completed.")
        elif call.status != "in-progress":
            raise bad_request(21220, "The call is not in progress and cannot be redirected.")
        else:
            call.instructions = {n: v for n in ("Url", "Twiml") if (v := first(form, n))}
        return call

    def _later(self, call: Call, seconds: float, status: str, then: Callable[[Call, str], None]) -> None:
        def act() -> None:
            if call.status not in TERMINAL:
                then(call, status)

        self._clock.after(seconds, EventKind.CARRIER, act)

    def _initiated(self, call: Call, status: str) -> None:
        self._report(call, status)
        outcome = self._faults.call_outcomes.get(call.to)
        if outcome == "failed":
            self._later(call, RINGING_S, "failed", self._end)
            return
        self._later(call, RINGING_S, "ringing", self._ring)

    def _ring(self, call: Call, status: str) -> None:
        self._move(call, status)
        outcome = self._faults.call_outcomes.get(call.to)
        if outcome == "busy":
            self._later(call, 2, "busy", self._end)
        elif outcome == "no-answer" or call.ring_s < ANSWERED_S:
            self._later(call, call.ring_s, "no-answer", self._end)
        else:
            self._later(call, ANSWERED_S, "in-progress", self._answer)

    def _answer(self, call: Call, status: str) -> None:
        call.started = self._clock.now
        self._move(call, status)
        self._later(call, TALK_S, "completed", self._end)

    def _end(self, call: Call, status: str) -> None:
        call.ended = self._clock.now
        self._move(call, status)

    def _move(self, call: Call, status: str) -> None:
        call.status, call.updated = status, self._clock.now
        self._report(call, status)

    def _report(self, call: Call, status: str) -> None:
        if call.callback is None or _EVENT_OF.get(status, "completed") not in call.events:
            return
        parameters = {
            "CallSid": call.sid,
            "AccountSid": call.account_sid,
            "From": call.sender,
            "To": call.to,
            "Caller": call.sender,
            "Called": call.to,
            "CallStatus": status,
            "ApiVersion": "2010-04-01",
            "Direction": "outbound-api",
            "Timestamp": rfc2822(self._clock.now) or "",
            "CallbackSource": "call-progress-events",
            "SequenceNumber": str(call.sequence),
        }
        if call.ended is not None:
            parameters |= {"CallDuration": call.duration or "0", "Duration": "1"}
        call.sequence += 1
        lane = f"call {call.sid}"
        self._webhooks.status(signed_form(call.callback, parameters, self._settings.auth_token, lane))


def _addresses(form: Form) -> tuple[str, str]:
    to, sender = first(form, "To"), first(form, "From")
    if to is None:
        raise bad_request(21201, "A 'To' phone number is required.")
    if sender is None:
        raise bad_request(21213, "A 'From' phone number is required.")
    if to in MAGIC_TO:
        raise bad_request(*MAGIC_TO[to])
    if not E164.fullmatch(to):
        raise bad_request(*MAGIC_TO["+15005550001"])
    if sender == "+15005550001" or not E164.fullmatch(sender):
        raise bad_request(21212, "The 'From' number is not a valid phone number.")
    return to, sender


def _events(form: Form) -> tuple[str, ...]:
    given = [event for value in form.get("StatusCallbackEvent", []) for event in value.split()]
    if unknown := [event for event in given if event not in EVENTS]:
        raise bad_request(21626, f"{len(unknown)} of the status callback events do not exist.")
    return tuple(given) or ("completed",)


def _ring(form: Form) -> int:
    value = first(form, "Timeout") or str(DEFAULT_RING_S)
    if not value.isdigit() or not 1 <= int(value) <= 600:
        raise bad_request(20001, "Timeout must be from 1 to 600 seconds.")
    return int(value)


def _check_record(form: Form) -> None:
    value = first(form, "Record")
    if value is not None and not BOOLEAN.fullmatch(value):
        raise bad_request(20001, "Record must be true or false.")
    url = first(form, "StatusCallback")
    if url is not None and urlsplit(url).scheme not in {"http", "https"}:
        raise bad_request(21609, "The 'StatusCallback' URL is not valid.")


def _formatted(number: str) -> str:
    if number.startswith("+1") and len(number) == 12:
        return f"({number[2:5]}) {number[5:8]}-{number[8:]}"
    return number
