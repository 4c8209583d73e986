"""A rhythm belongs to the clause it stands in: how often money comes in is not how often it is paid."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.means.told_means import means_in
from arrears.domain.language.read import read
from arrears.domain.language.readings import Frequency
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.people import Language

W, B, S, M = Frequency.WEEKLY, Frequency.BIWEEKLY, Frequency.SEMIMONTHLY, Frequency.MONTHLY


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("I could send 1000 dollars on 2/6. I bring home about $7900 a month", None),
        ("I get paid every two weeks. I can do 80", None),
        ("I make 2000 a month, I can pay 100", None),
        ("I can do $250 each month. I bring home about 2200 dollars every month", M),
        ("I make 2000 a month and can pay 100 every two weeks", B),
        ("I can do 80 every two weeks, I get 2000 a month", B),
        ("rent is 1200 a month, I can pay 50 a week", W),
        ("$50 a week works for me. My rent is $1200 a month", W),
        ("每两周$70我还得起。我每个月大概挣$2400", B),
        ("我一个月工资5000，每周还100", W),
        ("每周还100元，我一个月挣5000", W),
        ("每半个月还200，我每月收入6000元", S),
        ("我每月还300元", M),
        ("我每个月挣5000，可以还300元", None),
    ],
)
def test_the_rhythm_of_means_is_not_the_offers(text: str, rhythm: Frequency | None) -> None:
    language = Language.ZH if has_han(text) else Language.EN
    currency = Currency.CNY if has_han(text) and "$" not in text else Currency.USD
    today = date(2026, 1, 5)
    means = means_in(text, language=language, today=today, currency=currency)
    rhythms = means.rhythm_spans
    found = read(text, language=language, today=today, currency=currency, other_rhythms=rhythms)
    assert found.frequency is rhythm


@pytest.mark.parametrize("text", ["a week. fridays", "a week, on mondays", "a week on thursdays"])
def test_a_rhythm_alone_with_its_weekday_is_no_week_from_now(text: str) -> None:
    found = read(text, language=Language.EN, today=date(2026, 1, 5), currency=Currency.USD)
    assert found.frequency is W
    assert [each.on.isoweekday() for each in found.dates if each.on] in ([5], [1], [4])


@pytest.mark.parametrize(
    "text", ["a week from friday", "a week, friday", "in a week. fridays are bad", "give me a week"]
)
def test_a_week_that_passes_is_no_rhythm(text: str) -> None:
    assert read(text, language=Language.EN, today=date(2026, 1, 5), currency=Currency.USD).frequency is None
