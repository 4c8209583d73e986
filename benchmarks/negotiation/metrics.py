"""What is measured of conversations, with 95 % intervals.

Definitions, for borrowers of families that negotiate:

agreement            Share with recorded terms that have at least one payment (a pause is none), of those for
                     whom an agreement exists: a plan inside authority that covers the balance, of whose dues
                     within a year the hidden means would pay 95 %, simulated with every will to pay. A part
                     payment counts as an agreement; what it leaves due counts against recovery.
recovery             Money that arrived within 90 days (and within 12 months) / money that could have been
                     collected by then with living costs untouched, at most what is owed; the mean over
                     borrowers who could pay at least ten units. Without terms nothing arrives.
health               Share of the true disposable income of the 90 days (12 months) that the terms leave: 1
                     less dues of that time / (monthly income less costs, true, in the mean month), never
                     below 0; who has nothing to spare is at 1 without dues and at 0 with any; the mean over
                     all. Dues count whether paid or not: terms that are too large are unhealthy even where
                     they break. Without terms it is 1.
harmonic mean        Of recovery and health, as the debt negotiation evaluation of ACL Findings 2025 weighs
                     creditor recovery against debtor health. Of the means, not of each borrower. The headline
                     is that of 12 months: plans run that long. Within 90 days one of twelve months brings
                     about a quarter of its money, and a first payment out of savings weighs as if it came
                     out of a quarter's income. That of 90 days is reported beside the headline.
kept                 Share of agreed terms with a payment due by day 90 of which every payment due was there,
                     to 95 %, by its day and the grace of the authority; what arrives fills the oldest
                     payment first.
promises kept        The same of single payments, each by the money meant for it.
turns                Messages of the borrower until the yes that records the terms; the median.
regret, own          What the engine itself says that its last terms give away against the best that the
                     policy allowed, as a share of the balance; engine only.
regret, true         Money of a year (worth 1 % less a month) that the best plan of who knows the hidden
                     means brings, less that of the terms agreed, as a share of the balance; of agreed terms.
                     Below zero is possible: the optimum takes no part payments and its days are a grid.
violations           Conversations in which a hard rule of `violations` was broken.

Intervals are percentile bootstraps over conversations; a difference is taken of the same borrowers.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from arrears.domain.negotiation.offers import Accept, Counter
from benchmarks.negotiation.adapter import Conversation
from benchmarks.negotiation.setting import heard
from benchmarks.negotiation.truth import MONTH_DAYS, QUARTER, YEAR, Paid, Truth
from benchmarks.negotiation.violations import violations

RESAMPLES = 1_000
NOTHING_MINOR = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """One conversation, measured. None where the measure is not of this borrower."""

    family: str
    held_out: bool
    outcome: str
    kind: str | None
    agreed: float
    exists: bool
    recovery: float | None
    recovery_year: float | None
    health: float | None
    health_year: float | None
    kept: float | None
    promises: tuple[int, int]
    turns: int | None
    own_regret: float | None
    true_regret: float | None
    violations: dict[str, int] = field(default_factory=dict)
    seconds: tuple[float, ...] = ()


def measured(
    conversation: Conversation,
    truth: Truth,
    family: str,
    *,
    held_out: bool,
    own_terms: bool,
    best: Paid | None,
) -> Row:
    """The measures of one conversation."""
    plan, negotiates = conversation.plan, truth.negotiates
    paid = truth.paid(heard(plan), own_terms=own_terms) if plan else None
    return Row(
        family=family,
        held_out=held_out,
        outcome=conversation.outcome,
        kind=_kind(conversation),
        agreed=float(plan is not None and bool(plan.instalments)),
        exists=negotiates and truth.agreement_exists,
        recovery=_share(paid.quarter_minor if paid else 0, truth.affordable_quarter) if negotiates else None,
        recovery_year=_share(paid.year_minor if paid else 0, truth.affordable_year) if negotiates else None,
        health=_health(conversation, truth, QUARTER) if negotiates else None,
        health_year=_health(conversation, truth, YEAR) if negotiates else None,
        kept=float(paid.kept) if paid and paid.kept is not None else None,
        promises=(paid.promises_kept, paid.promises_due) if paid else (0, 0),
        turns=conversation.agreed_at_turn,
        own_regret=_own_regret(conversation),
        true_regret=(best.worth - paid.worth) / truth.case.balance.minor if best and paid else None,
        violations=dict(violations(conversation)),
        seconds=tuple(step.seconds for step in conversation.steps),
    )


def _kind(conversation: Conversation) -> str | None:
    plan = conversation.plan
    if plan is None:
        return None
    return "part payment" if str(plan.kind) == "promise" and plan.left_due else str(plan.kind)


def _share(got: int, could: int) -> float | None:
    return min(1.0, got / could) if could >= NOTHING_MINOR else None


def _health(conversation: Conversation, truth: Truth, days: int) -> float:
    items = conversation.plan.instalments if conversation.plan else ()
    due = sum(i.amount.minor for i in items if (i.on - conversation.case.today).days <= days)
    free = truth.disposable * days / MONTH_DAYS
    return max(0.0, 1 - due / free) if free else float(not due)


def _own_regret(conversation: Conversation) -> float | None:
    moves = [step.move for step in conversation.steps if isinstance(step.move, Accept | Counter)]
    if conversation.plan is None or not moves or moves[-1].worth is None:
        return None
    return moves[-1].worth.regret.minor / conversation.case.balance.minor


@dataclass(frozen=True, slots=True)
class Columns:
    """Measures of many conversations, one array each; not-a-number where a measure is not of the borrower."""

    values: dict[str, np.ndarray]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Columns:
        picks: dict[str, Callable[[Row], float | None]] = {
            **{name: lambda row, name=name: getattr(row, name) for name in _PLAIN},
            "agreement": lambda row: row.agreed if row.exists else None,
            "violations": lambda row: float(bool(row.violations)),
            "promises_kept": lambda row: row.promises[0],
            "promises_due": lambda row: row.promises[1],
        }
        return cls(
            {
                name: np.array([np.nan if (value := pick(row)) is None else value for row in rows], float)
                for name, pick in picks.items()
            }
        )

    def mean(self, name: str, drawn: np.ndarray) -> np.ndarray:
        """The mean of each draw."""
        values = self.values[name]
        known = ~np.isnan(values)
        return self._ratio(np.where(known, values, 0.0)[drawn].sum(axis=1), known[drawn].sum(axis=1))

    def promises(self, drawn: np.ndarray) -> np.ndarray:
        """Promises kept of those due, of each draw."""
        kept, due = (self.values[name][drawn].sum(axis=1) for name in ("promises_kept", "promises_due"))
        return self._ratio(kept, due)

    def median(self, name: str, drawn: np.ndarray) -> np.ndarray:
        """The median of each draw."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # a draw without any
            return np.nanmedian(self.values[name][drawn], axis=1)

    def harmonic(self, one: str, other: str, drawn: np.ndarray) -> np.ndarray:
        """The harmonic mean of two means, of each draw."""
        left, right = self.mean(one, drawn), self.mean(other, drawn)
        return self._ratio(2 * left * right, left + right)

    @staticmethod
    def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
        return np.divide(above, below, out=np.full(len(above), np.nan), where=below != 0)


_PLAIN = (
    "recovery",
    "recovery_year",
    "health",
    "health_year",
    "kept",
    "turns",
    "own_regret",
    "true_regret",
)

type Measure = Callable[[Columns, np.ndarray], np.ndarray]


def _mean_of(name: str) -> Measure:
    return lambda columns, drawn: columns.mean(name, drawn)


MEASURES: dict[str, Measure] = {
    **{name: _mean_of(name) for name in (*_PLAIN, "agreement", "violations")},
    "harmonic": lambda columns, drawn: columns.harmonic("recovery", "health", drawn),
    "harmonic_year": lambda columns, drawn: columns.harmonic("recovery_year", "health_year", drawn),
    "promises_kept": lambda columns, drawn: columns.promises(drawn),
    "turns": lambda columns, drawn: columns.median("turns", drawn),
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % interval; not-a-number where there is none."""

    value: float
    low: float
    high: float


def estimate(measure: Measure, *groups: Sequence[Row], resamples: int = RESAMPLES) -> Estimate:
    """The measure of a group; of two groups of the same borrowers, the first's less the second's."""
    count, nothing = len(groups[0]), float("nan")
    if not count:
        return Estimate(nothing, nothing, nothing)
    draws = np.random.default_rng(1).integers(0, count, (resamples, count))
    drawn = np.vstack((np.arange(count), draws))  # the first is the group itself
    found = [measure(Columns.of(rows), drawn) for rows in groups]
    values = found[0] if len(found) == 1 else found[0] - found[1]
    known = values[1:][~np.isnan(values[1:])]
    low, high = np.percentile(known, (2.5, 97.5)) if len(known) else (nothing, nothing)
    return Estimate(float(values[0]), float(low), float(high))
