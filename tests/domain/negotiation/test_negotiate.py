from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority, HardshipTerms
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    AmountProblem,
    Ask,
    Close,
    Counter,
    Move,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import merged
from arrears.domain.negotiation.schedule import due_dates
from tests.builders.negotiating import (
    AUTHORITIES,
    FRIDAY,
    LIMITED,
    NINE_HUNDRED,
    PER_YEAR,
    POSITIONS,
    PROPOSALS,
    TERMS,
    TODAY,
    B,
    M,
    S,
    W,
    amounts,
    at,
    bounded_by_means,
    granted,
    offered,
    usd,
    widely,
)


@pytest.mark.parametrize(
    ("proposal", "paid", "first_on"),
    [
        (Proposal(full=True, on=FRIDAY), [usd(900)], FRIDAY),
        (Proposal(full=True, amount=usd(900), on=FRIDAY), [usd(900)], FRIDAY),
        (Proposal(count=1, on=FRIDAY), [usd(900)], FRIDAY),
        (Proposal(amount=usd(200), on=TODAY + timedelta(30)), [usd(200)], TODAY + timedelta(30)),
        (Proposal(count=3, on=FRIDAY), [usd(300)] * 3, FRIDAY),
        (Proposal(full=True, count=3, on=FRIDAY), [usd(300)] * 3, FRIDAY),
        (Proposal(amount=usd(900), count=3, on=FRIDAY), [usd(300)] * 3, FRIDAY),
        (Proposal(amount=usd(300), count=3, on=FRIDAY), [usd(300)] * 3, FRIDAY),
        (Proposal(amount=usd(301), count=3, on=FRIDAY), [usd(301)] * 2 + [usd(298)], FRIDAY),
        (Proposal(amount=usd(75), frequency=M, on=FRIDAY), [usd(75)] * 12, FRIDAY),
        (
            Proposal(amount=usd(400), frequency=W, on=TODAY + timedelta(20)),
            [usd(400), usd(400), usd(100)],
            TODAY + timedelta(20),
        ),
        (Proposal(count=7, frequency=W, on=FRIDAY), list(usd(900).split(7)), FRIDAY),
    ],
)
def test_a_proposal_within_authority_is_accepted_as_it_is(
    proposal: Proposal, paid: list[Money], first_on: date
) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Accept)
    assert move.reasons == (Reason.WITHIN_AUTHORITY,)
    assert amounts(move) == paid
    assert move.offer.first_on == first_on
    assert move.offer.total + move.offer.left_due == usd(900)


@pytest.mark.parametrize(
    ("proposal", "reasons", "largest", "count", "first_on"),
    [
        (
            Proposal(amount=usd(24, 99), on=TODAY + timedelta(21)),
            [Reason.BELOW_MINIMUM],
            usd(25),
            1,
            TODAY + timedelta(21),
        ),
        (Proposal(amount=usd(901), on=FRIDAY), [Reason.ABOVE_BALANCE], usd(900), 1, FRIDAY),
        (
            Proposal(amount=usd(200), on=TODAY + timedelta(31)),
            [Reason.DATE_TOO_LATE],
            usd(200),
            1,
            TODAY + timedelta(30),
        ),
        (
            Proposal(amount=usd(74, 99), frequency=M, on=FRIDAY),
            [Reason.TOO_MANY_INSTALMENTS],
            usd(75),
            12,
            FRIDAY,
        ),
        (
            Proposal(amount=usd(10), frequency=M, on=FRIDAY),
            [Reason.TOO_MANY_INSTALMENTS],
            usd(75),
            12,
            FRIDAY,
        ),
        (Proposal(count=13, on=FRIDAY), [Reason.TOO_MANY_INSTALMENTS], usd(75), 12, FRIDAY),
        (
            Proposal(amount=usd(100), count=3, on=FRIDAY),
            [Reason.COUNT_DOES_NOT_FIT],
            usd(100),
            9,
            FRIDAY,
        ),
        (
            Proposal(count=3, on=TODAY + timedelta(21)),
            [Reason.DATE_TOO_LATE],
            usd(300),
            3,
            TODAY + timedelta(20),
        ),
        (Proposal(count=3), [Reason.DATE_PROPOSED], usd(300), 3, TODAY + timedelta(7)),
        (
            Proposal(amount=usd(100), frequency=W),
            [Reason.DATE_PROPOSED],
            usd(100),
            9,
            TODAY + timedelta(7),
        ),
        (
            Proposal(amount=usd(100), frequency=S, on=FRIDAY),
            [Reason.FREQUENCY_NOT_OFFERED],
            usd(200),
            5,
            FRIDAY,
        ),
    ],
)
def test_a_proposal_outside_authority_is_countered_with_the_nearest_terms(
    proposal: Proposal, reasons: list[Reason], largest: Money, count: int, first_on: date
) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Counter)
    assert list(move.reasons) == reasons
    assert max(amounts(move)) == largest
    assert len(amounts(move)) == count
    assert move.offer.first_on == first_on


@pytest.mark.parametrize(
    ("proposal", "paid", "reasons"),
    [
        (Proposal(share_percent=50, on=FRIDAY), [usd(450)] * 2, [Reason.REST_SCHEDULED]),
        (
            Proposal(amount=usd(200), on=FRIDAY),
            [usd(200), *[usd(63, 64)] * 10, usd(63, 60)],
            [Reason.REST_SCHEDULED],
        ),
        (
            Proposal(amount=usd(400), on=FRIDAY),
            [usd(400), *[usd(120)] * 4, usd(20)],
            [Reason.REST_SCHEDULED],
        ),
        (
            Proposal(amount=usd(449, 99), on=FRIDAY),
            [usd(449, 99), *[usd(135)] * 3, usd(45, 1)],
            [Reason.REST_SCHEDULED],
        ),
        (
            Proposal(amount=usd(25), on=TODAY),
            [usd(25), *[usd(79, 55)] * 10, usd(79, 50)],
            [Reason.REST_SCHEDULED],
        ),
        (
            Proposal(amount=usd(24, 99), on=FRIDAY),
            [usd(25), *[usd(79, 55)] * 10, usd(79, 50)],
            [Reason.BELOW_MINIMUM, Reason.REST_SCHEDULED],
        ),
    ],
)
def test_a_part_payment_comes_back_with_the_rest_planned_and_alone_as_the_other_choice(
    proposal: Proposal, paid: list[Money], reasons: list[Reason]
) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Counter)
    assert (amounts(move), list(move.reasons)) == (paid, reasons)
    assert move.offer.left_due == usd(0)
    assert move.other is not None
    assert [item.amount for item in move.other.instalments] == paid[:1]
    assert move.other.left_due == usd(900) - paid[0]


def test_the_term_shortens_a_plan_that_would_last_too_long() -> None:
    authority = granted(replace(TERMS, max_term_days=100))
    move = negotiate(NINE_HUNDRED, authority, Proposal(amount=usd(100), frequency=M, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.LASTS_TOO_LONG,)
    assert amounts(move) == [usd(225)] * 4
    assert move.offer.last_on <= move.bounds.latest_last_on == TODAY + timedelta(100)


@pytest.mark.parametrize(
    ("proposal", "question", "reasons"),
    [
        (Proposal(), Question.AMOUNT, (Reason.AMOUNT_MISSING, Reason.DATE_MISSING)),
        (Proposal(on=FRIDAY), Question.AMOUNT, (Reason.AMOUNT_MISSING,)),
        (Proposal(frequency=M), Question.AMOUNT, (Reason.AMOUNT_MISSING,)),
        (Proposal(full=True, frequency=M), Question.AMOUNT, (Reason.AMOUNT_MISSING,)),
        (Proposal(amount=usd(0), on=FRIDAY), Question.AMOUNT, (Reason.AMOUNT_MISSING,)),
        (Proposal(amount_problem=AmountProblem.SEVERAL), Question.AMOUNT, (Reason.AMOUNT_UNCLEAR,)),
        (Proposal(amount=usd(100), full=True, on=FRIDAY), Question.AMOUNT, (Reason.AMOUNT_UNCLEAR,)),
        (Proposal(amount=usd(100)), Question.DATE, (Reason.DATE_MISSING,)),
        (Proposal(full=True), Question.DATE, (Reason.DATE_MISSING,)),
        (
            Proposal(amount=usd(100), date_problem=DateProblem.UNRESOLVED),
            Question.DATE,
            (Reason.DATE_UNCLEAR,),
        ),
        (Proposal(amount=usd(100), on=date(2026, 5, 3)), Question.DATE, (Reason.DATE_UNCLEAR,)),
    ],
)
def test_what_is_missing_or_unclear_is_asked_for(
    proposal: Proposal, question: Question, reasons: tuple[Reason, ...]
) -> None:
    move = negotiate(NINE_HUNDRED, granted(), proposal)
    assert isinstance(move, Ask)
    assert (move.question, move.reasons) == (question, reasons)


@pytest.mark.parametrize("words", [Proposal(amount=usd(60), frequency=M, on=FRIDAY), Proposal(count=12)])
def test_a_minimum_above_what_they_can_afford_goes_to_a_person(words: Proposal) -> None:
    refused = negotiate(at(usd(900), limit=usd(74, 99)), granted(), words)
    assert isinstance(refused, Refer)
    assert refused.reasons == (Reason.MINIMUM_ABOVE_STATED_LIMIT,)
    assert max(amounts(negotiate(at(usd(900), limit=usd(75)), granted(), words))) == usd(75)


@pytest.mark.parametrize(("limit", "referred"), [(usd(24, 99), True), (usd(25), False)])
def test_a_single_payment_is_never_above_what_they_can_afford(limit: Money, referred: bool) -> None:
    move = negotiate(at(usd(900), limit=limit), granted(), Proposal(full=True, on=FRIDAY))
    assert isinstance(move, Refer) is referred
    if not referred:
        assert amounts(move) == [limit]
        assert isinstance(move, Counter)
        assert move.reasons == (Reason.ABOVE_STATED_LIMIT,)


def test_a_proposal_above_the_stated_limit_is_countered_at_the_limit() -> None:
    move = negotiate(at(usd(900), limit=usd(100)), granted(), Proposal(count=3, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.ABOVE_STATED_LIMIT,)
    assert amounts(move) == [usd(100)] * 9


def test_a_monthly_limit_is_the_smaller_for_a_weekly_payment() -> None:
    authority = granted(replace(TERMS, max_instalments=60))
    proposal = Proposal(amount=usd(130), frequency=W, on=FRIDAY)
    move = negotiate(at(usd(900), limit=usd(130), per=M), authority, proposal)
    assert max(amounts(move)) == usd(30)


def test_a_rhythm_that_they_cannot_afford_gives_way_to_one_that_they_can() -> None:
    proposal = Proposal(amount=usd(20), frequency=W, on=FRIDAY)
    move = negotiate(at(usd(900), limit=usd(90), per=M), granted(), proposal)
    assert isinstance(move, Counter)
    assert Reason.FREQUENCY_FITS_LIMIT in move.reasons
    assert (move.offer.frequency, max(amounts(move))) == (M, usd(86, 66))


def test_too_many_small_payments_become_fewer_of_the_same_money() -> None:
    move = negotiate(NINE_HUNDRED, granted(), Proposal(amount=usd(38), frequency=W, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.TOO_MANY_INSTALMENTS,)
    assert (move.offer.frequency, max(amounts(move))) == (B, usd(76))


@pytest.mark.parametrize(("each", "rhythms"), [(75, (B, M)), (60, (M, B))])
def test_a_counter_keeps_their_rhythm_first_where_that_asks_for_little_more(
    each: int, rhythms: tuple[Frequency, Frequency]
) -> None:
    move = negotiate(at(usd(1200)), granted(), Proposal(amount=usd(each), frequency=B, on=FRIDAY))
    assert isinstance(move, Counter)
    assert move.other is not None
    assert (move.offer.frequency, move.other.frequency) == rhythms
    by_rhythm = {offer.frequency: offer.instalments[0].amount for offer in (move.offer, move.other)}
    assert by_rhythm == {B: usd(100), M: usd(each * 26 // 12) if each == 60 else usd(162, 50)}


def test_their_rhythm_is_not_kept_above_what_they_can_afford() -> None:
    position = at(usd(1200), limit=usd(75), per=B)
    move = negotiate(position, granted(), Proposal(amount=usd(75), frequency=B, on=FRIDAY))
    assert isinstance(move, Counter)
    assert (move.offer.frequency, move.other) == (M, None)


def test_a_weekly_limit_does_not_pay_off_in_one_go_what_a_month_of_it_would() -> None:
    weekly = at(usd(300), limit=usd(100), per=W)
    move = negotiate(weekly, granted(), Proposal(amount=usd(300), frequency=M, on=FRIDAY))
    assert amounts(move) == [usd(150)] * 2


def test_a_stated_limit_alone_becomes_a_plan_of_that_amount() -> None:
    move = negotiate(at(usd(900), limit=usd(100), per=M), granted(), Proposal())
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.FROM_STATED_LIMIT, Reason.DATE_PROPOSED)
    assert amounts(move) == [usd(100)] * 9


def test_another_day_alone_moves_the_plan_they_proposed_before() -> None:
    first = Proposal(amount=usd(100), frequency=W)
    move = negotiate(NINE_HUNDRED, granted(), merged(first, Proposal(on=FRIDAY)))
    assert isinstance(move, Accept)
    assert (move.offer.first_on, amounts(move)) == (FRIDAY, [usd(100)] * 9)


@pytest.mark.parametrize(
    ("broken", "proposal", "kind"),
    [
        (2, Proposal(count=3, on=FRIDAY), Accept),
        (3, Proposal(count=3, on=FRIDAY), Refer),
        (3, Proposal(amount=usd(100), on=FRIDAY), Refer),
        (3, Proposal(full=True, on=FRIDAY), Accept),
    ],
)
def test_after_too_many_broken_promises_a_person_agrees_all_but_full_payment(
    broken: int, proposal: Proposal, kind: type[Move]
) -> None:
    assert isinstance(negotiate(replace(NINE_HUNDRED, broken_promises=broken), granted(), proposal), kind)


def test_nothing_is_negotiated_when_nothing_is_owed() -> None:
    move = negotiate(at(usd(0)), granted(), Proposal(full=True, on=FRIDAY))
    assert isinstance(move, Close)
    assert move.reasons == (Reason.NOTHING_OWED,)


def test_a_balance_below_the_minimum_is_paid_whole() -> None:
    assert amounts(negotiate(at(usd(10)), granted(), Proposal(amount=usd(5), on=FRIDAY))) == [usd(10)]


# Properties


@given(position=POSITIONS, authority=AUTHORITIES, proposal=PROPOSALS)
def test_every_offer_adds_up_and_stays_in_its_bounds(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    if not isinstance(move, Accept | Counter):
        return
    offer, bounds, balance = move.offer, move.bounds, position.balance.total
    paid = [instalment.amount for instalment in offer.instalments]
    days = [instalment.on for instalment in offer.instalments]
    assert offer.total + offer.left_due == balance
    assert all(earlier < later for earlier, later in pairwise(days))
    assert all(amount >= bounds.min_instalment for amount in paid[:-1])
    assert usd(0) < paid[-1] <= max(paid)
    assert len(paid) <= authority.terms.max_instalments
    assert days[0] >= TODAY
    if len(paid) > 1:
        assert offer.left_due == usd(0)
        assert offer.frequency in (*authority.terms.frequencies, *[None] * (len(paid) == 2))
        assert days[0] <= bounds.latest_first_on
        assert days[-1] <= bounds.latest_last_on
    else:
        assert days[0] <= max(bounds.latest_first_on, bounds.latest_promise_on)
        assert paid[0] >= bounds.min_instalment


@given(position=LIMITED, authority=AUTHORITIES, proposal=PROPOSALS)
def test_no_offer_is_above_what_they_said_they_can_afford(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move, limit, per = negotiate(position, authority, proposal), position.stated_limit, position.limit_per
    assert limit is not None
    if not isinstance(move, Accept | Counter):
        return
    offer = move.offer
    first, *later = [instalment.amount for instalment in offer.instalments]
    if bounded_by_means(proposal, position, offer) != offer.instalments:
        rhythm = offer.frequency or per or M
        assert max(later, default=usd(0)).minor * PER_YEAR[rhythm] <= limit.minor * PER_YEAR[per or rhythm]
    elif per is None or offer.frequency is None or offer.frequency is per:
        assert max([first, *later]) <= limit
    elif Reason.REST_SCHEDULED in move.reasons:
        assert first <= limit
        assert offer.instalments[1].on >= next(islice(due_dates(offer.first_on, per), 1, None))
        assert max(later).minor * PER_YEAR[offer.frequency] <= limit.minor * PER_YEAR[per]
    else:
        assert max([first, *later]).minor * PER_YEAR[offer.frequency] <= limit.minor * PER_YEAR[per]


@given(
    position=POSITIONS, authority=AUTHORITIES, before=PROPOSALS, proposal=PROPOSALS, times=st.integers(1, 4)
)
def test_the_same_proposal_repeated_gives_the_same_move(
    position: Position, authority: Authority, before: Proposal, proposal: Proposal, times: int
) -> None:
    opening = negotiate(position, authority, before)
    if isinstance(opening, Accept | Counter):
        position = replace(position, earlier_offers=(opening.offer,))
    first = negotiate(position, authority, proposal)
    for _ in range(times):
        move = negotiate(position, authority, proposal)
        assert move == first
        if isinstance(move, Accept | Counter):
            position = replace(position, earlier_offers=(*position.earlier_offers, move.offer))


@given(position=POSITIONS, authority=AUTHORITIES, proposal=PROPOSALS)
def test_a_proposal_that_was_countered_is_accepted_when_the_counter_is_proposed(
    position: Position, authority: Authority, proposal: Proposal
) -> None:
    move = negotiate(position, authority, proposal)
    if not isinstance(move, Counter) or Reason.REST_SCHEDULED in move.reasons or proposal.rest is not None:
        return
    offer = move.offer
    if offer.frequency is None and (
        offer.kind is PlanType.SPLIT or offer.first_on > move.bounds.latest_promise_on
    ):
        return  # two days in no rhythm cannot be proposed with one amount
    again = Proposal(amount=offer.instalments[0].amount, on=offer.first_on, frequency=offer.frequency)
    answer = negotiate(position, authority, again)
    assert isinstance(answer, Accept)
    assert offered(answer).total == offer.total


@pytest.mark.parametrize(("term", "latest"), [(29, 29), (30, 30), (31, 30)])
def test_a_single_payment_lies_within_the_term_too(term: int, latest: int) -> None:
    authority = granted(replace(TERMS, max_term_days=term))
    move = negotiate(NINE_HUNDRED, authority, Proposal(full=True, on=TODAY + timedelta(60)))
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.DATE_TOO_LATE,)
    assert move.offer.last_on == move.bounds.latest_promise_on == TODAY + timedelta(latest)


@pytest.mark.parametrize("hardship", [False, True])
@pytest.mark.parametrize("limit", [39, 40, 41])
def test_a_share_that_is_raised_to_the_least_payment_brings_no_less_than_relief_does(
    limit: int, hardship: bool
) -> None:
    terms = replace(
        TERMS,
        min_instalment=usd(40),
        max_instalments=3,
        frequencies=(B,),
        max_term_days=43,
        types=frozenset(PlanType),
        hardship=HardshipTerms(usd(1), 1, 0),
    )
    position = widely(at(usd(297), limit=usd(limit)))
    said = replace(position.said, hardship=hardship, asked=frozenset(Question))
    move = negotiate(replace(position, said=said), granted(terms), Proposal(share_percent=Fraction(1)))
    assert isinstance(move, Counter)
    assert move.offer.kind is PlanType.HARDSHIP
    assert usd(40) < move.offer.total < usd(60)


@pytest.mark.parametrize(
    ("owed", "reason"),
    [(300, Reason.BELOW_MINIMUM), (301, Reason.TOO_MANY_INSTALMENTS)],
)
def test_the_reason_for_more_is_the_bound_that_makes_it_so(owed: int, reason: Reason) -> None:
    """Of 300 the least payment, 25, would be enough in 12; of 301 it would not."""
    move = negotiate(
        at(usd(owed)),
        granted(),
        Proposal(amount=usd(10), frequency=M, on=FRIDAY),
    )
    assert isinstance(move, Counter)
    assert reason in move.reasons
    assert not ({Reason.BELOW_MINIMUM, Reason.TOO_MANY_INSTALMENTS} - {reason}) & set(move.reasons)
