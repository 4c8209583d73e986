"""Whether a number is still known to be the person's: texts, and the Reassigned Numbers Database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import days_after


class ReassignedAnswer(StrEnum):
    """What the Reassigned Numbers Database said."""

    YES = "yes"
    NO = "no"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class TextTerms:
    """The numbers; their sources stand beside them in the policy file."""

    fresh_days: int


@dataclass(frozen=True, slots=True)
class ReassignedCheck:
    """One query: was the number permanently disconnected after the last-good date?"""

    queried_on: date
    last_good_on: date  # the date that was asked with
    answer: ReassignedAnswer


@dataclass(frozen=True, slots=True)
class NumberEvidence:
    """What ties a number to the person. A telephone call from it is no evidence for texts."""

    texted_on: date | None = None  # the person's latest text about the debt
    consented_on: date | None = None  # the latest consent to texts, given directly to us
    checks: tuple[ReassignedCheck, ...] = ()


def last_good_on(known_on: Iterable[date | None]) -> date | None:
    """The date to query with: the latest on which the number was certainly the person's. None: not known.

    Source: TCPA-RND-1, 47 CFR 64.1200(m).
    """
    return max((on for on in known_on if on is not None), default=None)


def not_reassigned(check: ReassignedCheck, known_good_on: date) -> bool:
    """Whether the check shows that the number is still the person's.

    Only "no" does, and only if it was asked with a date on which the number was known to be good, or before.
    Source: TCPA-RND-1, 47 CFR 64.1200(m).
    """
    asked_well = check.last_good_on <= known_good_on <= check.queried_on
    return asked_well and check.answer is ReassignedAnswer.NO


def texts_last_on(evidence: NumberEvidence, terms: TextTerms) -> date | None:
    """The last day on which texts to the number are within the safe harbour; None when they never are.

    Without a text or a direct consent of the person's there is nothing that a check could renew. Once the
    database said that the number was reassigned, only a newer text or consent helps.
    Source: USF-TEXT-60, 12 CFR 1006.6(d)(3) and (5), comment 6(d)(5)-1.
    """
    good_on = last_good_on((evidence.texted_on, evidence.consented_on))
    if good_on is None or any(_says_reassigned(check, good_on) for check in evidence.checks):
        return None
    renewed = (check.queried_on for check in evidence.checks if not_reassigned(check, good_on))
    return days_after(max((good_on, *renewed)), terms.fresh_days)


def texts_fresh(evidence: NumberEvidence, today: date, terms: TextTerms) -> bool:
    """Whether a text may go to the number on the day.

    Source: USF-TEXT-60, 12 CFR 1006.6(d)(3) and (5), comment 6(d)(5)-1.
    """
    last_on = texts_last_on(evidence, terms)
    return last_on is not None and today <= last_on


def _says_reassigned(check: ReassignedCheck, known_good_on: date) -> bool:
    return check.answer is ReassignedAnswer.YES and check.queried_on >= known_good_on
