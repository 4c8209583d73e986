"""Somebody calls us: the one person who has the number is talked with, anybody else says who they are."""

from __future__ import annotations

from dataclasses import replace

from arrears.desk import Desk
from arrears.domain.call_scripts import CallScript, Converse, Identify, Silent
from arrears.domain.calls import Call, CallState, Direction, call_id_for
from arrears.domain.conversations import Conversation
from arrears.domain.people import ContactPoint, Language
from arrears.phone.calling import answered_now, greet, kept, locked_call, open_conversation, who_is_it
from arrears.store import Tx, calls, conversations, people


def take_call(desk: Desk, carrier_ref: str, caller: str) -> CallScript:
    """What to do on a call to us; the same again when the carrier asks again.

    `caller` is the number as the carrier knows it. The opening of a Converse is a contact that is due: it is
    dispatched before it is spoken, and without leave the call is closed. Nothing is disclosed to anyone.
    """
    with desk.store.write() as tx:
        point = _one_person_at(tx, caller)
        if point is not None:
            people.lock_person(tx, point.person_id)
        call = _inbound_call(tx, desk, carrier_ref, caller, point)
        if call.state is CallState.ENDED:
            return Silent()
        call = answered_now(tx, desk, call)
        token = calls.new_token(tx, call.id)
        if point is None:
            asked = who_is_it(desk, call.language)
            return Identify(call.id, token, asked.language, asked.words, asked.invitation)
        talk = _conversation(tx, desk, call, point)
        row = greet(tx, desk, call, talk, "call.inbound", step="greeting")
        return Converse(call.id, token, row.language, row.body, row.id)


def _one_person_at(tx: Tx, caller: str) -> ContactPoint | None:
    """The number of the caller where one person alone has it: who of several calls, nobody can know."""
    points = people.contact_points_at(tx, caller) if caller else ()
    return points[0] if len({point.person_id for point in points}) == 1 else None


def _inbound_call(tx: Tx, desk: Desk, carrier_ref: str, caller: str, point: ContactPoint | None) -> Call:
    language = Language.EN if point is None else people.load_person(tx, point.person_id).language
    call = Call(
        id=call_id_for(carrier_ref),
        carrier_ref=carrier_ref,
        direction=Direction.INBOUND,
        outreach_id=None,
        contact_point_id=None if point is None else point.id,
        conversation_id=None,
        language=language,
        state=CallState.RINGING,
        opened_at=desk.clock.now(),
        rang=True,
    )
    calls.open_one(tx, call, machine_now=desk.machine_clock.now(), caller=caller)
    return locked_call(tx, call.id)


def _conversation(tx: Tx, desk: Desk, call: Call, point: ContactPoint) -> Conversation:
    if call.conversation_id is not None:
        return conversations.load(tx, call.conversation_id)
    case_id = people.case_in_question(tx, point)
    talk = open_conversation(tx, desk, call, point, case_id, call.language)
    kept(tx, desk, call, replace(call, conversation_id=talk.id))
    return talk
