"""Of sums one after the other, a later turn says when one begins or ends: the others stay as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.changed_steps import of_some_steps
from arrears.domain.negotiation.offers import Proposal
from tests.domain.language.turns import turn

TODAY, M = date(2026, 1, 27), Frequency.MONTHLY
MAY, OCTOBER = date(2026, 5, 1), date(2026, 10, 1)


def step(amount: int, currency: Currency = Currency.USD) -> Proposal:
    return Proposal(amount=Money(amount * 100, currency), frequency=M)


THEN = replace(step(900), on=MAY, outlasts_limit=True)
STEPS = replace(step(150), rest=THEN)


def changed(text: str, before: Proposal) -> Proposal | None:
    return of_some_steps(before, text, turn(text, TODAY), TODAY)


def test_each_sum_has_what_is_said_of_it() -> None:
    text = "through september the 900. the 20th works for both, so feb 20 the first 150"
    expected = replace(STEPS, on=date(2026, 2, 20), rest=replace(THEN, until=OCTOBER))
    assert changed(text, STEPS) == expected


@pytest.mark.parametrize("text", ["through september", "the 900 through september", "only through september"])
def test_an_end_is_that_of_the_last_sum(text: str) -> None:
    assert changed(text, STEPS) == replace(STEPS, rest=replace(THEN, until=OCTOBER))


def test_an_end_is_read_in_mandarin() -> None:
    steps = replace(step(300, Currency.CNY), rest=replace(step(2500, Currency.CNY), on=MAY))
    assert steps.rest is not None
    assert changed("2500到九月为止", steps) == replace(steps, rest=replace(steps.rest, until=OCTOBER))


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("6月开始每个月2500 一直到还完", step(300, Currency.CNY)),
        ("from june I can do 2500 a month", step(300)),
    ],
)
def test_a_larger_sum_of_months_to_come_follows_the_one_until_then(text: str, before: Proposal) -> None:
    both = changed(text, before)
    assert both is not None
    assert (both.amount, both.frequency) == (before.amount, M)
    assert both.rest is not None
    assert (both.rest.on, both.rest.outlasts_limit) == (date(2026, 6, 1), True)


@pytest.mark.parametrize(
    "text",
    [
        "actually 500 a month from june",
        "100 a month from june",
        "500 a month from february",
        "500 a month",
    ],
)
def test_a_sum_in_its_place_a_smaller_one_and_a_sooner_one_are_no_further_step(text: str) -> None:
    assert changed(text, step(300)) is None


def test_a_change_in_mandarin_is_no_further_step() -> None:
    assert changed("改成6月起每月500", step(300, Currency.CNY)) is None


@pytest.mark.parametrize(
    "text", ["150 feb to april and 900 from may", "700 through september", "150 a week", "on the 20th"]
)
def test_all_of_it_another_sum_and_another_rhythm_are_taken_as_they_were(text: str) -> None:
    assert changed(text, STEPS) is None
