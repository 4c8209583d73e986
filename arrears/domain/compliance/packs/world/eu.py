"""The European Union: the notice after a transfer, and forbearance before enforcement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct
from arrears.domain.compliance.limits import timed
from arrears.domain.compliance.packs.world.shared import CAP, CountryNumbers, binds_in, shared_rules, window
from arrears.domain.compliance.rule import (
    HOUSE,
    ActRule,
    Question,
    Rule,
    Rules,
    consumer,
    deny,
    initiated,
    refer,
)

COUNTRIES = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
"""The member states."""

SUIT = "suit"


@dataclass(frozen=True, slots=True)
class EuNumbers(CountryNumbers):
    """The numbers; their sources stand beside them in the policy file."""

    forbearance_from: date


def transfer_notice(n: EuNumbers, q: Question) -> Said | None:
    """After a transfer nothing is collected before the notice of it was sent on a durable medium."""
    return _unnotified(q.facts, q.now)


def notice_before_steps(n: EuNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """Nor is any other step taken that collects."""
    return _unnotified(facts, now) if act.kind in _COLLECTS else None


def _unnotified(facts: ContactFacts, now: datetime) -> Said | None:
    sent = facts.notices.transfer_notice_at
    if not facts.terms.transferred or (sent is not None and sent <= now):
        return None
    missing = "notices.transfer_notice_at" if sent is None else None
    return deny("transfer_not_notified", lifts=Lifts.NOTICE_SENT, missing=missing)


def forbearance(n: EuNumbers, q: Question) -> Said | None:
    """Before enforcement, and in hardship, a person considers forbearance."""
    return refer("forbearance_first") if _due(n, q.facts, q.now) else None


def forbearance_before_steps(
    n: EuNumbers, facts: ContactFacts, act: ProposedAct, now: datetime
) -> Said | None:
    """The same before a step of collection that is no contact."""
    return refer("forbearance_first") if act.kind is ActKind.COLLECT and _due(n, facts, now) else None


def _due(n: EuNumbers, facts: ContactFacts, now: datetime) -> bool:
    if now.date() < n.forbearance_from or not consumer(facts.debt):
        return False
    if any(entry.until is None or entry.until > now for entry in facts.each(SpecialStatus.HARDSHIP)):
        return True
    return SUIT in facts.terms.intended


_COLLECTS = frozenset({ActKind.COLLECT, ActKind.CHARGE, ActKind.DEBIT, ActKind.DEPOSIT})
_NPL = "Directive (EU) 2021/2167, art. 10"
_CCD = "Directive (EU) 2023/2225, art. 35"

EU = Rules(
    numbers=EuNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("P-WINDOW-1", HOUSE, window, scope=timed),
        *shared_rules(),
        CAP,
        Rule("EU-NPL", _NPL, transfer_notice, scope=initiated),
        Rule("EU-CCD2", _CCD, forbearance, scope=initiated),
    ),
    acts=(
        ActRule("EU-NPL", _NPL, notice_before_steps),
        ActRule("EU-CCD2", _CCD, forbearance_before_steps),
    ),
    countries=COUNTRIES,
)
