"""A first day that they stand by, since they have no money before it, is for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import HardshipTerms, Terms
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Accept, Counter, Move, Proposal, Reason, Refer, Statements
from arrears.domain.negotiation.plan_types import PlanType
from tests.builders.negotiating import NINE_HUNDRED, TERMS, TODAY, at, granted, usd

MAY = replace(TERMS, approvers={Reason.DATE_TOO_LATE: "supervisor"})
LATE = TODAY + timedelta(45)
REGULAR = Proposal(amount=usd(300), frequency=Frequency.MONTHLY, on=LATE)
PARTS = Proposal(amount=usd(400), on=LATE, rest=Proposal(amount=usd(100), frequency=Frequency.MONTHLY))
PART = Proposal(amount=usd(400), on=LATE)
WHOLE = Proposal(full=True, on=LATE)


def moved(proposal: Proposal, said: Statements, terms: Terms = MAY, *, limit: Money | None = None) -> Move:
    position = replace(at(usd(900), limit), said=said, allowed=terms.types)
    return negotiate(position, granted(terms), proposal)


STANDS = Statements(none_before=LATE)


@pytest.mark.parametrize(
    ("proposal", "sums"),
    [
        (REGULAR, [usd(300)] * 3),
        (PARTS, [usd(400), *[usd(100)] * 5]),
        (PART, [usd(400)]),
        (WHOLE, [usd(900)]),
    ],
)
def test_exactly_what_they_proposed_is_to_be_approved(proposal: Proposal, sums: list[Money]) -> None:
    assert isinstance(moved(proposal, Statements()), Counter)
    move = moved(proposal, STANDS)
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.DATE_TOO_LATE,)
    assert move.approval is not None
    assert move.approval.exceeds is Reason.DATE_TOO_LATE
    assert [item.amount for item in move.approval.offer.instalments] == sums
    assert LATE <= move.approval.offer.first_on <= LATE + timedelta(3)
    assert move.approval.offer.last_on <= move.bounds.latest_last_on


@pytest.mark.parametrize("proposal", [REGULAR, PARTS, PART, WHOLE])
@pytest.mark.parametrize(
    "said",
    [
        Statements(),
        Statements(none_before=LATE - timedelta(1)),
        Statements(none_before=LATE + timedelta(1)),
        Statements(declined=NINE_HUNDRED.earlier_offers),
    ],
)
def test_a_day_that_they_do_not_stand_by_is_countered(proposal: Proposal, said: Statements) -> None:
    assert isinstance(moved(proposal, said), Counter)


def test_where_nobody_may_go_beyond_the_day_the_counter_stands() -> None:
    assert moved(REGULAR, STANDS, TERMS) == moved(REGULAR, Statements(), TERMS)


@pytest.mark.parametrize(
    "proposal",
    [replace(REGULAR, amount=usd(1)), replace(REGULAR, amount=usd(300), frequency=Frequency.QUARTERLY)],
)
def test_terms_that_exceed_more_than_the_day_are_countered_as_before(proposal: Proposal) -> None:
    assert moved(proposal, STANDS) == moved(proposal, Statements())


def test_no_more_is_asked_for_than_the_limit_that_they_stated() -> None:
    move = moved(REGULAR, STANDS, limit=usd(200))
    assert move == moved(REGULAR, Statements(), limit=usd(200))


@pytest.mark.parametrize("days", [0, MAY.first_payment_within_days])
def test_a_day_that_may_be_needs_no_person(days: int) -> None:
    on = TODAY + timedelta(days)
    assert isinstance(moved(replace(REGULAR, on=on), Statements(none_before=on)), Accept)


RELIEVED = replace(MAY, hardship=HardshipTerms(usd(10), 3, 0), types=MAY.types | {PlanType.HARDSHIP})
HARD = Statements(hardship=True)
STANDS_HARD = replace(HARD, none_before=LATE)


@pytest.mark.parametrize(
    ("proposal", "said"),
    [(PART, HARD), (PARTS, HARD), (REGULAR, STANDS_HARD), (WHOLE, STANDS_HARD)],
)
def test_who_is_in_hardship_is_asked_for_nothing_before_the_day_of_their_money(
    proposal: Proposal, said: Statements
) -> None:
    move = moved(proposal, said, RELIEVED)
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert move.approval.offer.first_on == LATE


def test_relief_from_their_day_on_asks_for_no_more_than_they_named() -> None:
    little = replace(REGULAR, amount=usd(20))
    move = moved(little, STANDS_HARD, RELIEVED)
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert move.approval.offer.kind is PlanType.HARDSHIP
    assert (move.approval.offer.first_on, {each.amount for each in move.approval.offer.instalments}) == (
        LATE,
        {usd(20)},
    )


@pytest.mark.parametrize("proposal", [REGULAR, WHOLE])
def test_a_first_day_that_they_name_once_in_hardship_has_relief_beside_it(proposal: Proposal) -> None:
    move = moved(proposal, HARD, RELIEVED)
    assert isinstance(move, Counter)
    assert move.offer.first_on <= move.bounds.latest_first_on


@pytest.mark.parametrize("proposal", [PART, REGULAR])
def test_in_hardship_too_a_day_within_authority_is_theirs(proposal: Proposal) -> None:
    on = TODAY + timedelta(MAY.first_payment_within_days)
    move = moved(replace(proposal, on=on), HARD, RELIEVED)
    assert isinstance(move, Accept)
    assert move.offer.first_on == on
