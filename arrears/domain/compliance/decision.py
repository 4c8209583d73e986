"""The four answers of compliance, each with every rule that fired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What one rule says. DENY > REFER > DEFER > ALLOW when they are combined."""

    DENY = "deny"
    REFER = "refer"
    DEFER = "defer"
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that fired: what it said, where it comes from, and the facts it used."""

    rule_id: str
    citation: str
    verdict: Verdict
    why: str  # plain words, no personal data
    until: datetime | None = None  # DEFER: first instant it no longer objects; ALLOW: when its leave ends
    pack: str = ""  # id and version of the rule pack that says so; empty for the engine's own rules


@dataclass(frozen=True, slots=True)
class Granted:
    """The contact may be made until valid_until, which is also the latest lawful delivery."""

    findings: tuple[Finding, ...]
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """The contact may not be made."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Deferred:
    """The contact may not be made before `until`; decide again then."""

    findings: tuple[Finding, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Referred:
    """A person must decide."""

    findings: tuple[Finding, ...]


Decision = Granted | Refused | Deferred | Referred
