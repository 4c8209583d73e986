"""Texas: a third party's bond, and disputed items. What may be said is judged everywhere alike."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.packs.us_states.places import binds_in
from arrears.domain.compliance.rule import Kind, Question, Rule, Rules, deny, initiated, require, third_party


@dataclass(frozen=True, slots=True)
class UsTxNumbers:
    """The pack has none: its period is a clock."""


def bond(n: UsTxNumbers, q: Question) -> Said | None:
    """A third party collects only under a surety bond."""
    checked = q.facts.notices.licence_checked
    if checked is None:
        return deny("tx_bond_unknown", lifts=Lifts.FACT_KNOWN, missing="notices.licence_checked")
    return None if checked else deny("tx_no_bond", lifts=Lifts.PERSON)


def disputed(n: UsTxNumbers, q: Question) -> Said | None:
    """A disputed item is marked until it is corrected or confirmed."""
    if q.facts.stands(SpecialStatus.DISPUTE) is None:
        return None
    return require(Duty.MARK_DISPUTED, "tx_item_disputed")


def _by_third_party(place: Place, debt: Debt, kind: Kind) -> bool:
    return third_party(debt) and initiated(place, debt, kind)


US_TX = Rules(
    numbers=UsTxNumbers,
    binds=binds_in("TX"),
    contact=(
        Rule("TX-1", "Texas Finance Code 392.101", bond, scope=_by_third_party),
        Rule("TX-1", "Texas Finance Code 392.202", disputed, needs="standing"),
    ),
)
