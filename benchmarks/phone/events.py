"""What the carrier noted of a call, read as turns and waits. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

type Event = dict[str, Any]

ASKED_TO_WAIT = "/answer/"
"""In the address of a request that collects an answer which took long."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance and the wait for its answer. Personal data."""

    reference: str  # by which the product stores it
    text: str
    language: str
    answer_ms: float | None  # until the first word of the answer; None where none came
    filler_ms: float | None = None  # until a word that we are at it, where one was said before

    @property
    def first_ms(self) -> float | None:
        """Until the first word of ours, whatever it was."""
        return self.answer_ms if self.filler_ms is None else self.filler_ms


def relay_turns(
    sid: str, language: str, events: Sequence[Event], fillers: frozenset[str], rate: float
) -> list[Turn]:
    """The turns of a call over the relay.

    After a filler the wait for the answer is told by the events' own times; virtual time runs at `rate`.
    """
    found: list[Turn] = []
    session, number = "", 0
    for at, event in enumerate(events):
        frame = sent(event)
        if frame.get("type") == "setup":
            session, number = frame["sessionId"], 0
        if frame.get("type") == "prompt" and frame["last"]:
            number += 1
            filler, answer = _waits(_until_next_prompt(events[at + 1 :]), fillers, rate)
            key = f"call-{sid}:{session}.{number}"
            found.append(Turn(key, frame["voicePrompt"], language, answer, filler))
    return found


def gather_turns(language: str, events: Sequence[Event], requests: Sequence[dict[str, Any]]) -> list[Turn]:
    """The turns of a call without the relay: from a request to the document that says the answer."""
    found: list[Turn] = []
    said = iter([event["text"] for event in events if event["kind"] == "says" and event["who"] == "caller"])
    for request in requests:
        if ASKED_TO_WAIT in request["url"]:
            before = found[-1]
            waited = (before.answer_ms or 0.0) + request["took_ms"]
            first = before.answer_ms if before.filler_ms is None else before.filler_ms
            found[-1] = Turn(before.reference, before.text, language, waited, first)
        elif "SpeechResult=" in request["request_body"]:
            call, turn = request["url"].split("/")[-3:-1]
            found.append(Turn(f"{call}:gather.{turn}", next(said, ""), language, request["took_ms"]))
    return found


def sessions(events: Iterable[Event]) -> int:
    """How many lines of the relay were opened."""
    return sum(sent(event).get("type") == "setup" for event in events)


def verbs(events: Iterable[Event]) -> list[str]:
    """The verbs that were run."""
    return [event["name"] for event in events if event["kind"] == "verb"]


def _waits(
    events: Iterable[Event], fillers: frozenset[str], rate: float
) -> tuple[float | None, float | None]:
    """Milliseconds to a filler, if one came first, and to the answer, if it came."""
    token: Event | None = None
    first, began = None, None
    for event in events:
        if event["kind"] == "frame in" and _frame(event).get("type") == "text":
            token = event
            if first is not None and not _is_filler(token, fillers):
                return first, first + _seconds(began, event) / rate * 1000
        elif event["kind"] == "first token" and token is not None:
            if not _is_filler(token, fillers):
                return None, event["latency_ms"]
            first, began = event["latency_ms"], event
    return first, None


def _until_next_prompt(events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        frame = sent(event)
        if frame.get("type") == "prompt" and frame["last"]:
            return
        yield event


def sent(event: Event) -> dict[str, Any]:
    """The frame that the product was sent, where the event is one that can be read."""
    return _frame(event) if event["kind"] == "frame out" else {}


def received(event: Event) -> dict[str, Any]:
    """The frame that came from the product, where the event is one."""
    return _frame(event) if event["kind"] == "frame in" else {}


def _frame(event: Event) -> dict[str, Any]:
    try:
        found = json.loads(event["frame"])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _is_filler(event: Event, fillers: frozenset[str]) -> bool:
    return _frame(event).get("token", "").strip() in fillers


def _seconds(since: Event | None, until: Event) -> float:
    if since is None:
        return 0.0
    return (datetime.fromisoformat(until["at"]) - datetime.fromisoformat(since["at"])).total_seconds()
