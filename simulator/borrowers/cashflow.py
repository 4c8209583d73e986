"""When a borrower's money comes and what living costs, day by day."""

from __future__ import annotations

import calendar
import random
from dataclasses import dataclass
from datetime import date, timedelta

PAYS_A_YEAR = {"weekly": 52, "biweekly": 26, "semimonthly": 24, "monthly": 12}
IN_SEASON = {
    "income": 1.25,
    "costs": 1.2,
}  # of the year's mean month; the other half of the year is the reverse
IRREGULAR_GAP_DAYS = 10  # on average between two pays that come irregularly


@dataclass(frozen=True, slots=True)
class PayPattern:
    """On which days money comes."""

    kind: str  # weekly, biweekly, semimonthly, monthly, irregular, seasonal
    weekday: int = 4  # Monday is 0
    phase: int = 0  # which of two weeks
    month_day: int = 1  # 1..28
    season: frozenset[int] = frozenset()  # the six good months, of a seasonal business

    @property
    def rhythm(self) -> str:
        """How often they expect money: what comes irregularly is counted on by the week."""
        return {"irregular": "weekly", "seasonal": "monthly"}.get(self.kind, self.kind)

    def expects_on(self, day: date) -> bool:
        """Whether money is expected that day."""
        match self.rhythm:
            case "weekly":
                return day.weekday() == self.weekday
            case "biweekly":
                return day.weekday() == self.weekday and day.toordinal() // 7 % 2 == self.phase
            case "semimonthly":
                return day.day in (15, calendar.monthrange(day.year, day.month)[1])
            case _:
                return day.day == self.month_day

    def next_after(self, day: date) -> date:
        """The next day on which money is expected."""
        return next(later for later in days_after(day, 32) if self.expects_on(later))

    def scale(self, month: int, of: str) -> float:
        """That month's income or costs, relative to the mean month."""
        if not self.season:
            return 1.0
        return IN_SEASON[of] if month in self.season else 2 - IN_SEASON[of]


def days_after(day: date, count: int) -> list[date]:
    """The next so many days."""
    return [day + timedelta(days=ahead) for ahead in range(1, count + 1)]


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Income and costs, as foreseen and as they turn out under the seed. Minor units."""

    seed: str
    income_minor: int  # of the mean month
    costs_minor: int  # of the mean month
    pattern: PayPattern
    pay_spread: float  # relative
    shock_per_month: float
    shock_loss: float  # share of the month's income

    def costs_on(self, day: date) -> int:
        """What that day costs; a year's days add up to twelve months."""
        number = day.toordinal()
        even = self.costs_minor * 12 * (number + 1) // 365 - self.costs_minor * 12 * number // 365
        return round(even * self.pattern.scale(day.month, "costs"))

    def expected_on(self, day: date) -> int:
        """What the borrower counts on that day."""
        if not self.pattern.expects_on(day):
            return 0
        pay = self.income_minor * 12 // PAYS_A_YEAR[self.pattern.rhythm]
        return round(pay * self.pattern.scale(day.month, "income"))

    def received_on(self, day: date) -> int:
        """What really comes that day."""
        regular = self.pattern.kind != "irregular"
        if regular and not self.pattern.expects_on(day):
            return 0
        dice = random.Random(f"{self.seed} {day}")
        if regular:
            pay = self.expected_on(day)
        else:
            comes = dice.random() < 1 / IRREGULAR_GAP_DAYS
            pay = self.income_minor * 12 * IRREGULAR_GAP_DAYS // 365 if comes else 0
        if pay == 0:
            return 0
        loss = self.shock_loss if self.shocked_in(day) else 0.0
        return round(pay * max(0.0, dice.gauss(1, self.pay_spread)) * (1 - loss))

    def shocked_in(self, day: date) -> bool:
        """Whether the income of that day's month falls short."""
        return random.Random(f"{self.seed} {day:%Y-%m}").random() < self.shock_per_month

    def until_payday(self, day: date) -> int:
        """What living costs from the day after until the next pay that is counted on."""
        payday = self.pattern.next_after(day)
        return sum(self.costs_on(later) for later in days_after(day, (payday - day).days - 1))
