"""Erasing personal fields of a case's evidence, and the rows they were copied from; the chain holds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import Connection, Table, delete, null, select, update

from arrears.domain.card_numbers import without_digits
from arrears.domain.conversations import Speaker
from arrears.domain.ids import CaseId, TurnId
from arrears.domain.outreach import OutreachState
from arrears.store import recordings
from arrears.store.cases import lock_case
from arrears.store.evidence import ERASED, Entry, append_evidence, digests_of, entries_of
from arrears.store.inbound import InboundState
from arrears.store.tables.calls import heard
from arrears.store.tables.contact import consents, evidence, outreach
from arrears.store.tables.contact_changes import contact_changes
from arrears.store.tables.dialogue import effects, inbound, proposals, turns

Chosen = Callable[[int, str], bool]
"""Whether the field of this name, of the entry with this sequence number, is meant."""


def present_fields(tx: Connection, case_id: CaseId, chosen: Chosen) -> tuple[tuple[int, str], ...]:
    """Sequence number and name of every personal field that is chosen and not erased yet."""
    return tuple(
        (entry.seq, name)
        for entry in entries_of(tx, case_id)
        for name in digests_of(entry)
        if chosen(entry.seq, name) and not _is_gone(entry, name)
    )


def erase_personal(tx: Connection, case_id: CaseId, chosen: Chosen, *, by: str, at: datetime) -> int:
    """Erase the chosen fields, and say so in the chain; returns how many there were.

    The caller has locked the person. The text of a contact that is still to be made, or of a message that
    is still to be answered, stays where it is needed until then.
    """
    lock_case(tx, case_id)
    fields = present_fields(tx, case_id, chosen)
    if not fields:
        return 0
    for entry in entries_of(tx, case_id):
        names = {name for seq, name in fields if seq == entry.seq}
        if names:
            _erase_copy(tx, case_id, entry, names)
            _erase_source(tx, entry, names, at)
    named = [{"seq": seq, "field": name} for seq, name in fields]
    append_evidence(tx, case_id, ERASED, {"by": by, "fields": named}, at)
    return len(fields)


def hide_turns(
    tx: Connection, case_id: CaseId, turn_ids: Collection[TurnId], *, by: str, at: datetime
) -> int:
    """Hide every digit of these turns of the case, and erase what the evidence has of their words.

    The caller has locked the person. Returns how many turns there were.
    """
    lock_case(tx, case_id)
    told = [e for e in entries_of(tx, case_id) if e.kind == "turn" and e.payload["turn"] in turn_ids]
    for entry in told:
        _erase_copy(tx, case_id, entry, {"text"})
        tx.execute(delete(proposals).where(proposals.c.id == f"proposal-{entry.payload['message']}"))
    t = turns.c
    for row in tx.execute(select(t.id, t.text).where(t.id.in_(list(turn_ids)))).all():
        _blank(tx, turns, row.id, text=without_digits(row.text), entities=null())
    if told:
        named = [{"seq": entry.seq, "field": "text"} for entry in told]
        append_evidence(tx, case_id, ERASED, {"by": by, "fields": named}, at)
    return len(told)


def _is_gone(entry: Entry, name: str) -> bool:
    field = None if entry.personal is None else entry.personal.get(name)
    return field is not None and field.value is None


def _erase_copy(tx: Connection, case_id: CaseId, entry: Entry, names: set[str]) -> None:
    kept = {} if entry.personal is None else entry.personal
    left = {name: [field.salt, field.value] for name, field in kept.items()}
    left |= {name: [None, None] for name in names}
    e = evidence.c
    tx.execute(update(evidence).where(e.case_id == case_id, e.seq == entry.seq).values(personal=left))


def _erase_source(tx: Connection, entry: Entry, names: set[str], at: datetime) -> None:
    """The row that the entry tells of."""
    told = entry.payload
    if entry.kind == "turn" and "text" in names:
        _blank(tx, turns, told["turn"], text="", entities=null())
        _erase_around(tx, told["speaker"], told["message"])
    elif entry.kind == "consent" and "words" in names:
        _blank(tx, consents, told["consent"], words=null())
    elif entry.kind == "contact_change_asked" and "value" in names:
        _blank(tx, contact_changes, told["change"], value="")
    elif entry.kind == "heard" and "text" in names:
        tx.execute(update(heard).where(heard.c.outreach_id == told["outreach"]).values(text=""))
    elif entry.kind == "recording" and "sound" in names:
        recordings.erase(tx, told["recording"], at)
    elif entry.kind in {"decision", "contact"} and "text" in names:
        done = outreach.c.state.not_in([OutreachState.DUE, OutreachState.CLAIMED])
        tx.execute(update(outreach).where(outreach.c.id == told["outreach"], done).values(body=""))


def _erase_around(tx: Connection, speaker: str, message_id: str | None) -> None:
    """What a turn was made of or led to: the message as it came, the terms read in it, or the kept answer."""
    i = inbound.c
    answered = i.state.in_([InboundState.ANSWERED, InboundState.FAILED])
    done = select(i.id).where(i.id == message_id, answered).scalar_subquery()
    if speaker == Speaker.BORROWER:
        tx.execute(update(inbound).where(i.id == message_id, answered).values(text=""))
        tx.execute(delete(proposals).where(proposals.c.id == f"proposal-{message_id}"))
    elif speaker == Speaker.BOT:
        # Kept without its words, so that the message still has its one effect.
        silent: dict[str, object] = {"said": [], "bounds": None}
        tx.execute(update(effects).where(effects.c.message_id == done).values(result=silent))


def _blank(tx: Connection, table: Table, row_id: str, **values: object) -> None:
    tx.execute(update(table).where(table.c.id == row_id).values(**values))
