"""Write the transcript of a turn, plan the reply, and mark the message answered: one transaction."""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.speaking import call_a_person, for_the_ear, may_be_said
from arrears.desk import Desk
from arrears.dialogue.answering import Answer, OpenTurn, kept_in, turn_id_of
from arrears.domain.conversations import AnsweredTurn, Speaker, Turn, Understood
from arrears.domain.ids import OutreachId, TurnId
from arrears.domain.intents import Intent
from arrears.domain.language.withdrawals.find import WithdrawalScope, withdrawals
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.wording import one_text, say
from arrears.store import Tx, answers, inbound, people
from arrears.store import conversations as conversation_rows
from arrears.store import outreach as outreach_rows
from arrears.store.inbound import InboundState


def close_turn(desk: Desk, turn: OpenTurn, answered: AnsweredTurn | None) -> OutreachId | None:
    """The reply to be dispatched, None when nothing is to be said.

    `answered` is None when no engine was asked: a carrier word, or a person holds the conversation.
    """
    with desk.store.write() as tx:
        people.lock_person(tx, turn.conversation.person_id)
        answer = kept_in(tx, turn.message_id)
        # It may have turned out meanwhile to be a piece of a card's number.
        turn = replace(turn, text=inbound.placed(tx, turn.message_id).text)
        if not conversation_rows.append_turn(tx, _borrower_turn(turn, answered)):
            # A worker that outlived its lease: another one has closed the turn.
            return answers.reply_to(tx, turn.message_id)
        if answer is not None and turn.ends_texts:
            answer = _confirmed_alone(tx, desk, turn, answered, answer)
        reply = None
        if answer is not None and answer.said:
            reply = _reply(tx, desk, turn, answer)
            outreach_rows.plan(tx, reply)
            reply, instead = may_be_said(tx, desk, reply)
            answer = answer if instead is None else Answer((instead,))
            conversation_rows.append_turn(tx, _reply_turn(desk, turn, answered, answer, reply))
        inbound.finish(tx, turn.message_id, InboundState.ANSWERED)
    return None if reply is None else reply.id


def _reply_turn(
    desk: Desk, turn: OpenTurn, answered: AnsweredTurn | None, answer: Answer, reply: Outreach
) -> Turn:
    """What is really sent, and why."""
    latency = (desk.machine_clock.now() - turn.taken_at).total_seconds() * 1000
    return Turn(
        id=TurnId(f"{turn_id_of(turn.message_id)}-reply"),
        conversation_id=turn.conversation.id,
        speaker=Speaker.BOT,
        text=reply.body,
        # The language may have been switched by this very turn.
        language=reply.language,
        at=desk.clock.now(),
        message_id=turn.message_id,
        outreach_id=reply.id,
        answered_by=_answered_by(answer, answered),
        offer_bounds=answer.bounds,
        latency_ms=round(latency, 1),
    )


def _borrower_turn(turn: OpenTurn, answered: AnsweredTurn | None) -> Turn:
    return Turn(
        id=turn_id_of(turn.message_id),
        conversation_id=turn.conversation.id,
        speaker=Speaker.BORROWER,
        text=turn.text,
        language=turn.conversation.language,
        at=turn.received_at,
        message_id=turn.message_id,
        understood=None if answered is None else answered.understood,
        slots={"stage": turn.stage} | ({} if answered is None else answered.slots),
    )


_STOP_ANSWERS = frozenset({"optout.confirmation", "optout.calls", "optout.noted", "cease.answer"})


def _confirmed_alone(
    tx: Tx, desk: Desk, turn: OpenTurn, answered: AnsweredTurn | None, answer: Answer
) -> Answer:
    """After a withdrawal one confirmation is all that is said; the rest of the text is for a person.

    Help in a crisis goes before it. Source: 47 CFR 64.1200(a)(12).
    """
    keys = {said.key for said in answer.said}
    if not keys or _purpose(turn, answer) is ContactPurpose.CRISIS:
        return answer
    if not keys <= _STOP_ANSWERS:
        talk = turn.conversation
        also = () if answered is None else _beside_the_stop(answered.understood)
        call_a_person(tx, desk, "stop_with_more", talk.id, talk.case_id, key=turn.message_id, also_said=also)
    language, channel = conversation_rows.load(tx, turn.conversation.id).language, turn.conversation.channel
    key = "optout.confirmation" if "cease.answer" in keys else _confirmation(turn)
    return Answer((say(desk.policy.catalog, language, key, channel),))


def _confirmation(turn: OpenTurn) -> str:
    """The message that confirms what their words have ended, and no more than that."""
    scopes = {each.scope for each in withdrawals(turn.text)}
    calls_alone = turn.conversation.channel is Channel.VOICE and scopes == {WithdrawalScope.CALLS}
    return "optout.calls" if calls_alone else "optout.confirmation"


def _beside_the_stop(understood: Understood) -> tuple[str, ...]:
    stops = (Intent.STOP_TEXTS, Intent.CEASE_CONTACT)
    return tuple(name for name, _ in understood.all_intents if name not in stops)


def _answered_by(answer: Answer, answered: AnsweredTurn | None) -> tuple[dict[str, object], ...]:
    templates = [said.key for said in answer.said]
    actions = () if answered is None else answered.answered_by
    return (*actions, {"templates": templates})


def _reply(tx: Tx, desk: Desk, turn: OpenTurn, answer: Answer) -> Outreach:
    point = people.load_contact_point(tx, turn.conversation.contact_point_id)
    conversation = conversation_rows.load(tx, turn.conversation.id)
    reply = Outreach(
        id=OutreachId(f"outreach-{turn.message_id}-reply"),
        case_id=conversation.case_id,
        person_id=conversation.person_id,
        contact_point_id=point.id,
        channel=conversation.channel,
        carrier=point.carrier_over(conversation.channel),
        purpose=_purpose(turn, answer),
        language=conversation.language,
        body=one_text(conversation.language, (said.text for said in answer.said)),
        speaks_of_debt=any(said.speaks_of_debt for said in answer.said),
        due_at=desk.clock.now(),
        state=OutreachState.DUE,
        conversation_id=conversation.id,
        answers=turn.message_id,
        step="reply",
    )
    return replace(reply, body=for_the_ear(tx, desk, reply, reply.body))


def _purpose(turn: OpenTurn, answer: Answer) -> ContactPurpose:
    keys = {said.key for said in answer.said}
    if any(key.startswith("crisis.") for key in keys):
        return ContactPurpose.CRISIS
    if keys == {"optout.confirmation"} and not _ends_the_channel(turn):
        return ContactPurpose.REPLY
    if keys in ({"optout.confirmation"}, {"optout.calls"}, {"cease.answer"}):
        return ContactPurpose.OPT_OUT_CONFIRMATION
    return ContactPurpose.REPLY


def _ends_the_channel(turn: OpenTurn) -> bool:
    """Whether what the words withdraw governs the answer too: a stop of texts leaves a web chat open."""
    match turn.conversation.channel:
        case Channel.SMS:
            return True
        case Channel.VOICE:
            return turn.ends_texts
        case _:
            return any(each.scope is WithdrawalScope.EVERYTHING for each in withdrawals(turn.text))
