"""Give the evidence away: one case's complete file, the heads of all chains, and what no longer reaches them.

The forms: docs/subsystems/evidence.md. `tools/verify_evidence.py` reads them and shares no code with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from arrears.desk import Desk
from arrears.domain.ids import CaseId
from arrears.store import evidence
from arrears.store.types import canonical_json

CASE_FORMAT = "arrears-evidence/1"
HEADS_FORMAT = "arrears-evidence-heads/1"

Document = dict[str, Any]
Sign = Callable[[bytes], Mapping[str, str]]
"""Gives the signature of a message as it stands in a document."""


class HeadsFileError(ValueError):
    """A file is not one of heads, in the form that was exported."""

    def __init__(self) -> None:
        super().__init__(f"this is no {HEADS_FORMAT} file, or it was changed since it was exported")


@dataclass(frozen=True, slots=True)
class Fault:
    """A chain that does not hold: at an entry, or, when it was cut, before an entry it once had."""

    case_id: CaseId
    seq: int
    cut: bool


def export_case(desk: Desk, case_id: CaseId, sign: Sign | None) -> Document:
    """Everything the case's chain tells, as it is stored, with the personal fields that were not erased."""
    with desk.store.read() as tx:
        chain = evidence.entries_of(tx, case_id)
    last = chain[-1] if chain else None
    head = (
        evidence.Head(case_id, 0, evidence.GENESIS, None)
        if last is None
        else evidence.Head(case_id, last.seq, last.digest, last.at)
    )
    document = {
        "format": CASE_FORMAT,
        "exported_at": evidence.plain(desk.clock.now()),
        "case": case_id,
        "entries": [_entry(entry) for entry in chain],
        "personal": {str(entry.seq): _personal(entry) for entry in chain if "digests" in entry.payload},
        "head": _head(head),
    }
    return _signed(document, sign)


def export_heads(desk: Desk, sign: Sign | None) -> Document:
    """Where every chain ends now: kept elsewhere, it shows later that a tail was cut off."""
    with desk.store.read() as tx:
        found = evidence.heads(tx)
    document = {
        "format": HEADS_FORMAT,
        "exported_at": evidence.plain(desk.clock.now()),
        "heads": [_head(head) for head in found],
    }
    return _signed(document, sign)


def document_text(document: Document) -> str:
    """The document as a file: canonical JSON and one newline, so that every byte of it counts."""
    return canonical_json(document) + "\n"


def signed_part(document: Document) -> bytes:
    """What the signature of a document is over; the head covers the entries, and they the digests."""
    covered = ("format", "exported_at", "head", "heads")
    return canonical_json({name: document[name] for name in covered if name in document}).encode()


def read_heads(text: str) -> Document:
    """The document of a file of heads; its signature is not judged. Raises: HeadsFileError."""
    try:
        document = json.loads(text)
        known = document["format"] == HEADS_FORMAT and document_text(document) == text
        whole = all(isinstance(head["case"] + head["digest"], str) for head in document["heads"])
        numbered = all(type(head["seq"]) is int for head in document["heads"])
    except (ValueError, TypeError, KeyError):
        raise HeadsFileError from None
    if not (known and whole and numbered and {"exported_at", "signature"} <= document.keys()):
        raise HeadsFileError
    return dict(document)


def cut_chains(desk: Desk, heads: Document) -> tuple[Fault, ...]:
    """The chains that no longer have what they once ended with."""
    with desk.store.read() as tx:
        return tuple(
            Fault(CaseId(head["case"]), head["seq"], cut=True)
            for head in heads["heads"]
            if evidence.digest_at(tx, CaseId(head["case"]), head["seq"]) != head["digest"]
        )


def broken_chains(desk: Desk, only: CaseId | None = None) -> tuple[Fault, ...]:
    """The chains in which an entry does not hold; of one case, when one is named."""
    with desk.store.read() as tx:
        concerned = [head.case_id for head in evidence.heads(tx)] if only is None else [only]
        found = [(case_id, evidence.broken_link(tx, case_id)) for case_id in concerned]
    return tuple(Fault(case_id, seq, cut=False) for case_id, seq in found if seq is not None)


def _signed(document: Document, sign: Sign | None) -> Document:
    signature = None if sign is None else dict(sign(signed_part(document)))
    return document | {"signature": signature}


def _entry(entry: evidence.Entry) -> Document:
    return {
        "seq": entry.seq,
        "at": evidence.plain(entry.at),
        "kind": entry.kind,
        "payload": entry.payload,
        "previous": entry.previous,
        "digest": entry.digest,
    }


def _personal(entry: evidence.Entry) -> Document:
    """The entry's fields; one that cannot be read any more looks like one that was erased without a word."""
    gone = evidence.PersonalField(None, None)
    stored = {} if entry.personal is None else entry.personal
    found = {name: stored.get(name, gone) for name in evidence.digests_of(entry)}
    return {name: {"salt": field.salt, "value": field.value} for name, field in found.items()}


def _head(head: evidence.Head) -> Document:
    return {
        "case": head.case_id,
        "seq": head.seq,
        "digest": head.digest,
        "at": None if head.at is None else evidence.plain(head.at),
    }
