"""What the borrower may be able to pay a month: a prior of the case, moved by facts alone.

A grid of amounts with a weight each. What moves it: an amount they proposed, a limit they stated, their own
figures, hardship. Tone, refusals and repetition are not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, pow
from typing import Final

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import assumptions
from arrears.domain.negotiation.limits import disposable, in_other_rhythm
from arrears.domain.negotiation.offers import Position

_STEPS: Final = 16
_LOWEST: Final = 0.01  # share of the balance a month
_HIGHEST: Final = 2.0
_WIDTH: Final = log(_HIGHEST / _LOWEST) / (_STEPS - 1)
_SHARES: Final = tuple(_LOWEST * exp(_WIDTH * step) for step in range(_STEPS))


@dataclass(frozen=True, slots=True)
class Belief:
    """Amounts a month in minor units, and how likely each is; the likelihoods add up to 1."""

    capacities: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def mean(self) -> float:
        """The expected capacity, in minor units a month."""
        return sum(c * w for c, w in zip(self.capacities, self.weights, strict=True))


def belief_in(position: Position, proposed_monthly: float | None) -> Belief:
    """The belief after all that was said. `proposed_monthly`: what their proposal takes, in minor units."""
    balance = float(max(position.balance.total.minor, 1))
    middle = balance * _middle_share(position)
    limit = _monthly_limit(position)
    capacities = tuple(balance * share for share in _SHARES)
    scores = [_likeness(capacity / middle, assumptions.SPREAD) for capacity in capacities]
    if proposed_monthly:
        scores = _seen(
            scores, capacities, proposed_monthly / assumptions.PROPOSED_SHARE, assumptions.PROPOSED_SPREAD
        )
    if limit:
        scores = _seen(scores, capacities, float(limit.minor), assumptions.LIMIT_SPREAD)
    highest = max(scores)
    weights = [exp(score - highest) for score in scores]
    whole = sum(weights)
    ceiling = _ceiling(position, limit)
    return Belief(
        tuple(min(capacity, ceiling) for capacity in capacities), tuple(weight / whole for weight in weights)
    )


def _middle_share(position: Position) -> float:
    quarters = min(position.days_past_due / 90, 4.0)
    kept, broken = float(min(position.kept_promises, 3)), float(min(position.broken_promises, 3))
    share = assumptions.USUAL_SHARE * pow(assumptions.ROLL_DOWN, quarters)
    share *= pow(assumptions.KEPT, kept) * pow(assumptions.BROKEN, broken)
    share *= assumptions.COMMERCIAL if position.purpose is Purpose.COMMERCIAL else 1.0
    return share * (assumptions.IN_HARDSHIP if position.said.hardship else 1.0)


def _monthly_limit(position: Position) -> Money | None:
    limit = position.stated_limit
    if limit is None:
        return None
    return in_other_rhythm(limit, position.limit_per or Frequency.MONTHLY, Frequency.MONTHLY)


def _ceiling(position: Position, limit: Money | None) -> float:
    """Nobody is believed to have more than they said; a minor unit is left, so that ratios exist."""
    left = disposable(position)
    known = [money.minor for money in (limit, left) if money is not None]
    return float(max(1, min(known))) if known else float("inf")


def _seen(scores: list[float], capacities: tuple[float, ...], seen: float, spread: float) -> list[float]:
    return [
        score + _likeness(capacity / seen, spread) for score, capacity in zip(scores, capacities, strict=True)
    ]


def _likeness(ratio: float, spread: float) -> float:
    """The logarithm of a log-normal likelihood, without its constant."""
    return -0.5 * (log(ratio) / spread) ** 2
