"""Steps other than a contact: data sent abroad, and collection beside a plan that is kept."""

from __future__ import annotations

from datetime import datetime

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct
from arrears.domain.compliance.packs.china.numbers import GUIDELINE, ChinaNumbers
from arrears.domain.compliance.rule import ActRule, deny


def export(n: ChinaNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No borrower's data abroad, or to an outside model, without separate consent and a lawful mechanism."""
    if act.kind is not ActKind.EXPORT:
        return None
    if not act.separate_consent:
        missing = "act.separate_consent" if act.separate_consent is None else None
        return deny("export_without_consent", lifts=Lifts.CONSENT, missing=missing)
    if not act.mechanism:
        missing = "act.mechanism" if act.mechanism is None else None
        return deny("export_without_mechanism", lifts=Lifts.FACT_KNOWN, missing=missing)
    return None


def extra_charge(n: ChinaNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No fee or interest beyond what was agreed."""
    if act.kind is not ActKind.CHARGE or act.authorised:
        return None
    missing = "act.authorised" if act.authorised is None else None
    return deny("charge_unauthorised", lifts=Lifts.NEVER, missing=missing)


def collection(n: ChinaNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No collection step while an agreed plan is kept."""
    if act.kind is not ActKind.COLLECT or not facts.terms.plan_performing:
        return None
    return deny("plan_performs", lifts=Lifts.PERSON)


RULES: tuple[ActRule[ChinaNumbers], ...] = (
    ActRule("CN-PIPL-1", "Personal Information Protection Law, arts. 13, 23, 24, 28-29, 38-39, 55", export),
    ActRule("CN-CONTENT", GUIDELINE, extra_charge),
    ActRule("CN-PLAN-1", "Measures for Credit Card Business of Commercial Banks, art. 70", collection),
)
