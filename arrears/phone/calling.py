"""What the services of a telephone call share: the call under lock, its conversation, its first words.

A call is a conversation of its own. Each utterance is an inbound message, each answer a contact that waits
on the line; what becomes of the call itself is the outcome of the contact that placed it.
"""

from __future__ import annotations

from arrears.contact.speaking import foreseen, may_be_said
from arrears.desk import Desk
from arrears.domain.aloud import aloud
from arrears.domain.call_scripts import Asked, Invitation
from arrears.domain.calls import (
    Call,
    CallReport,
    CallState,
    Direction,
    after_call_status,
    call_id_for,
    settled,
)
from arrears.domain.card_payments import CAME, CARD_RESULT_STEP
from arrears.domain.compliance.decision import Granted
from arrears.domain.conversations import Conversation, Speaker, Turn
from arrears.domain.ids import CallId, CaseId, ConversationId, OutreachId, TurnId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState, after_call
from arrears.domain.people import Channel, ContactPoint, Language
from arrears.domain.wording import phrase, say
from arrears.store import Tx, call_answers, calls, cases, conversations, handovers, people
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import append_evidence

AGENTS = "phone"
"""Who holds a conversation while its call is connected to a person of ours."""


def locked_call(tx: Tx, call_id: CallId) -> Call:
    """The call, read again once its person is locked: reports, stops and turns queue up behind it.

    Raises: LookupError.
    """
    call = calls.load(tx, call_id)
    if call.contact_point_id is not None:
        people.lock_person(tx, people.load_contact_point(tx, call.contact_point_id).person_id)
    return calls.lock(tx, call_id)


def outbound_call(tx: Tx, desk: Desk, outreach_id: OutreachId, carrier_ref: str) -> Call:
    """The call that the contact placed, opened when this is the first we hear of it; its person is locked.

    Raises: LookupError.
    """
    row = outreach_rows.load(tx, outreach_id)
    people.lock_person(tx, row.person_id)
    call = Call(
        id=call_id_for(carrier_ref),
        carrier_ref=carrier_ref,
        direction=Direction.OUTBOUND,
        outreach_id=row.id,
        contact_point_id=row.contact_point_id,
        conversation_id=None,
        language=row.language,
        state=CallState.DIALLING,
        opened_at=desk.clock.now(),
    )
    calls.open_one(tx, call, machine_now=desk.machine_clock.now())
    return calls.lock(tx, call.id)


def reported(tx: Tx, desk: Desk, call: Call, report: CallReport) -> Call:
    """The call after the carrier's report, written down. Raises: UnknownCallStatusError."""
    return kept(tx, desk, call, after_call_status(call, report))


def answered_now(tx: Tx, desk: Desk, call: Call) -> Call:
    """The call that we take ourselves, or that was taken a moment ago."""
    return reported(tx, desk, call, CallReport("in-progress", desk.clock.now()))


def kept(tx: Tx, desk: Desk, before: Call, call: Call) -> Call:
    """The changed call in its row, with its outcome on the contact that placed it."""
    call = settled(call)
    calls.save(tx, call, desk.machine_clock.now())
    if call.state is CallState.ENDED and before.state is not CallState.ENDED:
        give_back(tx, call)
        calls.forget_claims(tx, call.id)
        call_answers.forget(tx, call.id)
    if call.outreach_id is not None:
        _pass_on(tx, desk, call.outreach_id, before, call)
    return call


def give_back(tx: Tx, call: Call) -> None:
    """No person of ours is on the call any more: whoever they have not talked with waits for one again."""
    if call.conversation_id is None:
        return
    if conversations.load(tx, call.conversation_id).taken_over_by != AGENTS:
        return
    conversations.set_takeover(tx, call.conversation_id, None)
    waiting = handovers.waiting_for(tx, call.conversation_id)
    if waiting is not None:
        handovers.release(tx, waiting.id, AGENTS)


def _pass_on(tx: Tx, desk: Desk, outreach_id: OutreachId, before: Call, call: Call) -> None:
    row = outreach_rows.load(tx, outreach_id)
    state = after_call(row.state, call.state is CallState.ENDED, call.outcome)
    if state is row.state and call.outcome is before.outcome:
        return
    outreach_rows.move(tx, row.id, state, provider_ref=call.carrier_ref)
    outreach_rows.note_call_outcome(tx, row.id, call.outcome)
    payload = {"outreach": row.id, "state": state, "error": None, "call_outcome": call.outcome}
    append_evidence(tx, row.case_id, "delivery", payload, desk.clock.now())


def open_conversation(
    tx: Tx,
    desk: Desk,
    call: Call,
    point: ContactPoint,
    case_id: CaseId,
    language: Language,
    *,
    suffix: str = "",
) -> Conversation:
    """The conversation on the call; `point` is the person's own number, whatever number the call has.

    With a suffix it is another one beside it, for who has failed to prove who they are.
    """
    opened = Conversation(
        id=ConversationId(f"conversation-{call.id}{suffix}"),
        person_id=point.person_id,
        case_id=case_id,
        contact_point_id=point.id,
        channel=Channel.VOICE,
        language=language,
        opened_at=desk.clock.now(),
        taken_over_by=None,
    )
    conversations.open_one(tx, opened)
    return opened


def greeting_id(call: Call, step: str) -> OutreachId:
    """The id of our first words on the call, or of those that we are back on the line."""
    return OutreachId(f"outreach-{call.id}-{step}")


def greet(
    tx: Tx, desk: Desk, call: Call, talk: Conversation, key: str, *, step: str, **values: str
) -> Outreach:
    """First words to whoever called us, or is back on the line: planned as an answer, to be dispatched.

    The same step on the same call is said once.
    """
    row = _greeting(tx, desk, call, talk, key, step, values)
    if not outreach_rows.plan(tx, row):
        return outreach_rows.load(tx, row.id)
    row, instead = may_be_said(tx, desk, row)
    begin_transcript(tx, desk, talk, row, key if instead is None else instead.key)
    return row


def may_greet(tx: Tx, desk: Desk, call: Call, talk: Conversation, key: str, *, step: str) -> bool:
    """Whether compliance would let these first words be said now; nothing is planned."""
    row = _greeting(tx, desk, call, talk, key, step, {})
    return isinstance(foreseen(tx, desk, row), Granted)


def begin_transcript(tx: Tx, desk: Desk, talk: Conversation, row: Outreach, key: str) -> None:
    """The words of the contact as a turn of ours."""
    turn = Turn(
        id=TurnId(f"turn-{row.id}"),
        conversation_id=talk.id,
        speaker=Speaker.BOT,
        text=row.body,
        language=row.language,
        at=desk.clock.now(),
        outreach_id=row.id,
        answered_by=({"name": "call", "step": row.step, "templates": [key]},),
    )
    conversations.append_turn(tx, turn)


def _greeting(
    tx: Tx, desk: Desk, call: Call, talk: Conversation, key: str, step: str, values: dict[str, str]
) -> Outreach:
    point = people.load_contact_point(tx, talk.contact_point_id)
    lender = cases.load_case(tx, talk.case_id).lender
    said = say(desk.policy.catalog, talk.language, key, Channel.VOICE, lender=lender, **values)
    return Outreach(
        id=greeting_id(call, step),
        case_id=talk.case_id,
        person_id=talk.person_id,
        contact_point_id=point.id,
        channel=Channel.VOICE,
        carrier=point.carrier_over(Channel.VOICE),
        purpose=ContactPurpose.REPLY,
        language=talk.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=desk.clock.now(),
        state=OutreachState.DUE,
        conversation_id=talk.id,
        answers=None,
        step=CARD_RESULT_STEP if key in CAME.values() else step,
    )


def who_is_it(desk: Desk, language: Language) -> Asked:
    """The first words to a caller whom nobody knows: in one language, with an invitation in the other."""
    catalog, other = desk.policy.catalog, next(each for each in Language if each is not language)
    invitation = Invitation(phrase(catalog, other, "call.invite"), other)
    return Asked(phrase(catalog, language, "call.identify"), language, invitation)


def closing_words(desk: Desk, language: Language, key: str = "call.closed", **values: str) -> str:
    """Neutral words before we hang up: nothing of a debt, and where a person can be reached."""
    words = phrase(desk.policy.catalog, language, key, phone=desk.policy.callback_number, **values)
    return aloud(words, language, desk.clock.now().date())
