"""Payments on the last day of every month keep to it, and payments on a number keep to that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from arrears.domain.language.read import read
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import Accept, Offer, Proposal
from arrears.domain.negotiation.proposals import merged, proposal_in
from arrears.domain.negotiation.restated import restates
from arrears.domain.negotiation.runs import usual_days
from arrears.domain.negotiation.schedule import due_dates, month_ends
from arrears.domain.people import Language
from tests.builders.negotiating import WIDE, M, at, granted, usd, widely

NOVEMBER = date(2026, 11, 12)
ENDS = [(11, 30), (12, 31), (1, 31), (2, 28), (3, 31), (4, 30), (5, 31)]
THIRTIETHS = [(11, 30), (12, 30), (1, 30), (2, 28), (3, 30), (4, 30), (5, 30)]


def said(text: str, today: date = NOVEMBER) -> Proposal:
    language = Language.EN if text.isascii() else Language.ZH
    readings = read(text, language=language, today=today, currency=Currency.USD)
    return proposal_in(text, readings, Currency.USD, today)


def test_ends_of_months_go_on_from_a_short_one() -> None:
    days = islice(month_ends(date(2026, 2, 28), Frequency.MONTHLY), 3)
    assert list(days) == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


@pytest.mark.parametrize(
    "text",
    [
        "the last day of each month",
        "at the end of every month",
        "end of the month, every month",
        "every month on the last day",
        "monthly, month end",
        "monthly from the end of November",
        "每个月最后一天",
        "每月月底还",
        "一个月一次 月末",
    ],
)
def test_words_of_the_last_day_of_a_month(text: str) -> None:
    proposal = said(text)
    assert proposal.on == date(2026, 11, 30)
    assert proposal.month_end


@pytest.mark.parametrize(
    "text", ["the 30th of each month", "monthly from November 30", "每个月30号", "每月11月30号开始"]
)
def test_words_of_a_number(text: str) -> None:
    proposal = said(text)
    assert proposal.on == date(2026, 11, 30)
    assert not proposal.month_end


def test_the_end_of_a_week_is_no_end_of_a_month() -> None:
    assert not said("monthly from the end of this week", date(2026, 5, 28)).month_end


def test_a_sum_named_later_keeps_the_day_and_another_day_does_not() -> None:
    earlier = said("每个月最后一天")
    assert merged(earlier, said("一个月800")).month_end
    assert not merged(earlier, said("15号吧")).month_end
    assert merged(earlier, said("这个月就能开始 11月30")).month_end
    assert not merged(earlier, said("每个月30号")).month_end


@pytest.mark.parametrize(("text", "same"), [("一个月800 月底 可以", True), ("一个月800 每个月30号", False)])
def test_the_last_day_said_again_is_that_of_the_terms_and_a_number_is_another(text: str, same: bool) -> None:
    ends = Proposal(amount=usd(800), on=date(2026, 11, 30), month_end=True, frequency=M)
    readings = read(text, language=Language.ZH, today=NOVEMBER, currency=Currency.USD)
    assert restates(text, readings, agreed(ends)) is same


def agreed(proposal: Proposal) -> Offer:
    move = negotiate(replace(widely(at(usd(5060))), today=NOVEMBER), granted(WIDE), proposal)
    assert isinstance(move, Accept)
    return move.offer


def numbers(proposal: Proposal) -> list[tuple[int, int]]:
    usual = usual_days(tuple(each.on for each in agreed(proposal).instalments), M)
    assert usual is not None
    return [(day.month, day.day) for day in usual]


def test_a_plan_on_the_last_day_of_every_month_is_on_the_last_of_each() -> None:
    ends = Proposal(amount=usd(800), on=date(2026, 11, 30), month_end=True, frequency=M)
    assert numbers(ends) == ENDS
    offer = agreed(ends)
    assert [each.on for each in offer.instalments][2] == date(2027, 2, 1)  # 31 January is a Sunday
    assert offer.total == usd(5060)


def test_a_plan_on_the_30th_is_on_the_30th() -> None:
    assert numbers(Proposal(amount=usd(800), on=date(2026, 11, 30), frequency=M)) == THIRTIETHS


def test_a_rest_at_the_ends_of_months_follows_its_first_payment() -> None:
    rest = Proposal(amount=usd(1000), on=date(2026, 11, 30), month_end=True, frequency=M)
    offer = agreed(Proposal(amount=usd(1060), on=date(2026, 11, 16), rest=rest))
    assert [each.on for each in offer.instalments] == [
        date(2026, 11, 16),
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 2, 1),
        date(2027, 3, 1),
    ]


def test_the_usual_days_of_ends_of_months_are_told_from_a_number() -> None:
    ends = tuple(islice(month_ends(date(2026, 11, 30), M), 7))
    assert usual_days(ends, M) == ends
    thirtieths = tuple(islice(due_dates(date(2026, 11, 30), M), 7))
    assert usual_days(thirtieths, M) == thirtieths
