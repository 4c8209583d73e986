"""The line of one live call: what was said and heard on it, and what the caller is about to say."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from simulator.clock import VirtualClock, iso
from simulator.voice.signals import Pressed, Spoke
from simulator.voice.speech import Pace, Utterance


@dataclass(slots=True)
class Barge:
    """What the caller says into the carrier's words, once so many characters of them were out."""

    text: str
    after_chars: int
    armed: bool = False  # the words it breaks into have begun


@dataclass(slots=True)
class Line:
    """Record and inputs. `events` are for people and programs that look on; nothing is ever taken away."""

    clock: VirtualClock
    pace: Pace
    quiet: Callable[[], None] = lambda: None  # it is the caller's turn
    events: list[dict[str, Any]] = field(default_factory=list)
    turns: deque[Spoke | Pressed] = field(default_factory=deque)
    barge: Barge | None = None
    speech: Utterance | None = None
    listening: bool = False
    _said: dict[str, Any] = field(default_factory=dict)

    def record(self, who: str, kind: str, **what: object) -> dict[str, Any]:
        """Add an event; `who` is agent, caller or carrier."""
        event = {"number": len(self.events), "at": iso(self.clock.now), "who": who, "kind": kind, **what}
        self.events.append(event)
        return event

    def now(self) -> datetime:
        """The virtual instant."""
        return self.clock.now

    def say(self, text: str, seconds: float | None = None, **what: object) -> Utterance:
        """Have the carrier say words, after those it is still saying."""
        if self.speech is None:
            self.speech = Utterance(self.now, self.pace)
            self._said = self.record("agent", "says", text="", heard=None, **what)
        self.speech.add(text, seconds)
        self._said["text"] = self.speech.text
        return self.speech

    def unanswered(self) -> list[str]:
        """What was heard of the carrier's words since the caller last said something."""
        found: list[str] = []
        for event in reversed(self.events):
            if event["who"] == "caller":
                break
            if event["kind"] == "heard" and event["text"].strip():
                found.append(event["text"])
        return found[::-1]

    @property
    def speaking(self) -> bool:
        """Whether words are being said to the caller."""
        return self.speech is not None and self.speech.remaining_s > 0

    @property
    def silent(self) -> bool:
        """Whether the caller hears nothing at all."""
        return not self.speaking or self._said.get("sound") == "silence"

    def hush(self) -> str:
        """Say nothing more; what was heard of the last words."""
        if self.speech is None:
            return ""
        text, heard, self.speech = self.speech.text, self.speech.heard, None
        self._said["heard"] = heard
        self.record("agent", "heard", of=self._said["number"], text=heard, cut=heard != text)
        return heard

    def next_turn(self) -> Spoke | Pressed | None:
        """What the caller has been waiting to say or press, or came too late to say into it."""
        if self.barge is not None and self.barge.armed and self.speech is None:
            text, self.barge = self.barge.text, None
            return Spoke(text)
        return self.turns.popleft() if self.turns else None

    def barge_due_s(self) -> float | None:
        """Seconds until the caller speaks into what is being said; None when they do not mean to."""
        if self.barge is None or self.speech is None:
            return None
        self.barge.armed = True
        return self.speech.seconds_to(self.barge.after_chars)

    def take_barge(self) -> Spoke | None:
        """What the caller says into it now, if it is time."""
        due = self.barge_due_s()
        if due is None or due > 0:
            return None
        assert self.barge is not None  # noqa: S101 (barge_due_s says so)
        text, self.barge = self.barge.text, None
        return Spoke(text)
