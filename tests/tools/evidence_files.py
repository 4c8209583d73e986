"""An evidence file made by hand, as docs/subsystems/evidence.md describes it."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CASE = "case-1"
NOON = datetime(2026, 12, 7, 17, 0, tzinfo=UTC)
"""A Monday, noon in New York."""

TEXT = (
    "Hello from Meridian. We have a message for you. Reply here to reach our automated assistant. "
    "Reply STOP to stop texts to this number."
)
FACTS = {
    "case_id": CASE,
    "place": {
        "country": "US",
        "region": "FL",
        "city": None,
        "number_country": "US",
        "number_region": "FL",
        "zones": ["America/New_York"],
    },
    "debt": {"relationship": "first_party", "purpose": "consumer", "product": "term"},
    "line": {"type": "mobile", "spot": None},
    "terms": {"days_past_due": 45},
    "talk": {"languages": []},
    "point_id": "number-1",
    "consents": [],
    "attempts": [],
    "verified": False,
}
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = base64.b64encode(KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()

Json = dict[str, Any]


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def hours_later(hours: float) -> str:
    return (NOON + timedelta(hours=hours)).isoformat()


class EvidenceFile:
    """Entries are added one by one; the chain is closed when the file is written."""

    def __init__(self) -> None:
        self.entries: list[Json] = []
        self.personal: dict[str, Json] = {}

    def add(self, kind: str, at: str, payload: Json, **fields: str) -> int:
        seq = len(self.entries) + 1
        payload = copy.deepcopy(payload)
        if fields:
            self.personal[str(seq)] = {
                name: {"salt": f"{seq:02x}" * 32, "value": v} for name, v in fields.items()
            }
            payload["digests"] = {
                name: hashlib.sha256(bytes.fromhex(kept["salt"]) + kept["value"].encode()).hexdigest()
                for name, kept in self.personal[str(seq)].items()
            }
        self.entries.append({"seq": seq, "at": at, "kind": kind, "payload": payload})
        return seq

    def consented(self) -> EvidenceFile:
        payload = {"consent": "c", "person": "p", "number": "number-1", "turn": None, "how": "application"}
        self.add(
            "consent",
            hours_later(-99),
            {**payload, "action": "given", "channel": None, "at": hours_later(-99)},
        )
        return self

    def withdrew(self, hours: float, channel: str | None = "sms") -> EvidenceFile:
        payload = {"consent": "w", "person": "p", "number": "number-1", "turn": None, "how": "sms"}
        at = hours_later(hours)
        self.add("consent", at, {**payload, "action": "withdrawn", "channel": channel, "at": at})
        return self

    def status(self, hours: float, status: str) -> EvidenceFile:
        payload = {
            "event": "e",
            "person": "p",
            "case": CASE,
            "number": None,
            "status": status,
            "raised": True,
        }
        self.add("status", hours_later(hours), payload)
        return self

    def contacted(
        self, hours: float = 0.0, *, text: str = TEXT, facts: Json | None = None, **about: Any
    ) -> EvidenceFile:
        """A decision that grants, and the contact it was for."""
        outreach = f"outreach-{len(self.entries)}"
        contact = {"channel": "sms", "carrier": "twilio", "purpose": "outreach", "language": "en"}
        contact |= {"speaks_of_debt": False, "lender": "Meridian", "automated": True}
        permit = {"outreach": outreach, "outcome": "granted", "permit": f"permit-{outreach}", "until": None}
        permit |= {"valid_until": hours_later(hours + 0.5), "findings": [], "packs": {}}
        proposed = contact | {key: value for key, value in about.items() if key in contact}
        self.add(
            "decision",
            hours_later(hours),
            {**permit, "facts": FACTS | (facts or {}), "contact": proposed},
            text=text,
        )
        told = {"outreach": outreach, "permit": permit["permit"], "person": "p", "number": "number-1"}
        told |= {"conversation": "talk-1", "answers": None, "step": "s", "claimed_at": hours_later(hours)}
        told |= {"state": "delivered", "error": None, "provider_ref": "SM1"}
        del proposed["lender"], proposed["automated"]
        self.add("contact", hours_later(hours), {**told, **proposed, **about}, text=text)
        return self

    def document(self) -> Json:
        previous, entries = "0" * 64, []
        for entry in self.entries:
            fields = [CASE, entry["seq"], entry["at"], entry["kind"], entry["payload"], previous]
            digest = hashlib.sha256(canonical(fields)).hexdigest()
            entries.append({**entry, "previous": previous, "digest": digest})
            previous = digest
        at = entries[-1]["at"] if entries else None
        head = {"case": CASE, "seq": len(entries), "digest": previous, "at": at}
        signed = {"format": "arrears-evidence/1", "exported_at": hours_later(99), "head": head}
        rest = {"case": CASE, "entries": entries, "personal": self.personal, "signature": signature(signed)}
        return {**signed, **rest}

    def heads(self) -> bytes:
        signed = {
            "format": "arrears-evidence-heads/1",
            "exported_at": hours_later(99),
            "heads": [self.document()["head"]],
        }
        return canonical({**signed, "signature": signature(signed)}) + b"\n"

    def written(self) -> bytes:
        return canonical(self.document()) + b"\n"


def signature(signed: Json) -> Json:
    value = base64.b64encode(KEY.sign(canonical(signed))).decode()
    return {"algorithm": "ed25519", "public_key": PUBLIC, "value": value}
