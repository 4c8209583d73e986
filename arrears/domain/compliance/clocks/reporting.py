"""When a debt may be furnished to a credit bureau."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from arrears.domain.compliance.clocks.days import days_after


@dataclass(frozen=True, slots=True)
class ReportingTerms:
    """The numbers; their sources stand beside them in the policy file."""

    furnish_wait_days: int


@dataclass(frozen=True, slots=True)
class Told:
    """A letter or an electronic message about the debt."""

    sent_on: date
    bounced_on: date | None = None


def furnish_from(spoke_on: date | None, told: Iterable[Told], terms: ReportingTerms) -> date | None:
    """The first day on which the debt may be furnished; None while the person has not been told of it.

    Speaking with the person about the debt is enough at once. A letter or message is enough after the days in
    which no bounce came; one that bounced within them is not.
    Source: USF-CRA-1, 12 CFR 1006.30(a).
    """
    waited = (days_after(one.sent_on, terms.furnish_wait_days + 1) for one in told if _reached(one, terms))
    return min((day for day in (spoke_on, *waited) if day is not None), default=None)


def _reached(one: Told, terms: ReportingTerms) -> bool:
    return one.bounced_on is None or one.bounced_on > days_after(one.sent_on, terms.furnish_wait_days)
