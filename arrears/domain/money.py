"""Money as whole minor units of one currency. There is no float anywhere near it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Currency(StrEnum):
    """ISO 4217 code. Every currency listed here has two decimals; one that has not needs an exponent."""

    USD = "USD"
    CNY = "CNY"
    TWD = "TWD"


class CurrencyMismatchError(ValueError):
    """Two amounts of different currencies were combined."""

    def __init__(self, left: Currency, right: Currency) -> None:
        super().__init__(f"cannot combine {left} with {right}")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money; negative amounts are legal (a reversal is one)."""

    minor: int  # whole minor units (cents, fen)
    currency: Currency

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError("money is held in whole minor units")

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other).minor

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other).minor

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other).minor

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other).minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: Money) -> Money:
        if other.currency is not self.currency:
            raise CurrencyMismatchError(self.currency, other.currency)
        return other

    def split(self, parts: int) -> tuple[Money, ...]:
        """Parts that differ by at most one minor unit and add up exactly, the larger ones first.

        Raises: ValueError when parts is below 1.
        """
        if parts < 1:
            raise ValueError("an amount is split into at least one part")
        share, rest = divmod(self.minor, parts)
        return tuple(Money(share + (1 if i < rest else 0), self.currency) for i in range(parts))

    def share(self, numerator: int, denominator: int) -> Money:
        """The fraction of this amount, rounded half away from zero to a whole minor unit."""
        product = abs(self.minor) * numerator * 2 + denominator
        rounded = product // (2 * denominator)
        return Money(rounded if self.minor >= 0 else -rounded, self.currency)

    def percent(self, percent: int | Fraction) -> Money:
        """So many hundredths of this amount, rounded as `share` does; of a third, 100/3 of them."""
        return self.share(percent.numerator, 100 * percent.denominator)

    @classmethod
    def zero(cls, currency: Currency) -> Money:
        """No money at all, in that currency."""
        return cls(0, currency)


def total(amounts: tuple[Money, ...] | list[Money], currency: Currency) -> Money:
    """Sum of the amounts, zero of the currency when there are none. Raises: CurrencyMismatchError."""
    result = Money.zero(currency)
    for amount in amounts:
        result = result + amount
    return result


_SIGN = {Currency.USD: "$", Currency.CNY: "¥", Currency.TWD: "NT$"}


def display(amount: Money) -> str:
    """How the amount is written on a screen: $1,234.50, ¥1,234.50; whole amounts keep their decimals."""
    whole, cents = divmod(abs(amount.minor), 100)
    return f"{'-' if amount.minor < 0 else ''}{_SIGN[amount.currency]}{whole:,}.{cents:02d}"
