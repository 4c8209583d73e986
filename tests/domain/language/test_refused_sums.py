"""The sums that somebody says they cannot pay."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.refused_sums import refused_sums
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY


def refused(text: str) -> set[int]:
    chinese = any("\u4e00" <= each <= "\u9fff" for each in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    found = refused_sums(text, language, currency, TODAY)
    assert all(isinstance(each, Money) for each in found)
    return {each.minor // 100 for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "neither. I cant do 800 after all, too much",
        "800 is too much",
        "$800 a month is too much for me",
        "sorry I can't manage $800 a month",
        "800太多了",
        "八百我还不了",
        "每月800我还不起",
    ],
)
def test_a_sum_that_is_too_much_is_refused(text: str) -> None:
    assert refused(text) == {800}


@pytest.mark.parametrize(
    "text",
    [
        "I can do 800",
        "what if I can't do 800?",
        "if I can't do 800 what happens",
        "I'm afraid 800 might not work",
        "can't I do 800?",
        "I can't do more than 800",
        "800可以",
        "要是800还不了怎么办",
    ],
)
def test_a_sum_that_is_offered_supposed_or_feared_is_not(text: str) -> None:
    assert refused(text) == set()
