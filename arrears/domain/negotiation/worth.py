"""What an offer is worth: the money that is expected of it within twelve months.

The chance that it is accepted times what is then kept, over what the borrower may be able to pay. It ranks
offers and measures what a move gives away; it never widens what may be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from math import exp, sumprod
from operator import truediv
from typing import Final

from arrears.domain.money import Money
from arrears.domain.negotiation import assumptions
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.offers import Offer

HORIZON_DAYS: Final = 365
_MONTH_DAYS: Final = 30.4375

_LATER: Final = tuple(
    (assumptions.KEPT_A_MONTH * assumptions.DISCOUNT_A_MONTH) ** (day / _MONTH_DAYS)
    for day in range(HORIZON_DAYS + 1)
)


@dataclass(frozen=True, slots=True)
class Stream:
    """What matters of dated payments, in minor units."""

    burden: float  # the most of a month's means that they take at any time, with saving up to them
    later: float  # what arrives when all that is kept depends on time alone


class DueDays:
    """Days from today, with all that is needed to weigh equal payments on the first so many of them."""

    def __init__(self, days: Sequence[int]) -> None:
        """Days in their order, from 0 on."""
        self._months = [1 + day / _MONTH_DAYS for day in days]
        self._later = [_LATER[day] if day <= HORIZON_DAYS else 0.0 for day in days]
        loads = (paid / months for paid, months in enumerate(self._months, start=1))
        self._most = [0.0, *accumulate(loads, max)]
        self._sums = [0.0, *accumulate(self._later)]

    def equal(self, total: int, amount: int) -> Stream:
        """Payments of the amount until the total is covered, the last one smaller."""
        whole = (total - 1) // amount
        last = total - whole * amount
        return Stream(
            burden=max(amount * self._most[whole], total / self._months[whole]),
            later=amount * self._sums[whole] + last * self._later[whole],
        )

    def of(self, amounts: Sequence[int]) -> Stream:
        """Any payments, one on each of the days."""
        loads = map(truediv, accumulate(amounts), self._months)
        return Stream(max(loads, default=0.0), sumprod(amounts, self._later))


def stream_of(offer: Offer, today: date) -> Stream:
    """What matters of an offer's payments."""
    days = [max(0, (item.on - today).days) for item in offer.instalments]
    return DueDays(days).of([item.amount.minor for item in offer.instalments])


def expected(stream: Stream, belief: Belief, *, own_terms: bool = False) -> float:
    """Expected collected money in minor units.

    `own_terms`: the borrower asked for them, or named the amounts.
    """
    burden = stream.burden
    chance = sum(
        weight * _agreed(burden / capacity, own_terms) * _kept(burden / capacity, own_terms)
        for capacity, weight in zip(belief.capacities, belief.weights, strict=True)
    )
    return chance * stream.later


def expected_money(offer: Offer, belief: Belief, today: date, *, own_terms: bool = False) -> Money:
    """Expected collected money of an offer, rounded to the minor unit."""
    value = expected(stream_of(offer, today), belief, own_terms=own_terms)
    return Money(round(value), offer.left_due.currency)


def _agreed(ratio: float, own_terms: bool) -> float:
    if own_terms:
        return assumptions.AGREED_AS_PROPOSED
    excess = ratio - assumptions.AGREED_BREAKS_AT
    return assumptions.AGREED_AT_EASE * _falling(excess, assumptions.AGREED_STEEPNESS)


def _kept(ratio: float, own_terms: bool) -> float:
    kept = assumptions.KEPT_AT_EASE * _falling(ratio - assumptions.KEPT_BREAKS_AT, assumptions.KEPT_STEEPNESS)
    if own_terms:
        kept = 1 - (1 - kept) * assumptions.OWN_AMOUNT
    return assumptions.MACHINE * kept


def _falling(excess: float, steepness: float) -> float:
    """A logistic that falls from 1 to 0 and is one half where nothing exceeds."""
    return 1 / (1 + exp(min(steepness * excess, 60.0)))
