"""Payments on days of their own, and regular ones in two steps: as they said them, inside their means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Counter,
    Proposal,
    Reason,
    Refer,
    Regularly,
    Statements,
)
from arrears.domain.negotiation.plan_types import PlanType
from tests.builders.negotiating import (
    NINE_HUNDRED,
    TODAY,
    WIDE,
    M,
    amounts,
    at,
    granted,
    offered,
    usd,
    widely,
)

JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 3)


def on(day: date, amount: int | None, rest: Proposal | None = None) -> Proposal:
    return Proposal(amount=None if amount is None else usd(amount), on=day, rest=rest)


FIFTEENTH = date(2026, 5, 15)
THREE = on(TODAY, 300, on(FIFTEENTH, 300, on(JUNE, None)))
STEPS = Proposal(
    amount=usd(100), frequency=M, on=TODAY, rest=Proposal(amount=usd(200), frequency=M, on=AUGUST)
)


def test_payments_on_their_days_are_read_back_as_they_said_them() -> None:
    move = negotiate(NINE_HUNDRED, granted(), THREE)
    assert isinstance(move, Accept)
    assert [(item.on, item.amount) for item in move.offer.instalments] == [
        (TODAY, usd(300)),
        (FIFTEENTH, usd(300)),
        (JUNE, usd(300)),
    ]
    assert (move.offer.kind, move.offer.frequency, move.offer.left_due) == (
        PlanType.INSTALMENTS,
        None,
        usd(0),
    )


@pytest.mark.parametrize(
    ("proposal", "expected"),
    [
        (on(TODAY, 400, on(JUNE, 500)), [400, 500]),
        (on(TODAY, 400, on(JUNE, 800)), [400, 500]),  # never more than is owed
        (on(TODAY, 300, on(FIFTEENTH, 200, Proposal(on=JUNE, count=2))), [300, 200, 200, 200]),
        (STEPS, [100, 100, 100, 200, 200, 200]),
        (replace(STEPS, count=2, rest=Proposal(amount=usd(350), frequency=M)), [100, 100, 350, 350]),
    ],
)
def test_they_add_up_to_what_is_owed(proposal: Proposal, expected: list[int]) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(each) for each in expected]


def test_the_rest_that_nobody_named_is_planned_and_they_may_choose_their_own_alone() -> None:
    move = negotiate(NINE_HUNDRED, granted(), on(TODAY, 300, on(FIFTEENTH, 200)))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.REST_SCHEDULED,)
    assert amounts(move) == [usd(300), usd(200), usd(200), usd(200)]
    assert move.other is not None
    assert (move.other.total, move.other.left_due) == (usd(500), usd(400))


def test_who_is_in_difficulty_is_not_asked_for_the_rest() -> None:
    hard = replace(NINE_HUNDRED, said=Statements(hardship=True))
    move = negotiate(hard, granted(), on(TODAY, 300, on(FIFTEENTH, 200)))
    assert offered(move).total == usd(500)


def test_no_month_has_more_of_them_than_their_own_figures_leave() -> None:
    figures = Statements(income=Regularly(usd(1000), M), expenses=Regularly(usd(600), M))
    move = negotiate(
        replace(NINE_HUNDRED, said=figures), granted(), on(FIFTEENTH, 300, on(date(2026, 5, 29), 600))
    )
    months = {item.on.month for item in offered(move).instalments}
    for month in months:
        assert sum(i.amount.minor for i in offered(move).instalments if i.on.month == month) <= 400_00


def test_the_second_step_is_no_more_than_they_said_they_can_afford() -> None:
    position = at(usd(900), usd(150), M)
    move = negotiate(position, granted(), STEPS)
    assert max(amounts(move)) <= usd(150)


def test_too_many_payments_are_made_fewer_after_the_first_step() -> None:
    asked = replace(STEPS, rest=Proposal(amount=usd(50), frequency=M, on=AUGUST))
    move = negotiate(at(usd(1200)), granted(), asked)
    assert isinstance(move, Counter)
    assert amounts(move)[:3] == [usd(100)] * 3
    assert len(amounts(move)) <= 12


def test_a_day_that_is_a_rest_day_is_moved_and_said() -> None:
    saturday = date(2026, 6, 6)
    move = negotiate(widely(NINE_HUNDRED), granted(WIDE), on(TODAY, 400, on(saturday, 500)))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.MOVED_OFF_REST_DAY,)
    assert move.offer.last_on == date(2026, 6, 8)


def later(amount: int, day: date) -> Proposal:
    return Proposal(amount=usd(amount), on=day, frequency=M)


@pytest.mark.parametrize("limit", [None, 10])
def test_a_first_sum_below_the_minimum_is_left_out_where_the_second_begins_soon(limit: int | None) -> None:
    asked = Proposal(amount=usd(10), frequency=M, on=TODAY, rest=later(200, date(2026, 5, 20)))
    asked = replace(asked, rest=replace(asked.rest, outlasts_limit=True)) if asked.rest else asked
    position = at(usd(900), None if limit is None else usd(limit), None if limit is None else M)
    move = negotiate(position, granted(), asked)
    assert isinstance(move, Counter)
    assert Reason.BELOW_MINIMUM in move.reasons
    assert (move.offer.first_on, amounts(move)[0]) == (date(2026, 5, 20), usd(200))


def test_where_it_begins_later_a_person_decides_on_exactly_what_they_said() -> None:
    asked = replace(STEPS, amount=usd(10))
    move = negotiate(widely(NINE_HUNDRED), granted(WIDE), asked)
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.MINIMUM_ABOVE_STATED_LIMIT,)
    assert move.approval is not None
    sums = [item.amount for item in move.approval.offer.instalments]
    assert sums[:4] == [usd(10), usd(10), usd(10), usd(200)]


def test_where_nobody_may_approve_it_a_person_comes_and_nothing_more_is_asked() -> None:
    move = negotiate(NINE_HUNDRED, granted(), replace(STEPS, amount=usd(10)))
    assert isinstance(move, Refer)
    assert move.approval is None


def test_a_first_sum_of_the_minimum_is_taken_as_it_is() -> None:
    move = negotiate(NINE_HUNDRED, granted(), replace(STEPS, amount=usd(25)))
    assert amounts(move)[:4] == [usd(25), usd(25), usd(25), usd(200)]


def test_a_limit_of_now_is_over_when_the_sum_begins_that_they_named_beside_it() -> None:
    position = at(usd(900), usd(100), M)
    steps = replace(STEPS, rest=replace(later(200, AUGUST), outlasts_limit=True))
    assert amounts(negotiate(position, granted(), steps)) == [usd(100)] * 3 + [usd(200)] * 3


def test_their_own_figures_bound_the_later_sum_all_the_same() -> None:
    figures = Statements(income=Regularly(usd(1000), M), expenses=Regularly(usd(850), M))
    position = replace(at(usd(900), usd(100), M), said=figures)
    steps = replace(STEPS, rest=replace(later(200, AUGUST), outlasts_limit=True))
    assert max(amounts(negotiate(position, granted(), steps))) <= usd(150)


def test_a_share_that_comes_to_nothing_is_no_step() -> None:
    tiny = at(Money(1, Currency.USD))
    steps = Proposal(share_percent=1, frequency=M, rest=Proposal(amount=usd(1), on=AUGUST))
    assert not isinstance(negotiate(tiny, granted(), steps), Accept)


UNTIL_AUGUST = Proposal(amount=usd(100), frequency=M, on=TODAY, until=AUGUST)


def test_an_end_that_they_named_is_kept_and_what_they_leave_stays_due() -> None:
    move = negotiate(NINE_HUNDRED, granted(), UNTIL_AUGUST)
    assert isinstance(move, Accept)
    assert (amounts(move), move.offer.left_due) == ([usd(100)] * 3, usd(600))
    assert move.offer.last_on < AUGUST


def test_an_end_after_all_is_paid_changes_nothing() -> None:
    far = replace(UNTIL_AUGUST, amount=usd(400))
    assert offered(negotiate(NINE_HUNDRED, granted(), far)).left_due == usd(0)


def test_three_steps_go_one_after_the_other_and_the_last_one_ends() -> None:
    last = replace(later(150, JULY), until=date(2026, 9, 1))
    asked = Proposal(amount=usd(50), frequency=M, on=TODAY, rest=replace(later(100, JUNE), rest=last))
    move = negotiate(NINE_HUNDRED, granted(), asked)
    assert isinstance(move, Accept)
    assert amounts(move) == [usd(50), usd(100), usd(150), usd(150)]
    assert move.offer.left_due == usd(450)


def test_a_third_step_without_an_end_goes_on_until_all_is_paid() -> None:
    asked = Proposal(
        amount=usd(50), frequency=M, on=TODAY, rest=replace(later(100, JUNE), rest=later(350, JULY))
    )
    move = negotiate(NINE_HUNDRED, granted(), asked)
    assert amounts(move) == [usd(50), usd(100), usd(350), usd(350), usd(50)]
    assert offered(move).left_due == usd(0)


def test_a_sum_until_its_end_below_what_the_lender_takes_is_for_a_person_and_never_for_longer() -> None:
    move = negotiate(NINE_HUNDRED, granted(), replace(UNTIL_AUGUST, amount=usd(10)))
    assert isinstance(move, Refer)


def test_a_remainder_above_their_own_figures_stays_due_and_is_said_to() -> None:
    figures = Statements(income=Regularly(usd(1000), M), expenses=Regularly(usd(850), M))
    position = replace(NINE_HUNDRED, said=figures)
    asked = Proposal(amount=usd(100), frequency=M, on=TODAY, rest=Proposal(in_month=date(2026, 8, 1)))
    move = negotiate(position, granted(), asked)
    assert isinstance(move, Counter)
    assert Reason.ABOVE_OWN_FIGURES in move.reasons
    assert (amounts(move), move.offer.left_due) == ([usd(100)] * 3, usd(600))


def test_a_remainder_that_they_can_pay_at_once_comes_with_the_last_payment() -> None:
    asked = Proposal(amount=usd(100), frequency=M, on=TODAY, rest=Proposal(in_month=date(2026, 8, 1)))
    assert offered(negotiate(NINE_HUNDRED, granted(), asked)).left_due == usd(0)
