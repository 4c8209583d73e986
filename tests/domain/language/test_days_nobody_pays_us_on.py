"""Days that a turn names and that are none to pay us on: of another bill, of small talk, of a message."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.offered.days_of_other_things import without_days_of_other_things
from arrears.domain.language.offered.small_talk import is_in_small_talk
from arrears.domain.language.plans.days_to_pay import without_weekdays_begun
from arrears.domain.language.read import read
from arrears.domain.language.readings import Frequency, Readings
from arrears.domain.language.script.fold import fold, has_han
from arrears.domain.money import Currency
from arrears.domain.people import Language

TODAY = date(2026, 7, 22)


def heard(text: str) -> Readings:
    language = Language.ZH if has_han(text) else Language.EN
    readings = read(text, language=language, today=TODAY, currency=Currency.USD)
    return without_days_of_other_things(readings, text)


def days(text: str) -> set[str]:
    return {f"{day.on:%m-%d}" for day in heard(text).dates if day.on is not None}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the 5th. rent is the 1st so not before that", {"08-05"}),
        ("rent's on the 1st so that week is tight", set()),
        ("car note hits the 3rd", set()),
        ("my car note is due the 3rd so the 5th", {"08-05"}),
        ("daycare is due fridays", set()),
        ("rent is 900 on the 1st, i can do 50 the 8th", {"08-08"}),
        ("gotta pay rent on the 1st", set()),
        ("the 1st is when my rent is due", set()),
        ("the 1st is rent, the 15th is my car note, so the 20th", {"08-20"}),
        ("put me down for the 5th i pay rent on the 1st", {"08-05"}),
        ("i pay my mortgage the 1st so make it the 10th", {"08-10"}),
        ("1号还要交房租 月初那周手上最紧", set()),
        ("房租每月1号交 我5号还", {"08-05"}),
        ("1号还房贷 5号还你们", {"08-05"}),
        ("20号吧房租15号交", {"08-20"}),
        ("15号要给孩子交学费", set()),
        ("房租每周五交", set()),
    ],
)
def test_on_the_day_of_another_bill_nothing_is_offered(text: str, left: set[str]) -> None:
    assert days(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("i'll pay 100 on the 1st with my rent", {"08-01"}),
        ("i can pay the 5th after rent", {"08-05"}),
        ("the 5th, rent's paid by then", {"08-05"}),
        ("same day as my rent on the 1st", {"08-01"}),
        ("the 1st when rent is paid", {"08-01"}),
        ("my payment is due the 5th", {"08-05"}),
        ("i can pay the bill on the 5th", {"08-05"}),
        ("bill me on the 5th", {"08-05"}),
        ("the rent is late so the 5th", {"08-05"}),
        ("1号交完房租还你", {"08-01"}),
        ("交了房租5号还你", {"08-05"}),
        ("房租交完5号还", {"08-05"}),
        ("和房租一起1号还", {"08-01"}),
        ("1号房租交了之后还", {"08-01"}),
        ("15号还款", {"08-15"}),
    ],
)
def test_a_day_to_pay_us_stays_beside_a_word_of_another_bill(text: str, left: set[str]) -> None:
    assert days(text) == left


def test_how_often_another_bill_comes_is_no_rhythm_of_ours() -> None:
    assert heard("every friday my daycare is due").frequency is None
    assert heard("daycare comes out every friday").frequency is None
    assert heard("daycare is every friday so 40 every monday").frequency is Frequency.WEEKLY


@pytest.mark.parametrize(
    "text",
    [
        *("你今天吃了吗哈哈", "今天好热啊", "今天累死了", "今天下雨", "我明天上班", "今天过得怎么样"),
        *("did you eat today lol", "its so hot today", "what a day today", "work is killing me today"),
        *("how are you today", "my kid has school tomorrow", "got a wedding tomorrow"),
        *("5月底才能出院", "住院呢 8月底才能出院"),
        *("i'll text tomorrow", "明天回复你"),
    ],
)
def test_a_day_of_small_talk_is_offered_by_nobody(text: str) -> None:
    assert not heard(text).dates


@pytest.mark.parametrize(
    "text",
    [
        *(
            "今天",
            "今天吧",
            "今天可以",
            "今天还",
            "就今天",
            "今天下午",
            "今天下班后",
            "今天晚上到账",
            "明天方便",
        ),
        *("today", "today please", "today after work", "today works", "i can today", "tomorrow is fine"),
        *("i get paid tomorrow", "tomorrow then", "how about today", "tonight", "make it today"),
        *("8月底出院才能还", "9月1号开学前还"),
    ],
)
def test_a_day_that_answers_us_stays(text: str) -> None:
    assert heard(text).dates


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        *(("got a wedding saturday lol", True), ("saturday", False), ("saturday is easier", False)),
        *(("周六同学结婚", True), ("周六吧", False), ("周六能还", False), ("周六可以", False)),
    ],
)
def test_any_day_may_be_one_of_small_talk(text: str, talks: bool) -> None:
    (day,) = read(text, language=Language.EN, today=TODAY, currency=Currency.USD).dates
    assert is_in_small_talk(fold(text), day.span) is talks


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("make it mondays, sundays are our big day", "07-27"),
        ("Monday then, Sunday is our best day so the money is there", "07-27"),
        ("sundays are our big day so mondays", "07-27"),
        ("sunday, it's our best day", "07-26"),
        ("礼拜一吧 礼拜天生意最好 钱在手上", "07-27"),
        ("礼拜天生意最好 礼拜一吧", "07-27"),
        ("礼拜天吧 生意最好", "07-26"),
    ],
)
def test_the_day_that_only_tells_why_does_not_put_the_chosen_one_in_doubt(text: str, on: str) -> None:
    sure = {f"{day.on:%m-%d}" for day in heard(text).dates if day.certainty != "unsure"}
    assert sure == {on}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("could it be Fridays then, so the 31st?", {"07-31"}),
        ("payroll moves to Fridays this month, so the 31st", {"07-31"}),
        ("Fridays. 50 on the 30th", {"07-24", "07-30"}),
        ("50 this Friday, 50 on the 31st", {"07-24", "07-31"}),
        ("could it be Fridays", {"07-24"}),
    ],
)
def test_a_weekday_in_the_plural_begins_on_the_day_of_theirs_that_is_one(text: str, left: set[str]) -> None:
    found = without_weekdays_begun(heard(text)).dates
    assert {f"{day.on:%m-%d}" for day in found if day.on is not None} == left
