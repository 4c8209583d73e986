"""Steps of collection that are no contact, while a status stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct
from arrears.domain.compliance.frequency import latest
from arrears.domain.compliance.packs.status.numbers import StatusNumbers
from arrears.domain.compliance.packs.status.rests import SPACE, resting
from arrears.domain.compliance.packs.status.silences import SILENCES
from arrears.domain.compliance.rule import HOUSE, ActRule, defer, deny, refer
from arrears.domain.compliance.silent import pauses_only

S = SpecialStatus
type Judge = Callable[[StatusNumbers, ContactFacts, ProposedAct, datetime], Said | None]

_COLLECT = frozenset({ActKind.COLLECT})
_ALL = frozenset({ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT})

_BARRED = {
    S.DISPUTE: _COLLECT,
    S.VALIDATION_REQUESTED: _COLLECT,
    S.BANKRUPTCY: _ALL,
    S.DISCHARGED: _ALL | {ActKind.TRANSFER},
    S.DECEASED: _COLLECT,
    S.IDENTITY_THEFT: _ALL | {ActKind.TRANSFER, ActKind.FURNISH},
    S.MINOR: _COLLECT,
    S.VIOLENCE: _COLLECT,
}
"""Steps that rest with the words. A request to cease ends contacts, and no remedy."""


def _barred(status: SpecialStatus, kinds: frozenset[ActKind]) -> ActRule[StatusNumbers]:
    silence = SILENCES[status]

    def judge(n: StatusNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
        entries = facts.each(status)
        if act.kind not in kinds or not entries:
            return None
        if not all(map(pauses_only, entries)):
            return deny(silence.reason, lifts=silence.lifts)
        until = latest(*[entry.until for entry in entries])
        return None if until is None or until <= now else defer("dispute_spoken", until)

    return ActRule(silence.rule_id, silence.cite, judge)


def self_harm(n: StatusNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Nothing at all is collected after a statement of self-harm."""
    if act.kind not in _ALL or facts.stands(S.SELF_HARM) is None:
        return None
    return deny("self_harm", lifts=Lifts.PERSON)


def hardship(n: StatusNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Collection rests with the outreach."""
    return resting("hardship", S.HARDSHIP, n, facts, now) if act.kind is ActKind.COLLECT else None


def breathing_space(n: StatusNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No enforcement and no interest or fee in a breathing space."""
    if act.kind not in _ALL:
        return None
    return resting("breathing_space", S.BREATHING_SPACE, n, facts, now)


def military(n: StatusNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Interest is capped in service, and no judgment is got by default: a person looks first."""
    if act.kind not in (ActKind.COLLECT, ActKind.CHARGE) or facts.stands(S.MILITARY) is None:
        return None
    return refer("military")


RULES: tuple[ActRule[StatusNumbers], ...] = (
    *(_barred(status, kinds) for status, kinds in _BARRED.items()),
    ActRule("VUL-01", HOUSE, self_harm),
    ActRule("VUL-02", HOUSE, hardship),
    ActRule("UK-BS-1", SPACE, breathing_space),
    ActRule("VUL-05", "50 U.S.C. 3931, 3937 and 3952; 10 U.S.C. 987", military),
)
