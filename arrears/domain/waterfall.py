"""How one payment is spread over fees, interest and principal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from arrears.domain.cases import Balance
from arrears.domain.money import Money


class Component(StrEnum):
    """A part of what is owed."""

    FEES = "fees"
    INTEREST = "interest"
    PRINCIPAL = "principal"


FEES_FIRST = (Component.FEES, Component.INTEREST, Component.PRINCIPAL)


@dataclass(frozen=True, slots=True)
class Spread:
    """What one payment pays; the four add up to it."""

    fees: Money
    interest: Money
    principal: Money
    unapplied: Money  # beyond what is owed; it is the borrower's

    @property
    def total(self) -> Money:
        """The payment."""
        return self.fees + self.interest + self.principal + self.unapplied


def spread(payment: Money, balance: Balance, order: tuple[Component, ...] = FEES_FIRST) -> Spread:
    """The payment laid over the components in the order, each to its end before the next.

    A component below zero takes nothing.
    Raises: ValueError when the payment is below zero, or the order does not name each component once;
    CurrencyMismatchError.
    """
    zero = Money.zero(balance.currency)
    if payment < zero:
        raise ValueError("a payment below zero is a reversal")
    if sorted(order) != sorted(Component):
        raise ValueError("a waterfall names fees, interest and principal once each")
    owed = {
        Component.FEES: balance.fees,
        Component.INTEREST: balance.interest,
        Component.PRINCIPAL: balance.principal,
    }
    paid: dict[Component, Money] = {}
    for component in order:
        paid[component] = min(payment, max(owed[component], zero))
        payment = payment - paid[component]
    return Spread(paid[Component.FEES], paid[Component.INTEREST], paid[Component.PRINCIPAL], payment)
