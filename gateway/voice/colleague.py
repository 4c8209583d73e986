"""A person of ours who writes while the caller is on the line: our voice reads their words out.

Pure; instants are given, in seconds of one clock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from arrears.domain.call_scripts import SpokenAnswer, Written
from arrears.domain.ids import OutreachId
from gateway.voice.speaking import Piece, unheard

PAUSE_S = 1.0
"""So long after any sound of the caller nothing of a person's is begun: they may be speaking."""

COMES, GOES = "call.person_writes", "call.agent_again"
"""The messages that say who speaks from now on: a person through our voice, and the agent again."""


@dataclass(slots=True)
class Colleague:
    """Whether a person holds the conversation, and what of theirs waits to be spoken."""

    holds: bool = False
    _waiting: deque[tuple[SpokenAnswer, int] | str] = field(default_factory=deque)
    _known: set[OutreachId] = field(default_factory=set)

    def told(self, written: Written) -> bool:
        """Take in how it stands now; whether anything is new."""
        before = len(self._waiting)
        if written.held and not self.holds:
            self._waiting.append(COMES)
        for answer, heard in written.words:
            if answer.outreach_id is not None and answer.outreach_id not in self._known:
                self._known.add(answer.outreach_id)
                self._waiting.append((answer, _start(answer, heard)))
        if self.holds and not written.held:
            self._waiting.append(GOES)
        self.holds = written.held
        return len(self._waiting) > before

    @property
    def waits(self) -> bool:
        """Whether something is still to be spoken."""
        return bool(self._waiting)

    def due(self, sound_at: float) -> float | None:
        """When the next of it may be spoken."""
        return sound_at + PAUSE_S if self._waiting else None

    def take(self, sound_at: float, now: float) -> tuple[SpokenAnswer, int] | str | None:
        """What is to be spoken now, if anything: words and where to begin, or the key of a message."""
        due = self.due(sound_at)
        return self._waiting.popleft() if due is not None and now >= due else None


def _start(answer: SpokenAnswer, heard: str) -> int:
    """Where to go on: at the beginning of the sentence that was cut off."""
    left = unheard((Piece(answer.text),), (Piece(answer.text[: len(heard)]),))
    return left[0].start if left else 0
