"""A person of ours who writes while the caller is on the line: our voice reads their words out.

Nothing waits here longer than from one look at what they wrote to the next, which says anew what may be
spoken; and whoever's words come, the caller is told first. Pure; instants are in seconds of one clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from arrears.domain.call_scripts import SpokenAnswer, Written
from arrears.domain.ids import OutreachId
from gateway.voice.speaking import Piece, unheard

PAUSE_S = 1.0
"""So long after any sound of the caller nothing of a person's is begun: they may be speaking."""

COMES, GOES = "call.person_writes", "call.agent_again"
"""The messages that say who speaks from now on: a person through our voice, and the agent again."""


@dataclass(slots=True)
class Colleague:
    """Whether a person holds the conversation, what of theirs is to be spoken, and who the caller hears."""

    _stands: Written | None = None  # as of the last look
    _speaks: bool = False  # the caller takes our voice for a person's
    _since: float = float("-inf")  # what was seen before is out of date
    _begun: set[OutreachId] = field(default_factory=set)

    @property
    def holds(self) -> bool:
        """Whether a person has the word."""
        return self._stands is not None and self._stands.held

    def told(self, written: Written, looked_at: float) -> bool:
        """Take in how it stood at the instant; whether something is to be spoken."""
        if looked_at < self._since:
            return False
        if self._stands is None and written.last is not None and not written.held:
            self._speaks = True  # on an earlier line of the call; nobody has said there that they go
        self._stands = written
        return self.waits

    def overtaken(self, now: float) -> None:
        """Something else was said: only what is seen from now on may still be spoken."""
        self._since = now
        if self._stands is not None:
            self._stands = replace(self._stands, words=())

    def gives_way(self) -> bool:
        """The agent speaks; whether the caller is to be told so."""
        spoke, self._speaks = self._speaks, False
        return spoke

    @property
    def waits(self) -> bool:
        """Whether something is to be spoken."""
        return self._next() is not None

    def due(self, sound_at: float) -> float | None:
        """When the next of it may be spoken."""
        return sound_at + PAUSE_S if self.waits else None

    def take(self, sound_at: float, now: float) -> tuple[SpokenAnswer, int] | str | None:
        """What is to be spoken now, if anything: words and where to begin, or the key of a message."""
        found = self._next()
        if found is None or now < sound_at + PAUSE_S:
            return None
        if isinstance(found, str):
            self._speaks = found == COMES
            return found
        answer, heard = found
        if answer.outreach_id is not None:
            self._begun.add(answer.outreach_id)
        return answer, _start(answer, heard)

    def _next(self) -> tuple[SpokenAnswer, str] | str | None:
        """Their words between the two messages that say who speaks, also where they have left since."""
        words = () if self._stands is None else self._stands.words
        found = next((each for each in words if each[0].outreach_id not in self._begun), None)
        if (found is not None or self.holds) and not self._speaks:
            return COMES
        return GOES if found is None and self._speaks and not self.holds else found


def _start(answer: SpokenAnswer, heard: str) -> int:
    """Where to go on: at the beginning of the sentence that was cut off."""
    left = unheard((Piece(answer.text),), (Piece(answer.text[: len(heard)]),))
    return left[0].start if left else 0
