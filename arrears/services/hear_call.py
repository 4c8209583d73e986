"""What is said on a call: an utterance is stored like any text; its answer waits on the line to be spoken."""

from __future__ import annotations

from dataclasses import replace

from arrears.desk import Desk
from arrears.dialogue.answering import turn_id_of
from arrears.domain.call_scripts import Closed, Ends, SpokenAnswer, ends_after
from arrears.domain.calls import Call
from arrears.domain.compliance.speech.words import delivered_by
from arrears.domain.ids import CallId, MessageId, OutreachId, TurnId
from arrears.domain.offer_wording import READ_BACKS
from arrears.domain.outreach import Outreach, OutreachState
from arrears.domain.people import Carrier, Language
from arrears.domain.wording import phrase
from arrears.phone.calling import closing_words, kept, locked_call
from arrears.phone.card_pieces import without_pieces
from arrears.phone.in_writing import ASK_DETAILS
from arrears.phone.paying import READ_BACK
from arrears.store import Tx, answers, calls, cases, conversations, inbound, people
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import append_evidence
from arrears.store.inbound import InboundState

LONGEST_UTTERANCE = 1600
"""Characters that are kept of one utterance, as many as a text may have."""

_KEYS = {"0": "keypad.person", "9": "keypad.stop"}

_BINDING = READ_BACKS | {READ_BACK}

_RECORDED = frozenset({"plan.recorded", ASK_DETAILS})

_UNSAID = frozenset({OutreachState.REFUSED, OutreachState.FAILED})


def hear(desk: Desk, call_id: CallId, key: str, text: str) -> MessageId | None:
    """The stored utterance; None when there is nothing in it, or nobody we know is on the line.

    The same key on the same call is the same utterance. It is stored also when the call is over: it may be
    a stop. Raises: LookupError.
    """
    text = text.strip()[:LONGEST_UTTERANCE]
    with desk.store.read() as tx:
        call = calls.load(tx, call_id)
        sender = _sender(tx, call)
    if not text or sender is None:
        return None
    text = without_pieces(desk, call, text)
    reference = calls.message_reference(call_id, key)
    message_id, _ = inbound.receive(
        desk.store, Carrier.CALL, reference, sender=sender, text=text, at=desk.clock.now()
    )
    if not call.talked:
        # Whether or not the message is new: a crash may have come between the two.
        with desk.store.write() as tx:
            call = locked_call(tx, call_id)
            kept(tx, desk, call, replace(call, talked=True))
    return message_id


def words_of_key(desk: Desk, language: Language, digit: str) -> str | None:
    """What a key of the menu says (0 a person, 9 no more calls), to be heard like words; None for others."""
    key = _KEYS.get(digit)
    return None if key is None else phrase(desk.policy.catalog, language, key)


def spoken_answer(desk: Desk, call_id: CallId, message_id: MessageId) -> SpokenAnswer | None:
    """The answer to the utterance once it may be spoken; None while it is not there.

    Where nothing may be said to it, neutral words that end the call; empty ones where it needs no answer, or
    a person has taken the conversation over.
    Raises: LookupError.
    """
    with desk.store.read() as tx:
        language = calls.load(tx, call_id).language
        reply_id = answers.reply_to(tx, message_id)
        if reply_id is None:
            over = inbound.state_of(tx, message_id) in (InboundState.ANSWERED, InboundState.FAILED)
            return SpokenAnswer(None, "", language) if over else None
        row = outreach_rows.load(tx, reply_id)
        if row.state is OutreachState.CLAIMED:
            return None
        if row.state in _UNSAID and _is_with_a_person(tx, row):
            return SpokenAnswer(None, "", row.language)
        if row.state in _UNSAID or _waits(desk, row):
            return SpokenAnswer(None, closing_words(desk, row.language), row.language, Ends.GOODBYE)
        if row.state is OutreachState.DUE:
            return None
        said = conversations.load_turn(tx, TurnId(f"{turn_id_of(message_id)}-reply"))
        binds = not _BINDING.isdisjoint(said.templates)
        records = not _RECORDED.isdisjoint(said.templates)
        return SpokenAnswer(row.id, row.body, row.language, ends_after(said.templates), binds, records)


def closed_without_leave(desk: Desk, language: Language) -> Closed:
    """The end of a call on which we may not say what we had to say."""
    return Closed(closing_words(desk, language), language)


def mark_heard(desk: Desk, outreach_id: OutreachId, heard: str) -> None:
    """Write down how much of the words was really heard; what they bring about stays as it is.

    Disclosures that were cut off are owed again. What is reported last counts. Raises: LookupError.
    """
    now = desk.clock.now()
    with desk.store.write() as tx:
        row = outreach_rows.load(tx, outreach_id)
        people.lock_person(tx, row.person_id)
        if calls.heard_of(tx, outreach_id) == heard:
            return
        calls.keep_heard(tx, outreach_id, heard, now)
        lender = cases.load_case(tx, row.case_id).lender
        outreach_rows.note_delivers(tx, outreach_id, delivered_by(heard, lender))
        payload = {"outreach": outreach_id, "whole": heard == row.body}
        append_evidence(tx, row.case_id, "heard", payload, now, personal={"text": heard})


def _sender(tx: Tx, call: Call) -> str | None:
    """The number of the person we talk with, whatever number they call from."""
    if call.conversation_id is None:
        return None
    talk = conversations.load(tx, call.conversation_id)
    return people.load_contact_point(tx, talk.contact_point_id).address


def _is_with_a_person(tx: Tx, row: Outreach) -> bool:
    """Whether a person has taken the conversation over meanwhile: they have the word, the call goes on."""
    talk = row.conversation_id
    return talk is not None and conversations.load(tx, talk).taken_over_by is not None


def _waits(desk: Desk, row: Outreach) -> bool:
    """Whether it may only be said at another hour, which no call waits for."""
    return row.state is OutreachState.DUE and row.due_at > desk.clock.now()
