"""Rests that a person's situation brings: hardship, debt advice, breathing space, a silent attorney."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import days_after, months_after
from arrears.domain.compliance.clocks.periods import Awaits, Rest


class SpaceKind(StrEnum):
    """The two kinds of breathing space in England and Wales."""

    STANDARD = "standard"
    MENTAL_HEALTH_CRISIS = "mental_health_crisis"


@dataclass(frozen=True, slots=True)
class PauseTerms:
    """The numbers; their sources stand beside them in the policy file."""

    attorney_silent_days: int
    uk_plan_days: int
    uk_plan_extension_days: int
    breathing_space_days: int
    crisis_days_after_treatment: int
    standard_space_months_between: int


@dataclass(frozen=True, slots=True)
class BreathingSpace:
    """A moratorium that the creditor was notified of."""

    kind: SpaceKind
    started_on: date
    treatment_ended_on: date | None = None  # of a crisis
    cancelled_on: date | None = None


def hardship_rest(told_on: date, *, days: int) -> Rest:
    """Outreach rests for so many days after hardship was named.

    Source: VUL-02, house policy (P) after CONC 7, FG21/1 and art. 70 of the Chinese credit-card rules.
    """
    return Rest(told_on, days_after(told_on, days))


def attorney_silent_from(asked_on: date, answered_on: date | None, terms: PauseTerms) -> date | None:
    """The first day on which a person decides how to go on with a silent attorney; None once they answered.

    It is no leave to contact the consumer. An answer within the days keeps contact with the attorney.
    Source: USF-ATT-1, 12 CFR 1006.6(b)(2), comment 6(b)(2)-1; the number is house policy (P).
    """
    if answered_on is not None and answered_on >= asked_on:
        return None
    return days_after(asked_on, terms.attorney_silent_days + 1)


def uk_plan_rest(asked_on: date, *, extended: bool, terms: PauseTerms) -> Rest:
    """Recovery rests while the customer, or an adviser, develops a plan; once more when there is progress.

    Source: UK-PLAN, CONC 7.3.11R and 7.3.12G.
    """
    days = terms.uk_plan_days + (terms.uk_plan_extension_days if extended else 0)
    return Rest(asked_on, days_after(asked_on, days))


def breathing_space_rest(space: BreathingSpace, terms: PauseTerms) -> Rest:
    """The days without contact, enforcement and most interest; contact resumes the day after they end.

    A crisis has no end while the treatment lasts. Source: UK-BS-1, Debt Respite Scheme (England and Wales).
    """
    ends = [on for on in (_space_ends_on(space, terms), space.cancelled_on) if on is not None]
    return Rest(space.started_on, min(ends, default=None), _AWAITED[space.kind])


def standard_space_possible(previous_ended_on: date, applied_on: date, terms: PauseTerms) -> bool:
    """Whether a further standard space fits the rule of one in so many months.

    When it does not, it is honoured all the same, and a person asks the register.
    Source: UK-BS-1, Debt Respite Scheme (England and Wales).
    """
    return months_after(previous_ended_on, terms.standard_space_months_between) <= applied_on


def _space_ends_on(space: BreathingSpace, terms: PauseTerms) -> date | None:
    match space.kind:
        case SpaceKind.STANDARD:
            return days_after(space.started_on, terms.breathing_space_days)
        case SpaceKind.MENTAL_HEALTH_CRISIS if space.treatment_ended_on is not None:
            return days_after(space.treatment_ended_on, terms.crisis_days_after_treatment)
        case SpaceKind.MENTAL_HEALTH_CRISIS:
            return None


_AWAITED = {SpaceKind.STANDARD: None, SpaceKind.MENTAL_HEALTH_CRISIS: Awaits.TREATMENT_END}
