"""What is true of a simulated borrower and hidden from every policy: what they can pay, what they would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from benchmarks.negotiation import plans
from benchmarks.negotiation.setting import Case, heard
from simulator.borrowers.acts import TermsHeard
from simulator.borrowers.budget import Budget
from simulator.borrowers.cashflow import CashFlow
from simulator.borrowers.families import Keeping, families
from simulator.borrowers.keeping import Payment, Payments
from simulator.borrowers.minds import Mind

QUARTER, YEAR = 90, 365
MONTH_DAYS = 365 / 12
KEPT = 0.95
WORTH_A_MONTH = (
    0.99  # of money that comes a month later: the price of a lender's capital, as the engine has it
)


class KnownFlow:
    """A cash flow whose days are worked out once: many plans are paid from it."""

    def __init__(self, flow: CashFlow) -> None:
        self._flow, self.seed = flow, flow.seed
        self._received: dict[date, int] = {}
        self._costs: dict[date, int] = {}
        self._until: dict[date, int] = {}

    def received_on(self, day: date) -> int:
        if day not in self._received:
            self._received[day] = self._flow.received_on(day)
        return self._received[day]

    def costs_on(self, day: date) -> int:
        if day not in self._costs:
            self._costs[day] = self._flow.costs_on(day)
        return self._costs[day]

    def until_payday(self, day: date) -> int:
        if day not in self._until:
            self._until[day] = self._flow.until_payday(day)
        return self._until[day]


@dataclass(frozen=True, slots=True)
class Paid:
    """What became of a plan in the year after it was agreed."""

    quarter_minor: int  # arrived within 90 days
    year_minor: int
    worth: float  # of the year's payments today
    kept: bool | None  # at 90 days, by the definition of `metrics`; None when nothing was due by then
    promises_due: int  # payments due within 90 days
    promises_kept: int


class Truth:
    """One borrower's hidden side on the day of the talk."""

    def __init__(self, mind: Mind, case: Case) -> None:
        self.case, self.means, self.temper = case, mind.means, mind.temper
        self.negotiates = mind.family.conduct == "negotiates"
        self._flow = KnownFlow(mind.means.flow)
        self._keeping: Keeping = families().keeping
        self.budget = Budget(mind.means, case.today)

    @cached_property
    def affordable_quarter(self) -> int:
        """Minor units that could be collected within 90 days with living costs untouched."""
        return self.means.affordable_minor(self.case.today, QUARTER, self.case.balance.minor)

    @cached_property
    def affordable_year(self) -> int:
        return self.means.affordable_minor(self.case.today, YEAR, self.case.balance.minor)

    @property
    def disposable(self) -> int:
        """A month, minor units."""
        return self.means.true_monthly_disposable_minor

    @cached_property
    def first_days(self) -> tuple[date, ...]:
        """Days on which a plan might well start: their own, the usual, the latest."""
        case = self.case
        latest = case.today + timedelta(days=case.authority.terms.first_payment_within_days)
        own = self.budget.first_day()
        return tuple(plans.first_within(case, day) for day in (own, own + timedelta(days=1), None, latest))

    def would_take(self, terms: TermsHeard) -> bool:
        """Whether they would agree to it once they have come as far as they ever will."""
        return self.budget.bears(terms, self.temper.share * self.temper.promises)

    def pays(
        self, terms: TermsHeard, *, own_terms: bool, willingness: float | None = None
    ) -> tuple[Payment, ...]:
        """What they pay of it within a year, when a machine agreed it."""
        last = self.case.today + timedelta(days=YEAR)
        dues = [item for item in terms.instalments if item[0] <= last]
        will = self.means.willingness if willingness is None else willingness
        payments = Payments(self._flow, self.means.leak, will, self._keeping, self.means.savings_minor)  # type: ignore[arg-type]
        return payments.made(dues, self.case.today, True, own_terms)

    def paid(self, terms: TermsHeard, *, own_terms: bool) -> Paid:
        """What becomes of a plan."""
        made, today = self.pays(terms, own_terms=own_terms), self.case.today
        ages = [((payment.on - today).days, payment.minor) for payment in made]
        due, kept = self._promises(terms, made)
        return Paid(
            sum(minor for age, minor in ages if age <= QUARTER),
            sum(minor for age, minor in ages if age <= YEAR),
            sum(minor * WORTH_A_MONTH ** (age / MONTH_DAYS) for age, minor in ages if age <= YEAR),
            self._holds(terms, made) if due else None,
            due,
            kept,
        )

    def carries(self, terms: TermsHeard) -> bool:
        """Whether the means carry it, were there all the will in the world: 95 % of a year's dues arrive."""
        last = self.case.today + timedelta(days=YEAR)
        due = sum(minor for on, minor in terms.instalments if on <= last)
        made = self.pays(terms, own_terms=True, willingness=1.0)
        return sum(payment.minor for payment in made) >= KEPT * due > 0

    @cached_property
    def agreement_exists(self) -> bool:
        """Whether a plan inside authority that covers the balance is one that the hidden means can carry."""
        return any(self.carries(heard(offer)) for offer in plans.lightest(self.case, self.first_days))

    def _holds(self, terms: TermsHeard, made: tuple[Payment, ...]) -> bool:
        """Every payment due within 90 days is there, to 95 %, by its day and the grace of the authority."""
        grace, today, before = timedelta(days=self.case.authority.terms.grace_days), self.case.today, 0
        for on, minor in terms.instalments:
            if (on + grace - today).days > QUARTER:
                break
            if sum(p.minor for p in made if p.on <= on + grace) < before + KEPT * minor:
                return False
            before += minor
        return True

    def _promises(self, terms: TermsHeard, made: tuple[Payment, ...]) -> tuple[int, int]:
        grace, today = timedelta(days=self.case.authority.terms.grace_days), self.case.today
        due = [item for item in terms.instalments if (item[0] + grace - today).days <= QUARTER]
        kept = sum(
            sum(p.minor for p in made if p.due_on == on and p.on <= on + grace) >= KEPT * minor
            for on, minor in due
        )
        return len(due), kept
