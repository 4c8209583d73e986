from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import PromiseId
from arrears.domain.plans import Receipt
from arrears.domain.promises import (
    Promise,
    PromiseOutcome,
    outcomes,
    paid_by_promise,
    promise_outcome,
    promises_of,
)
from tests.builders.may import GRACE, PLAN, may, usd

OPEN, KEPT, BROKEN = PromiseOutcome.OPEN, PromiseOutcome.KEPT, PromiseOutcome.BROKEN
FIRST, SECOND = PROMISES = promises_of(PLAN)


def test_an_agreed_plan_is_one_promise_per_instalment() -> None:
    assert [promise.id for promise in PROMISES] == ["plan-1-1", "plan-1-2"]
    assert [(promise.on, promise.amount) for promise in PROMISES] == [
        (instalment.on, instalment.amount) for instalment in PLAN.instalments
    ]


def test_no_promise_is_made_of_a_plan_nobody_agreed_to() -> None:
    with pytest.raises(ValueError, match="not agreed"):
        promises_of(replace(PLAN, agreed_at=None))


@pytest.mark.parametrize(
    ("paid", "day", "outcome"),
    [
        (0, 8, OPEN),
        (0, 11, OPEN),
        (0, 12, BROKEN),
        (94_99, 11, OPEN),
        (94_99, 12, BROKEN),
        (95_00, 5, KEPT),
        (95_00, 12, KEPT),
        (100_00, 12, KEPT),
    ],
)
def test_a_promise_is_open_until_grace_ends_and_kept_by_enough_money(
    paid: int, day: int, outcome: PromiseOutcome
) -> None:
    assert promise_outcome(FIRST, usd(paid), date(2026, 5, day), GRACE) is outcome


@pytest.mark.parametrize(
    ("receipts", "day", "expected"),
    [
        ((), 4, (OPEN, OPEN)),
        ((may(8),), 8, (KEPT, OPEN)),
        ((may(11),), 20, (KEPT, BROKEN)),
        ((may(12),), 12, (BROKEN, OPEN)),
        ((may(12), may(15)), 20, (BROKEN, KEPT)),
        ((may(12), may(15)), 12, (BROKEN, OPEN)),
        ((may(5, 200_00),), 5, (KEPT, KEPT)),
        ((may(8), may(8, -100_00)), 12, (BROKEN, OPEN)),
        ((may(8, 60_00), may(10, 40_00)), 12, (KEPT, OPEN)),
    ],
)
def test_the_arcs_of_promises_follow_the_money(
    receipts: tuple[Receipt, ...], day: int, expected: tuple[PromiseOutcome, PromiseOutcome]
) -> None:
    result = outcomes(PROMISES, receipts, date(2026, 5, day), GRACE)
    assert (result[FIRST.id], result[SECOND.id]) == expected


def test_the_oldest_promise_is_paid_first_whatever_the_order_of_arguments() -> None:
    paid = paid_by_promise((SECOND, FIRST), (may(5, 130_00),), date(2026, 5, 5))
    assert paid == {FIRST.id: usd(100_00), SECOND.id: usd(30_00)}
    assert paid_by_promise((), (may(5),), date(2026, 5, 5)) == {}


AMOUNTS = st.lists(st.integers(1, 500_00), min_size=1, max_size=8)
RECEIPTS = st.lists(
    st.builds(Receipt, st.dates(date(2026, 5, 1), date(2026, 7, 31)), st.integers(1, 300_00).map(usd)),
    max_size=8,
).map(tuple)


@given(amounts=AMOUNTS, receipts=RECEIPTS, days=st.integers(0, 90))
def test_an_outcome_once_given_never_changes_with_time(
    amounts: list[int], receipts: tuple[Receipt, ...], days: int
) -> None:
    promises = tuple(
        Promise(PromiseId(f"p-{i}"), PLAN.id, PLAN.case_id, date(2026, 5, 1 + 3 * i), usd(amount))
        for i, amount in enumerate(amounts)
    )
    day = date.fromordinal(date(2026, 5, 1).toordinal() + days)
    now = outcomes(promises, receipts, day, GRACE)
    later = outcomes(promises, receipts, date(2027, 1, 1), GRACE)
    assert all(later[key] is outcome for key, outcome in now.items() if outcome is not OPEN)
    assert OPEN not in later.values()
    paid = paid_by_promise(promises, receipts, day)
    got = sum(receipt.amount.minor for receipt in receipts if receipt.on <= day)
    assert sum(share.minor for share in paid.values()) == min(got, sum(amounts))
