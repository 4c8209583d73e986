"""Text messages of the carrier: taken, queued, sent, delivered, and what comes back from phones.

Shapes from Twilio's OpenAPI document; order of states and absence of a callback for the first one:
https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime

from simulator.clock import EventKind, VirtualClock
from simulator.errors import bad_request
from simulator.faults import Faults
from simulator.message_form import (
    MAGIC_TO,
    MAX_VALIDITY_S,
    Form,
    addresses_of,
    body_of,
    callback_of,
    first,
    send_at_of,
    validity_of,
)
from simulator.optout import CONFIRMATIONS, BlockList, keyword
from simulator.phones import Phones, Text, new_sid
from simulator.segments import segments
from simulator.settings import Settings
from simulator.webhooks import Webhooks, signed_form

SENT_S, DELIVERED_S = 1.0, 3.0


@dataclass(slots=True)
class Message:
    """One message resource."""

    sid: str
    account_sid: str
    to: str
    sender: str | None
    service: str | None
    body: str
    status: str
    direction: str
    created: datetime
    updated: datetime
    sent: datetime | None = None
    error_code: int | None = None
    callback: str | None = None
    validity_s: int = MAX_VALIDITY_S
    send_at: datetime | None = None
    text: Text | None = field(default=None, repr=False)

    def resource(self) -> dict[str, object]:
        """The JSON of the REST API."""
        base = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        waiting = self.service is not None and self.sender is None
        return {
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": rfc2822(self.created),
            "date_sent": rfc2822(self.sent),
            "date_updated": rfc2822(self.updated),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": f"Error {self.error_code}" if self.error_code else None,
            "from": self.sender,
            "messaging_service_sid": self.service,
            "num_media": "0",
            "num_segments": "0" if waiting else str(segments(self.body)),
            "price": None,
            "price_unit": "USD",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{base}/Media.json"},
            "to": self.to,
            "uri": f"{base}.json",
        }


def rfc2822(instant: datetime | None) -> str | None:
    """A date of the 2010 API: `Mon, 02 Mar 2026 14:00:00 +0000`."""
    return format_datetime(instant) if instant else None


class Carrier:
    """The text side of the carrier. Every method runs under the world's lock."""

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
        self.messages: dict[str, Message] = {}
        self.block_list = BlockList()

    def create(self, form: Form) -> Message:
        """Take a message. Raises: RestError."""
        to, sender, service = addresses_of(form)
        self._check_blocked(to, sender, service)
        now = self._clock.now
        send_at = send_at_of(form, service, now)
        message = Message(
            sid=new_sid("SM"),
            account_sid=self._settings.account_sid,
            to=to,
            sender=sender,
            service=service,
            body=body_of(form),
            status="scheduled" if send_at else "accepted" if service and not sender else "queued",
            direction="outbound-api",
            created=now,
            updated=now,
            callback=callback_of(form),
            validity_s=validity_of(form),
            send_at=send_at,
        )
        self.messages[message.sid] = message
        if send_at is None and sender is not None:
            self._route(message)
        else:
            self._clock.schedule(send_at or now, EventKind.CARRIER, lambda: self._route(message))
        return message

    def update(self, message: Message, form: Form) -> Message:
        """Cancel a scheduled message, or redact one that has ended. Raises: RestError."""
        if first(form, "Status") == "canceled":
            if message.status != "scheduled":
                raise bad_request(30409, "The message is not scheduled and cannot be canceled.")
            self._move(message, "canceled")
        elif "Body" in form:
            self._redact(message, (form["Body"] or [""])[0])
        else:
            raise bad_request(20001, "Nothing to update: give an empty Body or Status=canceled.")
        return message

    def delete(self, message: Message) -> None:
        """Forget a message that has ended. Raises: RestError."""
        self._require_ended(message)
        del self.messages[message.sid]

    def from_phone(self, phone: str, body: str, at_sender: str | None = None) -> Message:
        """A borrower wrote: opt-out first, then the product's webhook, whatever the words were."""
        now, to = self._clock.now, at_sender or self._settings.product_number
        message = Message(
            sid=new_sid("SM"),
            account_sid=self._settings.account_sid,
            to=to,
            sender=phone,
            service=None,
            body=body,
            status="received",
            direction="inbound",
            created=now,
            updated=now,
            sent=now,
        )
        self.messages[message.sid] = message
        word = keyword(body)
        if word and self.block_list.apply(phone, to, word):
            self._confirm(phone, to, word)
        self.repeat_inbound(message)
        return message

    def repeat_inbound(self, message: Message) -> None:
        """Call the inbound webhook with the message; calling again models the carrier doing so."""
        parameters = self._inbound_parameters(message)
        url, token = self._settings.inbound_sms_url, self._settings.auth_token
        self._webhooks.inbound(signed_form(url, parameters, token, f"phone {message.sender}"))

    def _inbound_parameters(self, message: Message) -> dict[str, str]:
        parameters = {
            "ToCountry": "US",
            "ToState": "",
            "ToCity": "",
            "ToZip": "",
            "FromCountry": "CN" if (message.sender or "").startswith("+86") else "US",
            "FromState": "",
            "FromCity": "",
            "FromZip": "",
            "SmsMessageSid": message.sid,
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "SmsStatus": "received",
            "NumMedia": "0",
            "NumSegments": str(segments(message.body)),
            "Body": message.body,
            "From": message.sender or "",
            "To": message.to,
            "AccountSid": message.account_sid,
            "ApiVersion": "2010-04-01",
        }
        word = keyword(message.body)
        if word and self._settings.opt_out_type:
            parameters["OptOutType"] = word
        return parameters

    def _route(self, message: Message) -> None:
        if message.status == "canceled":
            return
        if message.sender is None:
            message.sender = self._settings.product_number
        if message.status != "queued":
            self._move(message, "queued")
        message.text = Text(
            "to_phone", message.body, self._clock.now, "on its way", message.sid, "twilio", message.sender
        )
        self._phones.get(message.to).thread.append(message.text)
        self._clock.after(SENT_S, EventKind.CARRIER, lambda: self._leave(message))

    def _leave(self, message: Message) -> None:
        message.sent = self._clock.now
        self._move(message, "sent")
        self._clock.after(DELIVERED_S - SENT_S, EventKind.CARRIER, lambda: self._arrive(message))

    def _arrive(self, message: Message) -> None:
        lapsed = self._clock.now > (message.send_at or message.created) + timedelta(
            seconds=message.validity_s
        )
        if lapsed:
            self._fail(message, 30036)
        elif message.to in self._faults.undelivered:
            self._fail(message, self._faults.undelivered_code)
        else:
            self._move(message, "delivered")
            if message.text:
                self._on_delivered(message.text, message.to)

    def _fail(self, message: Message, code: int) -> None:
        message.error_code = code
        self._move(message, "undelivered")

    def _move(self, message: Message, status: str) -> None:
        message.status, message.updated = status, self._clock.now
        if message.text:
            message.text.status = status
        if message.callback:
            parameters = self._status_parameters(message)
            lane = f"message {message.sid}"
            self._webhooks.status(signed_form(message.callback, parameters, self._settings.auth_token, lane))

    def _status_parameters(self, message: Message) -> dict[str, str]:
        parameters = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": message.status,
            "SmsStatus": message.status,
            "AccountSid": message.account_sid,
            "From": message.sender or "",
            "To": message.to,
            "ApiVersion": "2010-04-01",
        }
        if message.service:
            parameters["MessagingServiceSid"] = message.service
        if message.error_code:
            parameters["ErrorCode"] = str(message.error_code)
        if message.status in {"delivered", "undelivered"}:
            parameters["RawDlrDoneDate"] = message.updated.strftime("%y%m%d%H%M")
        return parameters

    def _confirm(self, phone: str, sender: str, word: str) -> None:
        text = Text(
            "to_phone", CONFIRMATIONS[word], self._clock.now, "delivered", new_sid("SM"), "twilio", sender
        )
        self._clock.after(SENT_S, EventKind.CARRIER, lambda: self._phones.get(phone).thread.append(text))

    def _check_blocked(self, to: str, sender: str | None, service: str | None) -> None:
        if self.block_list.blocks(to, sender or self._settings.product_number):
            raise bad_request(*MAGIC_TO["+15005550004"])

    def _redact(self, message: Message, body: str) -> None:
        if body:
            raise bad_request(20001, "Body may only be set to an empty string.")
        self._require_ended(message)
        message.body, message.updated = "", self._clock.now

    @staticmethod
    def _require_ended(message: Message) -> None:
        if message.status not in {"delivered", "undelivered", "failed", "received", "canceled"}:
            raise bad_request(20009, "The message has not ended yet.")
