"""What a turn proposes in the end: terms of others, denied ones and those of another time are not in it."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Proposal, Statements, Wish
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.statements import merged_statements, without_means
from arrears.domain.people import Language

TODAY = date(2026, 3, 11)
M, B = Frequency.MONTHLY, Frequency.BIWEEKLY


def proposed(text: str) -> Proposal:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, TODAY, currency)
    return proposal_in(text, without_means(readings, means), currency, TODAY)


def usd(whole: int) -> Money:
    return Money(whole * 100, Currency.USD)


def cny(whole: int) -> Money:
    return Money(whole * 100, Currency.CNY)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        # A number of payments that is ours, beside a sum that is theirs; a doubtful sum beside a number.
        ("i was told 12 payments of 110 but i can only swing 85", Proposal(amount=usd(85))),
        ("三千块的滞纳金不认，本金我分十期还", Proposal(count=10)),
        # A rhythm that is denied.
        ("not monthly, 60 every two weeks", Proposal(amount=usd(60), frequency=B)),
        ("不是每月五百，是每两个月五百", Proposal(amount=cny(500))),
        # The day by which all is cleared is none to begin on, beside regular payments.
        (
            "年底之前肯定还清，现在每月先还400",
            Proposal(amount=cny(400), frequency=M, date_problem=DateProblem.AMBIGUOUS),
        ),
        (
            "cleared by december 31, 200 a month",
            Proposal(amount=usd(200), frequency=M, date_problem=DateProblem.AMBIGUOUS),
        ),
        ("三个月内还完，每月一样多", Proposal(frequency=M)),
        ("月底之前还清", Proposal(full=True, on=date(2026, 3, 31))),
        # What somebody of theirs earns.
        ("我爱人一个月3500我2800，两个人加起来最多还700", Proposal(amount=cny(700), frequency=M)),
        ("can my company pay 100 a month", Proposal(amount=usd(100), frequency=M)),
        ("我15号发工资 一个月4500", Proposal()),
        ("工资4500，15号到账", Proposal()),
        # A first sum that they have.
        (
            "我手头有三千先还你们，后面每个月还八百行不",
            Proposal(amount=cny(3000), on=TODAY, rest=Proposal(amount=cny(800), frequency=M)),
        ),
    ],
)
def test_only_what_they_offer_is_proposed(text: str, proposal: Proposal) -> None:
    assert proposed(text) == proposal


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("can i do 700 right away and settle the remainder in 5 equal payments", None),
        ("can we settle for 700", Wish.SETTLEMENT),
        ("一次性还一万五能不能就算结清", Wish.SETTLEMENT),
    ],
)
def test_to_settle_the_rest_in_payments_asks_for_no_discount(text: str, wish: Wish | None) -> None:
    assert wished_plan(text) == wish


@pytest.mark.parametrize(
    ("earlier", "brings_terms", "stands"),
    [
        (Wish.FLEXIBLE, True, Wish.FLEXIBLE),
        (Wish.FLEXIBLE, False, Wish.FLEXIBLE),
        (Wish.SEASONAL, True, None),
        (Wish.SEASONAL, False, Wish.SEASONAL),
    ],
)
def test_terms_end_every_wish_but_to_repay_at_will(
    earlier: Wish, brings_terms: bool, stands: Wish | None
) -> None:
    before, now = Statements(wish=earlier), Statements()
    assert merged_statements(before, now, brings_terms=brings_terms).wish is stands
