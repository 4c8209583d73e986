"""What a person has told of their means, in whichever conversation and about whichever loan.

It binds until they say otherwise, or until it is too old to be relied on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from arrears.domain.negotiation.affordability import StatedLimit
from arrears.domain.negotiation.offers import Regularly


@dataclass(frozen=True, slots=True)
class Told[T]:
    """A statement, and the instant it was made."""

    what: T
    at: datetime


@dataclass(frozen=True, slots=True)
class MeansTold:
    """The latest of each statement; None where they never said, or took it back."""

    limit: Told[StatedLimit] | None = None  # of all that they pay us
    income: Told[Regularly] | None = None
    expenses: Told[Regularly] | None = None

    def since(self, earliest: datetime) -> MeansTold:
        """Without what was said before that instant."""
        return MeansTold(
            _since(self.limit, earliest), _since(self.income, earliest), _since(self.expenses, earliest)
        )

    def brought_up_to_date(self, later: MeansTold) -> MeansTold:
        """With every statement that was made later, or that was never made before."""
        return MeansTold(
            _newer(self.limit, later.limit),
            _newer(self.income, later.income),
            _newer(self.expenses, later.expenses),
        )


def told[T](what: T | None, at: datetime) -> Told[T] | None:
    """The statement with its instant, None where there is none."""
    return None if what is None else Told(what, at)


def _since[T](statement: Told[T] | None, earliest: datetime) -> Told[T] | None:
    return statement if statement is not None and statement.at >= earliest else None


def _newer[T](before: Told[T] | None, later: Told[T] | None) -> Told[T] | None:
    if before is None or later is None:
        return later or before
    return later if later.at >= before.at else before
