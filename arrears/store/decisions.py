"""Every compliance decision, append-only, with what it was made from, and chained into the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, func, insert, select

from arrears.domain.compliance.decision import Decision, Deferred, Granted
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.ids import CaseId, OutreachId, PermitId
from arrears.store.evidence import append_plain, plain
from arrears.store.new_ids import new_id
from arrears.store.tables.contact import decisions, outreach

_APPEND = insert(decisions)


def append_decision(
    tx: Connection,
    outreach_id: OutreachId,
    decision: Decision,
    facts: ContactFacts,
    *,
    packs: dict[str, str],
    permit_id: PermitId | None,
    now: datetime,
    proposed: ProposedContact | None = None,
    stage: str = "dequeued",
) -> None:
    """Store what was decided, why, and the facts it was decided from; and chain it all into the evidence.

    `stage` says when: planned, dequeued (immediately before the carrier call), turn (what may be said); on
    a call also answered (by a person), voicemail (by a machine) and again (before they are said once more).
    """
    record = {
        "outcome": type(decision).__name__.lower(),
        "until": decision.until if isinstance(decision, Deferred) else None,
        "valid_until": decision.valid_until if isinstance(decision, Granted) else None,
        "findings": plain(decision.findings),
        "facts": plain(facts),
        "packs": packs,
    }
    contact, personal = _told(proposed)
    said = plain(contact)
    made = {
        "id": new_id("decision"),
        "outreach_id": outreach_id,
        "case_id": facts.case_id,
        "at": now,
        "permit_id": permit_id,
        "stage": stage,
        "proposed": said,
    }
    tx.execute(_APPEND, made | record)
    told = record | {"until": plain(record["until"]), "valid_until": plain(record["valid_until"])}
    payload = {
        "outreach": outreach_id,
        "permit": permit_id,
        "stage": stage,
        "contact": said,
        **told,
    }
    append_plain(tx, CaseId(facts.case_id), "decision", payload, now, personal=personal)


@dataclass(frozen=True, slots=True)
class Stored:
    """A decision that was made before, as far as it takes to make it again."""

    outreach_id: str
    at: datetime
    stage: str
    facts: ContactFacts
    proposed: ProposedContact


def stored_between(tx: Connection, start: datetime, end: datetime) -> Iterator[Stored]:
    """The decisions made from start to end, in their order, with the words that were to be said.

    Those about a voicemail are left out: its words are not those of the contact that is kept.
    """
    d, o = decisions.c, outreach.c
    rows = tx.execute(
        select(d.outreach_id, d.at, d.stage, d.facts, d.proposed, o.body)
        .join(outreach, o.id == d.outreach_id)
        .where(d.at >= start, d.at < end, d.proposed.is_not(None), d.stage.is_distinct_from("voicemail"))
        .order_by(d.at, d.id)
    )
    for row in rows:
        yield Stored(
            outreach_id=row.outreach_id,
            at=row.at,
            stage=row.stage or "dequeued",
            facts=_FACTS.validate_python(row.facts),
            proposed=_CONTACT.validate_python({**row.proposed, "text": row.body}),
        )


def count_unrepeatable(tx: Connection, start: datetime, end: datetime) -> int:
    """How many decisions of that time cannot be made again: before revision 0003 they were kept in part."""
    d = decisions.c
    of_old = select(func.count()).where(d.at >= start, d.at < end, d.proposed.is_(None))
    return int(tx.execute(of_old).scalar_one())


# What was stored is what `plain` made of the same classes; reading it back checks every field.
_FACTS: TypeAdapter[ContactFacts] = TypeAdapter(ContactFacts)
_CONTACT: TypeAdapter[ProposedContact] = TypeAdapter(ProposedContact)


def _told(proposed: ProposedContact | None) -> tuple[dict[str, Any] | None, dict[str, str]]:
    """What was proposed: what the chain may say, and the words and names, which it may not."""
    if proposed is None:
        return None, {}
    contact = asdict(proposed)
    personal = {"text": contact.pop("text")}
    if names := contact.pop("names_person", ()):
        personal["names_person"] = "\n".join(names)
    return contact, personal
