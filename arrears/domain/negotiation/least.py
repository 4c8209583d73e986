"""How little a regular payment may be here, for who asks: a fact of the lender's, whatever was offered."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.limits import in_rhythm
from arrears.domain.negotiation.offers import Position
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.scope import scope_of


@dataclass(frozen=True, slots=True)
class Least:
    """The least payment that pays all in time, how often, and how many of them."""

    amount: Money
    frequency: Frequency
    count: int


def least_regular(
    position: Position, authority: Authority, asked: Frequency = Frequency.MONTHLY
) -> Least | None:
    """In the rhythm asked for, else the lender's first; None where the agent may offer no instalments."""
    scope = scope_of(position, authority)
    rhythms = authority.terms.frequencies
    rhythm = asked if asked in rhythms else next(iter(rhythms))
    first_on, _ = scope.first_day(None)
    allowed = in_rhythm(scope, rhythm=rhythm, wanted=rhythm, first_on=first_on)
    if not allowed.payments or not scope.may(PlanType.INSTALMENTS):
        return None
    return Least(allowed.low, rhythm, -(-scope.balance.minor // allowed.low.minor))
