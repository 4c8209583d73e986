"""Simple interest on the principal, by the day: what a loan accrues while nothing else changes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from arrears.domain.money import Money

_PER_YEAR: Final = 1_000_000
ANNUAL_RATE_MAX: Final = 10 * _PER_YEAR
"""1000 % a year: what is above it is in other units than per cent. Judgement; payday loans reach 700 %."""


class DayCount(StrEnum):
    """How days become a part of a year. Source: ISDA 2006 Definitions, section 4.16(d) and (e)."""

    ACTUAL_365 = "actual/365"  # calendar days over 365, leap years too
    ACTUAL_360 = "actual/360"  # calendar days over 360, as banks count

    @property
    def days_in_year(self) -> int:
        """The divisor."""
        return 365 if self is DayCount.ACTUAL_365 else 360


@dataclass(frozen=True, slots=True)
class InterestTerms:
    """The contract's rate. Neither default interest nor fees are in it."""

    annual_rate: int  # millionths of the principal a year: 18.25 % is 182500
    day_count: DayCount = DayCount.ACTUAL_365

    def __post_init__(self) -> None:
        if not 0 <= self.annual_rate <= ANNUAL_RATE_MAX:
            raise ValueError("an annual rate is from 0 to 1000 per cent")

    @property
    def percent(self) -> str:
        """The rate of a year as it is said: "18.25%"."""
        whole = Decimal(self.annual_rate).scaleb(-4).normalize()
        return f"{whole:f}%"

    def a_month(self, principal: Money) -> Money:
        """A twelfth of what a year of 365 days brings, as for equal monthly payments of interest."""
        return self.accrued(principal, 365).share(1, 12)

    def accrued(self, principal: Money, days: int) -> Money:
        """What so many days bring, rounded once, half up to a minor unit; nothing on a principal below zero.

        Raises: ValueError when days is negative.
        """
        if days < 0:
            raise ValueError("interest accrues forwards")
        if principal.minor <= 0:
            return Money.zero(principal.currency)
        return principal.share(self.annual_rate * days, _PER_YEAR * self.day_count.days_in_year)
