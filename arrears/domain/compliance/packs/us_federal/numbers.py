"""The numbers of the pack, and whom it binds."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.facts import ContactFacts, Debt, Place
from arrears.domain.compliance.rule import Applies, Kind
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsFederalNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    window: DailyWindow
    unknown_zones: tuple[str, ...]
    outside_lower_48: tuple[str, ...]
    carrier_holds_hours_max: int
    calls_per_7_days_max: int
    days_silent_after_conversation: int
    callback_days: int
    calls_per_day_max: int
    hours_between_calls_min: int
    texts_per_day_max: int
    texts_per_7_days_max: int
    touches_per_7_days_max: int
    text_fresh_days: int
    email_opt_out_days_min: int
    validation_notice_days: int
    furnish_wait_days: int
    postdated_days_without_notice: int
    deposit_notice_business_days_min: int
    deposit_notice_business_days_max: int
    varying_amount_notice_days: int
    evidence_years: int

    def zones(self, facts: ContactFacts) -> tuple[str, ...]:
        """The zones to decide in: the known ones, or those that enclose the lower 48 states."""
        return facts.place.zones or self.unknown_zones


def binds(n: UsFederalNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whoever lives in the United States or is reached at a number there."""
    if "US" in place.countries:
        return Applies(True, "lives_or_number_in_country")
    return Applies(False, "elsewhere")
