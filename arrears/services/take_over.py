"""A person takes a conversation over: claims it, writes in it, clears what was noted, and hands back.

While a person holds a conversation the bot is silent. What the person writes is an outreach like any other:
compliance decides about it, and the words are judged like the bot's.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from arrears.contact.speaking import completed, for_the_ear
from arrears.desk import Desk
from arrears.dialogue.answering import party_now
from arrears.domain.approvals import APPROVED_OFFER
from arrears.domain.calls import CallState
from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import Conversation, Speaker, Turn
from arrears.domain.ids import ConversationId, HandoverId, MessageId, OutreachId, TurnId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.store import Tx, calls, consents, conversations, handovers, offers, people
from arrears.store import outreach as outreach_rows
from arrears.store.access import User
from arrears.store.evidence import append_evidence
from arrears.store.new_ids import new_id
from arrears.store.views.statuses import standing_for

LONGEST_TEXT = 1600
"""Characters a text may have. Source: Twilio, Messages resource, parameter Body."""

LONGEST_NOTE = 200

STEPPED_IN = "stepped_in"
"""Why a conversation is in the queue that nobody asked for: a supervisor chose to take it."""


class NotTheHolderError(PermissionError):
    """Somebody acts in a conversation that they have not taken over."""

    def __init__(self, conversation_id: ConversationId) -> None:
        super().__init__(f"{conversation_id} is not held by this user")


class UnusableTextError(ValueError):
    """A text or note is empty or too long."""

    def __init__(self, longest: int) -> None:
        super().__init__(f"write 1 to {longest} characters")


def claim(desk: Desk, conversation_id: ConversationId, user: User) -> bool:
    """Give the conversation to the user and silence the bot; False when someone else has it.

    A conversation that nobody waits in is put into the queue by it. Raises: LookupError.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        conversation = _locked(tx, conversation_id)
        waiting = handovers.waiting_for(tx, conversation_id) or _step_in(tx, desk, conversation)
        if waiting.claimed_by == user.id:
            return True
        if not handovers.claim(tx, waiting.id, user.id, now):
            return False
        conversations.set_takeover(tx, conversation_id, user.id)
        payload = {
            "handover": waiting.id,
            "conversation": conversation_id,
            "by": user.id,
            "reason": waiting.reason,
            **_off_the_table(tx, conversation, waiting.id, now),
        }
        append_evidence(tx, conversation.case_id, "taken_over", payload, now)
        return True


def reply(desk: Desk, conversation_id: ConversationId, user: User, text: str, key: str) -> OutreachId:
    """Plan the person's words as an outreach that is due now, with its turn in the transcript.

    On a call that goes on they are spoken, as words for the ear; once the caller has hung up, they are read.

    The same key gives the same outreach, so that a form sent twice speaks once.
    Raises: NotTheHolderError; UnusableTextError; LookupError.
    """
    text = text.strip()
    if not 0 < len(text) <= LONGEST_TEXT:
        raise UnusableTextError(LONGEST_TEXT)
    now = desk.clock.now()
    with desk.store.write() as tx:
        conversation = _held(tx, conversation_id, user)
        row = _outreach(tx, desk, conversation, text, key)
        if outreach_rows.plan(tx, row):
            if row.channel is Channel.VOICE:
                row = completed(tx, desk, row)
                # Until the line has spoken it, nobody has heard it.
                calls.keep_heard(tx, row.id, "", now)
            conversations.append_turn(tx, _turn(row, conversation, user, now))
    return row.id


def resolve(desk: Desk, conversation_id: ConversationId, user: User, note: str) -> None:
    """Close the need for a person and hand back to the bot. The note is read by colleagues, not borrowers.

    Raises: NotTheHolderError; UnusableTextError; LookupError.
    """
    note = note.strip()
    if not 0 < len(note) <= LONGEST_NOTE:
        raise UnusableTextError(LONGEST_NOTE)
    now = desk.clock.now()
    with desk.store.write() as tx:
        conversation = _held(tx, conversation_id, user)
        waiting = handovers.waiting_for(tx, conversation_id)
        if waiting is not None:
            handovers.resolve(tx, waiting.id, user.id, note, now)
        conversations.set_takeover(tx, conversation_id, None)
        need = None if waiting is None else waiting.id
        payload = {
            "handover": need,
            "conversation": conversation_id,
            "by": user.id,
            "reason": None if waiting is None else waiting.reason,
            # A turn that was in hand when the person came may have made one since, and so may one elsewhere.
            **_off_the_table(tx, conversation, need or user.id, now),
        }
        append_evidence(tx, conversation.case_id, "handed_back", payload, now)


def clear_statuses(
    desk: Desk, conversation_id: ConversationId, user: User, statuses: frozenset[SpecialStatus]
) -> int:
    """End these statuses of the conversation's person, case and number; returns how many events that took.

    A status ends in the very scope it was raised in: the person, one case, or one number.
    Raises: LookupError.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        conversation = _locked(tx, conversation_id)
        standing = standing_for(
            tx, conversation.person_id, conversation.case_id, conversation.contact_point_id
        )
        ending = [entry for entry in standing if entry.status in statuses]
        for entry in ending:
            consents.append_status(
                tx,
                conversation.person_id,
                entry.status,
                raised=False,
                key=new_id("status-cleared"),
                at=now,
                by=user.login,
                case_id=entry.case_id,
                contact_point_id=entry.contact_point_id,
            )
    return len(ending)


def _off_the_table(tx: Tx, conversation: Conversation, because: str, now: datetime) -> dict[str, object]:
    """Close what the agent has offered and nobody has agreed to: from now on a yes is to the person's words.

    Also what was offered about the case elsewhere: whoever has the call decides about the chat, too.
    `because` is the id of the need that was met, or of whoever met it: no message of theirs decided this.

    What a person has approved stays, and is read back in full before a yes counts again. As evidence.
    """
    here = offers.open_offer(tx, conversation.id)
    closed = offers.take_over(tx, conversation.case_id, MessageId(because), now, stays=APPROVED_OFFER)
    own = here.id if here is not None and here.id in closed else None
    return {"offer": own, "offers_elsewhere": [each for each in closed if each != own]}


def _locked(tx: Tx, conversation_id: ConversationId) -> Conversation:
    """The conversation, read again once its person is locked."""
    people.lock_person(tx, conversations.load(tx, conversation_id).person_id)
    return conversations.load(tx, conversation_id)


def _held(tx: Tx, conversation_id: ConversationId, user: User) -> Conversation:
    conversation = _locked(tx, conversation_id)
    if conversation.taken_over_by != user.id:
        raise NotTheHolderError(conversation_id)
    return conversation


def _step_in(tx: Tx, desk: Desk, conversation: Conversation) -> handovers.Handover:
    handover = handovers.Handover(
        id=HandoverId(new_id("handover")),
        conversation_id=conversation.id,
        case_id=conversation.case_id,
        reason=STEPPED_IN,
        urgency=5,
        opened_at=desk.clock.now(),
        claimed_by=None,
        resolved_at=None,
    )
    handovers.open_one(tx, handover)
    return handover


def _outreach(tx: Tx, desk: Desk, conversation: Conversation, text: str, key: str) -> Outreach:
    point = people.load_contact_point(tx, conversation.contact_point_id)
    digest = hashlib.sha256(f"{conversation.id} {key}".encode()).hexdigest()[:40]
    now = desk.clock.now()
    channel = conversation.channel
    row = Outreach(
        id=OutreachId(f"outreach-person-{digest}"),
        case_id=conversation.case_id,
        person_id=conversation.person_id,
        contact_point_id=point.id,
        channel=channel,
        carrier=point.carrier_over(channel),
        purpose=ContactPurpose.SUPERVISOR,
        language=conversation.language,
        body=text,
        speaks_of_debt=_presumed_debt(tx, desk, conversation),
        due_at=now,
        state=OutreachState.DUE,
        conversation_id=conversation.id,
        answers=None,
        step="supervisor",
    )
    if channel is not Channel.VOICE:
        return row
    spoken = for_the_ear(tx, desk, row, text) if is_on_the_phone(tx, conversation) else ""
    if spoken:
        return replace(row, body=spoken)
    # The call is over, or there is nothing in it for the ear: it is read.
    return replace(row, channel=Channel.SMS, carrier=point.carrier_over(Channel.SMS))


def is_on_the_phone(tx: Tx, conversation: Conversation) -> bool:
    """Whether the conversation is held on a call that goes on."""
    call = calls.of_conversation(tx, conversation.id)
    return call is not None and call.state is not CallState.ENDED


def _presumed_debt(tx: Tx, desk: Desk, conversation: Conversation) -> bool:
    """Whether the words are taken to speak of the debt, whatever they are.

    Not where a status stands: an answer to a person in distress is lawful exactly when it says nothing of
    the debt, so there the words themselves are judged.
    """
    if party_now(tx, conversation, desk.clock.now()) is None:
        return False
    return not consents.statuses_for(
        tx, conversation.person_id, conversation.case_id, conversation.contact_point_id
    )


def _turn(row: Outreach, conversation: Conversation, user: User, at: datetime) -> Turn:
    return Turn(
        id=TurnId(f"turn-{row.id}"),
        conversation_id=conversation.id,
        speaker=Speaker.SUPERVISOR,
        text=row.body,
        language=row.language,
        at=at,
        outreach_id=row.id,
        by=user.login,
    )
