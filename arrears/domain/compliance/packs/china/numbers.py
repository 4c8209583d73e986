"""The numbers of the pack, whom it binds, and the names of its sources."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.facts import ContactFacts, Debt, Place
from arrears.domain.compliance.rule import Applies, Kind
from arrears.domain.times import DailyWindow

STANDARD = "GB/T 45251-2025"
GUIDELINE = "China Banking Association guideline, 30 January 2026"
BOTH = f"{STANDARD}; {GUIDELINE}"


@dataclass(frozen=True, slots=True)
class ChinaNumbers:
    """The numbers of the pack; their sources stand beside them in the policy file."""

    window: DailyWindow
    zone: str
    zones: tuple[str, ...]
    calls_per_day_max: int
    every_call_counts: bool
    unanswered_per_number_and_day_max: int
    texts_per_day_max: int
    texts_per_7_days_max: int
    failed_contacts_min: int
    card_products: tuple[str, ...]

    def places(self, facts: ContactFacts) -> tuple[str, ...]:
        """The zones to decide in: China's one legal time, and wherever else the person may be."""
        return (self.zone, *[zone for zone in facts.place.zones if zone != self.zone])


def binds(n: ChinaNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whoever lives in mainland China, is reached at a number there, or may be there; whatever the debt."""
    if "CN" in place.countries:
        return Applies(True, "lives_or_number_in_country")
    if any(zone in n.zones for zone in place.zones):
        return Applies(True, "may_be_in_country")
    return Applies(False, "elsewhere")
