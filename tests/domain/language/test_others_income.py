"""What somebody else earns is neither an income of theirs nor an offer."""

from __future__ import annotations

import pytest

from arrears.domain.language.means.others_income import others_income
from arrears.domain.language.means.told_means import Means
from arrears.domain.language.read_both import read_both
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, shown_amount


def heard(text: str) -> tuple[list[str], Means]:
    chinese = any("一" <= char <= "鿿" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, TODAY, currency)
    return [shown_amount(one) for one in readings.amounts], means


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("my husband makes 3500 a month", []),
        ("my wife brings home 2k", []),
        ("hubby's check is 900 every two weeks", []),
        ("my boyfriend only gets 1100 a month from ssi", []),
        ("she makes 20 an hour, I can do 100 on friday", ["100"]),
        ("my husband makes 3500 a month, i stay home. we could do 130 a month", ["130"]),
        ("我爱人一个月3500", []),
        ("老婆工资4000，我没工作", []),
        ("我老公一个月挣3500，每月能还400", ["400"]),
        ("我爱人3500一个月，最多还400", ["400"]),
    ],
)
def test_it_is_no_offer_and_no_income_of_theirs(text: str, offered: list[str]) -> None:
    amounts, means = heard(text)
    assert amounts == offered
    assert means.income is None


@pytest.mark.parametrize(
    "text",
    [
        "me and my wife make 3500 a month",
        "my wife and i make 3500 a month",
        "my husband will pay 100 a month",
        "my wife can do 200 on friday",
        "我和老婆一个月挣8000",
        "我老公15号还你们500",
        "他一个月还你500",
    ],
)
def test_what_they_earn_together_or_pay_is_not_set_aside(text: str) -> None:
    assert not list(others_income(text))
