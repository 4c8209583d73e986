"""The months in which they earn, and what is no season."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.means.seasons import earning_months, only_tells_when_slow, without_season
from arrears.domain.language.read_both import read_both
from arrears.domain.money import Currency
from arrears.domain.people import Language

APRIL_TO_OCTOBER = (4, 5, 6, 7, 8, 9, 10)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("I run a charter boat. I only earn from April to October", APRIL_TO_OCTOBER),
        ("600 a month april to october", APRIL_TO_OCTOBER),
        ("600 a month from April through Oct", APRIL_TO_OCTOBER),
        ("nov-mar is our busy season", (11, 12, 1, 2, 3)),
        ("我只有四月到十月有收入", APRIL_TO_OCTOBER),
        ("旺季4月到10月，一个月能还一千二", APRIL_TO_OCTOBER),
        ("from march 3 to april 5 I work", ()),  # days
        ("3月3号到4月5号我上班", ()),
        ("I was off from may to july", ()),
        ("I get paid march and april", ()),
        ("1到3月还不上", ()),
        ("november to april we hardly have any guests, picks up in may", ()),
        ("11月到4月基本没客人 5月才慢慢有", ()),
        ("my season is april to october, winter is dead", APRIL_TO_OCTOBER),
        ("I moved here in april", ()),
        ("400 a month", ()),
    ],
)
def test_the_months_of_a_season(text: str, months: tuple[int, ...]) -> None:
    assert earning_months(text) == months


def test_its_months_are_no_days_to_begin_on() -> None:
    text = "600 a month april to october"
    readings, _ = read_both(text, Language.EN, date(2026, 2, 10), Currency.USD)
    assert readings.dates
    assert without_season(readings, text).dates == ()
    assert without_season(readings, text).amounts == readings.amounts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("We're dead until Memorial Day. I could do 300 a month now", 0),
        ("we're closed till June 5, 100 a month for now", 0),
        ("没什么生意 要等到六月五号，现在一个月能还八百", 0),
        ("We're dead until Memorial Day", 1),
        ("We're dead until Memorial Day. 300 a month", 1),  # from when, is not said
        ("I can't pay until June 5, 100 then", 1),
        ("I can do 300 a month now until June 5", 1),
    ],
)
def test_the_end_of_a_slow_time_is_no_day_to_begin_on_where_they_pay_before(text: str, days: int) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, date(2026, 3, 10), currency)
    assert len(without_season(readings, text).dates) == days


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("我做民宿的 海边 11月到4月基本没客人 5月才慢慢有", True),
        ("from november to april its dead here, picks up in may", True),
        ("淡季没生意，5月开始还", False),
        ("winter is slow, I can pay in may", False),
        ("5月10号可以", False),
    ],
)
def test_who_only_tells_when_little_comes_in_names_no_day(text: str, only: bool) -> None:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, _ = read_both(text, language, date(2026, 1, 13), currency)
    assert only_tells_when_slow(text) is only
    assert bool(without_season(readings, text).dates) is not only
