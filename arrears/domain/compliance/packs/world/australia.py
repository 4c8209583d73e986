"""Australia: the guideline of ACCC and ASIC, for consumer and business debts and for lenders as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Spot
from arrears.domain.compliance.limits import capped, timed
from arrears.domain.compliance.packs.world.shared import binds_in, shared_rules, zones_of
from arrears.domain.compliance.packs.world.week import Week, week_window
from arrears.domain.compliance.rule import Question, Rule, Rules, deny, initiated
from arrears.domain.times import DailyWindow, local_date

COUNTRIES = frozenset({"AU"})
GUIDELINE = "ACCC and ASIC, Debt collection guideline (RG 96), part 2, section 4"


@dataclass(frozen=True, slots=True)
class AustraliaNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    weekdays: DailyWindow
    weekend: DailyWindow
    work: DailyWindow
    zones: tuple[str, ...]
    contacts_per_7_days_max: int
    contacts_per_31_days_max: int
    holidays: tuple[date, ...]
    holidays_from: date
    holidays_to: date

    def knows(self, day: date) -> bool:
        """Whether the holidays of the day's year are known."""
        return self.holidays_from <= day <= self.holidays_to

    def barred(self, day: date) -> bool:
        """Whether nobody is contacted: on a national public holiday, and where that is not known."""
        return day in self.holidays or not self.knows(day)

    def week(self, at_work: bool) -> Week:
        """The hours of each day of the week, at a number at work or at any other."""
        if at_work:
            return Week((*[self.work] * 5, None, None), self.barred)
        return Week((*[self.weekdays] * 5, self.weekend, self.weekend), self.barred)


def time(n: AustraliaNumbers, q: Question) -> Said | None:
    """The contact hours of the day; none on a national public holiday, nor where none are known."""
    zones = zones_of(n, q.facts)
    if not all(n.knows(local_date(q.now, zone)) for zone in zones):
        used = ("from", n.holidays_from), ("to", n.holidays_to)
        return deny("holiday_years_unknown", *used, lifts=Lifts.FACT_KNOWN, missing="numbers.holidays")
    return week_window(n.week(q.facts.line.spot is Spot.WORK), zones, q)


def contacts(n: AustraliaNumbers, q: Question) -> Said | None:
    """Contacts over all media in a week, and in a month at its longest."""
    made = [a.at for a in q.touches]
    caps = (n.contacts_per_7_days_max, 7), (n.contacts_per_31_days_max, 31)
    return capped("touches_capped", made, q, zones_of(n, q.facts), *caps)


AUSTRALIA = Rules(
    numbers=AustraliaNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("AU-TIME", GUIDELINE, time, scope=timed),
        Rule("AU-TIME", GUIDELINE, contacts, scope=initiated),
        *shared_rules(),
    ),
    countries=COUNTRIES,
)
