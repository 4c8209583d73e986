"""What the bot is asked, checked: a message of a conversation, or texts that are only to be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from components.text import LANGUAGES

STAGES = ("unverified", "verified", "read_back", "closed")
CHANNELS = ("sms", "web", "voice")
TEXT_MAX = 4000
BATCH_MAX = 64
"""Texts of one request to read; more would keep conversations waiting."""


class MalformedMessageError(ValueError):
    """The request's body breaks the contract; names the field, never its value."""


@dataclass(frozen=True)
class InboundMessage:
    """A message of a conversation."""

    conversation_id: str
    message_id: str
    text: str
    language: str
    stage: str
    channel: str

    @classmethod
    def parse(cls, body: object) -> InboundMessage:
        """Raises: MalformedMessageError."""
        if not isinstance(body, dict):
            raise MalformedMessageError("the body must be a JSON object")
        fields = {name: body.get(name) for name in cls.__dataclass_fields__}
        for name, value in fields.items():
            if not isinstance(value, str) or (not value.strip() and name != "text"):
                raise MalformedMessageError(f"{name} must be a string and not empty")
        _one_of("language", fields["language"], LANGUAGES)
        _one_of("stage", fields["stage"], STAGES)
        _one_of("channel", fields["channel"], CHANNELS)
        return cls(**{**fields, "text": plain_text(fields["text"])})


@dataclass(frozen=True)
class TextToRead:
    """A text and the language of its conversation, which decides where the text itself does not."""

    text: str
    language: str


def texts_to_read(body: object) -> list[TextToRead]:
    """The texts of `{"messages": [{"text", "language"}, ...]}`. Raises: MalformedMessageError."""
    messages = body.get("messages") if isinstance(body, dict) else None
    if not isinstance(messages, list) or not 0 < len(messages) <= BATCH_MAX:
        raise MalformedMessageError(f"messages must be a list of 1 to {BATCH_MAX}")
    return [_text_to_read(place, message) for place, message in enumerate(messages)]


def _text_to_read(place: int, message: object) -> TextToRead:
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise MalformedMessageError(f"messages.{place}.text must be a string")
    _one_of(f"messages.{place}.language", message.get("language"), LANGUAGES)
    return TextToRead(plain_text(message["text"]), message["language"])


def told(
    language: str, intents: Iterable[tuple[str, float]], ranking: Iterable[tuple[str, float]], decided_by: str
) -> dict[str, Any]:
    """How one text was read, as the answer tells it."""
    return {
        "language": language,
        "intents": [{"name": name, "confidence": confidence} for name, confidence in intents],
        "ranking": [{"name": name, "confidence": confidence} for name, confidence in ranking],
        "decided_by": decided_by,
    }


def _one_of(name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise MalformedMessageError(f"{name} must be one of {', '.join(allowed)}")


def plain_text(text: str) -> str:
    """The text without leading slashes, which Rasa would take for a command naming an intent."""
    text = text[:TEXT_MAX].strip()
    while text.startswith("/"):
        text = text[1:].lstrip()  # of any kind of space: one that is left would hide the next slash
    return text
