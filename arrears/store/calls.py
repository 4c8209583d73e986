"""Calls as rows: opened once whichever webhook comes first, moved along their arcs, opened to one line."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from arrears.domain.calls import TRY_AGAIN, AnsweredBy, Call, CallPath, CallState, Direction, Ending
from arrears.domain.ids import CallId, CaseId, ContactPointId, ConversationId, OutreachId
from arrears.domain.outreach import CallOutcome, ContactPurpose, Outreach
from arrears.domain.people import Language
from arrears.store.memory import lock_row, row_of
from arrears.store.tables.calls import call_tokens, callback_requests, calls, heard
from arrears.store.tables.contact import outreach

_ASKED_AT = select(func.max(callback_requests.c.asked_at)).where(
    callback_requests.c.case_id == bindparam("case_id")
)


def open_one(tx: Connection, call: Call, *, machine_now: datetime, caller: str | None = None) -> bool:
    """Insert the call; False when a webhook of it came before, which changes nothing."""
    if find(tx, call.id) is not None:
        return False
    try:
        with tx.begin_nested():
            tx.execute(
                insert(calls).values(
                    id=call.id,
                    carrier_ref=call.carrier_ref,
                    direction=call.direction,
                    outreach_id=call.outreach_id,
                    opened_at=call.opened_at,
                    caller=caller,
                    reported_on_machine_at=machine_now,
                    **_changing(call),
                )
            )
    except IntegrityError:
        # Another process opened the same call between our look and our insert.
        return False
    return True


def save(tx: Connection, call: Call, machine_now: datetime) -> None:
    """Bring the row up to date, and note that something was heard of the call."""
    values = {**_changing(call), "reported_on_machine_at": machine_now}
    tx.execute(update(calls).where(calls.c.id == call.id).values(values))


def find(tx: Connection, call_id: CallId) -> Call | None:
    """The call, None when there is none."""
    row = row_of(tx, calls, call_id)
    return None if row is None else _call(row)


def load(tx: Connection, call_id: CallId) -> Call:
    """The call. Raises: LookupError."""
    call = find(tx, call_id)
    if call is None:
        raise LookupError(f"no call {call_id}")
    return call


def lock(tx: Connection, call_id: CallId) -> Call:
    """The call, locked until the transaction ends; a person is locked before, never after.

    Raises: LookupError.
    """
    row = lock_row(tx, calls, call_id)
    if row is None:
        raise LookupError(f"no call {call_id}")
    return _call(row)


def of_conversation(tx: Connection, conversation_id: ConversationId) -> Call | None:
    """The call on which the conversation is held."""
    row = tx.execute(select(calls).where(calls.c.conversation_id == conversation_id)).one_or_none()
    return None if row is None else _call(row)


def message_reference(call_id: CallId, key: str) -> str:
    """How an utterance on the call is named; the same key is the same utterance."""
    return f"{call_id}:{key}"


def call_id_in(reference: str) -> CallId:
    """The call on which an utterance of that name was made."""
    return CallId(reference.partition(":")[0])


def caller_of(tx: Connection, call_id: CallId) -> str | None:
    """The number that called; personal data."""
    number: str | None = tx.execute(select(calls.c.caller).where(calls.c.id == call_id)).scalar_one_or_none()
    return number


def new_token(tx: Connection, call_id: CallId) -> str:
    """A fresh token for the call's line. Those given out before stay good until one of them is used.

    The carrier may repeat a webhook, and follow either answer.
    """
    token = secrets.token_urlsafe(24)
    tx.execute(insert(call_tokens).values(digest=_digest(token), call_id=call_id))
    return token


def redeem(tx: Connection, token: str, at: datetime) -> Call | None:
    """The call that the token opens, once; None for a wrong or used one, and when the call is over.

    Every other token of the call is used up with it.
    """
    t = call_tokens.c
    digest = _digest(token)
    if (
        tx.execute(
            update(call_tokens).where(t.digest == digest, t.used_at.is_(None)).values(used_at=at)
        ).rowcount
        == 0
    ):
        return None
    call_id = tx.execute(select(t.call_id).where(t.digest == digest)).scalar_one()
    tx.execute(update(call_tokens).where(t.call_id == call_id, t.used_at.is_(None)).values(used_at=at))
    call = load(tx, CallId(call_id))
    return None if call.state is CallState.ENDED else call


def claims_of(tx: Connection, call_id: CallId) -> list[dict[str, Any]]:
    """What a caller nobody knows has said of themselves so far, in order. Personal data."""
    claims = tx.execute(select(calls.c.claims).where(calls.c.id == call_id)).scalar_one()
    return list(claims or ())


def keep_claims(tx: Connection, call_id: CallId, claims: list[dict[str, Any]]) -> None:
    """Remember what the caller has said of themselves; none once they are known."""
    tx.execute(update(calls).where(calls.c.id == call_id).values(claims=claims or None))


def claims_from(tx: Connection, caller: str, opened_after: datetime) -> tuple[list[dict[str, Any]], ...]:
    """What callers from the number, whom nobody knows, have said since, call by call. Personal data."""
    c = calls.c
    query = select(c.caller, c.claims).where(c.opened_at > opened_after, c.claims.is_not(None))
    # The number is sealed anew in each row, so that the database cannot compare it.
    return tuple(list(row.claims) for row in tx.execute(query) if row.caller == caller)


def forget_claims(tx: Connection, call_id: CallId) -> None:
    """Keep of a caller whom nobody knows what came of their answers, and not the answers."""
    said = claims_of(tx, call_id)
    if any(entry["text"] for entry in said):
        keep_claims(tx, call_id, [{**entry, "text": ""} for entry in said])


def inbound_at(tx: Connection, conversation_id: ConversationId) -> datetime | None:
    """When the person called us, where they began the call on which the conversation is held."""
    call = of_conversation(tx, conversation_id)
    return call.opened_at if call is not None and call.direction is Direction.INBOUND else None


def silent(tx: Connection, reported_before: datetime) -> tuple[CallId, ...]:
    """Calls that have not ended and of which nothing was heard since, by machine time."""
    c = calls.c
    rows = tx.execute(
        select(c.id).where(c.state != CallState.ENDED, c.reported_on_machine_at < reported_before)
    )
    return tuple(CallId(row.id) for row in rows)


def not_taken(tx: Connection, ended_after: datetime) -> tuple[Call, ...]:
    """Calls of our own accord that ended since without anybody taking them."""
    c = calls.c
    rows = tx.execute(
        select(calls)
        .join(outreach, outreach.c.id == c.outreach_id)
        .where(
            outreach.c.purpose == ContactPurpose.OUTREACH,
            c.outcome.in_(TRY_AGAIN),
            c.ended_at > ended_after,
        )
        .order_by(c.ended_at)
    )
    return tuple(_call(row) for row in rows)


def ask_callback(tx: Connection, key: str, row: Outreach, at: datetime) -> None:
    """The person wants to be called; the contact is that call."""
    tx.execute(
        insert(callback_requests).values(
            id=key,
            person_id=row.person_id,
            case_id=row.case_id,
            contact_point_id=row.contact_point_id,
            outreach_id=row.id,
            asked_at=at,
        )
    )


def callback_asked_at(tx: Connection, case_id: CaseId) -> datetime | None:
    """When the person last asked to be called about the case."""
    at: datetime | None = tx.execute(_ASKED_AT, {"case_id": case_id}).scalar_one()
    return at


def keep_heard(tx: Connection, outreach_id: OutreachId, text: str, at: datetime) -> None:
    """How much of the contact's words was really heard; what is said of it later counts."""
    h = heard.c
    last = tx.execute(
        select(func.coalesce(func.max(h.number), 0)).where(h.outreach_id == outreach_id)
    ).scalar_one()
    tx.execute(insert(heard).values(outreach_id=outreach_id, number=last + 1, text=text, at=at))


def heard_of(tx: Connection, outreach_id: OutreachId) -> str | None:
    """What was heard of the contact's words; None when nobody has said so yet."""
    h = heard.c
    query = select(h.text).where(h.outreach_id == outreach_id).order_by(h.number.desc()).limit(1)
    text: str | None = tx.execute(query).scalar_one_or_none()
    return text


def heard_in(tx: Connection, conversation_id: ConversationId) -> dict[str, str]:
    """What was heard of our words in the conversation, by contact, where that was reported."""
    h = heard.c
    rows = tx.execute(
        select(h.outreach_id, h.text)
        .join(outreach, outreach.c.id == h.outreach_id)
        .where(outreach.c.conversation_id == conversation_id)
        .order_by(h.number)
    )
    return {row.outreach_id: row.text for row in rows}


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _changing(call: Call) -> dict[str, Any]:
    return {
        "contact_point_id": call.contact_point_id,
        "conversation_id": call.conversation_id,
        "language": call.language,
        "answered_by": call.answered_by,
        "state": call.state,
        "outcome": call.outcome,
        "path": call.path,
        "resumed": call.resumed,
        "rang": call.rang,
        "talked": call.talked,
        "left_words": call.left_words,
        "ending": call.ending,
        "answered_at": call.answered_at,
        "ended_at": call.ended_at,
    }


def _call(row: Row[Any]) -> Call:
    return Call(
        id=CallId(row.id),
        carrier_ref=row.carrier_ref,
        direction=Direction(row.direction),
        outreach_id=None if row.outreach_id is None else OutreachId(row.outreach_id),
        contact_point_id=None if row.contact_point_id is None else ContactPointId(row.contact_point_id),
        conversation_id=None if row.conversation_id is None else ConversationId(row.conversation_id),
        language=Language(row.language),
        state=CallState(row.state),
        opened_at=row.opened_at,
        answered_by=None if row.answered_by is None else AnsweredBy(row.answered_by),
        outcome=None if row.outcome is None else CallOutcome(row.outcome),
        path=CallPath(row.path),
        resumed=row.resumed,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        rang=row.rang,
        talked=row.talked,
        left_words=row.left_words,
        ending=None if row.ending is None else Ending(row.ending),
    )
