"""The only translator between Rasa's tracker, a dictionary of anything, and our values."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker

from arrears.domain.ids import MessageId


@dataclass(frozen=True, slots=True)
class TrackedTurn:
    """What an action needs of the tracker: which message it answers, and how it was labelled."""

    message_id: MessageId
    intent: str
    confidence: float  # 0..1


def turn_from(tracker: Tracker) -> TrackedTurn:
    """The turn the tracker stands at. Raises: KeyError when the message did not come by our channel."""
    latest = tracker.latest_message
    intent = latest["intent"]
    message_id = MessageId(latest["metadata"]["message_id"])
    return TrackedTurn(message_id, str(intent["name"]), float(intent["confidence"]))
