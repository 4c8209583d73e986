"""The United Kingdom: the FCA's Consumer Credit sourcebook on hours, disputes and advisers' plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct, Standing
from arrears.domain.compliance.frequency import latest
from arrears.domain.compliance.limits import timed
from arrears.domain.compliance.packs.world.shared import CAP, binds_in, shared_rules, zones_of
from arrears.domain.compliance.packs.world.week import Week, never, week_window
from arrears.domain.compliance.rule import HOUSE, ActRule, Question, Rule, Rules, defer, deny, initiated
from arrears.domain.times import DailyWindow

S = SpecialStatus
COUNTRIES = frozenset({"GB"})


@dataclass(frozen=True, slots=True)
class UkNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    monday_to_saturday: DailyWindow
    sunday: DailyWindow
    zones: tuple[str, ...]
    touches_per_7_days_max: int
    plan_days: int
    plan_extension_days: int

    @property
    def week(self) -> Week:
        """The hours of each day of the week."""
        return Week((*[self.monday_to_saturday] * 6, self.sunday), never)


def time(n: UkNumbers, q: Question) -> Said | None:
    """The contact hours of the day, in every zone the person may be in."""
    return week_window(n.week, zones_of(n, q.facts), q)


def disputed(n: UkNumbers, q: Question) -> Said | None:
    """No recovery while a dispute on possibly valid grounds is open; the firm carries the burden."""
    return deny("dispute_open", lifts=Lifts.PERSON) if q.facts.stands(S.DISPUTE) else None


def plan_in_the_making(n: UkNumbers, q: Question) -> Said | None:
    """Recovery rests while an adviser develops a plan, and once more when a person grants it."""
    used = "days", n.plan_days
    ends = [_plan_ends(n, entry) for entry in q.facts.each(S.DEBT_ADVISER)]
    if None in ends:
        return deny("plan_in_the_making", used, lifts=Lifts.PERSON, missing="standing.at")
    until = latest(*ends)
    return None if until is None or until <= q.now else defer("plan_in_the_making", until, used)


def _plan_ends(n: UkNumbers, entry: Standing) -> datetime | None:
    if entry.at is None:
        return None
    until = entry.at + timedelta(days=n.plan_days)
    if entry.until is None:
        return until
    return max(until, min(entry.until, until + timedelta(days=n.plan_extension_days)))


def recovery(n: UkNumbers, facts: ContactFacts, act: ProposedAct, now: datetime) -> Said | None:
    """No other step of recovery either while a dispute is open."""
    if act.kind is not ActKind.COLLECT or facts.stands(S.DISPUTE) is None:
        return None
    return deny("dispute_open", lifts=Lifts.PERSON)


UK = Rules(
    numbers=UkNumbers,
    binds=binds_in(COUNTRIES),
    contact=(
        Rule("UK-TIME", f"{HOUSE}, after CONC 7.9.4R", time, scope=timed),
        *shared_rules("UK-3P", "CONC 7.9"),
        CAP,
        Rule("UK-DISP", "CONC 7.14.1R and 7.14.4R", disputed, scope=initiated),
        Rule("UK-PLAN", "CONC 7.3.11R and 7.3.12G", plan_in_the_making, scope=initiated),
    ),
    acts=(ActRule("UK-DISP", "CONC 7.14.1R", recovery),),
    countries=COUNTRIES,
)
