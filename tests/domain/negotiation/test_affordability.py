"""What somebody says is the most they can pay: of all their loans, and what it leaves for one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.read import read
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency
from arrears.domain.negotiation.affordability import (
    StatedLimit,
    is_of_this_loan,
    left_for,
    limit_that_stands,
    share_of,
    stated_limit,
    with_others,
)
from arrears.domain.negotiation.means_told import MeansTold, Told
from arrears.domain.negotiation.offers import Proposal, Regularly
from arrears.domain.people import Language
from tests.builders.negotiating import FREQUENCY, MONEY, M, W, usd

LIMITS = st.builds(StatedLimit, MONEY, st.none() | FREQUENCY)
MONDAY = datetime(2026, 3, 2, 17, tzinfo=UTC)


def said(text: str) -> StatedLimit | None:
    language = Language.EN if text.isascii() else Language.ZH
    readings = read(text, language=language, today=date(2026, 3, 2), currency=Currency.USD)
    return stated_limit(text, readings)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("I can't do more than $200 a month, that's the most", StatedLimit(usd(200), M)),
        ("I can't do more than $200 a month", StatedLimit(usd(200), M)),
        ("we cannot go over $50 a week", StatedLimit(usd(50), W)),
        ("每月不能超过200元", StatedLimit(usd(200), M)),
        ("My limit is $300 a month", StatedLimit(usd(300), M)),
        ("my limit is 20 a week", StatedLimit(usd(20), W)),
        ("$20 a week is my limit", StatedLimit(usd(20), W)),
        ("that's my absolute limit, 40 a week", StatedLimit(usd(40), W)),
        ("my budget is 100 a month", StatedLimit(usd(100), M)),
        ("我的极限是每个月300", StatedLimit(usd(300), M)),
        ("每月300块是我的上限", StatedLimit(usd(300), M)),
        ("上限就是每周50块", StatedLimit(usd(50), W)),
        ("the limit on my card is $300", None),
        ("my credit limit is $300 a month", None),
        ("what's the limit a month? $300?", None),
        ("I'm over the limit by $30", None),
        ("I can pay $200 a month in all", StatedLimit(usd(200), M, of_all=True)),
        ("150 total a month", StatedLimit(usd(150), M, of_all=True)),
        ("I can do 150 altogether a month", StatedLimit(usd(150), M, of_all=True)),
        ("$50 a week for both loans", StatedLimit(usd(50), W, of_all=True)),
        ("我一共每月能还200元", StatedLimit(usd(200), M, of_all=True)),
        ("两笔加起来每月200元", StatedLimit(usd(200), M, of_all=True)),
        ("I can pay $200 a month", None),
        ("I can't wait, I'll pay $200 a month", None),
        ("I'll pay $200 in total on Friday", None),
        ("总共分6期，每月还200元", None),
    ],
)
def test_a_regular_amount_in_all_is_a_limit_as_the_most_is(text: str, limit: StatedLimit | None) -> None:
    assert said(text) == limit


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("at most $200 a month on this one", True),
        ("the best I can do is $100 a month on top of the other plan", True),
        ("这笔最多每月200元", True),
        ("at most $200 a month", False),
        ("at most $200 a month on this one and the other in all", False),
        ("最多每月200元", False),
    ],
)
def test_only_plain_words_mean_one_loan_alone(text: str, here: bool) -> None:
    assert is_of_this_loan(text) is here


@pytest.mark.parametrize(
    ("limit", "others", "left"),
    [
        (StatedLimit(usd(200), M), None, usd(200)),
        (StatedLimit(usd(200), M), usd(150), usd(50)),
        (StatedLimit(usd(200), M), usd(200), usd(0)),
        (StatedLimit(usd(200), M), usd(201), usd(0)),
        (StatedLimit(usd(200), None), usd(150), usd(50)),
        (StatedLimit(usd(50), W), usd(52), usd(38)),
    ],
)
def test_other_plans_take_their_part_of_a_limit(limit, others, left) -> None:
    assert left_for(limit, others) == StatedLimit(left, limit.per)


@given(LIMITS, st.none() | MONEY)
def test_a_limit_of_one_loan_leaves_exactly_itself_beside_the_others(limit, others) -> None:
    assert left_for(with_others(limit, others), others) == limit


@given(LIMITS, MONEY, MONEY)
def test_more_paid_elsewhere_never_leaves_more(limit, one, other) -> None:
    less, more = sorted((one, other))
    assert left_for(limit, more).amount <= left_for(limit, less).amount <= limit.amount


@pytest.mark.parametrize(
    ("proposal", "stands"),
    [
        (Proposal(), True),
        (Proposal(amount=usd(200)), True),
        (Proposal(amount=usd(200, 1)), False),
        (Proposal(amount=usd(866), frequency=Frequency.MONTHLY), True),
        (Proposal(amount=usd(867), frequency=Frequency.MONTHLY), False),
    ],
)
def test_a_limit_stands_until_more_is_offered_over_the_same_time(proposal: Proposal, stands: bool) -> None:
    limit = StatedLimit(usd(200), None if proposal.frequency is None else W)
    assert (limit_that_stands(limit, proposal) is limit) is stands


def test_of_each_statement_the_latest_counts_whenever_it_is_taken_up() -> None:
    early, late = MONDAY, MONDAY + timedelta(days=1)
    first = MeansTold(Told(StatedLimit(usd(200), M), late), Told(Regularly(usd(900), M), early))
    other = MeansTold(Told(StatedLimit(usd(300), M), early), Told(Regularly(usd(800), M), late))
    merged = first.brought_up_to_date(other)
    assert (merged.limit, merged.income, merged.expenses) == (first.limit, other.income, None)


@pytest.mark.parametrize(("later", "binds"), [(timedelta(0), True), (timedelta(microseconds=1), False)])
def test_what_was_said_before_an_instant_does_not_bind(later: timedelta, binds: bool) -> None:
    means = MeansTold(limit=Told(StatedLimit(usd(200), M), MONDAY))
    assert (means.since(MONDAY + later).limit is not None) is binds


@pytest.mark.parametrize(
    ("limit", "owed", "others", "least", "here"),
    [
        (300, 2000, 1500, 25, 171),  # in proportion to what is owed, in whole dollars
        (300, 1500, 2000, 25, 128),
        (300, 1500, 0, 25, 300),  # nothing else is left to agree on
        (40, 1000, 3000, 25, 25),  # no less than the least payment
        (20, 1000, 3000, 25, 20),  # and never more than they named
        (0, 1000, 3000, 25, 0),
    ],
)
def test_a_limit_of_all_loans_is_shared_among_those_without_a_plan(
    limit: int, owed: int, others: int, least: int, here: int
) -> None:
    whole = StatedLimit(usd(limit), M, of_all=True)
    assert share_of(whole, usd(owed), usd(others), usd(least)) == StatedLimit(usd(here), M, of_all=True)


def test_a_limit_that_is_not_said_of_all_loans_is_not_shared() -> None:
    limit = StatedLimit(usd(300), M)
    assert share_of(limit, usd(2000), usd(1500), usd(25)) == limit
