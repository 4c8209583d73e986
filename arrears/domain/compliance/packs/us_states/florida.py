"""Florida: hours of communication about consumer debts, for creditors and third parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.clocks.days import earliest_day
from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import contact_window
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_states.places import binds_in
from arrears.domain.compliance.rule import Kind, Question, Rule, Rules, initiated
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsFlNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    window: DailyWindow
    email_free_since: date


def time(n: UsFlNumbers, q: Question) -> Said | None:
    """The hours in the person's time; e-mail is free of them since a day."""
    zones = zones_of(q, n.zones)
    if q.proposed.channel is Channel.EMAIL and earliest_day(q.now, zones) >= n.email_free_since:
        return None
    return contact_window(n.window, zones, q)


def _timed(place: Place, debt: Debt, kind: Kind) -> bool:
    """All that arrives when it is sent."""
    return kind.channel is not Channel.LETTER and initiated(place, debt, kind)


US_FL = Rules(
    numbers=UsFlNumbers,
    binds=binds_in("FL"),
    contact=(Rule("FL-TIME-1", "Florida Statutes 559.72(17)", time, scope=_timed),),
)
