"""A talk on a line whose clock and threads are the test's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import SimpleNamespace

from arrears.domain.call_scripts import OpenedLine, SpokenAnswer
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.people import Language
from gateway.voice import frames
from gateway.voice.latencies import Latencies
from gateway.voice.patience import Manners
from gateway.voice.playing import CROSSING_S
from gateway.voice.talk import Talk
from tests.builders.store import policy

OPENING = "Hello, this is an assistant. This call may be recorded. Is this Maria?"
GREETING = OutreachId("outreach-greeting")
REPLY = OutreachId("outreach-reply")
MANNERS = Manners(lead_s=1000)
STILL_THERE, ONE_MOMENT = "Are you still there?", "One moment, please. "


@dataclass
class Threads:
    """Errands that nobody runs: what is heard waits until the test answers it."""

    language: Language = Language.EN
    busy: bool = False
    heard: list[tuple[str, str]] = field(default_factory=list)
    marked: list[tuple[str, str]] = field(default_factory=list)
    answers: list[SpokenAnswer] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # of what it was asked whether it may be said again
    again: bool = False
    allowed: bool = True

    def hear(self, key: str, text: str, language: Language, *, keyed: bool) -> None:
        self.busy = True
        self.heard.append((key, text))

    def mark(self, outreach_id: str, heard: str) -> None:
        self.marked.append((outreach_id, heard))

    def ask_again(self, said: Iterable[str]) -> None:
        self.again, self.asked = True, [*said]

    def may_repeat(self) -> bool:
        granted, self.again = self.again and self.allowed, self.again and not self.allowed
        return granted

    def due(self) -> None:
        return None

    def ready(self) -> tuple[SpokenAnswer, ...]:
        answers, self.answers = tuple(self.answers), []
        return answers

    def answer(self, *texts: str, **more: object) -> None:
        """The threads have done with everything."""
        self.busy = False
        for number, text in enumerate(texts):
            ids = {"outreach_id": OutreachId(f"{REPLY}{number or ''}"), "language": Language.EN}
            self.answers.append(SpokenAnswer(text=text, **(ids | more)))  # type: ignore[arg-type]


class Phone:
    """A talk whose clock is the test's; it begins when our opening words have been spoken."""

    def __init__(self, manners: Manners = MANNERS, *, spoken: bool = True) -> None:
        self.threads, self.latencies, self.now = Threads(), Latencies(), 100.0
        app = SimpleNamespace(desk=SimpleNamespace(policy=policy()))
        board = SimpleNamespace(app=app, manners=manners, latencies=self.latencies)
        line = OpenedLine(CallId("call-CA1"), Language.EN, OPENING, GREETING)
        self.talk = Talk(board, line, self.threads, name="VX1", now=self.now)  # type: ignore[arg-type]
        self.opening = self.tick()
        if spoken:
            self.wait_for_silence()

    def tick(self) -> list[dict]:
        return [json.loads(frames.written(frame)) for frame in self.talk.tick(self.now)]

    def wait(self, seconds: float) -> list[dict]:
        """What is sent until then, as the loop would."""
        sent, until, stood = [], self.now + seconds, 0
        while (due := self.talk.due(self.now)) is not None and due <= until and not self.talk.over:
            stood = stood + 1 if due <= self.now else 0
            assert stood < 4, "the loop spins"
            self.now = max(self.now, due)
            sent += self.tick()
        self.now = until
        return sent

    def wait_for_silence(self) -> None:
        self.frame("info", name="agentSpeaking", value="on")
        self.now += CROSSING_S
        self.frame("info", name="agentSpeaking", value="off")

    def frame(self, kind: str, **fields: object) -> list[dict]:
        self.talk.take(json.dumps({"type": kind, **fields}), self.now)
        return self.tick()

    def prompt(self, text: str, *, last: bool = True) -> list[dict]:
        return self.frame("prompt", voicePrompt=text, last=last)

    def press(self, keys: str) -> list[dict]:
        return [frame for key in keys for frame in self.frame("dtmf", digit=key)]

    def answered(self, *texts: str, **more: object) -> list[dict]:
        self.threads.answer(*texts, **more)
        return self.tick()

    def texts(self) -> list[str]:
        return [text for _, text in self.threads.heard]


def words(sent: list[dict]) -> str:
    return "".join(frame["token"] for frame in sent if frame["type"] == "text")


def kinds(sent: list[dict]) -> list[str]:
    return [frame["type"] for frame in sent]
