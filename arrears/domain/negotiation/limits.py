"""The amounts a payment may have: what the lender allows, met with what the borrower can afford.

What they can afford is what they said: the limit they stated, and what their own figures leave.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Position, Reason, Regularly
from arrears.domain.negotiation.rest_days import kept_apart
from arrears.domain.negotiation.schedule import due_dates
from arrears.domain.negotiation.scope import Scope

PER_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.BIWEEKLY: 26,
    Frequency.SEMIMONTHLY: 24,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
}
"""Payments a year."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a payment may be, low <= amount <= high, and on which days."""

    low: Money
    high: Money
    days: tuple[date, ...]  # that fit the term; none for a single payment
    cap: Reason = Reason.ABOVE_STATED_LIMIT  # why no more than `high`, where it is below the balance

    @property
    def payments(self) -> int:
        """How many payments fit the term."""
        return len(self.days)

    @property
    def is_empty(self) -> bool:
        """Whether what the lender allows is above what the borrower can afford."""
        return self.low > self.high

    def clamped(self, amount: Money) -> Money:
        """The nearest amount of the range."""
        return min(max(amount, self.low), self.high)


def once(scope: Scope) -> Range:
    """What a single payment may be."""
    high, cap = _lowest(scope.position.stated_limit, disposable(scope.position), scope.balance)
    return Range(scope.bounds.min_instalment, high, (), cap)


def at_hand(scope: Scope, amount: Money) -> Range:
    """What a first payment may be of an amount that they have, beside what they can afford after it."""
    allowed = once(scope)
    return replace(allowed, high=max(allowed.high, min(amount, scope.balance)))


def in_rhythm(
    scope: Scope,
    *,
    rhythm: Frequency,
    wanted: Frequency,
    first_on: date,
    covering: Money | None = None,
    at_most: int | None = None,
) -> Range:
    """What a regular payment may be so that the balance, or the part of it to cover, is paid in time.

    `wanted` is the rhythm the borrower speaks of; a limit stated without one is meant in it.
    """
    covering = scope.balance if covering is None else covering
    high, cap = affordable(scope.position, rhythm, wanted, covering)
    days = _fitting(scope, rhythm, first_on, scope.bounds.max_instalments if at_most is None else at_most)
    if not days:
        return Range(covering, Money.zero(covering.currency), (), cap)
    in_time = Money(-(-covering.minor // len(days)), covering.currency)
    return Range(max(min(scope.bounds.min_instalment, covering), in_time), high, days, cap)


def affordable(
    position: Position, rhythm: Frequency, wanted: Frequency, covering: Money
) -> tuple[Money, Reason]:
    """The most a payment of that rhythm may be by what they said, and which of it says so."""
    limit, left = position.stated_limit, disposable(position)
    if limit is not None and position.limit_per is None:
        limit = min(limit, in_other_rhythm(limit, wanted, rhythm))
    elif limit is not None and position.limit_per is not None:
        limit = _in_other(limit, position.limit_per, rhythm, covering)
    figures = None if left is None else min(left, in_other_rhythm(left, Frequency.MONTHLY, rhythm))
    return _lowest(limit, figures, covering)


def disposable(position: Position) -> Money | None:
    """What a month leaves by their own figures: income less costs and other plans; None without an income.

    It may be negative. Costs they have not told count as none: the income is a limit of its own.
    """
    said = position.said
    if said.income is None:
        return None
    left = _a_month(said.income)
    if said.expenses is not None:
        left = left + _a_month(Regularly(-said.expenses.amount, said.expenses.per))
    return left if position.other_plans is None else left - position.other_plans


def in_other_rhythm(amount: Money, said: Frequency, meant: Frequency) -> Money:
    """The same money over a year in another rhythm, rounded down."""
    return Money(amount.minor * PER_YEAR[said] // PER_YEAR[meant], amount.currency)


def rest_starts_on(scope: Scope, first_on: date, rhythm: Frequency) -> date:
    """The earliest day for what follows a first payment, so that both do not fall on the same means.

    One period of the rhythm later, or of the rhythm that their limit is meant in where that is longer.
    """
    periods = [rhythm]
    if scope.position.stated_limit is not None and scope.position.limit_per is not None:
        periods.append(scope.position.limit_per)
    if disposable(scope.position) is not None:
        periods.append(Frequency.MONTHLY)
    return max(next(islice(due_dates(first_on, period), 1, None)) for period in periods)


def _a_month(regularly: Regularly) -> Money:
    return in_other_rhythm(regularly.amount, regularly.per, Frequency.MONTHLY)


def _in_other(limit: Money, said: Frequency, meant: Frequency, covering: Money) -> Money:
    """A limit in another rhythm; a slower one is saved up for, which takes two payments of it at least."""
    converted = in_other_rhythm(limit, said, meant)
    if PER_YEAR[meant] >= PER_YEAR[said]:
        return converted
    half = Money(-(-covering.minor // 2), covering.currency)
    return min(converted, max(limit, half))


def _lowest(limit: Money | None, figures: Money | None, balance: Money) -> tuple[Money, Reason]:
    high, cap = balance, Reason.ABOVE_STATED_LIMIT
    if limit is not None:
        high = min(high, limit)
    if figures is not None and figures < high:
        high, cap = figures, Reason.ABOVE_OWN_FIGURES
    return high, cap


def _fitting(scope: Scope, rhythm: Frequency, first_on: date, at_most: int) -> tuple[date, ...]:
    """The due days, moved off rest days, that lie within the term."""
    latest = scope.bounds.latest_last_on
    due = takewhile(lambda day: day <= latest, islice(due_dates(first_on, rhythm), at_most))
    days = kept_apart(due, scope.rest, scope.today)
    if first_on == scope.today and days:
        days = (first_on, *days[1:])
    return tuple(day for day in days if day <= latest)
