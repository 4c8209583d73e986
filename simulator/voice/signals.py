"""What may happen to a live call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.webhooks import Answer


@dataclass(frozen=True, slots=True)
class Spoke:
    """The caller said something; what is not final may still change."""

    text: str
    final: bool = True


@dataclass(frozen=True, slots=True)
class Pressed:
    """The caller pressed one key."""

    digit: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The product answered the request with the token."""

    token: object
    answer: Answer


@dataclass(frozen=True, slots=True)
class Nudged:
    """Something that waits in the line may be due: look again."""


@dataclass(frozen=True, slots=True)
class Paid:
    """How the caller got through a payment by keypad."""

    result: str
    card: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The relay's socket is open."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The product's frame on the relay's socket."""

    data: str | bytes


@dataclass(frozen=True, slots=True)
class Closed:
    """The relay's socket is closed, or was never opened."""

    code: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Leg:
    """What happened to the other leg of a dialled call."""

    what: Literal["ready", "ended"]


class HungUp(Exception):  # noqa: N818 (no error: it ends a course)
    """The person on the phone hung up."""


class Ended(Exception):  # noqa: N818 (the same)
    """The carrier ends the call: asked to by the product, or at its time limit."""

    def __init__(self, status: str = "completed") -> None:
        super().__init__(status)
        self.status = status


class Redirected(Exception):  # noqa: N818 (the same)
    """The product gave the live call new instructions."""

    def __init__(self, instructions: Mapping[str, str]) -> None:
        super().__init__("redirected")
        self.instructions = instructions


class InstructionsError(Exception):
    """The call cannot go on with what the product answered; `code` is the carrier's."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code
