"""What the form of a new call says, and why it is refused."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from simulator.errors import bad_request
from simulator.message_form import E164, Form, first

DEFAULT_RING_S = 60
MAX_TWIML = 4000
EVENTS = ("initiated", "ringing", "answered", "completed")
BOOLEAN = re.compile(r"(?i)true|false")
URLS = ("Url", "FallbackUrl", "StatusCallback", "AsyncAmdStatusCallback", "RecordingStatusCallback")
# Source: https://www.twilio.com/docs/iam/test-credentials
MAGIC_TO = {
    "+15005550001": (21217, "The 'To' number is not a valid phone number."),
    "+15005550002": (21214, "The 'To' number cannot be reached."),
    "+15005550003": (21215, "Permission to call the region of the 'To' number is not enabled."),
    "+15005550004": (21216, "Calls to the 'To' number are blocked."),
}
# Source: https://www.twilio.com/docs/voice/answering-machine-detection (ranges)
RANGES = {
    "MachineDetectionTimeout": (3, 59),
    "MachineDetectionSpeechThreshold": (1000, 6000),
    "MachineDetectionSpeechEndThreshold": (500, 5000),
    "MachineDetectionSilenceTimeout": (2000, 10000),
    "TimeLimit": (1, 86_400),
}


def addresses(form: Form) -> tuple[str, str]:
    """Whom to call, and as whom. Raises: RestError."""
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


def instructions(form: Form) -> dict[str, str]:
    """Where the call's TwiML comes from; Url goes before Twiml. Raises: RestError."""
    names = ("Url", "Method", "FallbackUrl", "FallbackMethod", "Twiml", "ApplicationSid")
    found = {name: value for name in names if (value := first(form, name))}
    if not {"Url", "Twiml", "ApplicationSid"} & found.keys():
        raise bad_request(21205, "One of Url, Twiml and ApplicationSid is required.")
    if len(found.get("Twiml", "")) > MAX_TWIML:
        raise bad_request(21218, f"Twiml has at most {MAX_TWIML} characters.")
    return found


def events(form: Form) -> tuple[str, ...]:
    """The progress events asked for. Raises: RestError."""
    given = [event for value in form.get("StatusCallbackEvent", []) for event in value.split()]
    if unknown := [event for event in given if event not in EVENTS]:
        raise bad_request(21626, f"{len(unknown)} of the status callback events do not exist.")
    return tuple(given) or ("completed",)


def ring(form: Form) -> int:
    """Seconds the phone may ring. Raises: RestError."""
    value = first(form, "Timeout") or str(DEFAULT_RING_S)
    if not value.isdigit() or not 1 <= int(value) <= 600:
        raise bad_request(20001, "Timeout must be from 1 to 600 seconds.")
    return int(value)


def options(form: Form) -> dict[str, str]:
    """Detection, recording and limits. Raises: RestError."""
    for name in URLS:
        url = first(form, name)
        if url is not None and urlsplit(url).scheme not in {"http", "https"}:
            raise bad_request(21609, f"The '{name}' URL is not valid.")
    for name in ("Record", "AsyncAmd"):
        value = first(form, name)
        if value is not None and not BOOLEAN.fullmatch(value):
            raise bad_request(20001, f"{name} must be true or false.")
    if first(form, "MachineDetection") not in {None, "Enable", "DetectMessageEnd"}:
        raise bad_request(20001, "MachineDetection must be Enable or DetectMessageEnd.")
    for name, (low, high) in RANGES.items():
        value = first(form, name)
        if value is not None and not (value.isdigit() and low <= int(value) <= high):
            raise bad_request(20001, f"{name} must be from {low} to {high}.")
    return {name: values[0] for name, values in form.items() if values and values[0]}
