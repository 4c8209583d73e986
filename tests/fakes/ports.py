"""Fakes at the ports. Each passes the same contract tests as the real thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import yaml

from actions import answers, statuses
from actions.base import Answering
from actions.slots import TrackedTurn
from arrears.desk import Desk
from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.conversations import AnsweredTurn, AskedTurn, Stage, Understood
from arrears.domain.doubts import CLASSIFIER, FLOOR, PHRASE, Label
from arrears.domain.intents import Intent, first_of, intent_named
from arrears.ports import DialogueFailedError, RecorderFailedError, SendOutcome, SendResult, Sound


@dataclass
class FakeClock:
    """A clock that stands still until it is moved."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class FakeMessenger:
    """A carrier that takes everything and remembers it; `outcome` makes it behave otherwise."""

    clock: FakeClock
    outcome: SendOutcome = SendOutcome.TAKEN
    sent: list[tuple[ContactPermit, str]] = field(default_factory=list)
    before_answering: Callable[[ContactPermit], None] | None = None

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        if self.clock.now() > permit.expires_at:
            raise PermitExpiredError(permit.id)
        self.sent.append((permit, body))
        if self.before_answering is not None:
            self.before_answering(permit)
        if self.outcome is not SendOutcome.TAKEN:
            return SendResult(self.outcome, error_code="fake")
        return SendResult(SendOutcome.TAKEN, provider_ref=f"FK{len(self.sent):032d}")


assert statuses  # importing them defines the actions
RULES = Path(answers.__file__).parents[1] / "bot" / "rules"


@cache
def rules() -> dict[tuple[str, str], str]:
    """The action of each intent at each stage, as bot/rules has it."""
    found = {}
    for file in RULES.glob("*.yml"):
        for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]:
            intent, action = rule["steps"]
            condition = rule.get("condition")
            for stage in [condition[0]["slot_was_set"][0]["stage"]] if condition else Stage:
                found[intent["intent"], stage] = action["action"]
    return found


@dataclass
class ScriptedDialogue:
    """A dialogue engine told beforehand what each text means; its rules are those of bot/rules.

    Several intents of a text are joined with "+"; `leading` makes it go by another than the first of them.
    "dispute@0.6" is heard with these odds, "dispute@floor" from its floor alone, "dispute@faint" hardly.
    """

    desk: Desk
    intents: dict[str, str]
    fail_times: int = 0
    leading: str | None = None
    confidence: float = 0.9  # of the intent that leads
    asked: list[AskedTurn] = field(default_factory=list)

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        self.asked.append(message)
        if self.fail_times > 0:
            self.fail_times -= 1
            raise DialogueFailedError("the dialogue engine failed: Fake")
        labels = [_label(each) for each in self.intents.get(message.text, "out_of_scope").split("+")]
        understood = [each for each in labels if each.by != FLOOR and each.intent is not Intent.OUT_OF_SCOPE]
        first = first_of(tuple(each.intent for each in understood or labels))
        leading = next((each for each in labels if each.intent is first), labels[0])
        if leading.odds == ORDINARY:
            by = CLASSIFIER if self.confidence < 1.0 else PHRASE
            leading = replace(leading, odds=self.confidence, by=by)
        if self.leading is not None:
            leading = replace(leading, intent=intent_named(self.leading))
        name = rules()[leading.intent, message.stage]
        action = next(a for a in Answering.__subclasses__() if a.action == name)()
        others = tuple(each for each in labels if each.intent is not leading.intent)
        said = action.answer(self.desk, TrackedTurn(message.message_id, leading, others)).said
        return AnsweredTurn(
            understood=Understood(
                leading.intent,
                leading.odds,
                ((leading.intent, leading.odds),),
                (),
                tuple((each.intent, each.odds) for each in labels),
            ),
            answered_by=({"name": name, "policy": "RulePolicy", "confidence": 1.0},),
            slots={"stage": message.stage},
            texts=tuple(item.text for item in said),
        )


ORDINARY = 0.9
"""The odds of what is written without any."""


_FROM_THE_FLOOR = {FLOOR: 0.2, "faint": 0.08}
"""The odds of what the floor alone let through."""


def _label(written: str) -> Label:
    name, _, odds = written.partition("@")
    if odds in _FROM_THE_FLOOR:
        return Label(intent_named(name), _FROM_THE_FLOOR[odds], FLOOR)
    return Label(intent_named(name), float(odds or ORDINARY))


@dataclass
class FakeRecorder:
    """A carrier that records at once and remembers what it was asked; `fails` names what it does not do."""

    fails: set[str] = field(default_factory=set)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    media: bytes = b"ID3 a call"
    count: int = 0

    def start(self, call_ref: str) -> str:
        self._do("start", call_ref)
        self.count += 1
        return f"RE{self.count:032d}"

    def stop(self, call_ref: str, recording_ref: str | None) -> None:
        self._do("stop", recording_ref)

    def pause(self, call_ref: str, recording_ref: str | None) -> None:
        self._do("pause", recording_ref)

    def go_on(self, call_ref: str, recording_ref: str | None) -> None:
        self._do("go_on", recording_ref)

    def fetch(self, recording_ref: str) -> Sound:
        self._do("fetch", recording_ref)
        return Sound(self.media, "audio/mpeg")

    def delete(self, recording_ref: str) -> None:
        self._do("delete", recording_ref)

    def _do(self, what: str, ref: str | None) -> None:
        self.asked.append((what, ref))
        if what in self.fails:
            raise RecorderFailedError(what)
