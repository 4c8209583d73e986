"""Who earns in some months only is asked for nothing in the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.money import Money
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
    Statements,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import moved
from tests.builders.negotiating import (
    MONEY,
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

SUMMER = (6, 7, 8, 9)
APPROVED_LATE = replace(WIDE, approvers=WIDE.approvers | {Reason.DATE_TOO_LATE: "supervisor"})


def in_summer(balance: Money = NINE_HUNDRED.balance.total, **more: object) -> Position:
    return widely(at(balance), Statements(season=SUMMER, **more))  # type: ignore[arg-type]


def test_payments_of_their_sum_fall_into_their_season_and_go_on_in_the_next() -> None:
    terms = replace(WIDE, first_payment_within_days=30, max_term_days=730)
    move = negotiate(in_summer(), granted(terms), Proposal(amount=usd(200), frequency=M, on=date(2026, 6, 2)))
    assert isinstance(move, Accept)
    assert move.offer.kind is PlanType.SEASONAL
    assert amounts(move) == [usd(200), usd(200), usd(200), usd(200), usd(100)]
    assert [item.on.month for item in move.offer.instalments] == [6, 7, 8, 9, 6]


def test_without_a_sum_it_is_asked_for_and_then_spread_over_the_season() -> None:
    terms = granted(replace(WIDE, first_payment_within_days=30))
    asked = negotiate(in_summer(), terms, Proposal())
    assert isinstance(asked, Ask)
    assert asked.question is Question.AMOUNT
    move = negotiate(in_summer(asked=frozenset({Question.AMOUNT})), terms, Proposal())
    assert amounts(move) == [usd(225)] * 4
    assert offered(move).first_on == date(2026, 6, 1)


def test_a_season_that_begins_too_late_is_for_a_person_to_approve() -> None:
    move = negotiate(in_summer(), granted(APPROVED_LATE), Proposal(amount=usd(225), frequency=M))
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert move.approval.exceeds is Reason.DATE_TOO_LATE
    assert move.approval.offer.first_on == date(2026, 6, 1)


def test_a_month_of_the_season_is_when_they_begin() -> None:
    july = Proposal(amount=usd(300), frequency=M, in_month=date(2026, 7, 1))
    move = negotiate(in_summer(), granted(APPROVED_LATE), july)
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert [item.on.month for item in move.approval.offer.instalments] == [7, 8, 9]


def test_who_is_in_difficulty_too_is_asked_for_nothing_out_of_their_season() -> None:
    in_need = in_summer(hardship=True)
    asked = negotiate(in_need, granted(APPROVED_LATE), Proposal())
    assert isinstance(asked, Ask)
    assert asked.question is Question.AFFORDABLE
    told = in_summer(hardship=True, asked=frozenset(Question))
    assert isinstance(negotiate(told, granted(APPROVED_LATE), Proposal()), Refer)
    move = negotiate(in_need, granted(APPROVED_LATE), Proposal(amount=usd(225), frequency=M))
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert move.approval.offer.first_on == date(2026, 6, 1)


@pytest.mark.parametrize("amount", [usd(5), usd(20)])
def test_a_sum_that_no_plan_for_the_season_may_have_is_for_a_person(amount: Money) -> None:
    terms = granted(replace(WIDE, first_payment_within_days=30))
    assert isinstance(negotiate(in_summer(), terms, Proposal(amount=amount, frequency=M)), Refer)


@pytest.mark.parametrize(
    "proposal",
    [
        Proposal(amount=usd(200), on=date(2026, 5, 8)),  # once
        Proposal(full=True, on=date(2026, 5, 8)),
        Proposal(amount=usd(200), frequency=M, on=date(2026, 5, 8)),  # their own day, out of it
    ],
)
def test_what_they_offer_out_of_their_season_is_theirs_to_offer(proposal: Proposal) -> None:
    plain = negotiate(widely(at(usd(900))), granted(WIDE), proposal)
    assert negotiate(in_summer(), granted(WIDE), proposal) == plain


@given(balance=MONEY, amount=st.none() | MONEY, limit=st.none() | MONEY, first=st.integers(7, 45))
def test_a_plan_for_a_season_has_no_payment_out_of_it_and_none_above_the_limit(
    balance: Money, amount: Money | None, limit: Money | None, first: int
) -> None:
    terms = replace(APPROVED_LATE, first_payment_within_days=first, max_term_days=900)
    position = replace(in_summer(balance, asked=frozenset(Question)), stated_limit=limit, limit_per=M)
    move = negotiate(position, granted(terms), Proposal(amount=amount, frequency=M))
    offers = [move.offer] if isinstance(move, Accept | Counter) else []
    offers += [move.approval.offer] if isinstance(move, Refer) and move.approval else []
    for offer in (each for each in offers if each.kind is PlanType.SEASONAL):
        assert offer.total + offer.left_due == balance
        near = {day.on.month for day in offer.instalments}
        ends = {moved(date(2026, 10, day), terms.rest_days, TODAY).month for day in range(1, 4)}
        assert near <= {*SUMMER, *ends}
        assert limit is None or max(item.amount for item in offer.instalments) <= limit


def test_a_sum_that_goes_on_beyond_the_term_is_for_a_person_with_the_plan_that_fits_it() -> None:
    approvable = replace(
        WIDE, first_payment_within_days=30, approvers=WIDE.approvers | {Reason.LASTS_TOO_LONG: "supervisor"}
    )
    move = negotiate(in_summer(), granted(approvable), Proposal(amount=usd(200), frequency=M))
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.LASTS_TOO_LONG,)
    assert move.approval is not None
    assert {item.on.month for item in move.approval.offer.instalments} <= {*SUMMER}
    assert max(item.amount for item in move.approval.offer.instalments) == usd(200)
