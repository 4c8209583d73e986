"""Who can pay small sums often: as they said where it may be, else the same money in a slower rhythm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from arrears.adapters.policy_authority import load_authority
from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.authority import Authority, authority_for
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Accept, Counter, Proposal, Reason, Statements
from tests.builders.negotiating import EVERY_TYPE, TERMS, B, M, W, amounts, at, granted, usd, widely

POLICY = Path(__file__).parents[3] / "policy" / "authority.yml"


def shipped(balance: int) -> Authority:
    authority = authority_for(
        load_authority(POLICY),
        product="personal-term",
        purpose=Purpose.CONSUMER,
        balance=usd(balance),
        days_past_due=40,
    )
    assert authority is not None
    return authority


def weekly(amount: int) -> Proposal:
    return Proposal(amount=usd(amount), frequency=W)


def test_sixty_a_week_on_a_larger_loan_is_agreed_as_it_is() -> None:
    move = negotiate(widely(at(usd(2455))), shipped(2455), weekly(60))
    assert isinstance(move, Counter)  # no day was named
    assert move.reasons == (Reason.DATE_PROPOSED,)
    assert (move.offer.frequency, len(move.offer.instalments), move.other) == (W, 41, None)


def test_a_payment_below_the_least_is_the_same_money_every_two_weeks() -> None:
    move = negotiate(widely(at(usd(2455), usd(40), W)), shipped(2455), weekly(40))
    assert isinstance(move, Counter)
    assert (move.offer.frequency, amounts(move)[0]) == (B, usd(80))
    assert move.other is None


def test_a_limit_goes_to_the_next_slower_rhythm_and_not_to_the_slowest() -> None:
    terms = replace(TERMS, types=EVERY_TYPE, max_instalments=26)
    move = negotiate(widely(at(usd(900), usd(20), W)), granted(terms), weekly(20))
    assert isinstance(move, Counter)
    assert Reason.FREQUENCY_FITS_LIMIT in move.reasons
    assert (move.offer.frequency, amounts(move)[0]) == (B, usd(40))


@pytest.mark.parametrize("limited", [False, True])
def test_where_more_money_is_needed_in_every_rhythm_the_one_that_needs_the_least_is_offered(
    limited: bool,
) -> None:
    terms = replace(TERMS, types=EVERY_TYPE, max_instalments=24, max_term_days=730)
    move = negotiate(widely(at(usd(8000))), granted(terms), weekly(60))
    assert isinstance(move, Counter)
    assert Reason.TOO_MANY_INSTALMENTS in move.reasons
    assert (move.offer.frequency, amounts(move)[0]) == (M, usd(333, 34))


def test_more_money_than_they_named_is_asked_of_nobody_in_difficulty() -> None:
    terms = replace(TERMS, types=EVERY_TYPE, max_instalments=24, max_term_days=730)
    move = negotiate(widely(at(usd(8000)), Statements(hardship=True)), granted(terms), weekly(60))
    assert not isinstance(move, Accept | Counter) or max(amounts(move)) <= usd(260)


def test_what_may_be_paid_as_they_said_stays_in_their_rhythm() -> None:
    move = negotiate(widely(at(usd(900))), granted(replace(TERMS, max_instalments=52)), weekly(30))
    assert isinstance(move, Accept | Counter)
    assert move.offer.frequency is Frequency.WEEKLY
