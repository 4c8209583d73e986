"""Which payment of a plan is meant, where its number is said."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.acts.which_payment import LAST, asks_day_of, payment_named
from arrears.domain.language.plans.all_payments import names_all_payments
from arrears.domain.language.read import read
from arrears.domain.money import Currency
from arrears.domain.people import Language


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("can we move the 2nd one to april 10 instead", 2),
        ("move the second payment to the 10th", 2),
        ("the third instalment, could that be on the 5th", 3),
        ("the other half", None),
        ("the last one has to wait until june", LAST),
        ("第二期能改到4月10号吗", 2),
        ("第3笔晚几天", 3),
        ("最后一期往后推一周", LAST),
        ("move it to the 2nd", None),
        ("on the 10th", None),
        ("the new one is better", None),
        ("改到第二天", None),
        ("等第二次发工资", None),
    ],
)
def test_a_payment_is_known_by_its_number(text: str, number: int | None) -> None:
    assert payment_named(text) == number


@pytest.mark.parametrize(
    ("text", "every"),
    [
        *(("can we make it fridays instead", True), ("以后都周五还", True), ("都改到周五", True)),
        *(("can we make it friday", False), ("改到周五", False), ("以后都不还了", False)),
    ],
)
def test_all_payments_may_be_meant(text: str, *, every: bool) -> None:
    assert names_all_payments(text) is every


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("What's the date of the second payment, so I can write it on the calendar?", 2),
        ("when is the 3rd payment", 3),
        ("what day is the last one", LAST),
        ("第二期是哪一天？", 2),
        ("最后一笔几号", LAST),
        ("can the second payment be when I get paid", None),
        ("when could I move the second payment", None),
        ("the second payment on the 28th", None),
        ("第二期能改到哪一天", None),
        ("第二期28号还400", None),
        ("what's the date today", None),
    ],
)
def test_the_day_of_one_payment_is_asked_for(text: str, number: int | None) -> None:
    zh = not text.isascii()
    language, currency = (Language.ZH, Currency.CNY) if zh else (Language.EN, Currency.USD)
    said = read(text, language=language, today=date(2026, 9, 10), currency=currency)
    assert asks_day_of(text, said) == number
