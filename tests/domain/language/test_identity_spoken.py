"""A speech recogniser writes birth dates and digits in words; what answers the question is read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.figures_aloud import digits_aloud
from arrears.domain.language.people.identity_spoken import spoken_identity
from arrears.domain.people import Language
from arrears.domain.speakable import date_aloud, number_aloud, ordinal_aloud, year_aloud

TODAY = date(2026, 3, 2)
BORN = date(1980, 4, 23)
EN, ZH = Language.EN, Language.ZH


def read(text: str) -> tuple[date | None, str | None]:
    said = spoken_identity(text, TODAY)
    return (None, None) if said is None else (said.birth_on, said.last4)


@pytest.mark.parametrize(
    "text",
    [
        "april twenty third nineteen eighty",
        "april twenty three nineteen eighty",
        "April the twenty-third, nineteen eighty.",
        "the twenty third of april nineteen eighty",
        "it's april 23rd 1980",
        "4 23 1980",
        "04/23/1980",
        "04231980",
        "four twenty three nineteen eighty",
        "oh four twenty three nineteen eighty",
        "april 23 80",
        "april twenty third eighty",
        "i was born on april twenty third nineteen eighty",
        "一九八零年四月二十三",
        "一九八零年四月二十三日",
        "一九八〇 年 四月 二十三 号",
        "一九八零四月二十三",
        "八零年四月二十三",
        "1980 年 4 月 23 日",
        "我是一九八零年四月二十三号出生的",
    ],
)
def test_a_birth_date_is_read_as_it_is_said(text: str) -> None:
    assert read(text) == (BORN, None)


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("april twenty third nineteen oh five", date(1905, 4, 23)),
        ("may first two thousand", date(2000, 5, 1)),
        ("may first two thousand one", date(2001, 5, 1)),
        ("may first two thousand and one", date(2001, 5, 1)),
        ("march nine twenty oh one", date(2001, 3, 9)),
        ("twelve thirty one nineteen ninety nine", date(1999, 12, 31)),
        ("nineteen ninety six feb 17", date(1996, 2, 17)),
        ("nineteen ninety six february seventeenth", date(1996, 2, 17)),
        ("two thousand march nine", date(2000, 3, 9)),
        ("1996, feb the 17th", date(1996, 2, 17)),
        ("1996 april 23 1980", BORN),
        ("$1996 feb 17", None),
        ("nineteen ninety six february thirtieth", None),
        ("february thirtieth nineteen eighty", None),
        ("april twenty third", None),
        ("nineteen eighty", None),
    ],
)
def test_every_year_a_borrower_may_be_born_in_is_read(text: str, born: date | None) -> None:
    assert read(text)[0] == born


@pytest.mark.parametrize(
    ("text", "last4"),
    [
        ("four oh two five", "4025"),
        ("Four, zero, two, five.", "4025"),
        ("o one two three", "0123"),
        ("4 0 2 5", "4025"),
        ("4 oh two five", "4025"),
        ("double three one two", "3312"),
        ("one double three two", "1332"),
        ("it's triple four one", "4441"),
        ("forty twenty five", "4025"),
        ("40 25", "4025"),
        ("four thousand twenty five", "4025"),
        ("the last four are four oh two five", "4025"),
        ("4025", "4025"),
        ("四零二五", "4025"),
        ("四 零 二 五", "4025"),
        ("尾号四零二五", "4025"),
        ("四千零二十五", "4025"),
        ("幺二三四", "1234"),
        ("five five five zero one two three", None),
        ("4 1 1 1 1 1 1 1", None),
        ("three oh two", None),
        ("yes", None),
        ("i can pay fifty dollars on april third", None),
        ("二", None),
    ],
)
def test_four_digits_are_read_as_they_are_said(text: str, last4: str | None) -> None:
    assert read(text)[1] == last4


@pytest.mark.parametrize(
    "text",
    [
        "april twenty third nineteen eighty and four oh two five",
        "april 23 1980 last four double four two one",
        "april twenty third nineteen eighty four oh two five",
        "一九八零年四月二十三 四四二一",
    ],
)
def test_both_answers_in_one_breath_are_both_read(text: str) -> None:
    born, last4 = read(text)
    assert born == BORN
    assert last4 in ("4025", "4421")


@given(st.dates(date(1930, 1, 1), TODAY - timedelta(days=365 * 16)))
def test_a_date_that_we_would_say_is_heard_as_the_same_date(born: date) -> None:
    month = date_aloud(born, EN, TODAY, weekday=False).split()[0]
    year = year_aloud(born.year, EN)
    assert read(f"{month} {ordinal_aloud(born.day)} {year}")[0] == born
    assert read(f"{month} {number_aloud(born.day, EN)} {year}".replace("-", " "))[0] == born
    assert read(date_aloud(born, ZH, TODAY, weekday=False))[0] == born


@given(st.integers(0, 9999), st.sampled_from(Language))
def test_four_digits_that_we_would_say_are_heard_as_the_same(number: int, language: Language) -> None:
    digits = f"{number:04d}"
    assert read(digits_aloud(digits, language))[1] == digits
