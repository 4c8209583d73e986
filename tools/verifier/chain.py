"""The evidence file itself: its form, its chain, its salted digests, its signature and the signed heads."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from tools.ed25519 import verify
from tools.verifier.findings import Finding

FORMAT, HEADS_FORMAT = "arrears-evidence/1", "arrears-evidence-heads/1"
KEYS = {"format", "exported_at", "case", "entries", "personal", "head", "signature"}
ENTRY_KEYS = {"seq", "at", "kind", "payload", "previous", "digest"}
ZEROS = "0" * 64

Json = dict[str, Any]


class UnreadableError(ValueError):
    """The file is not an evidence export that can be checked."""


def canonical(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def parse(raw: bytes, wanted: str = FORMAT) -> tuple[Json, list[Finding]]:
    """The document, and what is wrong with the way it is written. Raises: UnreadableError."""
    found: list[Finding] = []

    def once(pairs: list[tuple[str, Any]]) -> Json:
        if len(dict(pairs)) != len(pairs):
            found.append(Finding(None, "FORM", "a key is repeated"))
        return dict(pairs)

    try:
        document = json.loads(raw.decode("utf-8"), object_pairs_hook=once)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON in UTF-8: {type(error).__name__}") from None
    if not isinstance(document, dict) or document.get("format") != wanted:
        raise UnreadableError(f"not a document of format {wanted}")
    try:
        written = (canonical(document) + "\n").encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON in UTF-8: {type(error).__name__}") from None
    if written != raw:
        found.append(Finding(None, "FORM", "not in canonical form: a byte was changed or added"))
    return document, found


def well_formed(document: Json) -> None:
    """Raises: UnreadableError, when the parts that everything else rests on are not there."""
    entries = document.get("entries")
    if set(document) != KEYS or not isinstance(entries, list) or not isinstance(document["personal"], dict):
        raise UnreadableError("its keys are not those of the format")
    for place, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or set(entry) != ENTRY_KEYS or not isinstance(entry["payload"], dict):
            raise UnreadableError(f"entry {place} is not in the format")
        if not all(isinstance(entry[key], str) for key in ("at", "kind", "previous", "digest")):
            raise UnreadableError(f"entry {place} is not in the format")
    if not isinstance(document["head"], dict):
        raise UnreadableError("it has no head")


def chain(document: Json) -> Iterator[Finding]:
    previous = ZEROS
    for place, entry in enumerate(document["entries"], start=1):
        if entry["seq"] != place:
            yield Finding(place, "SEQUENCE", f"number {entry['seq']} stands where {place} belongs")
        if entry["previous"] != previous:
            yield Finding(place, "CHAIN", "does not follow from the entry before it")
        fields = [document["case"], *(entry[key] for key in ("seq", "at", "kind", "payload", "previous"))]
        if hashlib.sha256(canonical(fields).encode()).hexdigest() != entry["digest"]:
            yield Finding(place, "CHAIN", "its digest is not that of its content")
        previous = entry["digest"]
    yield from _head(document, previous)


def _head(document: Json, digest: str) -> Iterator[Finding]:
    entries = document["entries"]
    last = {
        "case": document["case"],
        "seq": len(entries),
        "digest": digest,
        "at": entries[-1]["at"] if entries else None,
    }
    if document["head"] != last:
        yield Finding(None, "HEAD", "the head is not the last entry")


def personal(document: Json) -> Iterator[Finding]:
    erased = {
        (field.get("seq"), field.get("field"))
        for entry in document["entries"]
        if entry["kind"] == "erased"
        for field in entry["payload"].get("fields", [])
        if field["seq"] < entry["seq"]
    }
    digested = {
        str(entry["seq"]): entry["payload"]["digests"]
        for entry in document["entries"]
        if entry["payload"].get("digests")
    }
    for seq in document["personal"].keys() | digested.keys():
        place = int(seq) if seq.isdecimal() else None
        values, digests = document["personal"].get(seq, {}), digested.get(seq, {})
        if values.keys() != digests.keys():
            yield Finding(place, "PERSONAL", "its personal fields are not those of its digests")
            continue
        for field, kept in values.items():
            yield from _field(place, field, kept, digests[field], (place, field) in erased)


def _field(place: int | None, field: str, kept: Json, digest: str, erased: bool) -> Iterator[Finding]:
    if set(kept) != {"salt", "value"}:
        yield Finding(place, "PERSONAL", f"{field} is not salt and value")
    elif kept["value"] is None or kept["salt"] is None:
        if not erased or kept != {"salt": None, "value": None}:
            yield Finding(place, "PERSONAL", f"{field} is missing, and no entry says that it was erased")
    elif not _matches(kept["salt"], kept["value"], digest):
        yield Finding(place, "PERSONAL", f"{field} is not what was recorded")


def _matches(salt: str, value: str, digest: str) -> bool:
    try:
        return hashlib.sha256(bytes.fromhex(salt) + value.encode()).hexdigest() == digest
    except ValueError:
        return False


def signature(document: Json, signed: tuple[str, ...], trusted_key: str | None) -> Iterator[Finding]:
    """A missing signature is a finding only when somebody named a key that should have signed."""
    given = document["signature"]
    if given is None:
        if trusted_key is not None:
            yield Finding(None, "SIGNATURE", "not signed")
        return
    if set(given) != {"algorithm", "public_key", "value"} or given["algorithm"] != "ed25519":
        yield Finding(None, "SIGNATURE", "not an Ed25519 signature")
        return
    if trusted_key is not None and given["public_key"] != trusted_key:
        yield Finding(None, "SIGNATURE", "signed with another key than the trusted one")
    message = canonical({key: document[key] for key in signed}).encode()
    try:
        key, value = (base64.b64decode(given[name], validate=True) for name in ("public_key", "value"))
    except (binascii.Error, TypeError, ValueError):
        yield Finding(None, "SIGNATURE", "not in base64")
        return
    if not verify(key, message, value):
        yield Finding(None, "SIGNATURE", "the signature does not hold")


def against_heads(document: Json, heads: Json) -> Iterator[Finding]:
    """Whether the chain still reaches the head that was exported and kept elsewhere."""
    kept = [head for head in heads["heads"] if head["case"] == document["case"]]
    if not kept:
        yield Finding(None, "HEADS", "the kept heads do not know this case")
    for head in kept:
        if head["seq"] > len(document["entries"]):
            words = f"the kept head is entry {head['seq']}, the chain ends at {len(document['entries'])}: cut"
            yield Finding(None, "HEADS", words)
        elif head["seq"] and document["entries"][head["seq"] - 1]["digest"] != head["digest"]:
            yield Finding(head["seq"], "HEADS", "is not the entry that was the head")
