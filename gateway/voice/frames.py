"""The frames of ConversationRelay, both ways. What Twilio adds to its own without notice is accepted.

Source: Twilio, "ConversationRelay WebSocket messages".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

SILENCE = "silence"
"""Why we ended a call on which nobody spoke any more."""

TOO_LONG = "too_long"
"""Why we ended a call that had lasted as long as one may; noise alone would keep it for ever."""


class _FromTwilio(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, alias_generator=to_camel)


class Setup(_FromTwilio):
    """The line is open. Numbers and names are personal data and are not kept."""

    type: Literal["setup"]
    session_id: str = Field(max_length=64)
    call_sid: str
    custom_parameters: dict[str, str] = {}


class Prompt(_FromTwilio):
    """Something the caller said; not the last of it when it is still being spoken."""

    type: Literal["prompt"]
    voice_prompt: str  # personal data
    lang: str | None = None
    last: bool = Field(default=True, validation_alias=AliasChoices("last", "final"))


class Dtmf(_FromTwilio):
    """A key was pressed."""

    type: Literal["dtmf"]
    digit: str = Field(pattern=r"^[0-9*#A-Da-d]$")


class Interrupt(_FromTwilio):
    """The caller spoke over us, and what was being said is silenced."""

    type: Literal["interrupt"]
    utterance_until_interrupt: str = ""
    duration_until_interrupt_ms: float | None = None  # older pages of Twilio's show a string


class Trouble(_FromTwilio):
    """Twilio could not use a frame of ours, or could not speak or hear."""

    type: Literal["error"]
    description: str = ""


class Info(_FromTwilio):
    """What happens on the line: `agentSpeaking` is on or off, `tokensPlayed` names the words played."""

    type: Literal["info"]
    name: str = ""
    value: object = None


type FromTwilio = Setup | Prompt | Dtmf | Interrupt | Trouble | Info

_READER: TypeAdapter[FromTwilio] = TypeAdapter(Annotated[FromTwilio, Field(discriminator="type")])

LONGEST_FRAME = 64 * 1024
"""Characters. An utterance is about a hundred."""


class UnreadableFrameError(ValueError):
    """What came is no frame that we know; says what sort of thing is wrong, and quotes nothing."""


def frame_from(text: str) -> FromTwilio:
    """The frame. Raises: UnreadableFrameError."""
    if len(text) > LONGEST_FRAME:
        raise UnreadableFrameError("too_long")
    try:
        return _READER.validate_json(text)
    except ValidationError as error:
        raise UnreadableFrameError(error.errors(include_input=False, include_url=False)[0]["type"]) from None


class _ToTwilio(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, validate_by_name=True)


class Text(_ToTwilio):
    """Words to be spoken; the last ones end what we say."""

    type: Literal["text"] = "text"
    token: str
    last: bool = False
    lang: str | None = None
    interruptible: bool | None = None
    preemptible: bool | None = None


class Play(_ToTwilio):
    """A sound to be played."""

    type: Literal["play"] = "play"
    source: str
    loop: int = Field(default=1, ge=0)
    preemptible: bool | None = None
    interruptible: bool | None = None


class SendDigits(_ToTwilio):
    """Keys to be pressed for us."""

    type: Literal["sendDigits"] = "sendDigits"
    digits: str = Field(pattern=r"^[0-9w#*]+$")


class Switch(_ToTwilio):
    """The language that is spoken and heard from now on."""

    type: Literal["language"] = "language"
    tts_language: str = Field(min_length=2)
    transcription_language: str = Field(min_length=2)


class End(_ToTwilio):
    """Leave the line; the action URL is told the handoff data, which name nobody."""

    type: Literal["end"] = "end"
    handoff_data: str


type ToTwilio = Text | Play | SendDigits | Switch | End


def written(frame: ToTwilio) -> str:
    """The frame as it goes over the line; what is not set is left out."""
    return frame.model_dump_json(by_alias=True, exclude_none=True)
