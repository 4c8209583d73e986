"""The payment we offered, told without its cents, agrees with it; a limit in words stays one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.as_offered import is_roughly
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import Line, plan_of
from tests.builders.offers import BOTH, CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

FIRST = {Language.EN: "50 a month", Language.ZH: "每月200"}
OFFERED = {Language.EN: 14586, Language.ZH: 63336}
PRINCIPAL = {Currency.USD: Money(340_055, Currency.USD), Currency.CNY: Money(1_500_050, Currency.CNY)}
LABELS = "promise_to_pay"


def countered(store: Store, borrower: Borrower, text: str, label: str = LABELS) -> Line:
    """Who wanted less and was offered 24 payments, and what they say to it."""
    first = FIRST[borrower.person.language]
    owed = replace(borrower.balance, principal=PRINCIPAL[borrower.case.currency])
    line = verified(store, replace(borrower, balance=owed), **{first: "propose_instalment", text: label})
    line.says(first)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].instalments[0].amount.minor == OFFERED[borrower.person.language]
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("borrower", "text", "on"),
    [
        (a_borrower(), "ok I can do the 145 but it has to be the 20th", date(2026, 3, 20)),
        (a_borrower(), "I could manage 146 from the 20th", date(2026, 3, 20)),
        (a_borrower(), "ok the 145.86, starting on the 20th", date(2026, 3, 20)),
        (a_borrower(), "fine, 145 a month from March 20", date(2026, 3, 20)),
        (CHINA, "那633我可以，从20号开始", date(2026, 3, 20)),
        (CHINA, "行，每月634，20号开始还", date(2026, 3, 20)),
        (CHINA, "633吧，我能还，20号", date(2026, 3, 20)),
    ],
)
def test_a_rounded_figure_of_our_offer_takes_it_from_the_day_they_name(
    sqlite_store: Store, borrower: Borrower, text: str, on: date
) -> None:
    line = countered(sqlite_store, borrower, text)
    waiting = on_the_table(line)
    assert waiting is not None
    offer = waiting[0]
    assert (offer.kind, len(offer.instalments)) == (PlanType.INSTALMENTS, 24)
    assert (offer.instalments[0].amount.minor, offer.first_on) == (OFFERED[borrower.person.language], on)
    line.says("yes" if borrower.person.language is Language.EN else "同意")
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments == offer.instalments


@BOTH
def test_the_most_that_they_can_is_a_limit_however_near_the_offer(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = "145 a month is the most I can do" if borrower.person.language is Language.EN else "我每月最多633"
    line = countered(sqlite_store, borrower, text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert all(item.amount.minor % 100 == 0 for item in waiting[0].instalments)
    assert waiting[0].kind is PlanType.HARDSHIP


@BOTH
def test_a_sum_below_it_is_none_of_ours(sqlite_store: Store, borrower: Borrower) -> None:
    text = "I can do 144 a month" if borrower.person.language is Language.EN else "我每月能还632"
    line = countered(sqlite_store, borrower, text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].kind is PlanType.HARDSHIP


@pytest.mark.parametrize(
    ("said", "offered", "roughly"),
    [
        (16100, 16143, True),
        (16200, 16143, True),
        (16143, 16143, True),
        (16000, 16143, False),
        (16300, 16143, False),
        (16140, 16143, False),
        (16000, 16100, False),
        (16100, 16100, True),
    ],
)
def test_only_the_cents_may_be_missing(said: int, offered: int, roughly: bool) -> None:
    usd = Currency.USD
    assert is_roughly(Money(said, usd), Money(offered, usd)) is roughly
    assert not is_roughly(Money(said, Currency.CNY), Money(offered, usd))
