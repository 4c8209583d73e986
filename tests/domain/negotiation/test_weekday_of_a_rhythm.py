"""A weekday that goes with a weekly or fortnightly rhythm is the coming one, or the one of the terms."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.proposed_days import on_day_named_before, on_told_payday
from arrears.domain.negotiation.restated import restates
from arrears.domain.negotiation.statements import without_means
from arrears.domain.people import Language
from arrears.domain.plans import Instalment

WEDNESDAY = date(2026, 6, 3)
MONDAYS = Offer(
    tuple(Instalment(day, Money(150_00, Currency.USD)) for day in (date(2026, 6, 15), date(2026, 6, 22))),
    Frequency.WEEKLY,
    Money(0, Currency.USD),
)


def said(text: str) -> Proposal:
    language = Language.ZH if has_han(text) else Language.EN
    readings, means = read_both(text, language, WEDNESDAY, Currency.USD)
    readings = without_means(readings, means)
    return on_told_payday(proposal_in(text, readings, Currency.USD, WEDNESDAY), readings, means)


@pytest.mark.parametrize(
    ("text", "often", "on"),
    [
        ("40 a week on tuesdays", Frequency.WEEKLY, date(2026, 6, 9)),
        ("if its 40 a week on tuesdays yes, not more", Frequency.WEEKLY, date(2026, 6, 9)),
        ("50 bucks a week on friday", Frequency.WEEKLY, date(2026, 6, 5)),
        ("75 every two weeks on thursdays", Frequency.BIWEEKLY, date(2026, 6, 4)),
        ("80 a fortnight, fridays", Frequency.BIWEEKLY, date(2026, 6, 5)),
        ("每周二40", Frequency.WEEKLY, date(2026, 6, 9)),
        ("每周一结账 一周150", Frequency.WEEKLY, date(2026, 6, 8)),
        ("每两周还90，周五", Frequency.BIWEEKLY, date(2026, 6, 5)),
    ],
)
def test_it_is_the_coming_one(text: str, often: Frequency, on: date) -> None:
    proposal = said(text)
    assert (proposal.frequency, proposal.on, proposal.date_problem) == (often, on, None)


@pytest.mark.parametrize("text", ["130 a week tuesday", "100 a week from friday"])
def test_where_one_day_may_be_meant_it_is_asked(text: str) -> None:
    proposal = said(text)
    assert (proposal.on, proposal.date_problem) == (None, DateProblem.AMBIGUOUS)


def test_a_week_on_friday_without_a_sum_is_one_day() -> None:
    proposal = said("i can pay it a week on friday")
    assert (proposal.frequency, proposal.on) == (None, date(2026, 6, 12))


@pytest.mark.parametrize(
    ("text", "often", "on"),
    [
        ("my payout is mondays. i can do 40 a week no matter what", Frequency.WEEKLY, date(2026, 6, 8)),
        ("my paycheck comes on the 12th. i can do 200 a month", Frequency.MONTHLY, date(2026, 6, 12)),
        ("我每月15号发工资，一个月能还500", Frequency.MONTHLY, date(2026, 6, 15)),
    ],
)
def test_a_sum_in_a_rhythm_beside_a_told_payday_begins_on_that(text: str, often: Frequency, on: date) -> None:
    proposal = said(text)
    assert (proposal.frequency, proposal.on, proposal.date_problem) == (often, on, None)


@pytest.mark.parametrize(
    "text",
    [
        "my payout is mondays. my rent is due the 10th. i can do 40 a week no matter what",  # another day too
        "my payout was mondays. i can do 40 a week no matter what",  # no longer
    ],
)
def test_another_day_or_a_payday_that_is_no_more_is_none(text: str) -> None:
    assert said(text).on is None


@pytest.mark.parametrize(
    "text",
    [
        "我两个礼拜发一次工资 礼拜五 下一次是12号",
        "i get paid every two weeks on friday, next one is the 12th",
        "i get paid the 15th and end of month",
        "my payouts are mondays",
    ],
)
def test_who_only_tells_when_they_are_paid_is_asked_for_no_day(text: str) -> None:
    proposal = said(text)
    assert (proposal.on, proposal.date_problem) == (None, None)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("150 every monday", date(2026, 6, 15)),
        ("每周一150", date(2026, 6, 15)),
        ("150 a week on tuesdays", date(2026, 6, 9)),  # another weekday
        ("150 a week starting monday", date(2026, 6, 8)),  # a certain one
        ("150 every week from the 22nd", date(2026, 6, 22)),
        ("150 on monday", date(2026, 6, 8)),  # once
    ],
)
def test_the_first_day_that_they_named_before_is_kept_on_its_weekday(text: str, on: date) -> None:
    language = Language.ZH if has_han(text) else Language.EN
    readings, _ = read_both(text, language, WEDNESDAY, Currency.USD)
    now = proposal_in(text, readings, Currency.USD, WEDNESDAY)
    before = Proposal(on=date(2026, 6, 15), frequency=Frequency.WEEKLY)
    assert on_day_named_before(now, before, text, readings).on == on


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("yes 150 every monday", True),
        ("对 每周一150 可以", True),
        ("if its 150 a week on mondays yes, not more", True),
        ("150 every tuesday", False),
        ("150 a week, starting monday", False),  # a week sooner than the terms
        ("150 every other monday", False),
        ("150 next monday", False),
        ("150 every monday, not the week of june 22", False),
    ],
)
def test_terms_on_that_weekday_are_only_said_again(text: str, same: bool) -> None:
    language = Language.ZH if has_han(text) else Language.EN
    readings, _ = read_both(text, language, WEDNESDAY, Currency.USD)
    assert restates(text, readings, MONDAYS) is same


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("40 every tuesday, starting june 16", date(2026, 6, 16)),
        ("每周一150 从15号开始", date(2026, 6, 15)),
        ("40 every tuesday, starting june 18", date(2026, 6, 9)),  # a Thursday: read back
    ],
)
def test_a_day_of_that_weekday_is_the_first(text: str, on: date) -> None:
    assert said(text).on == on
