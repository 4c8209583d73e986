"""Decide a day's stored decisions again under two sets of rule packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from arrears.desk import Desk
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Deferred
from arrears.domain.compliance.packset import PackSet
from arrears.store.decisions import Stored, count_unrepeatable, stored_between


@dataclass(frozen=True, slots=True)
class Altered:
    """A decision that comes out differently."""

    case_id: str
    outreach_id: str
    before: str
    after: str
    rules_gone: tuple[str, ...]
    rules_new: tuple[str, ...]


def altered_decisions(
    desk: Desk, old: PackSet, new: PackSet, start: datetime, end: datetime
) -> Iterator[Altered | None]:
    """One for every decision stored from start to end; None where both sets of packs agree."""
    with desk.store.read() as tx:
        for stored in stored_between(tx, start, end):
            yield _compared(stored, old, new)


def left_out(desk: Desk, start: datetime, end: datetime) -> int:
    """How many decisions of that time are too old to be made again."""
    with desk.store.read() as tx:
        return count_unrepeatable(tx, start, end)


def _compared(stored: Stored, old: PackSet, new: PackSet) -> Altered | None:
    before = decide(old, stored.facts, stored.proposed, stored.at)
    after = decide(new, stored.facts, stored.proposed, stored.at)
    gone, fresh = _rules(before), _rules(after)
    if _told(before) == _told(after) and gone == fresh:
        return None
    return Altered(
        case_id=stored.facts.case_id,
        outreach_id=stored.outreach_id,
        before=_told(before),
        after=_told(after),
        rules_gone=tuple(sorted(gone - fresh)),
        rules_new=tuple(sorted(fresh - gone)),
    )


def _told(decision: Decision) -> str:
    name = type(decision).__name__.lower()
    return f"{name} until {decision.until:%Y-%m-%d %H:%M}Z" if isinstance(decision, Deferred) else name


def _rules(decision: Decision) -> frozenset[str]:
    return frozenset(finding.rule_id for finding in decision.findings)
