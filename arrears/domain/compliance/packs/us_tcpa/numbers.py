"""The numbers of the pack, whom it binds, and what sorts of contact it looks at."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import not_help
from arrears.domain.compliance.rule import Applies, Kind, initiated
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsTcpaNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    unknown_zones: tuple[str, ...]
    landline_calls_per_30_days_max: int
    number_shown_days_max: int
    revoke_all_in_force: bool
    stop_covers_unrelated_matters: bool
    solicitation_window: DailyWindow


def binds(n: UsTcpaNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Calls and texts to whoever lives in the United States or has a number there."""
    if "US" not in place.countries:
        return Applies(False, "elsewhere")
    return Applies(True, "lives_or_number_in_country")


def robocalls(place: Place, debt: Debt, kind: Kind) -> bool:
    """Calls of our own initiative that speak with an artificial or a prerecorded voice."""
    return kind.robocall and initiated(place, debt, kind)


def robocalls_and_texts(place: Place, debt: Debt, kind: Kind) -> bool:
    """Robocalls and texts of our own initiative; a text counts, whoever wrote it."""
    return (kind.robocall or kind.channel is Channel.SMS) and initiated(place, debt, kind)


def stoppable(place: Place, debt: Debt, kind: Kind) -> bool:
    """Robocalls and texts, answers among them, but for what is spared by a stop."""
    return (kind.robocall or kind.channel is Channel.SMS) and not_help(place, debt, kind)
