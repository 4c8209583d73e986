"""What is decided after a turn reaches the borrower: a contact in the conversation, due now, with its turn.

It is the rest of the answer to the message that asked, so it names that message and goes out as an answer
while that is recent enough to be answered; as a contact of our own initiative, with all its limits, when
it is not. The permit decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from arrears.contact.speaking import completed, may_be_said
from arrears.desk import Desk
from arrears.domain.approvals import APPROVAL_STEP
from arrears.domain.compliance.packs.status import SILENCES
from arrears.domain.compliance.rule import ANSWER_WITHIN
from arrears.domain.conversations import Conversation, Speaker, Turn
from arrears.domain.ids import MessageId, OutreachId, TurnId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.wording import Said
from arrears.store import Tx, consents, conversations, inbound, people
from arrears.store import outreach as outreach_rows


def tell(
    tx: Tx,
    desk: Desk,
    conversation: Conversation,
    said: Said,
    *,
    asked_in: MessageId,
    key: str,
    by: str | None = None,
    bounds: dict[str, Any] | None = None,
) -> OutreachId | None:
    """The planned contact with these words; None where nothing may be said and a person must see to it.

    `asked_in` is the message whose answer promised the decision, or no message where a form of the pages
    asked. `by` is the login of the person whose decision it is, None for the machine's own word. Nothing is
    said where a status stands that silences us, nor by the machine while a person holds the conversation.
    The same key is told once. The person is locked by the caller.
    """
    now = desk.clock.now()
    purpose = _purpose(tx, conversation, asked_in, by, now)
    if purpose is None:
        return None
    row = _outreach(tx, desk, conversation, said, key, purpose)
    if purpose is ContactPurpose.REPLY:
        row = replace(row, answers=asked_in)
    if not outreach_rows.plan(tx, row):
        return row.id
    row, instead = may_be_said(tx, desk, row)
    if purpose is not ContactPurpose.REPLY:
        row = completed(tx, desk, row)
    words = said if instead is None else instead
    conversations.append_turn(tx, _turn(row, words, by, bounds, now))
    return row.id


def _purpose(
    tx: Tx, conversation: Conversation, asked_in: MessageId, by: str | None, now: datetime
) -> ContactPurpose | None:
    """An answer while the message that asked is recent; a form of their pages is no message."""
    talk = conversation
    if consents.statuses_for(tx, talk.person_id, talk.case_id, talk.contact_point_id) & SILENCES.keys():
        return None
    if talk.taken_over_by is not None:
        return None if by is None else ContactPurpose.SUPERVISOR
    if talk.channel is Channel.VOICE:
        return ContactPurpose.OUTREACH  # nobody waits on the line for it
    asked_at = inbound.received_at(tx, asked_in)
    recent = asked_at is not None and now - asked_at <= ANSWER_WITHIN
    return ContactPurpose.REPLY if recent else ContactPurpose.OUTREACH


def leaves_the_chat(
    tx: Tx, desk: Desk, conversation: Conversation, asked_in: MessageId, by: str | None
) -> bool:
    """Whether it goes out as a text because chat or call was left: nobody is verified over it."""
    purpose = _purpose(tx, conversation, asked_in, by, desk.clock.now())
    return purpose is not None and _leaves_the_chat(conversation, purpose)


def _leaves_the_chat(conversation: Conversation, purpose: ContactPurpose) -> bool:
    # A web chat is answered, never begun, and a call is over: a text to their number tells them.
    return purpose is ContactPurpose.OUTREACH and conversation.channel in (Channel.WEB, Channel.VOICE)


def _outreach(
    tx: Tx, desk: Desk, conversation: Conversation, said: Said, key: str, purpose: ContactPurpose
) -> Outreach:
    point = people.load_contact_point(tx, conversation.contact_point_id)
    channel = Channel.SMS if _leaves_the_chat(conversation, purpose) else conversation.channel
    return Outreach(
        id=OutreachId(f"outreach-{key}"),
        case_id=conversation.case_id,
        person_id=conversation.person_id,
        contact_point_id=point.id,
        channel=channel,
        carrier=point.carrier_over(channel),
        purpose=purpose,
        language=conversation.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=desk.clock.now(),
        state=OutreachState.DUE,
        conversation_id=conversation.id,
        answers=None,
        step=APPROVAL_STEP,
    )


def _turn(row: Outreach, said: Said, by: str | None, bounds: dict[str, Any] | None, at: datetime) -> Turn:
    """A person signs only what goes out as theirs."""
    theirs = row.purpose is ContactPurpose.SUPERVISOR
    assert row.conversation_id is not None  # noqa: S101 - `_outreach` has just set it
    return Turn(
        id=TurnId(f"turn-{row.id}"),
        conversation_id=row.conversation_id,
        speaker=Speaker.SUPERVISOR if theirs else Speaker.BOT,
        text=row.body,
        language=row.language,
        at=at,
        outreach_id=row.id,
        by=by if theirs else None,
        answered_by=({"templates": [said.key]},),
        offer_bounds=bounds,
    )
