from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    Frequency,
    Readings,
)
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import AmountProblem, Proposal
from arrears.domain.negotiation.proposals import merged
from arrears.domain.negotiation.read_proposal import proposal_from

TODAY = date(2026, 5, 4)
FRIDAY = date(2026, 5, 8)
LATER = date(2026, 5, 15)


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def sum_of(minor: int, currency: Currency = Currency.USD) -> AmountReading:
    return AmountReading(AmountKind.SUM, Money(minor, currency), None, (0, 1))


FULL = AmountReading(AmountKind.FULL, None, None, (0, 1))
HALF = AmountReading(AmountKind.SHARE, None, 50, (0, 1))


def day(on: date | None, problem: DateProblem | None = None) -> DateReading:
    return DateReading(on, problem, (0, 1), "")


@pytest.mark.parametrize(
    ("readings", "proposal"),
    [
        (Readings(), Proposal()),
        (Readings((sum_of(100_00),), (day(FRIDAY),)), Proposal(amount=usd(100_00), on=FRIDAY)),
        (Readings((sum_of(100_00), sum_of(100_00))), Proposal(amount=usd(100_00))),
        (Readings((sum_of(100_00), sum_of(50_00))), Proposal(amount_problem=AmountProblem.SEVERAL)),
        (Readings((HALF, FULL)), Proposal(amount_problem=AmountProblem.SEVERAL)),
        (Readings((sum_of(1_00, Currency.CNY),)), Proposal(amount_problem=AmountProblem.OTHER_CURRENCY)),
        (Readings((FULL,)), Proposal(full=True)),
        (Readings((HALF,)), Proposal(share_percent=50)),
        (Readings((FULL, sum_of(900_00))), Proposal(amount=usd(900_00), full=True)),
        (Readings(instalment_count=3), Proposal(count=3)),
        (Readings(instalment_count=0), Proposal()),
        (Readings(frequency=Frequency.WEEKLY), Proposal(frequency=Frequency.WEEKLY)),
        (Readings(dates=(day(TODAY),)), Proposal(on=TODAY)),
        (Readings(dates=(day(date(2026, 5, 3)),)), Proposal(date_problem=DateProblem.PAST)),
        (Readings(dates=(day(None, DateProblem.INVALID),)), Proposal(date_problem=DateProblem.INVALID)),
        (Readings(dates=(day(None, DateProblem.INVALID), day(FRIDAY))), Proposal(on=FRIDAY)),
        (Readings(dates=(day(LATER), day(FRIDAY))), Proposal(date_problem=DateProblem.AMBIGUOUS)),
        (
            Readings(dates=(day(LATER), day(FRIDAY)), frequency=Frequency.BIWEEKLY),
            Proposal(on=FRIDAY, frequency=Frequency.BIWEEKLY),
        ),
    ],
)
def test_readings_become_a_proposal_or_a_problem(readings: Readings, proposal: Proposal) -> None:
    assert proposal_from(readings, Currency.USD, TODAY) == proposal


def unsure(reading: DateReading) -> DateReading:
    return replace(reading, certainty=Certainty.UNSURE)


UNSURE_SUM = replace(sum_of(200_00), certainty=Certainty.UNSURE)
HUNDRED = Proposal(amount=usd(100_00))


@pytest.mark.parametrize(
    ("readings", "proposal"),
    [
        (
            Readings((sum_of(100_00),), (unsure(day(FRIDAY)),)),
            replace(HUNDRED, date_problem=DateProblem.AMBIGUOUS),
        ),
        (Readings((sum_of(100_00),), (unsure(day(FRIDAY)), day(LATER))), replace(HUNDRED, on=LATER)),
        (
            Readings((sum_of(100_00),), (unsure(day(FRIDAY)), day(LATER)), frequency=Frequency.MONTHLY),
            replace(HUNDRED, on=LATER, frequency=Frequency.MONTHLY),
        ),
        (Readings((sum_of(100_00),), (unsure(day(date(2026, 5, 3))),)), HUNDRED),
        (Readings((sum_of(100_00),), (unsure(day(None, DateProblem.UNRESOLVED)),)), HUNDRED),
        (Readings(dates=(unsure(day(FRIDAY)),)), Proposal(on=FRIDAY)),
        (Readings(dates=(unsure(day(None, DateProblem.PAST)),)), Proposal()),
        (Readings(dates=(day(None, DateProblem.PAST),)), Proposal(date_problem=DateProblem.PAST)),
        (Readings((sum_of(100_00), UNSURE_SUM)), HUNDRED),
        (Readings((UNSURE_SUM,)), Proposal(amount=usd(200_00))),
    ],
)
def test_a_doubtful_day_beside_a_sum_is_asked_about_and_gives_way_to_a_sure_one(
    readings: Readings, proposal: Proposal
) -> None:
    assert proposal_from(readings, Currency.USD, TODAY) == proposal


MONTHLY = Proposal(amount=usd(100_00), frequency=Frequency.MONTHLY)


@pytest.mark.parametrize(
    ("earlier", "later", "result"),
    [
        (None, MONTHLY, MONTHLY),
        (MONTHLY, Proposal(), MONTHLY),
        (
            MONTHLY,
            Proposal(on=FRIDAY),
            Proposal(amount=usd(100_00), frequency=Frequency.MONTHLY, on=FRIDAY),
        ),
        (
            MONTHLY,
            Proposal(amount=usd(80_00)),
            Proposal(amount=usd(80_00), frequency=Frequency.MONTHLY),
        ),
        (MONTHLY, Proposal(count=3), Proposal(count=3, frequency=Frequency.MONTHLY)),
        (MONTHLY, Proposal(full=True, on=FRIDAY), Proposal(full=True, on=FRIDAY)),
        (MONTHLY, Proposal(frequency=Frequency.WEEKLY), Proposal(frequency=Frequency.WEEKLY)),
        (Proposal(amount=usd(100_00)), Proposal(frequency=Frequency.MONTHLY), MONTHLY),
        (
            Proposal(on=FRIDAY),
            Proposal(date_problem=DateProblem.PAST),
            Proposal(date_problem=DateProblem.PAST),
        ),
        (Proposal(date_problem=DateProblem.UNRESOLVED), Proposal(on=FRIDAY), Proposal(on=FRIDAY)),
        (Proposal(amount_problem=AmountProblem.SEVERAL), Proposal(amount=usd(1)), Proposal(amount=usd(1))),
        (Proposal(share_percent=50), Proposal(on=FRIDAY), Proposal(share_percent=50, on=FRIDAY)),
    ],
)
def test_a_later_proposal_overrides_what_it_says_and_keeps_the_rest(
    earlier: Proposal | None, later: Proposal, result: Proposal
) -> None:
    assert merged(earlier, later) == result
