"""The interest until the last payment: by hand for two payments, and bounded for any."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Balance
from arrears.domain.interest import InterestTerms
from arrears.domain.interest_ahead import interest_ahead
from arrears.domain.plans import Instalment
from tests.builders.negotiating import TODAY, usd

TEN_PERCENT = InterestTerms(100_000)
OWED = Balance(usd(35), usd(40), usd(1200))


def test_each_payment_is_laid_over_what_is_owed_then() -> None:
    payments = (Instalment(TODAY + timedelta(30), usd(675)), Instalment(TODAY + timedelta(60), usd(600)))
    first = usd(9, 86)  # 1200 at 10 % for 30 days
    after = usd(1200) - (usd(675) - usd(35) - usd(40) - first)
    assert interest_ahead(TEN_PERCENT, OWED, payments, TODAY) == first + TEN_PERCENT.accrued(after, 30)


def test_a_payment_of_a_day_that_is_over_adds_nothing() -> None:
    assert interest_ahead(TEN_PERCENT, OWED, (Instalment(date(2026, 5, 1), usd(100)),), TODAY) == usd(0)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 2000)), min_size=1, max_size=12))
def test_it_is_at_most_what_the_whole_principal_brings_until_then(made: list[tuple[int, int]]) -> None:
    payments = [Instalment(TODAY + timedelta(days), usd(amount)) for days, amount in made]
    last = max(days for days, _ in made)
    added = interest_ahead(TEN_PERCENT, OWED, payments, TODAY)
    assert usd(0) <= added <= TEN_PERCENT.accrued(OWED.principal, last) + usd(0, len(made))
