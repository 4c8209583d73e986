"""A telephone call: the arcs its state may take, and what became of it.

Source of the statuses: Twilio, "Call resource" and "AnsweredBy" of answering machine detection.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from arrears.domain.ids import CallId, ContactPointId, ConversationId, OutreachId
from arrears.domain.outreach import CallOutcome
from arrears.domain.people import Language
from arrears.domain.spoken_sentences import sentences

RING_SECONDS = 30
"""How long a call of ours rings: about five times."""

TALK_LONGEST = timedelta(minutes=30)
"""Our agent ends a talk after so long."""

TRANSFER_LONGEST = timedelta(minutes=60)
"""So long may a person talk who was connected."""

CALL_LONGEST = TALK_LONGEST + TRANSFER_LONGEST
"""The carrier ends a call of ours after so long."""


class Direction(StrEnum):
    """Who began the call."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class AnsweredBy(StrEnum):
    """What took the call, as far as the carrier can tell."""

    HUMAN = "human"
    MACHINE = "machine"
    BEEP = "machine_beep"  # a machine that has greeted, and now records
    FAX = "fax"
    UNKNOWN = "unknown"


class CallState(StrEnum):
    """Where a call stands; it only goes forward."""

    DIALLING = "dialling"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class Ending(StrEnum):
    """The status with which the carrier closed the call."""

    COMPLETED = "completed"  # it was answered, by whatever
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"
    LOST = "lost"  # not the carrier's: no report came


class CallPath(StrEnum):
    """How words travel on the call."""

    RELAY = "relay"  # ConversationRelay: a WebSocket
    GATHER = "gather"  # one request a turn, where the relay cannot


@dataclass(frozen=True, slots=True)
class Call:
    """One call with somebody, whom we may not know yet."""

    id: CallId
    carrier_ref: str  # Twilio's CallSid
    direction: Direction
    outreach_id: OutreachId | None  # the contact that placed it; None: they called
    contact_point_id: (
        ContactPointId | None
    )  # None: a number that nobody's case has, and nobody identified yet
    conversation_id: ConversationId | None  # None until somebody we know is there to talk with
    language: Language
    state: CallState
    opened_at: datetime
    answered_by: AnsweredBy | None = None
    outcome: CallOutcome | None = None  # None until it has ended
    path: CallPath = CallPath.RELAY
    resumed: int = 0  # how often its line was taken up again after a drop
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    rang: bool = False
    talked: bool = False  # somebody said something
    left_words: bool = False  # a message was played to a machine
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class CallReport:
    """What one callback of the carrier says."""

    status: str  # Twilio's CallStatus
    at: datetime
    answered_by: AnsweredBy | None = None


class UnknownCallStatusError(ValueError):
    """The carrier named a call status that is not in its documentation."""

    def __init__(self, status: str) -> None:
        super().__init__(f"call status {status[:24]!r} is not known")


_STATE_OF = {
    "queued": CallState.DIALLING,
    "initiated": CallState.DIALLING,
    "ringing": CallState.RINGING,
    "in-progress": CallState.ANSWERED,
} | dict.fromkeys(Ending, CallState.ENDED)

_ORDER = list(CallState)


def call_id_for(carrier_ref: str) -> CallId:
    """Our id of the carrier's call: the same one whichever of its webhooks comes first."""
    return CallId(f"call-{carrier_ref}")


def answered_by_of(detected: str) -> AnsweredBy | None:
    """What detection says; None when it says nothing, UNKNOWN when it says what is not documented.

    Source: Twilio, "Answering machine detection", AnsweredBy.
    """
    if not detected:
        return None
    if detected == "machine_end_beep":
        return AnsweredBy.BEEP
    if detected.startswith("machine"):
        return AnsweredBy.MACHINE
    return AnsweredBy(detected) if detected in set(AnsweredBy) else AnsweredBy.UNKNOWN


def after_call_status(call: Call, report: CallReport) -> Call:
    """The call after a report; duplicates and late ones never take it back.

    What a late report still tells (it had rung before it was busy) is kept, and may change the outcome.
    Raises: UnknownCallStatusError.
    """
    if report.status not in _STATE_OF:
        raise UnknownCallStatusError(report.status)
    reached = _STATE_OF[report.status]
    ended = reached is CallState.ENDED and call.state is not CallState.ENDED
    # A call of which we heard nothing for long was closed by us; the carrier knows better.
    found = reached is CallState.ENDED and call.ending is Ending.LOST
    after = replace(
        call,
        state=max(call.state, reached, key=_ORDER.index),
        rang=call.rang or reached is CallState.RINGING,
        answered_by=call.answered_by or report.answered_by,
        answered_at=call.answered_at or (report.at if reached is CallState.ANSWERED else None),
        ended_at=report.at if ended else call.ended_at,
        ending=Ending(report.status) if ended or found else call.ending,
    )
    return settled(after)


def settled(call: Call) -> Call:
    """The call with the outcome that its facts have."""
    return replace(call, outcome=outcome_of(call))


def outcome_of(call: Call) -> CallOutcome | None:
    """What became of the call; None while it goes on, or when nobody will ever say.

    Whoever spoke was a person, whatever detection says; a machine that was told nothing is NO_MESSAGE.
    Source: 12 CFR 1006.14(b)(3) and its comments, which tell a busy signal from a call that was turned away.
    """
    if call.state is not CallState.ENDED:
        return None
    if call.talked:
        return CallOutcome.TALKED
    if call.left_words:
        return CallOutcome.VOICEMAIL
    if call.ending is Ending.COMPLETED or call.answered_at is not None:
        return _UNSPOKEN.get(call.answered_by or AnsweredBy.UNKNOWN, CallOutcome.DROPPED)
    if call.ending is Ending.BUSY:
        return CallOutcome.DECLINED if call.rang else CallOutcome.BUSY
    if call.ending is Ending.FAILED:
        return CallOutcome.UNANSWERED if call.rang else CallOutcome.NOT_IN_SERVICE
    return None if call.ending is Ending.LOST else CallOutcome.UNANSWERED


_UNSPOKEN = {
    AnsweredBy.MACHINE: CallOutcome.NO_MESSAGE,
    AnsweredBy.BEEP: CallOutcome.NO_MESSAGE,
    AnsweredBy.FAX: CallOutcome.UNANSWERED,
}


def heard_to_the_end(words: str, heard: str | None) -> bool:
    """Whether of these words at most the last sentence was cut off: they answer what they broke into.

    `heard` is None where nothing else was reported than that all was spoken.
    """
    if heard is None:
        return True
    said = sentences(words.strip())
    needed = "".join(said[:-1] or said)
    return len("".join(heard.split())) >= len("".join(needed.split()))


RESUMES = 6
"""How often a line is taken up again; a call whose line breaks more often is not worth going on with."""

BACK_ON_THE_LINE = "call.resumed"
"""The message that says so."""

_OF_THE_CALL = frozenset({BACK_ON_THE_LINE, "call.hold"})


def of_the_call(templates: Collection[str]) -> bool:
    """Whether our words were about the call alone: a yes after them, or "what?", is to those before."""
    return bool(templates) and _OF_THE_CALL.issuperset(templates)


TRY_AGAIN = frozenset({CallOutcome.UNANSWERED, CallOutcome.BUSY, CallOutcome.NO_MESSAGE})
"""Outcomes after which the policy may call once more; who turned a call away or hung up is left alone."""
