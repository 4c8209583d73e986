"""Gather: what the caller says or presses, posted to the action.

Source: https://www.twilio.com/docs/voice/twiml/gather
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin

from simulator.voice.engine import Engine, nothing_heard
from simulator.voice.instructions import document as fetch
from simulator.voice.process import Course
from simulator.voice.prompts import prompt
from simulator.voice.signals import Pressed, Spoke
from simulator.voice.twiml import Document, Verb

TIMEOUT_S, AUTO_S = 5.0, 1.0
CONFIDENCE = "0.91"


@dataclass(slots=True)
class Input:
    """What has come in so far."""

    engine: Engine
    verb: Verb
    base: str | None
    digits: str = ""
    speech: str = ""
    partials: int = 0
    over: bool = False
    kinds: frozenset[str] = field(default_factory=frozenset)

    def take(self, signal: object) -> bool:
        """Take in what the caller did; whether it was input of the wanted kind."""
        if isinstance(signal, Pressed) and "dtmf" in self.kinds:
            self._press(signal.digit)
            return True
        if isinstance(signal, Spoke) and "speech" in self.kinds:
            self._hear(signal)
            return True
        self.engine.unheard(signal)
        return False

    def _press(self, digit: str) -> None:
        self.engine.line.record("caller", "presses", keys=digit)
        if digit == self.verb.attributes.get("finishOnKey", "#"):
            self.over = True
            return
        self.digits += digit
        self.over = len(self.digits) >= self.verb.number("numDigits", 10**6)

    def _hear(self, spoke: Spoke) -> None:
        if spoke.final:
            self.engine.line.record("caller", "says", text=spoke.text)
            self.speech, self.over = spoke.text, True
        elif url := self.verb.get("partialResultCallback"):
            self._report(url, spoke.text)

    def _report(self, url: str, text: str) -> None:
        found = {"UnstableSpeechResult": text, "StableSpeechResult": "", "SequenceNumber": str(self.partials)}
        self.partials += 1
        self.engine.operator.tell(self.engine.call, urljoin(self.base or "", url), found)

    @property
    def timeout_s(self) -> float:
        """How long the caller may be silent."""
        return self.verb.number("timeout", TIMEOUT_S)

    @property
    def pause_s(self) -> float:
        """The silence after which speech is taken to be over."""
        asked = self.verb.get("speechTimeout")
        return AUTO_S if asked == "auto" else self.verb.number("speechTimeout", self.timeout_s)

    def result(self) -> dict[str, str] | None:
        """What is posted; None where there was nothing and nothing is to be posted."""
        if self.speech:
            return {"SpeechResult": self.speech, "Confidence": CONFIDENCE}
        if self.digits or (self.over and "dtmf" in self.kinds):
            return {"Digits": self.digits}
        if not self.verb.true("actionOnEmptyResult"):
            return None
        return {"Digits": ""} if "dtmf" in self.kinds else {"SpeechResult": "", "Confidence": "0.0"}


def gather(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Say the nested prompts, listen, and go on at the action."""
    kinds = frozenset(verb.get("input", "dtmf").split())
    taken = Input(engine, verb, document.url, kinds=kinds)
    # A final word that comes in the middle of a prompt ends it, and the Gather.
    attend = taken.take if verb.true("bargeIn", default=True) else nothing_heard
    for child in verb.children:
        if (yield from prompt(engine, child, attend, document.url)):
            break
    while not taken.over:
        signal = yield from engine.listen(taken.timeout_s)
        if signal is None:
            break
        taken.take(signal)
    if taken.speech:
        yield from engine.idle(taken.pause_s)
    found = taken.result()
    if found is None:
        return None
    action = verb.get("action") or document.url or ""
    return (yield from fetch(engine, action, document.url, verb.get("method"), found))
