"""Calls as a person reads them: what became of each, how long it lasted, and its recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, or_, select

from arrears.domain.calls import Call
from arrears.domain.ids import CallId, CaseId, ConversationId
from arrears.domain.recordings import HELD, Recording
from arrears.store import calls as call_rows
from arrears.store import recordings as recording_rows
from arrears.store.tables.calls import calls
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call."""

    call: Call
    recordings: tuple[Recording, ...]
    unrecorded: bool  # they do not want it recorded

    @property
    def lasted(self) -> timedelta | None:
        """From when it was taken to its end; None when nobody took it, or it goes on."""
        taken, ended = self.call.answered_at, self.call.ended_at
        return None if taken is None or ended is None else max(ended - taken, timedelta())

    @property
    def audible(self) -> tuple[Recording, ...]:
        """Those of its recordings whose sound is here."""
        return tuple(each for each in self.recordings if each.state in HELD)


def call_of(tx: Connection, conversation_id: ConversationId) -> CallLine | None:
    """The call on which the conversation is held; None when it is held otherwise."""
    call = call_rows.of_conversation(tx, conversation_id)
    return None if call is None else _line(tx, call)


def calls_of_case(tx: Connection, case_id: CaseId) -> tuple[CallLine, ...]:
    """Every call about the case, taken or not, the latest first."""
    about: ColumnElement[bool] = or_(outreach.c.case_id == case_id, conversations.c.case_id == case_id)
    query = (
        select(calls.c.id)
        .outerjoin(outreach, outreach.c.id == calls.c.outreach_id)
        .outerjoin(conversations, conversations.c.id == calls.c.conversation_id)
        .where(about)
        .order_by(calls.c.opened_at.desc(), calls.c.id)
    )
    return tuple(_line(tx, call_rows.load(tx, CallId(found))) for found in tx.execute(query).scalars())


def _line(tx: Connection, call: Call) -> CallLine:
    return CallLine(call, recording_rows.of_call(tx, call.id), recording_rows.is_refused(tx, call.id))
