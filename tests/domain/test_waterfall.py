from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Balance
from arrears.domain.money import Currency, CurrencyMismatchError, Money
from arrears.domain.waterfall import Component, spread


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


BALANCE = Balance(fees=usd(10), interest=usd(20), principal=usd(100))
MINOR = st.integers(0, 10_000_000).map(usd)
BALANCES = st.builds(Balance, fees=MINOR, interest=MINOR, principal=MINOR)
ORDERS = st.sampled_from(list(permutations(Component)))


@pytest.mark.parametrize(
    ("paid", "parts"),
    [
        (0, (0, 0, 0, 0)),
        (9, (9, 0, 0, 0)),
        (10, (10, 0, 0, 0)),
        (11, (10, 1, 0, 0)),
        (30, (10, 20, 0, 0)),
        (31, (10, 20, 1, 0)),
        (130, (10, 20, 100, 0)),
        (131, (10, 20, 100, 1)),
    ],
)
def test_fees_come_before_interest_and_interest_before_principal(
    paid: int, parts: tuple[int, int, int, int]
) -> None:
    result = spread(usd(paid), BALANCE)
    assert (result.fees, result.interest, result.principal, result.unapplied) == tuple(map(usd, parts))


def test_another_order_pays_principal_first() -> None:
    result = spread(usd(101), BALANCE, (Component.PRINCIPAL, Component.INTEREST, Component.FEES))
    assert (result.fees, result.interest, result.principal) == (usd(0), usd(1), usd(100))


@given(paid=MINOR, balance=BALANCES, order=ORDERS)
def test_a_spread_conserves_the_payment_and_overpays_nothing(
    paid: Money, balance: Balance, order: tuple[Component, ...]
) -> None:
    result = spread(paid, balance, order)
    assert result.total == paid
    assert usd(0) <= result.fees <= balance.fees
    assert usd(0) <= result.interest <= balance.interest
    assert usd(0) <= result.principal <= balance.principal
    assert result.unapplied == max(usd(0), paid - balance.total)


def test_a_component_below_zero_takes_nothing() -> None:
    result = spread(usd(50), Balance(fees=usd(-10), interest=usd(0), principal=usd(40)))
    assert (result.fees, result.principal, result.unapplied) == (usd(0), usd(40), usd(10))


@pytest.mark.parametrize(
    ("paid", "order", "error"),
    [
        (usd(-1), tuple(Component), ValueError),
        (usd(1), (Component.FEES, Component.INTEREST), ValueError),
        (usd(1), (Component.FEES, Component.FEES, Component.PRINCIPAL), ValueError),
        (Money(1, Currency.CNY), tuple(Component), CurrencyMismatchError),
    ],
)
def test_a_payment_that_cannot_be_spread_is_refused(
    paid: Money, order: tuple[Component, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        spread(paid, BALANCE, order)
