"""Protocols that have two real implementations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from arrears.domain.compliance.permit import ContactPermit
from arrears.domain.conversations import AnsweredTurn, AskedTurn
from arrears.domain.understanding import ReadText, TextToRead


class Clock(Protocol):
    """The present: the system's, or the simulator's."""

    def now(self) -> datetime:
        """An aware UTC instant."""
        ...


class SendOutcome(StrEnum):
    """What the carrier call proved."""

    TAKEN = "taken"
    NOT_SENT = "not_sent"  # proved: the carrier refused it, or was never reached
    OPTED_OUT = "opted_out"  # not sent, because the carrier holds an opt-out for the number
    UNKNOWN = "unknown"  # it may have been sent; a person decides


@dataclass(frozen=True, slots=True)
class SendResult:
    """The outcome of one carrier call."""

    outcome: SendOutcome
    provider_ref: str | None = None  # the carrier's id of the message
    error_code: str | None = None


class Messenger(Protocol):
    """A carrier of text messages: Twilio, or the lender's own gateway."""

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        """Hand the words to the carrier, once, for the permit's destination and validity period.

        Never retries when the outcome is in doubt. Raises: PermitExpiredError before any call is made;
        ValueError when the permit is for another carrier.
        """
        ...


class DialogueFailedError(RuntimeError):
    """The dialogue engine gave no usable answer."""


class Dialogue(Protocol):
    """The engine that labels a turn and lets a rule answer it: Rasa, or a scripted one in tests."""

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        """How the turn was understood and which actions answered it.

        Raises: DialogueFailedError when the engine is away, too slow, or silent.
        """
        ...


class ReadingFailedError(RuntimeError):
    """These texts could not be read; says why in words that quote none of them."""


class NoReaderError(ReadingFailedError):
    """There is nothing that could read any text; says what would help."""


class IntentReader(Protocol):
    """What tells the intents of texts and nothing else: the running bot, or its reader in a child process."""

    def read(self, texts: Sequence[TextToRead]) -> tuple[ReadText, ...]:
        """What each text says, in their order; at most READ_AT_ONCE. No conversation is touched.

        Raises: ReadingFailedError.
        """
        ...

    def close(self) -> None:
        """Let go of the connection or the process."""
        ...


@dataclass(frozen=True, slots=True)
class Sound:
    """What was recorded. Personal data."""

    media: bytes
    media_type: str  # of HTTP


class RecorderFailedError(RuntimeError):
    """The carrier did not do what was asked about a recording; says what, and nothing of the call."""


class Recorder(Protocol):
    """The carrier's recording of a live call: Twilio's, or one that only remembers what it was asked."""

    def start(self, call_ref: str) -> str:
        """Record the live call from now on; the carrier's id of it. Raises: RecorderFailedError."""
        ...

    def stop(self, call_ref: str, recording_ref: str | None) -> None:
        """End it, also one whose id is not known. Raises: RecorderFailedError."""
        ...

    def pause(self, call_ref: str, recording_ref: str | None) -> None:
        """Keep what follows out of it. Raises: RecorderFailedError."""
        ...

    def go_on(self, call_ref: str, recording_ref: str | None) -> None:
        """Record again after a pause. Raises: RecorderFailedError."""
        ...

    def fetch(self, recording_ref: str) -> Sound:
        """The whole sound of one that has ended. Raises: RecorderFailedError."""
        ...

    def delete(self, recording_ref: str) -> None:
        """Have the carrier forget it; one that is gone stays so. Raises: RecorderFailedError."""
        ...
