"""Washington: how often and when a licensed agency may contact a debtor about any claim."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.cases import Relationship
from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.facts import Attempt, Debt, Spot
from arrears.domain.compliance.limits import capped, fixed_window
from arrears.domain.compliance.packs.united_states import TELEPHONE, telephone, zones_of
from arrears.domain.compliance.packs.us_states.places import binds_in
from arrears.domain.compliance.rule import Question, Rule, Rules, initiated
from arrears.domain.people import LineType
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsWaNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    home_window: DailyWindow
    contacts_per_7_days_max: int
    at_work_per_7_days_max: int
    mobile_per_day_max: int


def by_agency(debt: Debt) -> bool:
    """Claims of any kind in the hands of an agency; unknown counts as that, and a buyer is one."""
    return debt.relationship is not Relationship.FIRST_PARTY or debt.third_party_name


def contacts(n: UsWaNumbers, q: Question) -> Said | None:
    """Communications in a week, over all media and claims."""
    made = [a.at for a in q.week]
    return capped("wa_contacts_capped", made, q, zones_of(q, n.zones), (n.contacts_per_7_days_max, 7))


def at_work(n: UsWaNumbers, q: Question) -> Said | None:
    """Communications in a week at the place of work."""
    if q.facts.line.spot is not Spot.WORK:
        return None
    made = [a.at for a in q.week if a.spot is Spot.WORK]
    return capped("wa_work_capped", made, q, zones_of(q, n.zones), (n.at_work_per_7_days_max, 7))


def mobile(n: UsWaNumbers, q: Question) -> Said | None:
    """Calls and texts a day to a mobile; an unknown line counts as one."""
    if q.facts.line.type is LineType.LANDLINE:
        return None
    made = [a.at for a in q.week if _rings_here(a, q)]
    return capped("wa_mobile_capped", made, q, zones_of(q, n.zones), (n.mobile_per_day_max, 1))


def _rings_here(attempt: Attempt, q: Question) -> bool:
    return attempt.channel in TELEPHONE and attempt.point_id in (None, q.facts.point_id)


def home_hours(n: UsWaNumbers, q: Question) -> Said | None:
    """The hours of calls to the home; a line that is not at work may ring there."""
    if q.facts.line.spot is Spot.WORK:
        return None
    return fixed_window(n.home_window, zones_of(q, n.zones), q)


_LAW = "RCW 19.16.250"

US_WA = Rules(
    numbers=UsWaNumbers,
    binds=binds_in("WA", by_agency),
    contact=(
        Rule("WA-FREQ-1", _LAW, contacts, scope=initiated, needs="attempts"),
        Rule("WA-FREQ-1", _LAW, at_work, scope=initiated, needs="attempts"),
        Rule("WA-FREQ-1", _LAW, mobile, scope=telephone, needs="attempts"),
        Rule("WA-FREQ-1", _LAW, home_hours, scope=telephone),
    ),
)
