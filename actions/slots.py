"""The only translator between Rasa's tracker, a dictionary of anything, and our values."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker

from arrears.domain.ids import MessageId
from arrears.domain.intents import Heard, intent_named


@dataclass(frozen=True, slots=True)
class TrackedTurn:
    """What an action needs of the tracker: which message it answers, and how it was labelled."""

    message_id: MessageId
    intent: str  # the one whose rule called the action
    confidence: float  # 0..1
    others: tuple[str, ...] = ()  # what the text says besides, in its order

    @property
    def heard(self) -> Heard:
        """The turn in the words of the services."""
        others = tuple(dict.fromkeys(intent_named(name) for name in self.others))
        return Heard(self.message_id, intent_named(self.intent), self.confidence, others)


def turn_from(tracker: Tracker) -> TrackedTurn:
    """The turn the tracker stands at; a bot that reads one intent a text names no others.

    Raises: KeyError when the message did not come by our channel.
    """
    latest = tracker.latest_message
    leading = latest["intent"]
    name = str(leading["name"])
    others = (str(each["name"]) for each in latest.get("intents") or ())
    message_id = MessageId(latest["metadata"]["message_id"])
    return TrackedTurn(
        message_id, name, float(leading["confidence"]), tuple(each for each in others if each != name)
    )
