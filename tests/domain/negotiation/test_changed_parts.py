"""One part of a proposal changed: which one a later turn speaks of, and that the others stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.as_offered import as_offered
from arrears.domain.negotiation.changed_parts import of_a_part
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.proposals import merged, proposal_in
from arrears.domain.negotiation.restated import restates
from arrears.domain.people import Language
from arrears.domain.plans import Instalment

TODAY = date(2026, 3, 2)
APRIL_10, MAY_20, JUNE_20 = date(2026, 4, 10), date(2026, 5, 20), date(2026, 6, 20)
M, W = Frequency.MONTHLY, Frequency.WEEKLY


def usd(whole: int) -> Money:
    return Money(whole * 100, Currency.USD)


REST = Proposal(amount=usd(125), on=MAY_20, frequency=M)
PARTS = Proposal(amount=usd(600), on=APRIL_10, rest=REST)
EQUAL = Proposal(amount=usd(300), on=APRIL_10, frequency=M)


def changed(text: str, earlier: Proposal = PARTS) -> Proposal | None:
    language = Language.ZH if has_han(text) else Language.EN
    readings, _ = read_both(text, language, TODAY, Currency.USD)
    return of_a_part(earlier, proposal_in(text, readings, Currency.USD, TODAY), text, readings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("make the first one 500, not 600", replace(PARTS, amount=usd(500))),
        ("the first payment on April 13", replace(PARTS, on=date(2026, 4, 13))),
        ("125 from June 20", replace(PARTS, rest=replace(REST, on=JUNE_20))),
        ("can we start on June 20", replace(PARTS, rest=replace(REST, on=JUNE_20))),
        ("125 a week", replace(PARTS, rest=replace(REST, frequency=W))),
    ],
)
def test_the_part_that_is_spoken_of_is_changed_alone(text: str, expected: Proposal) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "just 125 a month",  # the first one is called off
        "600 on April 13",  # as before: the sum that is paid once
        "100 a month",
        "start on April 6",  # before the first one: all of it
        "500 on April 10, then 125 a month",
        "all of it on April 10",
    ],
)
def test_what_is_said_of_all_of_it_is_no_change_of_a_part(text: str) -> None:
    assert changed(text) is None


def test_the_first_of_equal_payments_is_another_and_the_others_follow() -> None:
    first = Proposal(amount=usd(200), on=APRIL_10, rest=Proposal(amount=usd(300), frequency=M))
    assert changed("make the first one 200", EQUAL) == first
    assert changed("make the second one 200", EQUAL) is None
    assert changed("make it 200", EQUAL) is None
    counted = replace(EQUAL, amount=None, count=5)
    assert changed("make the first one 200", counted) == replace(first, rest=Proposal(count=4, frequency=M))


def test_a_rest_that_is_said_again_keeps_what_it_leaves_unsaid() -> None:
    again = Proposal(amount=usd(500), rest=Proposal(amount=usd(100), frequency=M))
    then = replace(REST, amount=usd(100))
    assert merged(PARTS, again) == Proposal(amount=usd(500), on=APRIL_10, rest=then)
    only_day = Proposal(rest=Proposal(on=JUNE_20))
    assert merged(PARTS, only_day) == replace(PARTS, rest=replace(REST, on=JUNE_20))
    days = Proposal(amount=usd(500), on=APRIL_10, rest=Proposal(on=JUNE_20, frequency=M))
    assert merged(PARTS, days).rest == replace(REST, on=JUNE_20)
    weekly = Proposal(amount=usd(500), rest=Proposal(amount=usd(50), frequency=W))
    assert merged(PARTS, weekly).rest == weekly.rest


def test_a_first_sum_before_regular_ones_takes_no_day_of_theirs() -> None:
    first = Proposal(amount=usd(600), rest=Proposal(amount=usd(300), frequency=M))
    assert merged(EQUAL, first) == Proposal(amount=usd(600), rest=EQUAL)


def offered(*payments: tuple[date, int]) -> Offer:
    items = tuple(Instalment(on, usd(whole)) for on, whole in payments)
    return Offer(items, M, usd(0), PlanType.INSTALMENTS)


FIRST_APART = offered((APRIL_10, 500), (MAY_20, 125), (date(2026, 6, 22), 125), (date(2026, 7, 20), 40))


def test_a_sum_that_is_paid_first_and_once_has_no_rhythm() -> None:
    assert as_offered(Proposal(amount=usd(500)), [FIRST_APART]).frequency is None
    equal = offered((APRIL_10, 125), (MAY_20, 125), (date(2026, 6, 22), 40))
    assert as_offered(Proposal(amount=usd(125)), [equal]).frequency is M
    two = offered((APRIL_10, 125), (MAY_20, 40))
    assert as_offered(Proposal(amount=usd(125)), [two]).frequency is M


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("500 on April 10 and 125 on the 20th after that", True),
        ("500 on April 10 and 125 on the 21st after that", False),
        ("500 on the 20th and 125 after that", False),  # the day of the others
    ],
)
def test_the_number_of_the_day_is_that_of_the_terms(text: str, same: bool) -> None:
    readings, _ = read_both(text, Language.EN, TODAY, Currency.USD)
    assert restates(text, readings, FIRST_APART) is same
