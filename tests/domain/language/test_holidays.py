"""Holidays are their days, fixed, counted or lunar; what stands near one counts from it or is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.dates.holidays import easter_sunday
from arrears.domain.language.dates.lunar import lunar_day, lunar_new_years_eve, qingming
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import TODAY, values

PROMISE = Intent.PROMISE_TO_PAY
NEW_YEAR = date(2026, 1, 25)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2028, "04-16"), (2038, "04-25")],
)
def test_easter_is_the_sunday_after_the_first_full_moon_of_spring(year: int, day: str) -> None:
    assert easter_sunday(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("year", "month", "day", "on"),
    [
        (2025, 1, 1, date(2025, 1, 29)),
        (2025, 5, 5, date(2025, 5, 31)),
        (2025, 8, 15, date(2025, 10, 6)),  # after a leap month
        (2026, 5, 5, date(2026, 6, 19)),
        (2026, 8, 15, date(2026, 9, 25)),
        (2026, 12, 29, date(2027, 2, 5)),
        (2026, 12, 30, None),
        (2026, 13, 1, None),
        (1999, 1, 1, None),
    ],
)
def test_a_lunar_day_is_found_in_our_calendar(year: int, month: int, day: int, on: date | None) -> None:
    assert lunar_day(year, month, day) == on


def test_the_eve_is_the_day_before_and_qingming_the_fourth_or_fifth_of_april() -> None:
    assert (lunar_new_years_eve(2026), lunar_new_years_eve(1999)) == (date(2026, 2, 16), None)
    assert [qingming(year) for year in (2025, 2026)] == [date(2025, 4, 4), date(2026, 4, 5)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("85 on good friday", ["2026-04-03"]),
        ("easter monday you'll have a hundred and one from me", ["2026-04-06"]),
        ("60 on palm sunday", ["2026-03-29"]),
        ("ash wednesday 60", ["2027-02-10"]),
        ("cyber monday 50", ["2026-11-30"]),
        ("60 on small business saturday", ["2026-11-28"]),
        ("40 on easter", ["2026-04-05"]),
        ("40 by easter", ["2026-04-05?"]),
        ("40 on black friday", ["2026-11-27"]),
        ("can it wait til thanksgiving", ["UNRESOLVED:thanksgiving"]),
        ("turkey day 40", ["2026-11-26"]),
        ("vets day 70", ["2026-11-11"]),
        ("40 at easter", ["UNRESOLVED:easter"]),
        ("40 after easter", ["UNRESOLVED:easter"]),
        ("black friday sale 40", ["UNRESOLVED:black_friday"]),
        ("60 super bowl sunday", ["UNRESOLVED:super_bowl"]),
        ("casual friday, ill pay 40 monday", ["2026-03-16"]),
        ("good, friday works", ["2026-03-13"]),
    ],
)
def test_a_feast_that_moves_is_its_day_and_no_plain_weekday(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("day b4 thanksgiving 25", ["2026-11-25"]),
        ("60 two days before thanksgiving", ["2026-11-24"]),
        ("60 a week before christmas", ["2026-12-18"]),
        ("a couple days after xmas 60", ["2026-12-27"]),
        ("the wednesday before thanksgiving 40", ["2026-11-25"]),
        ("friday after thanksgiving 40", ["2026-11-27"]),
        ("fri b4 xmas 40", ["2026-12-18"]),
        ("the friday before memorial day 60", ["2026-05-22"]),
        ("the monday following labor day 30", ["2026-09-14"]),
        ("days after christmas 60", ["UNRESOLVED:christmas"]),
        ("around thanksgiving 60", ["UNRESOLVED:thanksgiving"]),
        ("中秋节前一天给500", ["2026-09-24"]),
        ("元旦前一天给500", ["2026-12-31"]),
        ("端午后两天给500", ["2026-06-21"]),
        ("国庆后三天给500", ["2026-10-04"]),
        ("元旦前后给500", ["UNRESOLVED:new_year"]),
    ],
)
def test_a_day_is_counted_from_the_holiday_that_is_named(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("除夕那天我收完账给你打一千", ["2027-02-05"]),
        ("年三十那天给五百", ["2027-02-05"]),
        ("元宵节当天还五百", ["2027-02-20"]),
        ("端午节那天我儿子来给我钱我就给你打五百", ["2026-06-19"]),
        ("中秋那天给你五百", ["2026-09-25"]),
        ("清明节那天我去扫墓回来给你打三百三", ["2026-04-05"]),
        ("明年清明那天还八百", ["2027-04-05"]),
        ("520那天打520", ["2026-05-20"]),
        ("端午前给你五百", ["UNRESOLVED:dragon_boat"]),  # some day before
        ("端午给你五百", ["UNRESOLVED:dragon_boat"]),  # a holiday of three days
        ("元宵节后给你五百", ["UNRESOLVED:lunar_date"]),
        ("过完除夕给你五百", ["UNRESOLVED:lunar_date"]),
        ("腊月二十八给你", ["UNRESOLVED:lunar_date"]),
        ("农历二月十五还", ["UNRESOLVED:lunar_date"]),
        ("下个月清明那会儿还五百", ["UNRESOLVED:qingming"]),
        ("三十号还六百", ["2026-03-30"]),
        ("每年三十", []),
        ("给你520", []),
    ],
)
def test_a_lunar_feast_is_its_day_where_that_is_named(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


def test_an_eve_that_was_paid_on_lies_behind_and_one_that_is_promised_ahead() -> None:
    paid = values("除夕那天还了一千", EntityName.DATE, Intent.ALREADY_PAID, today=TODAY)
    ahead = values("除夕那天我收完账给你打一千", EntityName.DATE, PROMISE, today=NEW_YEAR)
    assert [day.rstrip("?") for day in (*paid, *ahead)] == ["2026-02-16", "2026-02-16"]
