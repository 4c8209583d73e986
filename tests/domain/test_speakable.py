from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.money.numerals_en import number_of_words, ordinal
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from arrears.domain.speakable import amount_aloud, date_aloud

EN, ZH = Language.EN, Language.ZH
USD, CNY, TWD = Currency.USD, Currency.CNY, Currency.TWD


@pytest.mark.parametrize(
    ("minor", "currency", "english", "mandarin"),
    [
        (35_000, USD, "three hundred fifty dollars", "三百五十美元"),
        (35_000, CNY, "three hundred fifty yuan", "三百五十元"),
        (35_000, TWD, "three hundred fifty New Taiwan dollars", "新台币三百五十元"),
        (0, USD, "zero dollars", "零美元"),
        (1, USD, "one cent", "一美分"),
        (2, CNY, "two fen", "两分"),
        (100, USD, "one dollar", "一美元"),
        (101, USD, "one dollar and one cent", "一美元一美分"),
        (200, CNY, "two yuan", "两元"),
        (1_050, CNY, "ten yuan and fifty fen", "十元五角"),
        (1_005, CNY, "ten yuan and five fen", "十元零五分"),
        (1_255, CNY, "twelve yuan and fifty-five fen", "十二元五角五分"),
        (2_000, CNY, "twenty yuan", "二十元"),
        (22_200, CNY, "two hundred twenty-two yuan", "两百二十二元"),
        (11_200, CNY, "one hundred twelve yuan", "一百一十二元"),
        (101_000, USD, "one thousand ten dollars", "一千零一十美元"),
        (124_050, USD, "one thousand two hundred forty dollars and fifty cents", "一千两百四十美元五十美分"),
        (200_200, CNY, "two thousand two yuan", "两千零二元"),
        (2_000_000, CNY, "twenty thousand yuan", "两万元"),
        (1_001_000, CNY, "ten thousand ten yuan", "一万零一十元"),
        (20_100_000, CNY, "two hundred one thousand yuan", "二十万一千元"),
        (10_000_100_000, CNY, "one hundred million one thousand yuan", "一亿零一千元"),
        (-500, USD, "minus five dollars", "负五美元"),
    ],
)
def test_an_amount_is_said_to_the_cent(minor: int, currency: Currency, english: str, mandarin: str) -> None:
    assert amount_aloud(Money(minor, currency), EN) == english
    assert amount_aloud(Money(minor, currency), ZH) == mandarin


@pytest.mark.parametrize(
    ("day", "today", "english", "mandarin"),
    [
        (date(2026, 5, 8), date(2026, 5, 4), "Friday, May eighth", "五月八号星期五"),
        (date(2026, 12, 20), date(2026, 5, 4), "Sunday, December twentieth", "十二月二十号星期日"),
        (date(2026, 1, 31), date(2026, 5, 4), "Saturday, January thirty-first", "一月三十一号星期六"),
        (
            date(2027, 10, 12),
            date(2026, 12, 31),
            "Tuesday, October twelfth, twenty twenty-seven",
            "二零二七年十月十二号星期二",
        ),
        (
            date(2005, 2, 2),
            date(2026, 1, 1),
            "Wednesday, February second, two thousand five",
            "二零零五年二月二号星期三",
        ),
        (
            date(2000, 2, 3),
            date(2026, 1, 1),
            "Thursday, February third, two thousand",
            "二零零零年二月三号星期四",
        ),
        (
            date(1905, 3, 1),
            date(2026, 1, 1),
            "Wednesday, March first, nineteen oh five",
            "一九零五年三月一号星期三",
        ),
        (
            date(1900, 3, 9),
            date(2026, 1, 1),
            "Friday, March ninth, nineteen hundred",
            "一九零零年三月九号星期五",
        ),
    ],
)
def test_a_day_is_said_with_its_weekday_and_its_year_when_it_is_another(
    day: date, today: date, english: str, mandarin: str
) -> None:
    assert date_aloud(day, EN, today) == english
    assert date_aloud(day, ZH, today) == mandarin


@given(st.integers(1, 999_999))
def test_what_is_said_in_english_is_heard_as_the_same_amount(whole: int) -> None:
    words = amount_aloud(Money(whole * 100, USD), EN).removesuffix("dollars").removesuffix("dollar").strip()
    assert number_of_words(words) == whole


@given(st.integers(1, 99_999_999))
def test_what_is_said_in_mandarin_is_heard_as_the_same_amount(whole: int) -> None:
    assert number_of_han(amount_aloud(Money(whole * 100, CNY), ZH).removesuffix("元")) == whole


@given(st.integers(-(10**14) + 1, 10**14 - 1), st.sampled_from(Currency), st.sampled_from(Language))
def test_no_digit_is_left_to_the_voice(minor: int, currency: Currency, language: Language) -> None:
    said = amount_aloud(Money(minor, currency), language)
    assert not any(char.isascii() and char.isdigit() for char in said)
    assert "  " not in said


@given(st.integers(0, 364))
def test_the_day_of_the_month_is_an_ordinal(after: int) -> None:
    day = date(2026, 1, 1) + timedelta(days=after)
    assert ordinal(date_aloud(day, EN, day).split()[-1]) == day.day


def test_a_trillion_is_refused() -> None:
    with pytest.raises(ValueError, match="that large"):
        amount_aloud(Money(10**14, USD), EN)
