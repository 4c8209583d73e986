"""What the judge makes of a month: contacts outside the law, and lawful opportunities that were refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from benchmarks.month.borrowers import Borrower
from benchmarks.month.days import Opportunity
from tools.verifier.judge import judge, lawful
from tools.verifier.world import Person

EXAMPLES_MAX = 12


@dataclass(slots=True)
class Score:
    """Counts over all borrowers."""

    asked: int = 0
    contacts: Counter[str] = field(default_factory=Counter)
    outside: int = 0
    violations: Counter[str] = field(default_factory=Counter)
    lawful: int = 0
    wrongly: int = 0
    wrongly_by_rule: Counter[str] = field(default_factory=Counter)
    fail_closed: Counter[str] = field(default_factory=Counter)
    untils: int = 0
    unlawful_untils: int = 0
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, who: Borrower, opportunity: Opportunity) -> None:
        """Takes one opportunity in."""
        contact, answer, before = opportunity.contact, opportunity.answer, opportunity.before
        broken = judge(who.true, before, contact)
        self.asked += 1
        self.lawful += not broken
        if answer.permitted:
            self.contacts[f"{contact.channel} {contact.purpose}"] += 1
            self.outside += bool(broken)
            for rule in sorted({violation.rule for violation in broken}):
                self.violations[rule] += 1
                words = next(violation.words for violation in broken if violation.rule == rule)
                self._example(f"broken {rule}", who, opportunity, words)
        elif not broken:
            self._refused(who, opportunity)

    def _refused(self, who: Borrower, opportunity: Opportunity) -> None:
        missing = missing_fact(who, opportunity)
        if missing:
            self.fail_closed[missing] += 1
            return
        self.wrongly += 1
        rule = "+".join(opportunity.answer.rules) or "no rule named"
        self.wrongly_by_rule[rule] += 1
        self._example(f"refused {rule}", who, opportunity, f"until {opportunity.answer.until}")

    def check_until(self, who: Borrower, opportunity: Opportunity) -> None:
        """Whether a deferral names an instant at which the judge, knowing the same, would agree."""
        until = opportunity.answer.until
        if opportunity.answer.permitted or until is None:
            return
        self.untils += 1
        later = replace(opportunity.contact, at=until)
        if not lawful(who.true, opportunity.before, later):
            self.unlawful_untils += 1
            self._example("deferred to an unlawful instant", who, opportunity, str(until))

    def _example(self, key: str, who: Borrower, opportunity: Opportunity, words: str) -> None:
        kept = self.examples.setdefault(key, [])
        if len(kept) < EXAMPLES_MAX:
            kept.append(f"{_told(who, opportunity)}: {words}")

    def as_json(self) -> dict[str, Any]:
        """The result, as it is kept."""
        share = 100 * self.wrongly / self.lawful if self.lawful else 0.0
        return {
            "asked": self.asked,
            "contacts": dict(self.contacts.most_common()),
            "contacts_outside_the_rules": self.outside,
            "violations": dict(self.violations.most_common()),
            "lawful_opportunities": self.lawful,
            "wrongly_refused": self.wrongly,
            "wrongly_refused_percent": round(share, 3),
            "wrongly_refused_by_rule": dict(self.wrongly_by_rule.most_common()),
            "fail_closed": dict(self.fail_closed.most_common()),
            "deferrals_checked": self.untils,
            "deferrals_to_an_unlawful_instant": self.unlawful_untils,
            "examples": self.examples,
        }


def _told(who: Borrower, opportunity: Opportunity) -> str:
    """One opportunity in short, with what was said and the contacts of the eight days before it."""
    contact, before, filed = opportunity.contact, opportunity.before, who.as_filed
    loan, number = filed.loan(contact.case), filed.number(contact.number)
    spoken = [f"{s.at:%d %H:%M} {s.what}" for s in before.said if s.what not in ("consent", "message")]
    recent = [
        f"{made.at:%d %H:%M} {made.channel} {made.purpose} {made.case} {made.number} {made.outcome}"
        for made in before.contacts
        if contact.at - made.at < timedelta(days=8)
    ]
    where = f"{who.true.country}-{filed.region}"
    line = f"{number.line}{', work' if number.work else ''}"
    return (
        f"{contact.at:%Y-%m-%d %a %H:%M} {where} {contact.channel} {contact.purpose} of {contact.case} "
        f"({loan.relationship}, {loan.purpose}) to {contact.number} ({line}), said {spoken}, made {recent}"
    )


def missing_fact(who: Borrower, opportunity: Opportunity) -> str:
    """The fact that the file lacks and that made the refusal right; empty when the file had all it takes."""
    before, contact = opportunity.before, opportunity.contact
    if lawful(who.as_filed, before, contact):
        return ""
    for fact, completed in _completions(who):
        if lawful(completed, before, contact):
            return fact
    return "several facts"


def _completions(who: Borrower) -> Iterator[tuple[str, Person]]:
    """The person of the file with one fact put right."""
    true, filed = who.true, who.as_filed
    if filed.region != true.region:
        yield "state", replace(filed, region=true.region, city=true.city, zones=true.zones)
    else:
        yield "city", replace(filed, city=true.city)
        yield "which zone of the state", replace(filed, zones=true.zones)
    pairs = tuple(zip(filed.numbers, true.numbers, strict=True))
    yield "line type", replace(filed, numbers=tuple(replace(a, line=b.line) for a, b in pairs))
    loans = tuple(zip(filed.loans, true.loans, strict=True))
    yield (
        "relationship",
        replace(filed, loans=tuple(replace(a, relationship=b.relationship) for a, b in loans)),
    )
    yield "debt purpose", replace(filed, loans=tuple(replace(a, purpose=b.purpose) for a, b in loans))
