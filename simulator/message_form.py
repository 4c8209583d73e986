"""What the form of a new message says, and why it is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from simulator.errors import bad_request

MAX_BODY = 1600
MAX_VALIDITY_S = 36_000
E164 = re.compile(r"\+[1-9][0-9]{6,14}")
SERVICE = re.compile(r"MG[0-9a-fA-F]{32}")
# Source: https://www.twilio.com/docs/iam/test-credentials
MAGIC_TO = {
    "+15005550001": (21211, "The 'To' number is not a valid phone number."),
    "+15005550002": (21612, "The 'To' number is not reachable from this sender."),
    "+15005550003": (21408, "Permission to send to the region of the 'To' number is not enabled."),
    "+15005550004": (21610, "The recipient has unsubscribed from this sender."),
    "+15005550009": (21614, "The 'To' number cannot receive text messages."),
}
MAGIC_FROM = {
    "+15005550001": (21212, "The 'From' number is not a valid phone number."),
    "+15005550007": (21606, "The 'From' number is not a number of this account that can send texts."),
    "+15005550008": (21611, "The 'From' number has reached its limit of queued messages."),
}
# What the account may text: loan messages to mainland China are forbidden on this carrier.
COUNTRIES = ("+1",)
Form = Mapping[str, list[str]]


def first(form: Form, name: str) -> str | None:
    """The first value of a field; an empty one is none, as the carrier reads it."""
    return (form.get(name) or [""])[0] or None


def addresses_of(form: Form) -> tuple[str, str | None, str | None]:
    """The recipient, the sender and the messaging service. Raises: RestError."""
    to, sender, service = first(form, "To"), first(form, "From"), first(form, "MessagingServiceSid")
    if to is None:
        raise bad_request(21604, "A 'To' phone number is required.")
    if to in MAGIC_TO:
        raise bad_request(*MAGIC_TO[to])
    if not E164.fullmatch(to):
        raise bad_request(*MAGIC_TO["+15005550001"])
    if not to.startswith(COUNTRIES):
        raise bad_request(*MAGIC_TO["+15005550003"])
    if service is not None and not SERVICE.fullmatch(service):
        raise bad_request(21701, "The messaging service does not exist.")
    if sender is None and service is None:
        raise bad_request(21603, "A 'From' phone number or a 'MessagingServiceSid' is required.")
    if sender in MAGIC_FROM:
        raise bad_request(*MAGIC_FROM[sender])
    if sender is not None and not E164.fullmatch(sender):
        raise bad_request(*MAGIC_FROM["+15005550001"])
    if sender == to:
        raise bad_request(21266, "'To' and 'From' cannot be the same number.")
    return to, sender, service


def body_of(form: Form) -> str:
    """The text. Raises: RestError."""
    body = first(form, "Body")
    if body is None:
        raise bad_request(21602, "A message body is required.")
    if len(body) > MAX_BODY:
        raise bad_request(21617, f"The message body exceeds {MAX_BODY} characters.")
    return body


def callback_of(form: Form) -> str | None:
    """Where delivery is reported. Raises: RestError."""
    url = first(form, "StatusCallback")
    if url is not None and urlsplit(url).scheme not in {"http", "https"}:
        raise bad_request(21609, "The 'StatusCallback' URL is not valid.")
    return url


def validity_of(form: Form) -> int:
    """Seconds after which the message is not delivered any more. Raises: RestError."""
    value = first(form, "ValidityPeriod") or str(MAX_VALIDITY_S)
    if not value.isdigit() or not 1 <= int(value) <= MAX_VALIDITY_S:
        raise bad_request(90007, f"ValidityPeriod must be from 1 to {MAX_VALIDITY_S} seconds.")
    return int(value)


def send_at_of(form: Form, service: str | None, now: datetime) -> datetime | None:
    """The instant it is scheduled for, if it is. Raises: RestError."""
    value = first(form, "SendAt")
    if value is None and first(form, "ScheduleType") is None:
        return None
    if service is None:
        raise bad_request(35118, "MessagingServiceSid is required to schedule a message.")
    try:
        instant = datetime.fromisoformat(value or "")
    except ValueError:
        raise bad_request(35114, "SendAt must be an ISO instant.") from None
    if instant.tzinfo is None or not timedelta(seconds=300) <= instant - now <= timedelta(days=35):
        raise bad_request(35114, "SendAt must be 300 seconds to 35 days from now.")
    return instant
