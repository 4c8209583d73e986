"""What only says the terms again is told from what names other ones."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read import read
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.restated import restates
from arrears.domain.plans import Instalment

TODAY = date(2026, 2, 18)


def terms(
    currency: Currency, *payments: tuple[int, int, int], often: Frequency | None = Frequency.MONTHLY
) -> Offer:
    """Month, day and whole units of each payment of 2026."""
    dated = tuple(
        Instalment(date(2026, month, day), Money(whole * 100, currency)) for month, day, whole in payments
    )
    return Offer(dated, often, Money(0, currency))


STEPS = terms(
    Currency.USD, (3, 10, 150), (4, 10, 150), (5, 11, 150), (6, 10, 900), (7, 10, 900), (8, 10, 330)
)
REST = terms(Currency.CNY, (4, 15, 1000), (5, 12, 17520), often=None)
MONDAYS = terms(
    Currency.USD, (2, 24, 40), (3, 2, 40), (3, 9, 40), (3, 16, 40), (3, 23, 17), often=Frequency.WEEKLY
)  # the first is a Tuesday, after a holiday
MONTHLY = terms(Currency.CNY, (3, 5, 1200), (4, 6, 1200), (5, 6, 1200), (6, 5, 240))


def same(text: str, offer: Offer) -> bool:
    currency = offer.left_due.currency
    language = "en" if currency is Currency.USD else "zh"
    return restates(text, read(text, language=language, today=TODAY, currency=currency), offer)


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("only with the steps. 150 until may and 900 from june, otherwise no", STEPS),
        ("150 a month through may then 900 a month from june", STEPS),
        ("so 150 on march 10, april 10 and then 900 from june 10", STEPS),
        ("if its 150 a month ok, cant do more", STEPS),
        ("五月十二 都还完 这么着行", REST),
        ("四月十五 我凑一千", REST),
        ("一个月一千二可以 多了周转不开", MONTHLY),
        ("3月5号开始每月1200", MONTHLY),
        ("40 a week on mondays", MONDAYS),
        ("40 a week starting tuesday", MONDAYS),
    ],
)
def test_terms_in_other_words_are_the_same(text: str, offer: Offer) -> None:
    assert same(text, offer)


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("150 until april and 900 from may", STEPS),  # another month
        ("40 a week on tuesdays", MONDAYS),
        ("900 from july", STEPS),  # a later first one of its sum
        ("150 a month from april", STEPS),
        ("120 a month", STEPS),  # another sum
        ("150 every two weeks", STEPS),  # another rhythm
        ("150 in 4 payments from march 10", STEPS),
        ("150 a month is too much for me", STEPS),  # refused
        ("i cant do 150 a month", STEPS),
        ("why is it 150 a month and not 100?", STEPS),
        ("一个月一千二还不了", MONTHLY),
        ("一个月一千二太多了", MONTHLY),
        ("900 on march 10", STEPS),  # the sum of another day
        ("150", STEPS),  # a sum alone may be anything
        ("五月十二号一次全还清", REST),  # in one payment
        ("四月十五都还完", REST),  # all of it sooner
        ("四月十五给一千 剩下的五月二十给", REST),
        ("4月6号开始每月1200", MONTHLY),
    ],
)
def test_other_terms_are_not(text: str, offer: Offer) -> None:
    assert not same(text, offer)
