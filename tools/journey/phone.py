"""Somebody's telephone at the simulated carrier: it is called and calls, and they speak, press and hang up.

Words take virtual time, what the product does takes real time: the clock moves only while words are said, or
while the product has nothing left to say (simulator/README.md, "Calls").
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx

from tools.world import simulated_now

PATIENCE_S = 60.0
SETTLED_S = 0.25
"""Real time in which the product ends a line on which it has nothing more to say."""

SOUNDS_S = 0.4
"""Real time for which words sound at the least: word that a voice fell silent sooner is taken for word about
what was said before (`CROSSING_S` of the gateway)."""

LONGEST_STEP_S = 60.0
"""Virtual. What is due later has nothing to do with the call."""

KEYS_WITHIN_S = 15.0
LOOK_S = 0.02
OVER = frozenset({"completed", "busy", "no-answer", "failed", "canceled"})


class LineError(RuntimeError):
    """The call did not go on; the message says what was awaited."""


class Phone:
    """One phone, and the call that was last on it."""

    def __init__(self, simulator: httpx.Client, number: str) -> None:
        self._simulator, self._number = simulator, number
        self.sid: str | None = None
        self._told = 0  # events that `news` has told
        self._last_frame = (-1, 0.0)  # its number, and when we saw it

    # Who answers, and who calls

    def expect(self, outcome: str) -> None:
        """What becomes of the calls to the phone from now on (simulator/README.md, "Who answers")."""
        self._post(f"/phones/{self._number}/answers", outcome=outcome)

    def calls(self, *, live: bool = False) -> list[dict[str, Any]]:
        """Calls with the phone, the newest first."""
        query = {"phone": self._number, "live": live}
        return list(self._simulator.get("/calls", params=query).raise_for_status().json())

    def call(self) -> None:
        """Call the product, and listen to its first words."""
        self.turn_to(str(self._post(f"/phones/{self._number}/call")["sid"]))

    def turn_to(self, sid: str) -> None:
        """From now on it is about this call of the phone."""
        self.sid, self._told, self._last_frame = sid, 0, (-1, 0.0)

    def answer(self) -> None:
        """Pick up the phone that is about to ring. Raises: LineError."""
        self.play(lambda call: call["rings"] or call["status"] in OVER)
        self._post(f"/calls/{self.sid}/answer")

    # On the call

    @property
    def live(self) -> bool:
        """Whether there is a call on which something can be said."""
        return self.sid is not None and self.state()["status"] not in OVER

    def state(self) -> dict[str, Any]:
        """The call as the carrier sees it, with everything that happened on the line."""
        found: dict[str, Any] = self._simulator.get(f"/calls/{self.sid}").raise_for_status().json()
        return found

    def turn(self) -> bool:
        """Listen until it is our turn; False once the call is over. Raises: LineError."""
        while True:
            self.play(lambda call: call["status"] in OVER or _is_our_turn(call))
            if not self.live:
                return False
            time.sleep(SETTLED_S)
            if not self._busy() and _is_our_turn(self.state()):
                return True

    def say(self, text: str) -> None:
        """Say something, in our turn."""
        self._do("say", text=text)

    def press(self, keys: str, *, wait: bool = True) -> None:
        """Press keys, in our turn, and wait until the product has acted on them. Raises: LineError."""
        before = len(self.state()["events"])
        self._do("press", digits=keys)
        if not wait:
            return
        self._await(_has_acted, before, KEYS_WITHIN_S)

    def interrupt(self, text: str, after: int, into: str = "") -> None:
        """Say something into the product's words, once so many of their characters were out.

        `into`: the words, where others may be said before them.
        """
        speaking = str(self.state()["speaking"] or "")
        place = max(0, speaking.find(into[:8])) if into else 0
        self._do("interrupt", text=text, after_chars=place + after)

    def drop(self) -> None:
        """Have the line cut, and wait until the carrier has noticed. Raises: LineError."""
        before = len(self.state()["events"])
        self._do("drop")
        self._await(lambda event: event["kind"] == "session over", before, KEYS_WITHIN_S)

    def stay_silent(self, seconds: float) -> None:
        """Say nothing for so long, which passes in real time: the product's patience is measured in it."""
        self._post("/clock/rate", rate=1.0)
        time.sleep(seconds)
        self._post("/clock/rate", rate=0.0)

    def hang_up(self) -> None:
        """Hang up, or decline; until everybody knows."""
        if self.live:
            self._post(f"/calls/{self.sid}/hangup")
        self.play(lambda call: call["status"] in OVER)

    def news(self) -> list[str]:
        """What was heard since we asked last, as far as it was out."""
        events = self.state()["events"] if self.sid is not None else []
        new, self._told = events[self._told :], len(events)
        return [str(each["text"]) for each in new if each["kind"] == "heard" and each["text"]]

    def play(self, until: Callable[[dict[str, Any]], bool], patience: float = PATIENCE_S) -> None:
        """Let the call go on until something holds of its state. Raises: LineError."""
        deadline = time.monotonic() + patience
        while not until(call := self.state()):
            if time.monotonic() > deadline:
                raise LineError(f"nothing more was heard on the line, which is {call['status']}")
            self._step(call)
        self._until_told()

    # The carrier

    def _step(self, call: dict[str, Any]) -> None:
        """Move the clock to what is due next, or give the product time."""
        quiet = self._simulator.get("/quiet").raise_for_status().json()
        waits = quiet["pending_webhooks"] or (quiet["pending_words"] and not call["speaking"])
        ahead = self._ahead(quiet["next_event_at"])
        waits = waits or (call["speaking"] and self._has_just_begun(call))
        if waits or ahead is None or ahead > LONGEST_STEP_S:
            time.sleep(LOOK_S)
        else:
            self._post("/clock/advance", seconds=ahead)

    def _has_just_begun(self, call: dict[str, Any]) -> bool:
        """Whether the product has ended what it says for now so lately that its voice must still sound."""
        ends = [event["number"] for event in call["events"] if event["kind"] == "frame in"]
        if not ends or not _has_acted(call["events"][ends[-1]]):
            return False
        if ends[-1] != self._last_frame[0]:
            self._last_frame = (ends[-1], time.monotonic())
        return time.monotonic() - self._last_frame[1] < SOUNDS_S

    def _ahead(self, due: str | None) -> float | None:
        if due is None:
            return None
        left = datetime.fromisoformat(due) - simulated_now(self._simulator)
        return max(0.0, left.total_seconds())

    def _busy(self) -> bool:
        return not self._simulator.get("/quiet").raise_for_status().json()["quiet"]

    def _until_told(self) -> None:
        """Until the product has answered every webhook, in real time."""
        deadline = time.monotonic() + PATIENCE_S
        while self._simulator.get("/quiet").raise_for_status().json()["pending_webhooks"]:
            if time.monotonic() > deadline:
                raise LineError("the product does not answer the carrier")
            time.sleep(LOOK_S)

    def _await(self, happens: Callable[[dict[str, Any]], bool], after: int, within_s: float) -> None:
        """Until the carrier notes such an event, in real time."""
        deadline = time.monotonic() + within_s
        while not any(happens(event) for event in self.state()["events"][after:]):
            if time.monotonic() > deadline:
                raise LineError("the product did nothing on the line")
            time.sleep(LOOK_S)

    def _do(self, what: str, **order: Any) -> None:
        self._post(f"/calls/{self.sid}/{what}", **order)

    def _post(self, path: str, **order: Any) -> dict[str, Any]:
        answer = self._simulator.post(path, json=order).raise_for_status()
        return dict(answer.json())


def _is_our_turn(call: dict[str, Any]) -> bool:
    return bool(call["listening"]) and not call["speaking"] and not call["waiting_turns"]


def _has_acted(event: dict[str, Any]) -> bool:
    """Whether the product did something. "One moment" is said with more to come, and is not it yet."""
    if event["kind"] != "frame in":
        return event["kind"] in ("verb", "session over")
    return bool(json.loads(event["frame"]).get("last", True))
