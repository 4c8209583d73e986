"""What a borrower makes of their own money: the plan they could live with, and whether they like another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.borrowers.acts import TermsHeard
from simulator.borrowers.cashflow import PAYS_A_YEAR, days_after
from simulator.borrowers.means import Means

STEADY_MONTHS = 12  # for so long a plan must be bearable
GOOD_ENOUGH = 0.9  # of the best first day's plan: they take the earliest such day
NEAR_ENOUGH = 1.03  # over their sum, and still taken


@dataclass(frozen=True, slots=True)
class Budget:
    """One borrower's view of their money on a day, with what they foresee. Minor units."""

    means: Means
    today: date

    def monthly(self) -> int:
        """What could be paid every month from the day they would choose."""
        return self._steady_from(self.first_day())

    def per(self, rhythm: str | None, monthly_minor: int) -> int:
        """A monthly sum in another rhythm."""
        return monthly_minor * 12 // PAYS_A_YEAR[rhythm or "monthly"]

    def first_day(self) -> date:
        """The day they would rather begin on: a payday within a month, the earliest that helps."""
        paydays = [day for day in days_after(self.today, 31) if self.means.flow.pattern.expects_on(day)]
        best = max(self._steady_from(day) for day in paydays)
        return next(day for day in paydays if self._steady_from(day) >= best * GOOD_ENOUGH)

    def next_payday(self) -> date:
        """When money is next counted on."""
        return self.means.flow.pattern.next_after(self.today)

    def free_on(self, day: date) -> int:
        """What could have been paid by then."""
        return self.means.free_on(day, self.today)

    def bears(self, terms: TermsHeard, scale: float) -> bool:
        """Whether a schedule stays within so much of what is free, at every instalment."""
        paid = 0
        for on, minor in terms.instalments:
            paid += minor
            if paid > self.free_on(on) * scale * NEAR_ENOUGH:
                return False
        return True

    def bears_from(self, terms: TermsHeard, first: date, scale: float) -> bool:
        """Whether the same instalments would do, if they began on another day."""
        if not terms.instalments:
            return True
        later = first - terms.instalments[0][0]
        moved = tuple((on + later, minor) for on, minor in terms.instalments)
        return later > timedelta() and self.bears(TermsHeard(moved), scale)

    def _steady_from(self, first: date) -> int:
        dues = [first + timedelta(days=math.ceil(month * 365 / 12)) for month in range(STEADY_MONTHS)]
        return min(self.free_on(on) // number for number, on in enumerate(dues, start=1))
