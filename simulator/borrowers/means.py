"""What a borrower can really pay: hidden from the lender, and only half known to themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from simulator.borrowers.acts import TermsHeard
from simulator.borrowers.cashflow import CashFlow, days_after
from simulator.borrowers.families import Keeping
from simulator.borrowers.keeping import Payment, Payments

LOOK_AHEAD_DAYS = 30  # money that is needed to live within them is not to be had
HORIZON_DAYS = 790  # two years, and the look-ahead


@dataclass(frozen=True, slots=True)
class Means:
    """A borrower's cash and how it moves. Minor units of their currency."""

    flow: CashFlow
    savings_minor: int  # beyond what is needed until the next payday
    leak: float  # share of leftover money gone by each payday
    willingness: float  # 0..1

    @property
    def true_monthly_disposable_minor(self) -> int:
        """Income less living costs in the mean month, never below nothing."""
        return max(0, self.flow.income_minor - self.flow.costs_minor)

    def free_on(self, day: date, today: date) -> int:
        """What could have been paid by that day, as the borrower foresees it, with all costs covered."""
        ahead = max(0, (day - today).days)
        path = _free(self, today, foreseen=True)
        return max(0, path[min(ahead, len(path) - 1)])

    def affordable_minor(
        self, today: date, within_days: int, owed_minor: int | None = None, foreseen: bool = False
    ) -> int:
        """The most that could be collected in so many days with living costs untouched.

        With shocks as they turn out, or as the borrower foresees; at most what is owed. Costs of the 30 days
        after the horizon count as living costs too.
        """
        path = _free(self, today, foreseen=foreseen)
        free = max(0, path[min(within_days, len(path) - 1)])
        return free if owed_minor is None else min(free, owed_minor)

    def pay(
        self,
        schedule: TermsHeard,
        today: date,
        agreed_by: Literal["machine", "person"],
        borrower_set: bool,
        keeping: Keeping,
    ) -> tuple[Payment, ...]:
        """What is really paid of a plan agreed today, by day of payment."""
        payments = Payments(self.flow, self.leak, self.willingness, keeping, self.savings_minor)
        return payments.made(schedule.instalments, today, agreed_by == "machine", borrower_set)


@lru_cache(maxsize=256)
def _free(means: Means, today: date, *, foreseen: bool) -> tuple[int, ...]:
    """Free money by day from today: the least cash of the days to come, nothing having been paid."""
    flow = means.flow
    comes = flow.expected_on if foreseen else flow.received_on
    moves = [comes(day) - flow.costs_on(day) for day in days_after(today, HORIZON_DAYS)]
    cash = list(accumulate(moves, initial=means.savings_minor + flow.until_payday(today)))
    ends = range(len(cash) - LOOK_AHEAD_DAYS)
    return tuple(min(cash[end : end + LOOK_AHEAD_DAYS + 1]) for end in ends)
