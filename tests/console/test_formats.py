"""How instants, durations and amounts are written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from console import formats

EN, ZH = Language.EN, Language.ZH
AT = datetime(2026, 3, 8, 6, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("America/New_York", "8 Mar 2026, 01:59"),
        ("Asia/Shanghai", "8 Mar 2026, 14:59"),
        ("America/Los_Angeles", "7 Mar 2026, 22:59"),
    ],
)
def test_a_moment_is_written_on_the_clock_of_its_zone(zone, written):
    assert formats.moment(AT, zone, EN) == written


def test_daylight_saving_is_on_a_minute_later():
    assert formats.moment(AT + timedelta(minutes=1), "America/New_York", EN) == "8 Mar 2026, 03:00"


def test_days_are_written_in_both_languages():
    assert formats.day(date(2026, 11, 23), EN) == "Mon 23 Nov 2026"
    assert formats.day(date(2026, 11, 23), ZH) == "2026年11月23日 周一"


@pytest.mark.parametrize(
    ("waited", "english", "chinese"),
    [
        (timedelta(seconds=-5), "under a minute", "不到一分钟"),
        (timedelta(seconds=59), "under a minute", "不到一分钟"),
        (timedelta(seconds=60), "1 min", "1分钟"),
        (timedelta(minutes=59, seconds=59), "59 min", "59分钟"),
        (timedelta(hours=1), "1 h", "1小时"),
        (timedelta(hours=2, minutes=5), "2 h 5 min", "2小时 5分钟"),
        (timedelta(days=1, minutes=5), "1 d", "1天"),
        (timedelta(days=2, hours=3, minutes=4), "2 d 3 h", "2天 3小时"),
    ],
)
def test_waiting_is_written_in_its_two_largest_units(waited, english, chinese):
    assert formats.waited(waited, EN) == english
    assert formats.waited(waited, ZH) == chinese


def test_an_amount_names_its_currency():
    assert formats.money(Money(123_450, Currency.CNY)) == "¥1,234.50 CNY"
    assert formats.money_of_terms([5_000, "USD"]) == "$50.00 USD"


def test_a_place_is_the_city_of_its_zone():
    assert formats.place("America/New_York") == "New York"
    assert formats.place("UTC") == "UTC"
