"""The regular day of a plan that stands is another one for all that is open of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arrears.domain.language.plans.all_payments import of_all_payments
from arrears.domain.language.readings import Frequency, Readings
from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.other_regular_day import on_regular_day
from arrears.domain.plans import Instalment, Plan
from tests.builders.negotiating import M, W, usd
from tests.domain.negotiation.test_change_of_day import PLAN

TODAY = date(2026, 5, 4)  # a Monday
THURSDAYS = replace(
    PLAN,
    frequency=W,
    instalments=tuple(Instalment(date(2026, 5, 7) + timedelta(weeks=n), usd(40)) for n in range(4)),
)


def days_of(plan: Plan, named: date, today: date = TODAY) -> list[tuple[int, int]]:
    offer = on_regular_day(plan, named, RestDays(), today)
    assert offer is not None
    assert [each.amount for each in offer.instalments] == [each.amount for each in plan.instalments]
    return [(each.on.month, each.on.day) for each in offer.instalments]


def test_every_payment_stays_in_its_week() -> None:
    assert days_of(THURSDAYS, date(2026, 5, 8)) == [(5, 8), (5, 15), (5, 22), (5, 29)]
    assert days_of(THURSDAYS, date(2026, 5, 6)) == [(5, 6), (5, 13), (5, 20), (5, 27)]


def test_where_the_day_of_the_first_week_is_past_all_go_on_by_one() -> None:
    wednesday = date(2026, 5, 6)
    assert days_of(THURSDAYS, date(2026, 5, 11), wednesday) == [(5, 11), (5, 18), (5, 25), (6, 1)]


def test_weeks_before_the_one_in_which_it_begins_stay_as_they_are() -> None:
    assert days_of(THURSDAYS, date(2026, 5, 22)) == [(5, 7), (5, 14), (5, 22), (5, 29)]


def test_every_payment_stays_in_its_month() -> None:
    assert days_of(PLAN, date(2026, 5, 20)) == [(5, 20), (6, 20), (7, 20)]
    assert days_of(PLAN, date(2026, 6, 20)) == [(5, 8), (6, 20), (7, 20)]
    assert days_of(PLAN, date(2026, 6, 2)) == [(6, 2), (7, 2), (8, 2)]


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    assert days_of(PLAN, date(2026, 5, 31)) == [(5, 31), (6, 30), (7, 31)]


def test_a_payment_that_has_come_is_left_out() -> None:
    offer = on_regular_day(PLAN, date(2026, 6, 20), RestDays(), TODAY, usd(300))
    assert offer is not None
    assert [each.on for each in offer.instalments] == [date(2026, 6, 20), date(2026, 7, 20)]


@pytest.mark.parametrize(
    "plan",
    [
        replace(PLAN, frequency=None),
        replace(PLAN, frequency=Frequency.SEMIMONTHLY),
        replace(PLAN, instalments=PLAN.instalments[:1]),
        replace(
            PLAN,
            instalments=tuple(
                Instalment(date(2026, *on), usd(300)) for on in ((5, 8), (6, 30), (8, 15), (12, 1))
            ),
        ),
    ],
)
def test_payments_that_keep_no_such_rhythm_have_no_other_regular_day(plan: Plan) -> None:
    assert on_regular_day(plan, date(2026, 5, 20), RestDays(), TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "can we make it fridays instead",
        "move all my payments to friday",
        "can all of them be on the 15th",
        "from now on the 20th please",
        "change my due date on every payment to the 20th",
        "以后都改成周五吧",
        "以后都往后挪一个礼拜",
        "能不能以后改到周五",
        "每次都改成周五",
        "还款日改到20号行吗",
        "所有的还款都改到20号",
    ],
)
def test_words_of_all_payments(text: str) -> None:
    assert of_all_payments(text, Readings())


@pytest.mark.parametrize(
    "text",
    [
        "can we make it friday instead",
        "can I pay all of it on friday",
        "move the next payment to the 20th",
        "the 20th works every bit as well",
        "这周改成周五",
        "发了工资以后再还 周五",
        "能不能改到周五",
        "这一期改到20号",
        "能不能往后挪一个礼拜",
        "20号以后都行",
    ],
)
def test_words_of_one_payment_alone(text: str) -> None:
    assert not of_all_payments(text, Readings())


def test_a_rhythm_is_of_all_payments() -> None:
    assert of_all_payments("the 20th", Readings(frequency=M))
