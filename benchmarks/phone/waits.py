"""Whole calls held at once, and how long the caller waited in each of their turns."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from benchmarks.phone.carrier import OVER, Carrier, StuckCallError
from benchmarks.phone.events import Turn, gather_turns, relay_turns, sessions, verbs
from benchmarks.phone.people import Person, sayings

CUTS = 4
"""After so many the product does without the relay."""

CALL_LIMIT_S, LINE_LIMIT_S = 900.0, 30.0
SPREAD_S = 10.0
"""Calls that are held at once begin within so many seconds."""


@dataclass(frozen=True, slots=True)
class Level:
    """So many calls at once, by one way."""

    way: str  # relay or gather
    lanes: int
    calls: int
    rate: float  # virtual seconds in a real one: a single caller may listen faster than anybody speaks

    @property
    def name(self) -> str:
        """What it is called in the results."""
        return f"{self.way}-{self.lanes}"


class Room:
    """Everybody who calls. `fillers` are the words that say that we are at it."""

    def __init__(
        self, carrier: Carrier, people: Iterable[Person], fillers: frozenset[str], seed: int
    ) -> None:
        self._carrier, self._fillers, self._dice = carrier, fillers, random.Random(seed)
        self._people = iter(people)
        self.given_up = 0  # calls that did not go on

    def hold(self, level: Level) -> list[Turn]:
        """Hold every call of the level; one that does not go on has no turns."""
        who = [next(self._people) for _ in range(level.calls)]
        delays = [self._dice.uniform(0, SPREAD_S) if at < level.lanes > 1 else 0.0 for at in range(len(who))]
        with self._carrier.running(level.rate), ThreadPoolExecutor(level.lanes) as lanes:
            held = lanes.map(lambda each: self._tried(*each, level), zip(who, delays, strict=True))
            return [turn for turns in held for turn in turns]

    def _tried(self, person: Person, delay: float, level: Level) -> list[Turn]:
        try:
            return self._call(person, delay, level)
        except StuckCallError:
            self.given_up += 1
            return []

    def _call(self, person: Person, delay: float, level: Level) -> list[Turn]:
        time.sleep(delay)
        sid = self._carrier.place(person.phone)
        if level.way == "gather":
            self._without_relay(sid)
        today = datetime.fromisoformat(self._carrier.get("/clock")["now"]).date()
        for text in sayings(person, today):
            self._carrier.tries(f"/calls/{sid}/say", text=text)
        self._carrier.wait(sid, _has_said_all, "everything is said", CALL_LIMIT_S)
        self._carrier.tries(f"/calls/{sid}/hangup")
        call = self._carrier.wait(sid, lambda call: call["status"] in OVER, "the end", LINE_LIMIT_S)
        if level.way == "relay":
            return relay_turns(sid, person.language, call["events"], self._fillers, level.rate)
        return gather_turns(person.language, call["events"], self._requests(sid))

    def _without_relay(self, sid: str) -> None:
        """Cut the relay until the product asks for each turn by a request."""
        for cut in range(1, CUTS + 1):
            opened = f"relay {cut}"
            self._carrier.wait(
                sid,
                lambda call, cut=cut: call["relay"] and sessions(call["events"]) == cut,
                opened,
                LINE_LIMIT_S,
            )
            self._carrier.tries(f"/calls/{sid}/drop")
        self._carrier.wait(sid, lambda call: "Gather" in verbs(call["events"]), "a Gather", LINE_LIMIT_S)

    def _requests(self, sid: str) -> list[dict[str, Any]]:
        """The requests for what follows a turn of the call, in order."""
        mark = f"/gather/call-{sid}/"
        return [each for each in self._carrier.get("/exchanges", direction="out") if mark in each["url"]]


def _has_said_all(call: dict[str, Any]) -> bool:
    return call["status"] in OVER or (call["waiting_turns"] == 0 and call["listening"])
