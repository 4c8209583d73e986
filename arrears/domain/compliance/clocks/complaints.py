"""How long collection rests after a complaint, and by when it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.clocks.days import days_after
from arrears.domain.compliance.clocks.periods import Awaits, Rest


@dataclass(frozen=True, slots=True)
class ComplaintTerms:
    """The numbers; their sources stand beside them in the policy file."""

    china_answer_days: int


def china_complaint_rest(received_on: date, answered_on: date | None) -> Rest:
    """Collection rests from the day of the complaint until it is answered (P). Source: CN-COMPL, GB/T 5.6."""
    return Rest(received_on, answered_on, Awaits.COMPLAINT_ANSWER)


def china_complaint_answer_due_on(received_on: date, terms: ComplaintTerms) -> date:
    """The last day on which the complaint is answered. Source: CN-COMPL, GB/T 5.6 (number unverified)."""
    return days_after(received_on, terms.china_answer_days)
