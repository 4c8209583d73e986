"""A tracker store that forgets: every message starts from an empty tracker.

The transcript and the stage of a conversation are rows of ours and arrive with each message, so a message
handled twice is answered alike, a turn costs the same at the end of a long conversation as at its start,
memory does not grow, and no utterance is written anywhere.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

_KEPT_MAX = 256  # only those between the end of a turn and the channel's reading them

_finished: OrderedDict[str, DialogueStateTracker] = OrderedDict()


class ScratchTrackerStore(TrackerStore):
    """Retrieves nothing; keeps a finished tracker until `take` fetches it."""

    def __init__(self, domain: Domain | None, event_broker: EventBroker | None = None, **kwargs: Any) -> None:
        """Accept what Rasa passes to any store; only domain and broker are used."""
        super().__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Nothing, always."""
        return None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the tracker for `take`."""
        _finished[tracker.sender_id] = tracker
        _finished.move_to_end(tracker.sender_id)
        while len(_finished) > _KEPT_MAX:
            _finished.popitem(last=False)

    async def keys(self) -> Iterable[str]:
        """The conversations not yet taken."""
        return list(_finished)


def take(conversation_id: str) -> DialogueStateTracker | None:
    """The tracker of the turn that just ended, which is then forgotten."""
    return _finished.pop(conversation_id, None)
