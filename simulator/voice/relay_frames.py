"""The frames a product may send to ConversationRelay, checked as the carrier checks them.

Source: https://www.twilio.com/docs/voice/conversationrelay/websocket-messages
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)

Interruptible = Literal["none", "dtmf", "speech", "any"] | bool


class _Frame(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Text(_Frame):
    """Words to say; `last` ends the talk cycle."""

    type: Literal["text"]
    token: str
    last: bool = False
    lang: str | None = None
    interruptible: Interruptible | None = None
    preemptible: bool | None = None


class Play(_Frame):
    """A sound to play; a loop of 0 is a thousand times."""

    type: Literal["play"]
    source: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
    loop: Annotated[int, Field(ge=0, le=1000)] = 1
    interruptible: Interruptible | None = None
    preemptible: bool = False


class SendDigits(_Frame):
    """Keys to press towards the caller."""

    type: Literal["sendDigits"]
    digits: Annotated[str, StringConstraints(pattern=r"^[0-9w#*]+$")]


class Language(_Frame):
    """Another language from now on."""

    type: Literal["language"]
    ttsLanguage: str | None = None  # noqa: N815 (as on the wire)
    transcriptionLanguage: str | None = None  # noqa: N815

    @model_validator(mode="after")
    def _one(self) -> Language:
        if not (self.ttsLanguage or self.transcriptionLanguage):
            raise ValueError("one of ttsLanguage and transcriptionLanguage is needed")
        return self


class End(_Frame):
    """End the session; `handoffData` is a string, often JSON."""

    type: Literal["end"]
    handoffData: str | None = None  # noqa: N815


Sent = Annotated[Text | Play | SendDigits | Language | End, Field(discriminator="type")]
_adapter: TypeAdapter[Sent] = TypeAdapter(Sent)


class FrameError(ValueError):
    """A frame that is none of the carrier's; the text says where, never what."""


def read(data: str | bytes) -> Text | Play | SendDigits | Language | End:
    """Check one frame. Raises: FrameError."""
    if isinstance(data, bytes):
        raise FrameError("a binary frame")
    try:
        return _adapter.validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise FrameError(f"{first['type']} at {place}" if place else first["type"]) from None
