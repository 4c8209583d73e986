"""Singapore: who collects for another needs a licence; the law names no hours."""

from __future__ import annotations

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.limits import timed
from arrears.domain.compliance.packs.world.shared import CAP, CountryNumbers, binds_in, shared_rules, window
from arrears.domain.compliance.rule import HOUSE, Question, Rule, Rules, deny, initiated, third_party

COUNTRIES = frozenset({"SG"})


def licence(n: CountryNumbers, q: Question) -> Said | None:
    """Nobody collects for another without a licence; an unknown one is none."""
    checked = q.facts.notices.licence_checked
    if checked or not third_party(q.facts.debt):
        return None
    missing = "notices.licence_checked" if checked is None else None
    return deny("unlicensed", lifts=Lifts.FACT_KNOWN, missing=missing)


SINGAPORE = Rules(
    numbers=CountryNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("P-WINDOW-1", HOUSE, window, scope=timed),
        *shared_rules(),
        CAP,
        Rule("SG-1", "Debt Collection Act 2022 (Singapore)", licence, scope=initiated),
    ),
    countries=COUNTRIES,
)
