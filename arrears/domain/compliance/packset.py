"""Rule packs in their versions, which of them bind a contact, and what they say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any, NamedTuple

from arrears.domain.compliance.decision import Finding, Lifts, Said, Verdict
from arrears.domain.compliance.facts import ContactFacts, Debt, Place, ProposedAct
from arrears.domain.compliance.rule import HOUSE, Applies, Kind, Question, Rules
from arrears.domain.people import Channel

ALWAYS = frozenset({"carrier", "disclosure", "speech", "status"})
"""Packs without which nothing may be decided, wherever the person is."""

KEPT_MAX = 20_000
"""How many sorts of contact are remembered with the rules that look at them."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of one set of rules."""

    id: str
    version: str
    effective_from: date
    effective_to: date | None  # last day it is in force; None while it has no end
    source: str
    numbers: Any  # of the type that the rules name
    rules: Rules

    @property
    def name(self) -> str:
        """Id and version."""
        return f"{self.id} {self.version}"

    def in_force(self, on: date) -> bool:
        """Whether the version governs decisions of the day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


class Binding(NamedTuple):
    """A pack in force, and whether and why it binds a contact."""

    pack: Pack
    applies: Applies


class Bound(NamedTuple):
    """A rule that looks at a sort of contact, with the numbers of its pack."""

    judge: Callable[[Any, Question], Said | None]
    numbers: Any
    told: tuple[str, str, str]  # rule id, citation, pack


class Run(NamedTuple):
    """Rules that follow one another and need the same fact."""

    needs: str | None  # as `Rule.needs`
    rules: tuple[Bound, ...]


class Compiled(NamedTuple):
    """What binds one sort of contact on one day."""

    runs: tuple[Run, ...]
    refusals: tuple[Finding, ...]  # of the place: no pack for it, or a pack that is missing


@dataclass(frozen=True, slots=True)
class PackSet:
    """Every version of every pack. Versions of one pack do not overlap."""

    packs: tuple[Pack, ...]
    _kept: dict[Any, Compiled] = field(default_factory=dict, compare=False, repr=False)
    # The rules that look at a sort of contact are the same whenever it is asked again.

    def in_force(self, on: date) -> tuple[Pack, ...]:
        """The versions that govern decisions of the day."""
        return tuple(pack for pack in self.packs if pack.in_force(on))

    def missing(self, on: date) -> frozenset[str]:
        """Packs that should govern the day and have no version for it: an indispensable one, or a gap."""
        started = {pack.id for pack in self.packs if pack.effective_from <= on}
        return ALWAYS.union(started).difference(pack.id for pack in self.in_force(on))

    def only(self, ids: Iterable[str]) -> PackSet:
        """These packs and those without which nothing may be decided."""
        wanted = ALWAYS.union(ids)
        return PackSet(tuple(pack for pack in self.packs if pack.id in wanted))

    def bindings(self, place: Place, debt: Debt, kind: Kind, on: date) -> tuple[Binding, ...]:
        """Every pack in force on the day, with whether and why it binds this sort of contact."""
        return tuple(
            Binding(pack, pack.rules.binds(pack.numbers, place, debt, kind)) for pack in self.in_force(on)
        )

    def compiled(self, place: Place, debt: Debt, kind: Kind, on: date) -> Compiled:
        """The rules that look at this sort of contact on the day."""
        key = (on.toordinal(), place, debt, kind)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT_MAX:
                self._kept.clear()
            found = self._kept[key] = self._compile(place, debt, kind, on)
        return found

    def _compile(self, place: Place, debt: Debt, kind: Kind, on: date) -> Compiled:
        found = [
            (rule.needs, Bound(rule.judge, pack.numbers, (rule.id, rule.citation(place, debt), pack.name)))
            for pack, applies in self.bindings(place, debt, kind, on)
            if applies.yes
            for rule in pack.rules.contact
            if rule.scope(place, debt, kind)
        ]
        runs = tuple(
            Run(needs, tuple(bound for _, bound in rules))
            for needs, rules in groupby(found, key=lambda each: each[0])
        )
        return Compiled(runs, self._place_findings(place, kind, on))

    def _place_findings(self, place: Place, kind: Kind, on: date) -> tuple[Finding, ...]:
        """Refusals for a place whose law is not known here."""
        covered = frozenset[str]().union(*(pack.rules.countries for pack in self.in_force(on)))
        found = [_house("P-NO-PACK", _no_version(pack)) for pack in sorted(self.missing(on))]
        by_number = kind.channel in (Channel.SMS, Channel.VOICE)
        if not place.countries or (by_number and place.number_country is None):
            found.append(_house("P-NO-PACK", _no_place(by_number)))
        found += [_house("P-NO-PACK", _no_law(country)) for country in sorted(place.countries - covered)]
        return tuple(found)


def fired(packs: PackSet, question: Question) -> tuple[Finding, ...]:
    """Every rule that has something to say at the instant, in the packs' order."""
    facts = question.facts
    compiled = packs.compiled(facts.place, facts.debt, question.kind, day_of(question.now))
    found = list(compiled.refusals)
    for needs, rules in compiled.runs:
        if needs is not None and not question.has(needs):
            continue
        for judge, numbers, told in rules:
            said = judge(numbers, question)
            if said is not None:
                rule_id, citation, pack = told
                found.append(Finding(rule_id, citation, *said, pack))
    return tuple(found)


def fired_for_act(
    packs: PackSet, facts: ContactFacts, act: ProposedAct, kind: Kind, now: datetime
) -> tuple[Finding, ...]:
    """Every rule that has something to say about a step that is no contact, in a place whose law is known."""
    bound = packs.bindings(facts.place, facts.debt, kind, day_of(now))
    judged: Iterable[tuple[Pack, str, str, Said | None]] = (
        (pack, rule.id, rule.cite, rule.judge(pack.numbers, facts, act, now))
        for pack, applies in bound
        if applies.yes
        for rule in pack.rules.acts
    )
    place = packs.compiled(facts.place, facts.debt, kind, day_of(now)).refusals
    found = [
        Finding(rule_id, cite, *said, pack.name) for pack, rule_id, cite, said in judged if said is not None
    ]
    return (*place, *found)


def day_of(now: datetime) -> date:
    """The day that chooses the versions: in UTC."""
    return now.astimezone(UTC).date()


def _no_version(pack: str) -> Said:
    return Said(Verdict.DENY, "pack_missing", (("pack", pack),), lifts=Lifts.FACT_KNOWN)


def _no_place(by_number: bool) -> Said:
    missing = "place.number_country" if by_number else "place.country"
    return Said(Verdict.DENY, "place_unknown", lifts=Lifts.FACT_KNOWN, missing=missing)


def _no_law(country: str) -> Said:
    return Said(Verdict.DENY, "no_pack_for_place", (("country", country),), lifts=Lifts.NEVER)


def _house(rule_id: str, said: Said) -> Finding:
    return Finding(rule_id, HOUSE, *said)
