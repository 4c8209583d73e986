"""When a revocation of consent takes effect, and the one confirmation after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from arrears.domain.compliance.clocks.days import weekdays_after
from arrears.domain.times import require_aware


@dataclass(frozen=True, slots=True)
class StopTerms:
    """The numbers; their sources stand beside them in the policy file."""

    honour_business_days_max: int


def stop_effective_at(stopped_at: datetime) -> datetime:
    """The instant from which nothing automatic is sent: that of the revocation itself.

    Raises: NaiveDatetimeError. Source: TCPA-STOP-1, house policy (P) after 47 CFR 64.1200(a)(10).
    """
    return require_aware(stopped_at)


def stop_honoured_by_on(stopped_on: date, terms: StopTerms) -> date:
    """The last day that the law gives for honouring a revocation; holidays count as business days (P).

    Source: TCPA-STOP-1, 47 CFR 64.1200(a)(10).
    """
    return weekdays_after(stopped_on, terms.honour_business_days_max)


def confirmation_allowed(stopped_at: datetime, now: datetime, *, confirmed: bool, minutes_max: int) -> bool:
    """Whether the one confirmation may still be sent; `confirmed` counts the carrier's own.

    Source: TCPA-STOP-1, 47 CFR 64.1200(a)(12); 12 CFR 1006.14(h)(2)(i).
    """
    return not confirmed and timedelta(0) <= now - stopped_at <= timedelta(minutes=minutes_max)
