"""Take an inbound message in hand: lease it, and find the person and conversation it belongs to."""

from __future__ import annotations

from datetime import datetime

from arrears.contact.stopping import ends_talk, note_withdrawals
from arrears.desk import Desk
from arrears.dialogue.answering import OpenTurn, stage_of
from arrears.domain.calls import Call
from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import IDLE_CLOSES, Conversation, Speaker, Turn
from arrears.domain.ids import ConversationId, MessageId, TurnId
from arrears.domain.page_links import Visit
from arrears.domain.people import Carrier, Channel, ContactPoint
from arrears.phone.in_writing import note_details_taken_back
from arrears.phone.unrecorded import note_refusal
from arrears.store import Tx, calls, consents, effects, inbound, links, people
from arrears.store import conversations as conversation_rows
from arrears.store import outreach as outreach_rows
from arrears.store.inbound import Inbound, InboundState

TRIES = 5
"""How often the engine is asked about a message before we apologise and call a person."""


def open_turn(desk: Desk, message_id: MessageId) -> OpenTurn | None:
    """The message, held for this worker, in its conversation.

    None when another worker holds it, an earlier message of the sender comes first, it is answered, or
    the number is nobody's we know (it is then left for a person, and not answered).
    """
    now, machine_now = desk.clock.now(), desk.machine_clock.now()
    with desk.store.write() as tx:
        message = inbound.lease(tx, message_id, machine_now)
        if message is None:
            return None
        points = people.contact_points_at(tx, message.sender)
        if not points:
            inbound.finish(tx, message_id, InboundState.FAILED)
            return None
        # Everyone at the number, always in the same order: two stops at shared numbers would else wait for
        # each other.
        for person_id in sorted({point.person_id for point in points}):
            people.lock_person(tx, person_id)
        conversation = _conversation_of(tx, message, points[0], now)
        if conversation is None:
            inbound.finish(tx, message_id, InboundState.FAILED)
            return None
        inbound.place(tx, message_id, conversation.id)
        stopped = note_withdrawals(tx, conversation, message_id, message.text, message.received_at)
        note_refusal(tx, conversation, message.text, message.received_at)
        note_details_taken_back(tx, conversation, message_id, message.text, message.received_at)
        return OpenTurn(
            message_id=message_id,
            text=message.text,
            received_at=message.received_at,
            taken_at=machine_now,
            conversation=conversation,
            stage=stage_of(tx, conversation, now),
            in_crisis=SpecialStatus.SELF_HARM in _standing(tx, conversation),
            ends_texts=ends_talk(stopped, conversation.channel),
            answered_before=bool(effects.results_of(tx, message_id)),
            tries_left=TRIES - message.attempts,
        )


def _standing(tx: Tx, conversation: Conversation) -> frozenset[SpecialStatus]:
    return consents.statuses_for(
        tx, conversation.person_id, conversation.case_id, conversation.contact_point_id
    )


def _conversation_of(tx: Tx, message: Inbound, point: ContactPoint, now: datetime) -> Conversation | None:
    """A text is said over its number, a message of the web chat in its visit, an utterance on its call."""
    within: Visit | Call | None
    if message.carrier is Carrier.WEB:
        within = links.visit_of_message(tx, message.provider_ref)
    elif message.carrier is Carrier.CALL:
        within = calls.find(tx, calls.call_id_in(message.provider_ref))
    else:
        return _conversation(tx, point, message.id, now)
    if within is None or within.conversation_id is None:
        return None
    return conversation_rows.load(tx, within.conversation_id)


def _conversation(tx: Tx, point: ContactPoint, message_id: MessageId, now: datetime) -> Conversation:
    """The live conversation over this number, or a new one about the case we last wrote about."""
    live = conversation_rows.live_one(tx, point.id, Channel.SMS, now)
    if live is not None and not _about_another_case(tx, live):
        return live
    person = people.lock_person(tx, point.person_id)
    opened = Conversation(
        id=ConversationId(f"conversation-{message_id}"),
        person_id=person.id,
        case_id=people.case_in_question(tx, point),
        contact_point_id=point.id,
        channel=Channel.SMS,
        language=person.language,
        opened_at=now,
        taken_over_by=None,
    )
    conversation_rows.open_one(tx, opened)
    _quote_our_text(tx, opened)
    return opened


def _about_another_case(tx: Tx, live: Conversation) -> bool:
    """Whether our last text was about another loan than the one that was talked about before it."""
    heard_at = conversation_rows.last_borrower_turn_at(tx, live.id) or live.opened_at
    ours = outreach_rows.last_unprompted(tx, live.contact_point_id, heard_at)
    return live.taken_over_by is None and ours is not None and ours[0].case_id != live.case_id


def _quote_our_text(tx: Tx, opened: Conversation) -> None:
    """The text they answer begins the transcript."""
    ours = outreach_rows.last_unprompted(tx, opened.contact_point_id, opened.opened_at - IDLE_CLOSES)
    if ours is None:
        return
    row, sent_at = ours
    turn = Turn(
        id=TurnId(f"turn-{row.id}"),
        conversation_id=opened.id,
        speaker=Speaker.BOT,
        text=row.body,
        language=row.language,
        at=sent_at,
        outreach_id=row.id,
        answered_by=({"name": "outreach", "step": row.step},),
    )
    conversation_rows.append_turn(tx, turn)
