"""Stretches of calendar days: a period with two ends, and a rest that may wait for an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.compliance.clocks.days import days_after


class Awaits(StrEnum):
    """What ends a rest that has no last day yet."""

    VERIFICATION = "verification"  # of the debt, or a copy of the judgment, sent to the person
    ORIGINAL_CREDITOR = "original_creditor"  # its name and address, sent to the person
    SUBSTANTIATION = "substantiation"  # of a charged-off debt under New York's rule
    RESOLUTION = "resolution"  # of a dispute, by the firm that carries the burden
    COMPLAINT_ANSWER = "complaint_answer"
    TREATMENT_END = "treatment_end"  # of a mental-health crisis
    WITHDRAWAL = "withdrawal"  # of the person's own request


@dataclass(frozen=True, slots=True)
class Period:
    """Calendar days with a first and a last one; both belong to it."""

    first_on: date
    last_on: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.first_on <= day <= self.last_on


@dataclass(frozen=True, slots=True)
class Rest:
    """Days on which collection, or one way of contact, rests."""

    first_on: date
    last_on: date | None  # None until the event has happened
    awaits: Awaits | None = None

    @property
    def resumes_on(self) -> date | None:
        """The first day after it; None while the event has not happened."""
        return None if self.last_on is None else days_after(self.last_on, 1)

    def holds(self, day: date, ended_on: date | None = None) -> bool:
        """Whether the day lies in the rest; the day on which the event ended it still does."""
        ends = [end for end in (self.last_on, ended_on) if end is not None]
        return self.first_on <= day and all(day <= end for end in ends)
