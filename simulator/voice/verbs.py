"""The plain verbs, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable

from simulator.voice.dial import dial
from simulator.voice.engine import Engine, nothing_heard
from simulator.voice.gather import gather
from simulator.voice.instructions import document as fetch
from simulator.voice.pay import pay
from simulator.voice.process import Course
from simulator.voice.prompts import prompt
from simulator.voice.record import record
from simulator.voice.relay import connect
from simulator.voice.signals import Ended
from simulator.voice.twiml import Document, Verb

# Verbs that are run before an inbound call is answered.
UNANSWERED = frozenset({"Reject", "Pause", "Redirect"})
NOT_SIMULATED = 12200


def speak(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Say, Play and Pause: nobody listens."""
    yield from prompt(engine, verb, nothing_heard, document.url)
    return None


def hang_up(_: Engine, __: Verb, ___: Document) -> Course[Document | None]:
    """End the call."""
    raise Ended
    yield  # makes it a course, as the table wants


def reject(engine: Engine, verb: Verb, _: Document) -> Course[Document | None]:
    """Turn an inbound call away that was not answered; afterwards it is a hang-up."""
    busy = verb.get("reason") == "busy"
    raise Ended("completed" if engine.call.started else "busy" if busy else "no-answer")
    yield  # the same


def redirect(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Go on with another document."""
    return (yield from fetch(engine, verb.text, document.url, verb.get("method")))


def start(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Start a recording beside what follows."""
    for child in verb.children:
        if child.name == "Recording":
            engine.operator.recordings.start_by_verb(engine.call, child, document.url)
        else:
            engine.operator.alert(engine.call, NOT_SIMULATED, f"Start {child.name} is not simulated")
    return None
    yield  # the same


VERBS: dict[str, Callable[[Engine, Verb, Document], Course[Document | None]]] = {
    "Say": speak,
    "Play": speak,
    "Pause": speak,
    "Gather": gather,
    "Record": record,
    "Redirect": redirect,
    "Hangup": hang_up,
    "Reject": reject,
    "Dial": dial,
    "Connect": connect,
    "Start": start,
    "Pay": pay,
}


def perform(engine: Engine, document: Document) -> Course[Document | None]:
    """Run the verbs of a document in order; a document that one of them brought takes over."""
    for verb in document.verbs:
        if verb.name not in UNANSWERED:
            engine.operator.answer_inbound(engine.call)
        engine.line.record("carrier", "verb", name=verb.name)
        run = VERBS.get(verb.name)
        if run is None:
            engine.operator.alert(engine.call, NOT_SIMULATED, f"{verb.name} is not simulated")
            continue
        following = yield from run(engine, verb, document)
        if following is not None:
            return following
    return None
