"""An outreach: a planned contact as a row, and the arcs its state may take, disorder included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from arrears.domain.ids import CaseId, ContactPointId, ConversationId, MessageId, OutreachId, PersonId
from arrears.domain.people import Carrier, Channel, Language


class ContactPurpose(StrEnum):
    """Why a contact is made; every one but OUTREACH must cite the exception it relies on."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    OUTREACH = "outreach"
    REPLY = "reply"  # the permitted answer to a message the borrower started
    OPT_OUT_CONFIRMATION = "opt_out_confirmation"
    CRISIS = "crisis"  # the crisis-line answer
    SUPERVISOR = "supervisor"  # a person's answer within a conversation they took over
    CALLBACK = "callback"  # a call-back that the person asked for
    NOTICE = "notice"  # a notice that the law requires
    CEASE_NOTICE = "cease_notice"  # what may be said once after a request to cease
    CONSENT_REQUEST = "consent_request"  # the one message that only asks for consent
    LOCATION = "location"  # asking somebody else where the person can be reached


NAMED_HOUR = "callback-named"
"""The step of a call back at the very hour that the person named."""


class OutreachState(StrEnum):
    """Where a planned contact stands."""

    DUE = "due"
    CLAIMED = "claimed"  # a permit is stored; the carrier call may have happened
    REFUSED = "refused"
    SENT = "sent"  # the carrier took it
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"  # the carrier refused it; it did not reach the person
    UNKNOWN = "unknown"  # claimed, and no outcome came back: for a person, never re-sent by a machine


class CallOutcome(StrEnum):
    """What became of a call, by the carrier's account."""

    TALKED = "talked"  # a conversation took place
    DROPPED = "dropped"  # answered, then cut off
    VOICEMAIL = "voicemail"  # a message was left
    NO_MESSAGE = "no_message"  # a machine answered and we chose to leave nothing
    UNANSWERED = "unanswered"  # it rang
    BUSY = "busy"  # no ringing
    DECLINED = "declined"  # busy after ringing
    NOT_IN_SERVICE = "not_in_service"


TERMINAL = frozenset(
    {OutreachState.REFUSED, OutreachState.DELIVERED, OutreachState.UNDELIVERED, OutreachState.FAILED}
)

_RANK = {"accepted": 0, "scheduled": 0, "queued": 1, "sending": 2, "sent": 3}
_FINAL = {
    "delivered": OutreachState.DELIVERED,
    "read": OutreachState.DELIVERED,
    "undelivered": OutreachState.UNDELIVERED,
    "failed": OutreachState.FAILED,
    "canceled": OutreachState.FAILED,
}


class UnknownCarrierStatusError(ValueError):
    """The carrier named a delivery status that is not in its documentation."""

    def __init__(self, status: str) -> None:
        super().__init__(f"carrier status {status[:24]!r} is not known")


def after_carrier_status(state: OutreachState, status: str) -> OutreachState:
    """The state after a delivery callback; duplicates and late ones change nothing.

    A terminal state never goes back, whatever arrives after it: callbacks come in any order. A callback
    on a row whose outcome was lost (CLAIMED, UNKNOWN) proves that the carrier had taken it.
    Raises: UnknownCarrierStatusError.
    Source: Twilio, "Outbound message status in status callbacks".
    """
    if status in _FINAL:
        return state if state in TERMINAL else _FINAL[status]
    if status not in _RANK:
        raise UnknownCarrierStatusError(status)
    return OutreachState.SENT if state in {OutreachState.CLAIMED, OutreachState.UNKNOWN} else state


def after_call(state: OutreachState, ended: bool, outcome: CallOutcome | None) -> OutreachState:
    """The state after a report on the call that the contact placed; a terminal state never goes back.

    Whatever the carrier reports proves that it had taken the call. A call that reached nobody counts as the
    rules say of its outcome, so it is undelivered and not failed.
    """
    if state in TERMINAL:
        return state
    if not ended or outcome is None:
        return OutreachState.SENT
    return OutreachState.UNDELIVERED if outcome in _NOT_TAKEN else OutreachState.DELIVERED


_NOT_TAKEN = frozenset(
    {CallOutcome.UNANSWERED, CallOutcome.BUSY, CallOutcome.DECLINED, CallOutcome.NOT_IN_SERVICE}
)


@dataclass(frozen=True, slots=True)
class Outreach:
    """A contact that is due, or was made."""

    id: OutreachId
    case_id: CaseId
    person_id: PersonId
    contact_point_id: ContactPointId
    channel: Channel
    carrier: Carrier
    purpose: ContactPurpose
    language: Language
    body: str  # personal data: the words to be sent
    speaks_of_debt: bool  # True when the words say anything about a debt
    due_at: datetime
    state: OutreachState
    conversation_id: ConversationId | None
    answers: MessageId | None  # the inbound message this is the reply to
    step: str  # what planned it: a strategy step, or "reply"; unique with answers
