"""A call of ours was taken: talk with a person, leave a message where one may be left, or hang up."""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.contacting import proposed_contact
from arrears.contact.speaking import judged
from arrears.desk import Desk
from arrears.domain.call_scripts import CallScript, Closed, Converse, Leave, Silent
from arrears.domain.calls import AnsweredBy, Call, CallReport, CallState
from arrears.domain.compliance.decision import Granted
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import ContactPurpose, Outreach, OutreachState
from arrears.domain.voicemails import Voicemail
from arrears.phone.calling import (
    begin_transcript,
    closing_words,
    kept,
    open_conversation,
    outbound_call,
    reported,
)
from arrears.store import Tx, calls, people
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import append_evidence

_PLACED = frozenset({OutreachState.CLAIMED, OutreachState.SENT, OutreachState.UNKNOWN})


def answer_call(
    desk: Desk, outreach_id: OutreachId, carrier_ref: str, answered_by: AnsweredBy | None
) -> CallScript:
    """What to do on the call that the contact placed; the same again when the carrier asks again.

    Compliance is asked once more when it is answered: a stop may have come, or the hours be over, since it
    was dialled. A machine is played a message once it records, where exactly that one is granted.
    Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = outbound_call(tx, desk, outreach_id, carrier_ref)
        call = reported(tx, desk, call, CallReport("in-progress", desk.clock.now(), answered_by))
        row = outreach_rows.load(tx, outreach_id)
        if call.state is CallState.ENDED or row.state not in _PLACED:
            return Silent()
        match call.answered_by:
            case AnsweredBy.BEEP:
                return _to_machine(tx, desk, call, row)
            case AnsweredBy.MACHINE | AnsweredBy.FAX:
                return Silent()
            case _:
                return _to_person(tx, desk, call, row)


def _to_person(tx: Tx, desk: Desk, call: Call, row: Outreach) -> CallScript:
    if call.conversation_id is None:
        if not _may_still_be_said(tx, desk, row):
            return Closed(closing_words(desk, row.language), row.language)
        point = people.load_contact_point(tx, row.contact_point_id)
        talk = open_conversation(tx, desk, call, point, row.case_id, row.language)
        outreach_rows.place_in(tx, row.id, talk.id)
        promised = row.purpose is ContactPurpose.CALLBACK
        begin_transcript(tx, desk, talk, row, "call.callback" if promised else "call.opening")
        call = kept(tx, desk, call, replace(call, conversation_id=talk.id))
    return Converse(call.id, calls.new_token(tx, call.id), row.language, row.body, row.id)


def _to_machine(tx: Tx, desk: Desk, call: Call, row: Outreach) -> CallScript:
    """The limited-content message where it may be left, else nothing.

    Source: 12 CFR 1006.2(j) and (d); 47 CFR 64.1200(b).
    """
    voicemail = desk.policy.voicemails.get(row.language)
    if not _may_be_left(tx, desk, row, voicemail) or voicemail is None:
        return Silent()
    if not call.left_words:
        kept(tx, desk, call, replace(call, left_words=True))
        left = {"outreach": row.id, "sound": voicemail.digest}
        append_evidence(tx, row.case_id, "voicemail", left, desk.clock.now())
    return Leave(voicemail.digest)


def _may_still_be_said(tx: Tx, desk: Desk, row: Outreach) -> bool:
    """What compliance says of the opening now that a person has answered; the decision is stored."""
    return isinstance(judged(tx, desk, row, "answered"), Granted)


def _may_be_left(tx: Tx, desk: Desk, row: Outreach, voicemail: Voicemail | None) -> bool:
    """What compliance says of the recording, or without one of our own voice; the decision is stored."""
    proposed = replace(proposed_contact(tx, desk, row), voicemail=True)
    if voicemail is not None:
        proposed = replace(
            proposed,
            text=voicemail.words,
            speaks_of_debt=False,
            natural_voice=True,
            names_person=(voicemail.person,),
        )
    return isinstance(judged(tx, desk, row, "voicemail", proposed=proposed), Granted)
