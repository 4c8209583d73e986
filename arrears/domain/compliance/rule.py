"""The shape of a rule, the packs that rules come in, and which packs bind a contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar, Protocol

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Finding, Verdict
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.outreach import ContactPurpose

ANSWER_WITHIN = timedelta(hours=24)
"""After this the borrower no longer expects an answer, and a message is our own initiative."""

ALWAYS = frozenset({"status", "us_carrier"})
"""Packs without which nothing may be decided, wherever the person is."""


class Numbers(Protocol):
    """The numbers of one pack in one version, which know whom they bind and what follows from them."""

    COUNTRIES: ClassVar[frozenset[str]]  # the countries whose law this is; empty for other rules

    def binds(self, facts: ContactFacts, proposed: ProposedContact) -> str | None:
        """Why these rules bind the contact, in plain words; None when they do not."""
        ...

    def fire(self, facts: ContactFacts, proposed: ProposedContact, now: datetime) -> tuple[Finding, ...]:
        """Every rule of the pack that has something to say."""
        ...


type Rule[N] = Callable[[N, ContactFacts, ProposedContact, datetime], Finding | None]


def run[N](
    rules: Iterable[Rule[N]], numbers: N, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> tuple[Finding, ...]:
    """What the rules say, in their order; a rule without objection or leave is silent."""
    said = (rule(numbers, facts, proposed, now) for rule in rules)
    return tuple(finding for finding in said if finding is not None)


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of one set of rules."""

    id: str
    version: str
    effective_from: date
    effective_to: date | None  # last day it is in force; None while it has no end
    source: str
    numbers: Numbers

    def in_force(self, on: date) -> bool:
        """Whether the version governs decisions of the day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True)
class PackSet:
    """Every version of every pack. Versions of one pack do not overlap."""

    packs: tuple[Pack, ...]

    def in_force(self, on: date) -> tuple[Pack, ...]:
        """The versions that govern decisions of the day."""
        return tuple(pack for pack in self.packs if pack.in_force(on))

    def missing(self, on: date) -> frozenset[str]:
        """Packs that should govern the day and have no version for it: an indispensable one, or a gap."""
        started = {pack.id for pack in self.packs if pack.effective_from <= on}
        return ALWAYS.union(started).difference(pack.id for pack in self.in_force(on))


@dataclass(frozen=True, slots=True)
class Binding:
    """A pack that binds a contact, and why."""

    pack: Pack
    because: str


def bindings(
    packs: PackSet, facts: ContactFacts, proposed: ProposedContact, now: datetime
) -> tuple[Binding, ...]:
    """The packs that bind the contact, chosen by the decision's date in UTC, each with its reason."""
    found = ((pack, pack.numbers.binds(facts, proposed)) for pack in packs.in_force(_day(now)))
    return tuple(Binding(pack, because) for pack, because in found if because is not None)


def place_findings(packs: PackSet, facts: ContactFacts, now: datetime) -> tuple[Finding, ...]:
    """Refusals for a place whose law is not known here."""
    covered = frozenset[str]().union(*(p.numbers.COUNTRIES for p in packs.in_force(_day(now))))
    found = [
        deny("P-NO-PACK", HOUSE, f"the rule pack {missing} has no version in force")
        for missing in sorted(packs.missing(_day(now)))
    ]
    if facts.number_country is None:
        found.append(deny("P-NO-PACK", HOUSE, "the country of the number is not known"))
    found += [
        deny("P-NO-PACK", HOUSE, f"no rule pack for this place ({country})")
        for country in sorted(countries(facts) - covered)
    ]
    return tuple(found)


def stamped(pack: Pack, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, marked with the pack and version that they come from."""
    return tuple(replace(finding, pack=f"{pack.id} {pack.version}") for finding in findings)


def countries(facts: ContactFacts) -> frozenset[str]:
    """Every country whose law may apply: of residence, and of the number."""
    return frozenset(c for c in (facts.country, facts.number_country) if c is not None)


def is_answer(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> bool:
    """Whether the contact answers the borrower, rather than being our own initiative."""
    match proposed.purpose:
        case ContactPurpose.OUTREACH:
            return False
        case ContactPurpose.SUPERVISOR:
            return heard_within(facts, now, ANSWER_WITHIN)
        case ContactPurpose.REPLY | ContactPurpose.OPT_OUT_CONFIRMATION | ContactPurpose.CRISIS:
            return True


def heard_within(facts: ContactFacts, now: datetime, limit: timedelta) -> bool:
    """Whether the borrower's message that this would answer came in no longer ago than the limit."""
    return facts.inbound_at is not None and now - facts.inbound_at <= limit


HOUSE = "house policy"


def reg_f(section: str, facts: ContactFacts) -> str:
    """The citation of a section of Regulation F, said to be policy where the regulation does not bind.

    It binds third parties that collect consumer debt in the United States; unknown counts as that.
    """
    bound = (
        "US" in countries(facts)
        and facts.relationship is not Relationship.FIRST_PARTY
        and facts.debt_purpose is not Purpose.COMMERCIAL
    )
    return f"12 CFR {section}" if bound else f"{HOUSE}, after 12 CFR {section}"


def deny(rule_id: str, citation: str, why: str) -> Finding:
    """A refusal."""
    return Finding(rule_id, citation, Verdict.DENY, why)


def refer(rule_id: str, citation: str, why: str) -> Finding:
    """A case for a person."""
    return Finding(rule_id, citation, Verdict.REFER, why)


def defer(rule_id: str, citation: str, why: str, until: datetime) -> Finding:
    """Not before `until`, which is later than the instant of the decision."""
    return Finding(rule_id, citation, Verdict.DEFER, why, until.astimezone(UTC))


def allow(rule_id: str, citation: str, why: str, until: datetime | None = None) -> Finding:
    """Leave that the decision relies on, up to `until` where it has an end."""
    return Finding(rule_id, citation, Verdict.ALLOW, why, until.astimezone(UTC) if until else None)


def _day(now: datetime) -> date:
    return now.astimezone(UTC).date()
