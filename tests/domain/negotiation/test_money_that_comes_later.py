"""Who names the day on which money comes is not asked for all of it before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import DateProblem
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import Terms
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Accept, Counter, Proposal, Question, Reason, Refer, Statements
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import merged
from arrears.domain.negotiation.read_proposal import proposal_from
from arrears.domain.people import Language
from tests.builders.negotiating import NINE_HUNDRED, TERMS, TODAY, WIDE, amounts, at, granted, usd, widely

LATE = TODAY + timedelta(60)
WHOLE = Proposal(full=True, on=LATE)


def test_the_least_now_and_the_rest_on_their_day_or_all_of_it_by_the_latest_one() -> None:
    move = negotiate(NINE_HUNDRED, granted(), WHOLE)
    assert isinstance(move, Counter)
    assert move.reasons == (Reason.DATE_TOO_LATE,)
    assert amounts(move) == [usd(25), usd(875)]
    assert move.offer.kind is PlanType.SPLIT
    assert move.offer.first_on <= move.bounds.latest_first_on
    assert move.offer.last_on == LATE
    assert move.other is not None
    assert [item.amount for item in move.other.instalments] == [usd(900)]
    assert move.other.last_on <= move.bounds.latest_promise_on


def test_a_day_within_the_authority_is_taken_as_it_is() -> None:
    assert isinstance(negotiate(NINE_HUNDRED, granted(), replace(WHOLE, on=TODAY + timedelta(30))), Accept)


@pytest.mark.parametrize("days", [31, 60, 183, 184, 400])
@pytest.mark.parametrize("limit", [None, usd(300), usd(900)])
def test_who_is_in_hardship_is_not_asked_for_all_of_it_before_their_day(
    days: int, limit: Money | None
) -> None:
    in_hardship = replace(at(usd(900), limit), said=Statements(hardship=True))
    move = negotiate(in_hardship, granted(), replace(WHOLE, on=TODAY + timedelta(days)))
    assert isinstance(move, Refer)
    assert Reason.HARDSHIP in move.reasons


@pytest.mark.parametrize("terms", [TERMS, WIDE])
def test_a_part_on_a_late_day_never_becomes_more_than_that_part_for_who_is_in_hardship(terms: Terms) -> None:
    in_hardship = widely(NINE_HUNDRED, Statements(hardship=True))
    move = negotiate(in_hardship, granted(terms), Proposal(amount=usd(300), on=LATE))
    assert amounts(move) == [usd(300)]


def test_who_is_in_hardship_is_offered_small_payments_until_their_day_where_the_lender_allows_them() -> None:
    in_hardship = widely(NINE_HUNDRED, Statements(hardship=True))
    move = negotiate(in_hardship, granted(WIDE), WHOLE)
    assert isinstance(move, Counter)
    assert move.offer.kind is PlanType.HARDSHIP
    assert max(amounts(move)) <= WIDE.hardship.min_payment * 4
    assert Reason.DATE_TOO_LATE in move.reasons
    assert move.other is None


@pytest.mark.parametrize("days", [0, 20, 30])
def test_a_day_within_the_authority_is_taken_from_who_is_in_hardship_too(days: int) -> None:
    in_hardship = replace(NINE_HUNDRED, said=Statements(hardship=True))
    move = negotiate(in_hardship, granted(), replace(WHOLE, on=TODAY + timedelta(days)))
    assert isinstance(move, Accept)


@pytest.mark.parametrize(("days", "payments"), [(183, 2), (400, 1)])
def test_most_of_it_waits_for_half_a_year_at_most(days: int, payments: int) -> None:
    move = negotiate(NINE_HUNDRED, granted(), replace(WHOLE, on=TODAY + timedelta(days)))
    assert isinstance(move, Counter)
    assert len(move.offer.instalments) == payments


@pytest.mark.parametrize("days", [184, 210])
def test_a_day_after_that_and_in_the_term_is_for_a_person_and_all_of_it_is_not_demanded_sooner(
    days: int,
) -> None:
    move = negotiate(NINE_HUNDRED, granted(), replace(WHOLE, on=TODAY + timedelta(days)))
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.DATE_TOO_LATE,)


@pytest.mark.parametrize(
    "terms",
    [
        replace(TERMS, types=TERMS.types - {PlanType.SPLIT, PlanType.INSTALMENTS}),
        replace(TERMS, max_instalments=1),
        replace(TERMS, min_instalment=usd(451)),
        replace(TERMS, max_term_days=45),
    ],
)
def test_what_the_lender_does_not_allow_is_not_offered(terms: object) -> None:
    move = negotiate(NINE_HUNDRED, granted(terms), WHOLE)  # type: ignore[arg-type]
    assert isinstance(move, Counter)
    assert len(move.offer.instalments) == 1


def test_above_what_they_can_afford_nothing_waits_for_them() -> None:
    move = negotiate(at(usd(900), usd(200)), granted(), WHOLE)
    assert not isinstance(move, Counter) or all(item.amount < usd(875) for item in move.offer.instalments)


def test_in_hardship_no_part_of_it_is_asked_for_sooner() -> None:
    move = negotiate(replace(NINE_HUNDRED, said=Statements(hardship=True)), granted(), WHOLE)
    assert not isinstance(move, Counter) or len(move.offer.instalments) == 1


def test_a_month_without_a_day_is_kept_beside_the_question() -> None:
    readings, _ = read_both("I could pay 50 in April", Language.EN, date(2026, 3, 3), Currency.USD)
    said = proposal_from(readings, Currency.USD, date(2026, 3, 3))
    assert (said.on, said.date_problem, said.in_month) == (None, DateProblem.AMBIGUOUS, date(2026, 4, 1))
    assert merged(said, Proposal(on=date(2026, 4, 9))).in_month is None


@pytest.mark.parametrize(("days_to_month", "late"), [(10, False), (60, True)])
def test_who_gives_no_day_of_the_month_is_offered_its_first_or_the_latest_one(
    days_to_month: int, late: bool
) -> None:
    month = TODAY + timedelta(days_to_month)
    asked = Statements(asked=frozenset({Question.DATE}))
    proposal = Proposal(amount=usd(100), date_problem=DateProblem.AMBIGUOUS, in_month=month)
    move = negotiate(replace(NINE_HUNDRED, said=asked), granted(), proposal)
    assert isinstance(move, Counter)
    assert (Reason.DATE_TOO_LATE in move.reasons) is late
    first = move.offer.instalments[0].on
    assert first <= move.bounds.latest_first_on if late else first == month
