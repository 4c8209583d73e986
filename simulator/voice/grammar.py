"""What TwiML allows, read off the SDK's own classes: which element may stand where, with which attributes.

An SDK of another version brings another grammar; nothing is written down here but the values of attributes.
Source: twilio.twiml.voice_response; values from https://www.twilio.com/docs/voice/twiml
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twilio.twiml import TwiML, lower_camel
from twilio.twiml.voice_response import VoiceResponse


@dataclass(frozen=True, slots=True)
class Place:
    """An element at a place: the attributes it may have there, and the class that says what goes in it."""

    attributes: frozenset[str]
    kind: TwiML


@cache
def _children(kind: type[TwiML]) -> Mapping[str, Place]:
    places: dict[str, Place] = {}
    for name, method in vars(kind).items():
        if name.startswith("_") or not inspect.isfunction(method):
            continue
        parameters = list(inspect.signature(method).parameters.values())[1:]
        named = {each.name: "x" for each in parameters if each.kind is not each.VAR_KEYWORD}
        parent = TwiML()
        child = method(parent, **named)
        places[child.name] = Place(frozenset(child.attrs), child)
    return places


def root() -> Mapping[str, Place]:
    """What may stand in a response."""
    return _children(VoiceResponse)


def inside(place: Place) -> Mapping[str, Place]:
    """What may stand in an element."""
    return _children(type(place.kind))


_NUMBER = re.compile(r"[0-9]{1,5}")
_BOOLEAN = re.compile(r"true|false")
_INTERRUPT = re.compile(r"none|dtmf|speech|any|true|false")
_URL = re.compile(r"(https?://|/|[A-Za-z0-9_.?-])\S*")
_EVENTS = re.compile(r"((initiated|ringing|answered|completed)( |$))*")
_NUMBERS = ("timeout", "length", "loop", "num_digits", "max_length", "time_limit", "max_attempts")
_BOOLEANS = (
    "barge_in",
    "action_on_empty_result",
    "profanity_filter",
    "play_beep",
    "dtmf_detection",
    "partial_prompts",
    "preemptible",
    "answer_on_bridge",
    "hangup_on_star",
    "ignore_backchannel",
)
# By element and attribute; an element of None means every element.
_VALUES: dict[tuple[str | None, str], re.Pattern[str]] = {
    **{(None, lower_camel(name)): _NUMBER for name in _NUMBERS},
    **{(None, lower_camel(name)): _BOOLEAN for name in _BOOLEANS},
    **{(None, lower_camel(name)): _URL for name in ("action", "status_callback", "url")},
    **{
        (None, lower_camel(name)): re.compile("GET|POST")
        for name in ("method", "status_callback_method", "recording_status_callback_method")
    },
    ("Gather", "input"): re.compile(r"(dtmf|speech)( (dtmf|speech))?"),
    ("Gather", "speechTimeout"): re.compile(r"auto|[0-9]{1,3}"),
    ("Gather", "finishOnKey"): re.compile(r"[0-9#*]*"),
    ("Record", "finishOnKey"): re.compile(r"[0-9#*]*"),
    ("Play", "digits"): re.compile(r"[0-9wW#*]+"),
    ("Reject", "reason"): re.compile(r"rejected|busy"),
    ("Number", "statusCallbackEvent"): _EVENTS,
    ("Number", "sendDigits"): re.compile(r"[0-9wW#*]+"),
    ("Recording", "track"): re.compile(r"inbound|outbound|both"),
    ("Recording", "channels"): re.compile(r"mono|dual"),
    ("ConversationRelay", "url"): re.compile(r"wss?://\S+"),
    ("ConversationRelay", "interruptible"): _INTERRUPT,
    ("ConversationRelay", "welcomeGreetingInterruptible"): _INTERRUPT,
    ("ConversationRelay", "reportInputDuringAgentSpeech"): re.compile("none|dtmf|speech|any"),
    ("ConversationRelay", "interruptSensitivity"): re.compile("low|medium|high"),
    ("ConversationRelay", "ttsProvider"): re.compile("Google|Amazon|ElevenLabs"),
    ("ConversationRelay", "transcriptionProvider"): re.compile("Google|Deepgram"),
    ("ConversationRelay", "speechTimeout"): re.compile(r"auto|[0-9]{3,4}"),
    ("ConversationRelay", "events"): re.compile(r"((speaker-events|tokens-played)( |$))*"),
    ("Language", "ttsProvider"): re.compile("Google|Amazon|ElevenLabs"),
    ("Language", "transcriptionProvider"): re.compile("Google|Deepgram"),
    ("Pay", "paymentMethod"): re.compile("credit-card|ach-debit"),
    ("Pay", "tokenType"): re.compile("one-time|reusable|payment-method"),
    ("Pay", "chargeAmount"): re.compile(r"[0-9]+(\.[0-9]{1,2})?"),
}
# What an element cannot do without: an attribute, or (the empty name) its text.
REQUIRED: dict[str, str] = {
    "ConversationRelay": "url",
    "Language": "code",
    "Parameter": "name",
    "Redirect": "",
    "Number": "",
}


def allowed(element: str, attribute: str, value: str) -> bool:
    """Whether the attribute of the element may have the value; unknown ones may have any."""
    pattern = _VALUES.get((element, attribute)) or _VALUES.get((None, attribute))
    return pattern is None or pattern.fullmatch(value) is not None
