"""Offers of new credit are advertising. Source: 47 CFR 64.1200(a)(2), (c)(1) and (f)(9)."""

from __future__ import annotations

from arrears.domain.compliance.consents import marketing_consent
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import fixed_window
from arrears.domain.compliance.packs.united_states import TELEPHONE, telephone, zones_of
from arrears.domain.compliance.packs.us_tcpa.numbers import UsTcpaNumbers
from arrears.domain.compliance.rule import Kind, Question, Rule, deny


def hours(n: UsTcpaNumbers, q: Question) -> Said | None:
    """The hours of telephone solicitations; the collection of a debt is none."""
    if not q.proposed.new_credit:
        return None
    return fixed_window(n.solicitation_window, zones_of(q, n.unknown_zones), q)


def written_consent(n: UsTcpaNumbers, q: Question) -> Said | None:
    """Prior express written consent to advertisements."""
    if not q.proposed.new_credit or marketing_consent(q) is not None:
        return None
    return deny("no_marketing_consent", lifts=Lifts.CONSENT)


def _by_phone(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel in TELEPHONE


RULES: tuple[Rule[UsTcpaNumbers], ...] = (
    Rule("TCPA-TIME", "47 CFR 64.1200(c)(1)", hours, scope=telephone),
    Rule("TCPA-MKT", "47 CFR 64.1200(a)(2), (c)(2) and (f)(9)", written_consent, scope=_by_phone),
)
