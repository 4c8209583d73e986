"""Every compliance decision, append-only, with what it was made from; and the evidence chain of a case."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from arrears.domain.compliance.decision import Decision, Deferred, Granted
from arrears.domain.compliance.facts import ContactFacts
from arrears.domain.ids import CaseId, OutreachId, PermitId
from arrears.store.cases import lock_case
from arrears.store.new_ids import new_id
from arrears.store.tables.contact import decisions, evidence
from arrears.store.types import canonical_json

GENESIS = "0" * 64
"""The digest before the first entry of every chain."""


def append_decision(
    tx: Connection,
    outreach_id: OutreachId,
    decision: Decision,
    facts: ContactFacts,
    *,
    packs: dict[str, str],
    permit_id: PermitId | None,
    now: datetime,
) -> None:
    """Store what was decided, why, and the facts it was decided from; and chain it into the evidence."""
    outcome = type(decision).__name__.lower()
    findings = [_plain(asdict(finding)) for finding in decision.findings]
    tx.execute(
        insert(decisions).values(
            id=new_id("decision"),
            outreach_id=outreach_id,
            case_id=facts.case_id,
            at=now,
            outcome=outcome,
            permit_id=permit_id,
            until=decision.until if isinstance(decision, Deferred) else None,
            valid_until=decision.valid_until if isinstance(decision, Granted) else None,
            findings=findings,
            facts=_plain(asdict(facts)),
            packs=packs,
        )
    )
    rules = [finding["rule_id"] for finding in findings]
    payload = {"outreach": outreach_id, "outcome": outcome, "permit": permit_id, "rules": rules}
    append_evidence(tx, CaseId(facts.case_id), "decision", payload, now)


def append_evidence(tx: Connection, case_id: CaseId, kind: str, payload: dict[str, Any], at: datetime) -> str:
    """Add one entry to the case's hash chain, under the case's lock; returns its digest.

    The payload carries ids and codes. Personal fields enter it only as `salted` digests, so that they can
    be erased while the chain still holds.
    """
    lock_case(tx, case_id)
    query = select(evidence).where(evidence.c.case_id == case_id).order_by(evidence.c.seq.desc()).limit(1)
    last = tx.execute(query).one_or_none()
    seq, previous = (1, GENESIS) if last is None else (last.seq + 1, last.digest)
    digest = entry_digest(case_id, seq, at, kind, payload, previous)
    tx.execute(
        insert(evidence).values(
            case_id=case_id, seq=seq, at=at, kind=kind, payload=payload, previous=previous, digest=digest
        )
    )
    return digest


def entry_digest(
    case_id: str, seq: int, at: datetime, kind: str, payload: dict[str, Any], previous: str
) -> str:
    """SHA-256 over the canonical JSON of one entry, the digest before it included."""
    entry = [case_id, seq, at.isoformat(), kind, payload, previous]
    return hashlib.sha256(canonical_json(entry).encode()).hexdigest()


def broken_link(tx: Connection, case_id: CaseId) -> int | None:
    """The sequence number of the first entry that does not hold, None when the whole chain does."""
    previous, expected = GENESIS, 1
    rows = tx.execute(select(evidence).where(evidence.c.case_id == case_id).order_by(evidence.c.seq))
    for row in rows:
        digest = entry_digest(case_id, row.seq, row.at, row.kind, row.payload, previous)
        if (row.seq, row.previous, row.digest) != (expected, previous, digest):
            return int(row.seq)
        previous, expected = row.digest, expected + 1
    return None


def _plain(value: Any) -> Any:
    """The value as JSON can hold it; sets are sorted so that equal facts have equal texts."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    return value.isoformat() if hasattr(value, "isoformat") else value
