"""Faults that a test or a person switches on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Probability = Annotated[float, Field(ge=0, le=1)]
# How a call ends up at a phone; `by_hand` rings until a person at the page or the control API answers.
Outcome = Literal[
    "human",
    "by_hand",
    "machine_start",
    "machine_end_beep",
    "machine_end_silence",
    "machine_end_other",
    "fax",
    "unknown",
    "busy",
    "declined",
    "no-answer",
    "failed",
]


class Faults(BaseModel):
    """What goes wrong from now on; counters run down, the rest stays until changed."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    webhook_duplicates: Probability = 0.0
    webhook_reorder: bool = False
    drop_status: Probability = 0.0
    drop_inbound: Probability = 0.0
    messages_429: Annotated[int, Field(ge=0)] = 0
    messages_503: Annotated[int, Field(ge=0)] = 0
    messages_503_taken: Annotated[int, Field(ge=0)] = 0
    messages_hang_s: Annotated[float, Field(ge=0, le=120)] = 0.0
    undelivered: list[str] = []
    undelivered_code: int = 30003
    call_outcomes: dict[str, Outcome] = {}
    call_outcome: Outcome = "human"
    relay_drops: Probability = 0.0

    def outcome(self, number: str) -> Outcome:
        """What becomes of a call to the number."""
        return self.call_outcomes.get(number, self.call_outcome)

    def take(self, counter: Literal["messages_429", "messages_503", "messages_503_taken"]) -> bool:
        """Use up one of a counted fault; whether there was one."""
        left: int = getattr(self, counter)
        if left:
            setattr(self, counter, left - 1)
        return bool(left)
