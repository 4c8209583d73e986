"""The amounts a payment may have: what the lender allows, met with what the borrower can afford."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.offers import OfferBounds, Position
from arrears.domain.negotiation.schedule import dates_that_fit

_PER_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.BIWEEKLY: 26,
    Frequency.SEMIMONTHLY: 24,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
}


@dataclass(frozen=True, slots=True)
class Range:
    """What a regular payment may be, low <= amount <= high, and how many payments fit the term."""

    low: Money
    high: Money
    payments: int

    @property
    def is_empty(self) -> bool:
        """Whether what the lender allows is above what the borrower can afford."""
        return self.low > self.high


def bounds_of(position: Position, authority: Authority) -> OfferBounds:
    """The bounds of every move of this position, as they are shown beside the transcript."""
    today = position.today
    return OfferBounds(
        min_instalment=min(authority.terms.min_instalment, position.balance.total),
        max_instalments=authority.terms.max_instalments,
        latest_promise_on=today + timedelta(days=authority.terms.promise_within_days),
        latest_first_on=today + timedelta(days=authority.terms.first_payment_within_days),
        latest_last_on=today + timedelta(days=authority.terms.max_term_days),
        stated_limit=position.stated_limit,
        policy_version=authority.policy_version,
    )


def once(position: Position, bounds: OfferBounds) -> Range:
    """What a single payment may be."""
    balance = position.balance.total
    limit = balance if position.stated_limit is None else position.stated_limit
    return Range(bounds.min_instalment, min(limit, balance), 1)


def in_rhythm(
    position: Position, bounds: OfferBounds, *, rhythm: Frequency, wanted: Frequency, first_on: date
) -> Range:
    """What a regular payment may be so that the balance is paid in time.

    `wanted` is the rhythm the borrower speaks of; a limit stated without one is meant in it.
    """
    balance = position.balance.total
    payments = dates_that_fit(first_on, rhythm, bounds.latest_last_on, bounds.max_instalments)
    in_time = Money(-(-balance.minor // payments), balance.currency)
    high = min(_affordable(position, rhythm, wanted), balance)
    return Range(max(bounds.min_instalment, in_time), high, payments)


def in_other_rhythm(amount: Money, said: Frequency, meant: Frequency) -> Money:
    """The same money over a year in another rhythm, rounded down."""
    return Money(amount.minor * _PER_YEAR[said] // _PER_YEAR[meant], amount.currency)


def _affordable(position: Position, rhythm: Frequency, wanted: Frequency) -> Money:
    limit, balance = position.stated_limit, position.balance.total
    if limit is None:
        return balance
    if position.limit_per is None:
        return min(limit, in_other_rhythm(limit, wanted, rhythm))
    converted = in_other_rhythm(limit, position.limit_per, rhythm)
    # A balance that one payment of a slower rhythm would clear leaves no rhythm to save up in.
    return converted if converted < balance else min(converted, limit)
