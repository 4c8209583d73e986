"""Instalment counts and frequencies, and the answers to the identity question."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import AmountKind, Frequency
from tests.domain.language.turns import shown_date, turn

W, B, S, M = Frequency.WEEKLY, Frequency.BIWEEKLY, Frequency.SEMIMONTHLY, Frequency.MONTHLY


@pytest.mark.parametrize(
    ("text", "count", "frequency"),
    [
        ("4 payments", 4, None),
        ("in three parts", 3, None),
        ("split it into 3", 3, None),
        ("4 monthly payments of $250", 4, M),
        ("over 6 months", 6, M),
        ("$100 a month for 6 months", 6, M),
        ("weekly", None, W),
        ("every two weeks", None, B),
        ("every other friday", None, B),
        ("i got two jobs right. one pays every other friday", None, B),
        ("two pays every month", 2, M),
        ("in one payment", 1, None),
        ("every friday", None, W),
        ("twice a month", None, S),
        ("$50 a month", None, M),
        ("150 total a month", None, M),
        ("150 altogether a month", None, M),
        ("50/mo", None, M),
        ("per month", None, M),
        ("each month", None, M),
        ("weekly over 3 months", None, W),
        ("分三期", 3, None),
        ("分6个月", 6, M),
        ("两千块分三期", 3, None),
        ("三个月还清", 3, M),
        ("分期12个月", 12, M),
        ("一月两次", None, S),
        ("每周", None, W),
        ("每周五还五百", None, W),
        ("每周五百", None, W),
        ("每两周", None, B),
        ("两个星期90可以", None, B),
        ("我两周还90", None, B),
        ("90块两个礼拜可以", None, B),
        ("两个星期后90", None, None),
        ("过两个星期90可以", None, None),
        ("两个星期12号", None, None),
        ("欠了90块两个星期了", None, None),
        ("40 a week on tuesdays", None, W),
        ("80 a fortnight on fridays", None, B),
        ("一个月两次", None, S),
        ("每月", None, M),
        ("每個月五百", None, M),
        ("一个月七百", None, M),
    ],
)
def test_a_rhythm_is_read(text: str, count: int | None, frequency: Frequency | None) -> None:
    readings = turn(text)
    assert (readings.instalment_count, readings.frequency) == (count, frequency)


@pytest.mark.parametrize(
    "text",
    [
        "五月十二号一次还清 才行 每个月还 我还不了",
        "每个月还不了 五月十二号一次还清",
        "monthly won't work, all of it on may 12",
        "monthly payments dont work for me, i'll pay everything may 12",
    ],
)
def test_a_rhythm_that_is_refused_leaves_all_of_it_on_the_day(text: str) -> None:
    read = turn(text)
    assert read.frequency is None
    assert [one.kind for one in read.amounts] == [AmountKind.FULL]
    assert [shown_date(one) for one in read.dates] == ["2026-05-12"]


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("每个月还不了那么多", M),
        ("每个月还我还不了五百", M),
        ("每月五百还不了", M),
        ("每个月还不行吗", M),
        ("每周还不行，每月还五百", M),
        ("500 a month won't work", M),
        ("monthly won't work, weekly does", W),
    ],
)
def test_a_sum_that_is_refused_leaves_its_rhythm(text: str, frequency: Frequency) -> None:
    assert turn(text).frequency is frequency


@pytest.mark.parametrize(
    "text",
    [
        "in a month",
        "i missed 3 payments",
        "i've been sick for 6 months",
        "6 months ago",
        "0 payments",
        "every 3 weeks",
        "every other month",
        "twice a week",
        "70 each payday",
        "in 4 days",
        "i sent a payment",
        "还了三期",
        "一个月后",
        "每天",
        "每两个月",
    ],
)
def test_what_is_no_rhythm_is_not_read(text: str) -> None:
    readings = turn(text)
    assert (readings.instalment_count, readings.frequency) == (None, None)


BORN = date(1975, 3, 9)


@pytest.mark.parametrize(
    ("text", "birth_on", "last4"),
    [
        ("03/09/1975 4421", BORN, "4421"),
        ("03/09/75", BORN, None),
        ("born March 9 1975, last four 4421", BORN, "4421"),
        ("1975-03-09", BORN, None),
        ("19750309", BORN, None),
        ("1975年3月9日 尾号6621", BORN, "6621"),
        ("一九七五年三月九号，后四位六六二一", BORN, "6621"),
        ("my birthday is 9 March 1975 and the last 4 are 0042", BORN, "0042"),
        ("last four of my social is 4421", None, "4421"),
        ("ending in 4421", None, "4421"),
        ("4421 are the last four", None, "4421"),
        ("four four two one", None, "4421"),
        ("生日75年3月9号", BORN, None),
        ("march ninth nineteen seventy five last four six six two one", BORN, "6621"),
        ("ninth of march nineteen seventy-five four four two one", BORN, "4421"),
        ("born in 1975 on the 9th of march last four 4421", None, "4421"),
        ("身份证最后四个是 3008", None, "3008"),
        ("后四位零九幺七", None, "0917"),
        ("尾号六六二一", None, "6621"),
        ("身份证后四位442X", None, "442X"),
        ("马志强 750309 8820", BORN, "8820"),
        ("750309 8820", BORN, "8820"),
        ("我是马志强，750309，尾号8820", BORN, "8820"),
        ("dana reyes 030975 8820", BORN, "8820"),
        ("030975, last four 8820", BORN, "8820"),
        ("王芳 010203 8820", date(2001, 2, 3), "8820"),
    ],
)
def test_an_identity_answer_is_neither_date_nor_amount(text: str, birth_on: date, last4: str) -> None:
    readings = turn(text)
    assert readings.identity is not None
    assert (readings.identity.birth_on, readings.identity.last4) == (birth_on, last4)
    assert readings.amounts == ()
    assert readings.dates == ()


@pytest.mark.parametrize(
    "text",
    [
        "482913",
        "750309",
        "010203 8820",  # the year first, or the month: two days there are
        "750230 8820",  # no such day
        "还750309 8820",
        "pay 750309 8820",
        "ref 750309 8820",
        "030975 on 8820 main st 12",
        "$4421",
        "1,200",
        "call 212-555-0123",
        "it's 2026",
        "my birthday is March 9",
        "生日是三月九号",
        "3000块",
    ],
)
def test_what_is_no_identity_answer_is_not_read(text: str) -> None:
    assert turn(text).identity is None


def test_a_birthday_without_a_year_is_not_a_payment_date() -> None:
    assert turn("my birthday is June 9").dates == ()


def test_two_different_birth_dates_prove_nothing() -> None:
    assert turn("03/09/1975 or 03/10/1975").identity is None


@pytest.mark.parametrize(("text", "is_birth"), [("3/10/2011", True), ("3/11/2011", False)])
def test_fifteen_years_divide_birth_dates_from_past_dates(text: str, is_birth: bool) -> None:
    readings = turn(text)
    assert (readings.identity is not None) == is_birth
    assert (readings.dates == ()) == is_birth


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("can I push that first one to the 20th my kid got a birthday", ["2026-03-20"]),
        ("推到20号孩子过生日", ["2026-03-20"]),
        ("my kids birthday is on the 20th", []),
        ("the 20th is my kids birthday", []),
        ("生日是3月9号", []),
    ],
)
def test_a_birthday_that_is_the_reason_for_a_day_is_no_birth_date(text: str, days: list[str]) -> None:
    assert [shown_date(each) for each in turn(text).dates] == days
