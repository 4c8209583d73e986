"""The numbers of the pack, which binds everyone."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.rule import Applies, Kind


@dataclass(frozen=True, slots=True)
class StatusNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    answer_delivery_minutes: int
    opt_out_confirmation_minutes_max: int
    hardship_pause_days: int
    attorney_silent_days: int
    breathing_space_days_after: int


def binds(n: StatusNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Every contact."""
    return Applies(True, "binds_everyone")
