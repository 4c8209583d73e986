"""The only translator between Rasa's tracker, a dictionary of anything, and our values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from arrears.domain.doubts import CLASSIFIER, Label, weighed
from arrears.domain.ids import MessageId
from arrears.domain.intents import Heard, intent_named


@dataclass(frozen=True, slots=True)
class TrackedTurn:
    """What an action needs of the tracker: which message it answers, and how it was labelled."""

    message_id: MessageId
    leading: Label  # the one whose rule called the action
    others: tuple[Label, ...] = ()  # what the text says besides, in its order

    @property
    def heard(self) -> Heard:
        """The turn in the words of the services."""
        return weighed(self.message_id, self.leading, self.others)


def turn_from(tracker: Tracker) -> TrackedTurn:
    """The turn the tracker stands at; a bot that reads one intent a text names no others.

    Raises: KeyError when the message did not come by our channel.
    """
    latest = tracker.latest_message
    name, labels = str(latest["intent"]["name"]), latest.get("intents") or ()
    by = next((_by(each) for each in labels if each["name"] == name), CLASSIFIER)
    leading = Label(intent_named(name), float(latest["intent"]["confidence"]), by)
    others = tuple(
        Label(intent_named(str(each["name"])), float(each["confidence"]), _by(each))
        for each in labels
        if each["name"] != name
    )
    return TrackedTurn(MessageId(latest["metadata"]["message_id"]), leading, others)


def _by(label: Mapping[str, Any]) -> str:
    return str(label.get("decided_by", CLASSIFIER))
