"""The evidence chain of a case: entries that cover each other, with personal fields beside them.

A digest covers everything before it, so a changed, missing or moved entry is found. Personal fields enter the
chain as salted digests only; salt and text lie in a column of their own and can be erased.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Text, and_, bindparam, func, insert, select, type_coerce

from arrears.domain.ids import CaseId
from arrears.domain.times import require_aware
from arrears.store.cases import lock_case
from arrears.store.memory import remember, remembered
from arrears.store.new_ids import new_salt
from arrears.store.tables.contact import evidence
from arrears.store.types import UnreadableError, canonical_json, cipher_of

GENESIS = "0" * 64
"""The digest before the first entry of every chain."""

ERASED = "erased"
"""Kind of the entry that names the personal fields that were erased."""


_AS_IT_IS = frozenset({str, int, bool})
"""What JSON holds as it is, and most of what is written down."""

_APPEND = insert(evidence)

_LAST = (
    select(evidence.c.seq, evidence.c.digest, evidence.c.at)
    .where(evidence.c.case_id == bindparam("case_id"))
    .order_by(evidence.c.seq.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class PersonalField:
    """A personal text and the salt of its digest, both None once it was erased."""

    salt: str | None  # hex
    value: str | None  # personal data


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a case's chain."""

    seq: int
    at: datetime
    kind: str
    payload: dict[str, Any]
    previous: str
    digest: str
    personal: Mapping[str, PersonalField] | None  # None when what is stored cannot be read


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends. An empty chain ends before its first entry, at no instant."""

    case_id: CaseId
    seq: int
    digest: str
    at: datetime | None


def append_evidence(
    tx: Connection,
    case_id: CaseId,
    kind: str,
    payload: Mapping[str, Any],
    at: datetime,
    *,
    personal: Mapping[str, str] | None = None,
) -> str:
    """Add one entry to the case's hash chain, under the case's lock; returns its digest.

    The payload carries ids and codes; what is personal goes into `personal` and nowhere else. A transaction
    that locks the person, too, has done so before.
    """
    return append_plain(tx, case_id, kind, plain(dict(payload)), at, personal=personal)


def append_plain(
    tx: Connection,
    case_id: CaseId,
    kind: str,
    payload: dict[str, Any],
    at: datetime,
    *,
    personal: Mapping[str, str] | None = None,
) -> str:
    """The same for a payload that is as JSON can hold it already."""
    lock_case(tx, case_id)
    last = head_of(tx, case_id)
    at = require_aware(at).astimezone(UTC)
    salted = {field: (new_salt(), value) for field, value in (personal or {}).items()}
    content = dict(payload)
    if salted:
        content["digests"] = {field: text_digest(*pair) for field, pair in salted.items()}
    digest = entry_digest(case_id, last.seq + 1, at, kind, content, last.digest)
    entry = {
        "case_id": case_id,
        "seq": last.seq + 1,
        "at": at,
        "kind": kind,
        "payload": content,
        "previous": last.digest,
        "digest": digest,
        "personal": {field: [salt.hex(), value] for field, (salt, value) in salted.items()} or None,
    }
    tx.execute(_APPEND, entry)
    remember(tx, (evidence,), head_of, case_id, value=Head(case_id, last.seq + 1, digest, at))
    return digest


def entry_digest(
    case_id: str, seq: int, at: datetime, kind: str, payload: dict[str, Any], previous: str
) -> str:
    """SHA-256 over the canonical JSON of one entry, the digest before it included."""
    entry = [case_id, seq, at.isoformat(), kind, payload, previous]
    return hashlib.sha256(canonical_json(entry).encode()).hexdigest()


def text_digest(salt: bytes, text: str) -> str:
    """SHA-256 over the salt and the text: how a personal field stands in the chain."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def entries_of(tx: Connection, case_id: CaseId) -> tuple[Entry, ...]:
    """The whole chain, in order, as it is stored; whether it holds is another question."""
    e = evidence.c
    # Read here and not by the columns' types: one entry that was tampered with must not hide the rest.
    raw = (type_coerce(e.payload, Text).label("written"), type_coerce(e.personal, Text).label("sealed"))
    query = select(e.seq, e.at, e.kind, e.previous, e.digest, *raw).where(e.case_id == case_id)
    return tuple(_entry(tx, row) for row in tx.execute(query.order_by(e.seq)))


@remembered(evidence)
def head_of(tx: Connection, case_id: CaseId) -> Head:
    """Where the case's chain ends now."""
    row = tx.execute(_LAST, {"case_id": case_id}).one_or_none()
    return Head(case_id, 0, GENESIS, None) if row is None else Head(case_id, row.seq, row.digest, row.at)


def heads(tx: Connection) -> tuple[Head, ...]:
    """Where every chain ends, by case id."""
    e = evidence.c
    ends = select(e.case_id, func.max(e.seq).label("seq")).group_by(e.case_id).subquery()
    query = select(e.case_id, e.seq, e.digest, e.at).join(
        ends, and_(e.case_id == ends.c.case_id, e.seq == ends.c.seq)
    )
    found = [Head(CaseId(row.case_id), row.seq, row.digest, row.at) for row in tx.execute(query)]
    # Sorted here and not by the database, whose order of texts is its collation's.
    return tuple(sorted(found, key=lambda head: head.case_id))


def digest_at(tx: Connection, case_id: CaseId, seq: int) -> str | None:
    """The digest of one entry, GENESIS for the one before the first, None when the chain ends before it."""
    if seq == 0:
        return GENESIS
    e = evidence.c
    return tx.execute(select(e.digest).where(e.case_id == case_id, e.seq == seq)).scalar_one_or_none()


def broken_link(tx: Connection, case_id: CaseId) -> int | None:
    """The sequence number of the first entry that does not hold, None when the whole chain does.

    An entry holds when it covers the one before it, and its personal fields are those its digests were made
    of, or were erased and a later entry says so.
    """
    chain = entries_of(tx, case_id)
    erased = erased_fields(chain)
    previous = GENESIS
    for expected, entry in enumerate(chain, start=1):
        digest = entry_digest(case_id, entry.seq, entry.at, entry.kind, entry.payload, previous)
        if (entry.seq, entry.previous, entry.digest) != (expected, previous, digest):
            return entry.seq
        if not _personal_holds(entry, erased):
            return entry.seq
        previous = entry.digest
    return None


def erased_fields(chain: tuple[Entry, ...]) -> frozenset[tuple[int, str]]:
    """Sequence number and field of everything that a later entry of the chain says was erased."""
    return frozenset(named for entry in chain if entry.kind == ERASED for named in _named(entry))


def digests_of(entry: Entry) -> Mapping[str, str]:
    """The digests of its personal fields; none where the payload was tampered with."""
    given = entry.payload.get("digests")
    return given if isinstance(given, dict) else {}


def _named(entry: Entry) -> Iterator[tuple[int, str]]:
    # Whoever tampers can write anything: what has no sense names nothing, and its digest is found out.
    given = entry.payload.get("fields")
    for field in given if isinstance(given, list) else ():
        match field:
            case {"seq": int(seq), "field": str(name)} if seq < entry.seq:
                yield seq, name


def plain(value: Any) -> Any:
    """The value as JSON can hold it: records as objects, instants in UTC, sets in order."""
    if value is None or type(value) in _AS_IT_IS:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(item) for item in value)
    if isinstance(value, datetime):
        return require_aware(value).astimezone(UTC).isoformat()
    return value.isoformat() if hasattr(value, "isoformat") else value


def _personal_holds(entry: Entry, erased: frozenset[tuple[int, str]]) -> bool:
    digests = digests_of(entry)
    if entry.personal is None or entry.personal.keys() != digests.keys():
        return False
    for name, field in entry.personal.items():
        if field.salt is None or field.value is None:
            if (entry.seq, name) not in erased:
                return False
        elif text_digest(bytes.fromhex(field.salt), field.value) != digests[name]:
            return False
    return True


def _entry(tx: Connection, row: Row[Any]) -> Entry:
    return Entry(
        seq=row.seq,
        at=row.at,
        kind=row.kind,
        payload=_payload(row.written),
        previous=row.previous,
        digest=row.digest,
        personal=_personal(tx, row.sealed),
    )


def _payload(written: str) -> dict[str, Any]:
    """The payload; an empty one, which no digest covers, when the text is not as we wrote it."""
    try:
        payload = json.loads(written)
    except ValueError:
        return {}
    return payload if isinstance(payload, dict) and canonical_json(payload) == written else {}


def _personal(tx: Connection, sealed: str | None) -> dict[str, PersonalField] | None:
    if sealed is None:
        return {}
    try:
        stored = json.loads(cipher_of(tx.dialect).unseal(sealed))
    except (UnreadableError, ValueError):
        return None
    return {name: PersonalField(*pair) for name, pair in stored.items()}
