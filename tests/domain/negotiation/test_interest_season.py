"""A season of interest alone: set by the lender's rate, within term and means; without them, for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.cases import Balance
from arrears.domain.interest import InterestTerms
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Offer, Position, Proposal, Reason, Refer, Statements, Wish
from arrears.domain.negotiation.plan_types import PlanType
from tests.builders.negotiating import NINE_HUNDRED, TODAY, WIDE, M, granted, usd, widely

RATE = InterestTerms(240_000)  # 2 % a month
WIDELY = granted(WIDE)


def wishing(position: Position = NINE_HUNDRED, rate: InterestTerms | None = RATE) -> Position:
    """Somebody whose season of interest a person has to approve."""
    plain = widely(position, Statements(wish=Wish.INTEREST_ONLY))
    return replace(
        plain,
        interest_terms=rate,
        allowed=plain.allowed - {PlanType.INTEREST_ONLY},
        with_approval=frozenset({PlanType.INTEREST_ONLY}),
    )


def asked_for(position: Position, proposal: Proposal | None = None) -> Offer | None:
    move = negotiate(position, WIDELY, proposal or Proposal())
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.NEEDS_APPROVAL,)
    return None if move.approval is None else move.approval.offer


def owing(principal: int, rest: int = 0) -> Position:
    balance = Balance(usd(0), usd(rest), usd(principal))
    return replace(NINE_HUNDRED, balance=balance)


def test_a_quarter_of_interest_comes_before_what_is_owed() -> None:
    offer = asked_for(wishing(owing(900)))
    assert offer is not None
    amounts = [item.amount for item in offer.instalments]
    assert amounts[:3] == [usd(18)] * 3
    assert offer.total == usd(900) + usd(18) * 3
    assert (offer.kind, offer.frequency) == (PlanType.INTEREST_ONLY, M)


def test_interest_accrues_on_the_principal_alone() -> None:
    offer = asked_for(wishing(owing(450, rest=450)))
    assert offer is not None
    assert offer.instalments[0].amount == usd(9)


@pytest.mark.parametrize(
    ("until", "months"),
    [(None, 3), (TODAY, 3), (date(2026, 9, 1), 4)],
)
def test_the_season_ends_on_the_day_they_name(until: date | None, months: int) -> None:
    offer = asked_for(wishing(owing(900)), Proposal(on=until))
    assert offer is not None
    assert sum(item.amount == usd(18) for item in offer.instalments) == months


@pytest.mark.parametrize(
    "position",
    [
        wishing(owing(900), rate=None),
        wishing(owing(900), rate=InterestTerms(0)),
        wishing(replace(owing(900), stated_limit=usd(17), limit_per=M)),  # a month's interest is 18
    ],
)
def test_what_cannot_be_worked_out_or_afforded_a_person_sets(position: Position) -> None:
    assert asked_for(position) is None


def test_the_effect_counts_no_interest_as_recovered() -> None:
    dear = negotiate(wishing(owing(900), InterestTerms(480_000)), WIDELY, Proposal())
    cheap = negotiate(wishing(owing(900)), WIDELY, Proposal())
    assert isinstance(dear, Refer)
    assert isinstance(cheap, Refer)
    assert dear.approval is not None
    assert cheap.approval is not None
    assert dear.approval.effect == cheap.approval.effect


@given(st.integers(20_000, 90_000), st.integers(1, 1_000_000), st.integers(1_000, 90_000))
def test_every_payment_is_within_means_and_all_is_paid(principal: int, rate: int, limit: int) -> None:
    position = replace(owing(0), balance=Balance(usd(0), usd(0), usd(0, principal)))
    position = replace(position, stated_limit=usd(0, limit), limit_per=M)
    offer = asked_for(wishing(position, InterestTerms(rate)))
    if offer is None:
        return
    assert max(item.amount for item in offer.instalments) <= usd(0, limit)
    assert offer.total > usd(0, principal)
    assert offer.left_due == usd(0)
    assert len(offer.instalments) <= WIDE.max_instalments
