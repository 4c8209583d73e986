"""A conversation and its turns: our transcript is the record, whatever any dialogue engine remembers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from arrears.domain.calls import BACK_ON_THE_LINE
from arrears.domain.card_payments import CAME
from arrears.domain.ids import (
    CaseId,
    ContactPointId,
    ConversationId,
    MessageId,
    OutreachId,
    PersonId,
    TurnId,
)
from arrears.domain.people import Channel, Language

IDLE_CLOSES = timedelta(days=3)
"""A message after this much silence opens a new conversation."""


class Speaker(StrEnum):
    """Who said a turn."""

    BORROWER = "borrower"
    BOT = "bot"
    SUPERVISOR = "supervisor"


class Stage(StrEnum):
    """Where a conversation stands. Derived from our rows; the dialogue engine is told it each turn."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    READ_BACK = "read_back"  # an offer was read back and waits for a yes or a no
    CLOSED = "closed"  # the case has a plan


@dataclass(frozen=True, slots=True)
class Conversation:
    """One exchange with one person over one number, about one case."""

    id: ConversationId
    person_id: PersonId
    case_id: CaseId
    contact_point_id: ContactPointId
    channel: Channel
    language: Language  # the one it is held in now
    opened_at: datetime
    taken_over_by: str | None  # the user who silenced the bot


@dataclass(frozen=True, slots=True)
class Understood:
    """How the dialogue engine read a borrower's turn."""

    intent: str  # the one that leads
    confidence: float
    ranking: tuple[tuple[str, float], ...] = ()
    entities: tuple[dict[str, Any], ...] = ()
    intents: tuple[tuple[str, float], ...] = ()  # all of them, in the order of the text

    @property
    def all_intents(self) -> tuple[tuple[str, float], ...]:
        """Every intent of the text with its confidence; the one that leads is always among them."""
        named = {name for name, _ in self.intents}
        return self.intents if self.intent in named else ((self.intent, self.confidence), *self.intents)


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that was said, with why. Text is personal data."""

    id: TurnId
    conversation_id: ConversationId
    speaker: Speaker
    text: str
    language: Language
    at: datetime
    message_id: MessageId | None = None  # the inbound message it is, or answers
    outreach_id: OutreachId | None = None  # the contact that carried it
    by: str | None = None  # the supervisor who wrote it
    understood: Understood | None = None
    slots: dict[str, Any] = field(default_factory=dict)
    answered_by: tuple[dict[str, Any], ...] = ()  # action, policy, confidence
    offer_bounds: dict[str, Any] | None = None
    latency_ms: float | None = None  # from receipt to the recorded answer, machine time
    heard: str | None = None  # how much of our words on a call was heard; None: not reported, or no call

    @property
    def received(self) -> str:
        """The words that reached the other side: of ours on a call, only what was heard."""
        return self.text if self.heard is None else self.heard

    @property
    def templates(self) -> tuple[str, ...]:
        """The keys of the messages it is made of, in order."""
        return templates_in(self.answered_by)


def templates_in(answered_by: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The keys of the messages that are named in what is kept of an answer."""
    return tuple(key for entry in answered_by for key in entry.get("templates", ()))


@dataclass(frozen=True, slots=True)
class AskedTurn:
    """What the dialogue engine is told of a turn. It never learns the number or the name."""

    conversation_id: ConversationId
    message_id: MessageId
    text: str  # personal data; never starts with a slash
    language: Language
    stage: Stage
    channel: Channel


@dataclass(frozen=True, slots=True)
class AnsweredTurn:
    """What the dialogue engine gave back."""

    understood: Understood
    answered_by: tuple[dict[str, Any], ...]
    slots: dict[str, Any]
    texts: tuple[str, ...]


def in_passing(templates: Iterable[str]) -> bool:
    """Whether it is no more than the agent says in a conversation that a person holds: it answers nobody."""
    said = {*templates}
    return len(said) == 1 and said <= {BACK_ON_THE_LINE, *CAME.values()}


def overtakes(written_at: datetime, speaker: str, at: datetime, templates: Iterable[str]) -> bool:
    """Whether a later turn leaves a person's words, which wait to be spoken on a call, out of date.

    The word that a line is back does not, nor that of a card; nor what the caller had said before, and was
    only read later.
    """
    if speaker == Speaker.BOT:
        return not in_passing(templates)
    return speaker == Speaker.BORROWER and at > written_at
