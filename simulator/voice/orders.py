"""What may be asked of the person on the phone."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from simulator.faults import Outcome
from simulator.message_form import E164

BROKEN_FRAME = '{"type":"prompt","voicePrompt":'
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class _Order(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Calling(_Order):
    """Whom to call, by default the product; `by_hand` stays on the line however silent it is."""

    to: Annotated[str, StringConstraints(pattern=E164.pattern)] | None = None
    by_hand: bool = True


class Answering(_Order):
    """What becomes of calls to this phone from now on."""

    outcome: Outcome


class Saying(_Order):
    """Words of the caller; a partial may still change; they wait for their turn unless it is `now`."""

    text: Words
    partial: bool = False
    now: bool = False


class Interrupting(_Order):
    """Words into the carrier's: at once, or when so many of its characters were out."""

    text: Words
    after_chars: Annotated[int, Field(ge=0)] | None = None


class Pressing(_Order):
    """Keys, one after another; they wait for their turn unless it is `now`."""

    digits: Annotated[str, StringConstraints(pattern=r"^[0-9*#]{1,64}$")]
    now: bool = False


class Paying(_Order):
    """How Pay ends; of the card only the last four digits are told."""

    result: str = "success"
    card: Annotated[str, StringConstraints(pattern=r"^[0-9]{12,19}$")] = "4242424242424242"


class Sending(_Order):
    """A frame for the product's socket; broken JSON by default."""

    frame: str = BROKEN_FRAME
    times: Annotated[int, Field(ge=1, le=100)] = 1
