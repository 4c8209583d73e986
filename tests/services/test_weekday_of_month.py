"""A certain weekday of every month: monthly from the first such day, said to be so, never another rhythm."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.weekday_of_month import by_weekday_from
from arrears.domain.language.readings import Frequency
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("150 on the 2nd Wednesday of the month", date(2026, 3, 11)),
        ("every 2nd wednesday of the month 150", date(2026, 3, 11)),
        ("150 every third Friday", date(2026, 3, 20)),
        ("150 every last Friday", date(2026, 3, 27)),
        ("150 a month on the first Sunday", date(2026, 4, 5)),
        ("每月第二个星期三还500", date(2026, 3, 11)),
        ("每个月最后一个周五还500", date(2026, 3, 27)),
        ("每月第1个周日还500", date(2026, 4, 5)),
        ("I can do 95 a month out of my social security, it comes second wednesday", date(2026, 3, 11)),
        ("95 a month, my ssi comes every second wednesday", date(2026, 3, 11)),
        ("95 monthly, the check comes on the third friday", date(2026, 3, 20)),
        ("95 a month, my check comes every second friday", None),  # every two weeks
        ("95 a month, I get paid every second friday", None),
        ("95 a month, it comes second wednesday of april", None),
        ("95 a month, my mom comes second wednesday", None),
        ("95, it comes second wednesday", None),
        ("150 every second Wednesday", None),
        ("150 every Friday", None),
        ("150 on the second Friday", None),
        ("150 on the 2nd Wednesday of April", None),
        ("每周三还500", None),
        ("第二个星期三还500", None),
    ],
)
def test_what_names_a_weekday_of_every_month(text: str, on: date | None) -> None:
    assert by_weekday_from(text, date(2026, 3, 2)) == on


def test_it_begins_no_sooner_than_the_day_on_which_they_begin(sqlite_store: Store) -> None:
    text = "my benefit comes the second Wednesday. 150 a month, second Wednesday, starting April 1"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    table = on_the_table(line)
    assert table is not None
    assert table[0].first_on >= date(2026, 4, 1)


@pytest.mark.parametrize(
    ("borrower", "text", "label", "on"),
    [
        (a_borrower(), "150 on the 2nd Wednesday of the month", "promise_to_pay", date(2026, 3, 11)),
        (a_borrower(), "150 every third Friday", "propose_instalment", date(2026, 3, 20)),
        (CHINA, "每月第二个星期三还600", "propose_instalment", date(2026, 3, 11)),
    ],
)
def test_it_is_read_back_monthly_from_that_day_and_that_a_date_is_kept_is_said(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, on: date
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"plan.by_date", "plan.read_back"}
    waiting = on_the_table(line)
    assert waiting is not None
    assert (waiting[0].frequency, waiting[0].first_on) == (Frequency.MONTHLY, on)


def test_every_second_wednesday_is_every_two_weeks(sqlite_store: Store) -> None:
    text = "150 every second Wednesday"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].frequency is Frequency.BIWEEKLY
