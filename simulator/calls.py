"""Phone calls of the carrier: created, ringing, answered, ended. What is said on them is the operator's.

Source: https://www.twilio.com/docs/voice/twiml/number (progress events, extra parameters).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from simulator import call_form
from simulator.clock import EventKind, VirtualClock
from simulator.errors import bad_request
from simulator.faults import Faults
from simulator.message_form import Form, first
from simulator.messages import rfc2822
from simulator.phones import new_sid
from simulator.settings import Settings
from simulator.webhooks import Webhooks, signed_request

RINGING_S, ANSWERED_S, MACHINE_ANSWERS_S, DECLINED_S = 1.0, 6.0, 15.0, 3.0
TERMINAL = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
WAITING = frozenset({"queued", "initiated", "ringing"})
_EVENT_OF = {"initiated": "initiated", "ringing": "ringing", "in-progress": "answered"}
# What the other side's telephone exchange answered. Source: RFC 3261, section 21.
_SIP = {"completed": "200", "busy": "486", "no-answer": "487", "failed": "404", "canceled": "487"}


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
    events: tuple[str, ...] = ("completed",)
    callback: str | None = None
    callback_method: str = "POST"
    ring_s: int = call_form.DEFAULT_RING_S
    started: datetime | None = None
    ended: datetime | None = None
    sequence: int = 0
    direction: str = "outbound-api"
    parent_sid: str | None = None
    answered_by: str | None = None
    sip_code: str | None = None
    instructions: dict[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def phone(self) -> str:
        """The number of the person on it, not ours."""
        return self.sender if self.direction == "inbound" else self.to

    @property
    def duration(self) -> str | None:
        """Whole seconds from answer to end, once ended."""
        if self.ended is None:
            return None
        return str(int((self.ended - self.started).total_seconds()) if self.started else 0)

    def parameters(self) -> dict[str, str]:
        """What every request says of the call, as it stands now."""
        found = {
            "CallSid": self.sid,
            "AccountSid": self.account_sid,
            "From": self.sender,
            "To": self.to,
            "Caller": self.sender,
            "Called": self.to,
            "CallStatus": self.status,
            "ApiVersion": "2010-04-01",
            "Direction": self.direction,
        }
        return found if self.parent_sid is None else found | {"ParentCallSid": self.parent_sid}

    def resource(self) -> dict[str, object]:
        """The JSON of the REST API."""
        base = f"/2010-04-01/Accounts/{self.account_sid}/Calls/{self.sid}"
        parts = ("notifications", "recordings", "payments", "events", "siprec", "streams", "transcriptions")
        return {
            "account_sid": self.account_sid,
            "answered_by": self.answered_by,
            "api_version": "2010-04-01",
            "caller_name": None,
            "date_created": rfc2822(self.created),
            "date_updated": rfc2822(self.updated),
            "direction": self.direction,
            "duration": self.duration,
            "end_time": rfc2822(self.ended),
            "forwarded_from": None,
            "from": self.sender,
            "from_formatted": _formatted(self.sender),
            "group_sid": None,
            "parent_call_sid": self.parent_sid,
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


class Operator(Protocol):
    """Whoever runs live calls."""

    def answered(self, call: Call, outcome: str) -> None:
        """Somebody or something picked up."""
        ...

    def redirect(self, call: Call, instructions: Mapping[str, str]) -> None:
        """Go on with other instructions."""
        ...

    def end(self, call: Call) -> None:
        """End a live call."""
        ...

    def ended(self, call: Call) -> None:
        """A call is over, answered or not."""
        ...


class Switchboard:
    """Calls and their states. Every method runs under the world's lock."""

    def __init__(self, settings: Settings, clock: VirtualClock, faults: Faults, webhooks: Webhooks) -> None:
        self._settings, self._clock, self._faults, self._webhooks = settings, clock, faults, webhooks
        self.calls: dict[str, Call] = {}
        self.operator: Operator | None = None

    def create(self, form: Form) -> Call:
        """Place a call. Raises: RestError."""
        to, sender = call_form.addresses(form)
        call = self._new(to, sender, "queued")
        call.instructions, call.options = call_form.instructions(form), call_form.options(form)
        call.events, call.ring_s = call_form.events(form), call_form.ring(form)
        call.callback = first(form, "StatusCallback")
        call.callback_method = first(form, "StatusCallbackMethod") or "POST"
        return self.dial(call)

    def dial(self, call: Call) -> Call:
        """Have a new call ring at the other end."""
        self.calls[call.sid] = call
        self._later(call, 0, "initiated", self._initiated)
        return call

    def leg(self, parent: Call, to: str, sender: str) -> Call:
        """A call out of a live one, not dialled yet."""
        call = self._new(to, sender, "queued")
        call.direction, call.parent_sid = "outbound-dial", parent.sid
        return call

    def receive(self, phone: str, to: str) -> Call:
        """A phone calls a number of the account: it rings until the product's instructions answer it."""
        call = self._new(to, phone, "ringing")
        call.direction = "inbound"
        call.callback = self._settings.voice_status_url or None
        call.instructions = {"Url": self._settings.voice_url}
        self.calls[call.sid] = call
        return call

    def update(self, call: Call, form: Form) -> Call:
        """End a call, or give it new instructions. Raises: RestError."""
        status = first(form, "Status")
        if status in {"completed", "canceled"}:
            self.stop(call, "canceled" if call.status in WAITING else "completed")
        elif status is not None:
            raise bad_request(21218, "Status may only be set to canceled or completed.")
        elif call.status != "in-progress" or self.operator is None:
            raise bad_request(21220, "The call is not in progress and cannot be redirected.")
        else:
            self.operator.redirect(call, call_form.instructions(form))
        return call

    def stop(self, call: Call, status: str) -> None:
        """End a call from our side."""
        if call.status == "in-progress" and self.operator is not None:
            self.operator.end(call)
        elif call.status not in TERMINAL:
            self.over(call, status)

    def pick_up(self, call: Call, outcome: str) -> None:
        """Somebody or something answers a ringing call."""
        self.connect(call)
        if self.operator is not None:
            self.operator.answered(call, outcome)

    def connect(self, call: Call) -> None:
        """A ringing call is answered, at either end."""
        call.started, call.sip_code = self._clock.now, "200"
        self._move(call, "in-progress")

    def decline(self, call: Call) -> None:
        """The person presses the red button of a ringing phone."""
        call.sip_code = "603"
        self.over(call, "busy")

    def over(self, call: Call, status: str) -> None:
        """A call has ended with a status; once only."""
        if call.status in TERMINAL:
            return
        call.ended = self._clock.now
        call.sip_code = call.sip_code or _SIP[status]
        self._move(call, status)
        if self.operator is not None:
            self.operator.ended(call)

    def _new(self, to: str, sender: str, status: str) -> Call:
        now = self._clock.now
        return Call(new_sid("CA"), self._settings.account_sid, to, sender, status, now, now)

    def _later(self, call: Call, seconds: float, status: str, then: Callable[[Call, str], None]) -> None:
        def act() -> None:
            if call.status not in TERMINAL and call.status != "in-progress":
                then(call, status)

        self._clock.after(seconds, EventKind.CARRIER, act)

    def _initiated(self, call: Call, status: str) -> None:
        self._report(call, status)
        outcome = self._faults.outcome(call.to)
        if outcome in {"failed", "busy"}:
            self._later(call, RINGING_S, outcome, self.over)
            return
        self._later(call, RINGING_S, "ringing", self._ring)

    def _ring(self, call: Call, status: str) -> None:
        self._move(call, status)
        outcome = self._faults.outcome(call.to)
        answers_s = ANSWERED_S if outcome == "human" else MACHINE_ANSWERS_S
        if outcome == "declined":
            self._later(call, DECLINED_S, "busy", lambda call, _: self.decline(call))
        elif outcome in {"no-answer", "by_hand"} or call.ring_s < answers_s:
            self._later(call, call.ring_s, "no-answer", self.over)
        else:
            self._later(call, answers_s, outcome, self.pick_up)

    def _move(self, call: Call, status: str) -> None:
        call.status, call.updated = status, self._clock.now
        self._report(call, status)

    def _report(self, call: Call, status: str) -> None:
        if call.callback is None or _EVENT_OF.get(status, "completed") not in call.events:
            return
        found = call.parameters() | {
            "CallStatus": status,
            "Timestamp": rfc2822(self._clock.now) or "",
            "CallbackSource": "call-progress-events",
            "SequenceNumber": str(call.sequence),
        }
        if call.answered_by is not None:
            found["AnsweredBy"] = call.answered_by
        if call.ended is not None:
            found |= {"CallDuration": call.duration or "0", "Duration": "1"}
            found |= {"SipResponseCode": call.sip_code or ""}
        call.sequence += 1
        lane = f"call {call.sid}"
        request = signed_request(call.callback, found, self._settings, lane, call.callback_method)
        self._webhooks.status(request)


def _formatted(number: str) -> str:
    if number.startswith("+1") and len(number) == 12:
        return f"({number[2:5]}) {number[5:8]}-{number[8:]}"
    return number
