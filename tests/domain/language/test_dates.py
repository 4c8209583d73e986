"""Payment dates, as of Wednesday 11 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.readings import Frequency
from tests.domain.language.turns import dates, shown_amount, shown_date, turn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the 15th", "2026-03-15"),
        ("by the 22nd", "2026-03-22"),
        ("the 11th", "2026-03-11"),
        ("the 10th", "2026-04-10"),
        ("the first", "2026-04-01"),
        ("on the twenty second", "2026-03-22"),
        ("the 5th of next month", "2026-04-05"),
        ("next month on the 5th", "2026-04-05"),
        ("March 15", "2026-03-15"),
        ("15 march", "2026-03-15"),
        ("march fifteenth", "2026-03-15"),
        ("3/15", "2026-03-15"),
        ("3/5/2027", "2027-03-05"),
        ("2026-04-01", "2026-04-01"),
        ("Friday", "2026-03-13"),
        ("this friday", "2026-03-13"),
        ("wednesday", "2026-03-18"),
        ("this wednesday", "2026-03-11"),
        ("monday", "2026-03-16"),
        ("next friday", "2026-03-20"),
        ("friday next week", "2026-03-20"),
        ("next sunday", "2026-03-22"),
        ("a week from friday", "2026-03-20"),
        ("Friday the 13th", "2026-03-13"),
        ("wed 3/18", "2026-03-18"),
        ("tomorrow", "2026-03-12"),
        ("today", "2026-03-11"),
        ("end of the month", "2026-03-31"),
        ("end of next month", "2026-04-30"),
        ("in two weeks", "2026-03-25"),
        ("in 10 days", "2026-03-21"),
        ("in a week", "2026-03-18"),
        ("need ten more days", "2026-03-21"),
        ("feb 30", "invalid"),
        ("on June 31", "invalid"),
        ("on the 32nd", "invalid"),
        ("last Friday", "past"),
        ("yesterday", "past"),
        ("two weeks ago", "past"),
        ("March 5", "past"),
        ("3/5/2025", "past"),
        ("payday", "unresolved"),
        ("when I get paid", "unresolved"),
        ("tax refund", "unresolved"),
        ("13/5", "ambiguous"),
        ("10/10 yes", "ambiguous"),
        ("next month", "ambiguous"),
        ("june on", "ambiguous"),
        ("june onwards, 50 each", "ambiguous"),
        ("this weekend", "ambiguous"),
        ("thursday the 13th", "ambiguous"),
        ("mon-fri", "ambiguous"),
        ("not before the 20th", "2026-03-20"),
        ("the last friday of the month", "2026-03-27"),
        ("the 29th of feb i'll pay", "invalid"),
        ("the third of april i will", "2026-04-03"),
        ("2moro", "2026-03-12"),
        ("nxt wk fri", "2026-03-20"),
        ("the friday after next", "ambiguous"),
        ("give me two weeks", "2026-03-25"),
        ("another week", "2026-03-18"),
        ("on 3-20", "2026-03-20"),
        ("march twenty", "2026-03-20"),
        ("june last year", "past"),
        ("payday the 28th", "2026-03-28"),
    ],
)
def test_an_english_date_is_read(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15号", "2026-03-15"),
        ("１５號", "2026-03-15"),
        ("二十二号", "2026-03-22"),
        ("剩下三百五号补", "2026-04-05"),
        ("剩下一千十五号还", "2026-03-15"),
        ("十号", "2026-04-10"),
        ("三月十五号", "2026-03-15"),
        ("4月5日", "2026-04-05"),
        ("4月5", "2026-04-05"),
        ("2026年4月5日", "2026-04-05"),
        ("下个月10号", "2026-04-10"),
        ("下周五", "2026-03-20"),
        ("下週五", "2026-03-20"),
        ("下周三", "2026-03-18"),
        ("这周五", "2026-03-13"),
        ("周五", "2026-03-13"),
        ("星期一", "2026-03-16"),
        ("下下周三", "2026-03-25"),
        ("下个星期天", "2026-03-22"),
        ("今天", "2026-03-11"),
        ("明天", "2026-03-12"),
        ("后天", "2026-03-13"),
        ("大后天", "2026-03-14"),
        ("月底", "2026-03-31"),
        ("下个月底", "2026-04-30"),
        ("年底", "2026-12-31"),
        ("两周后", "2026-03-25"),
        ("十天后", "2026-03-21"),
        ("一个月后", "2026-04-11"),
        ("再宽两周", "2026-03-25"),
        ("5日内", "2026-03-16"),
        ("5.15号", "2026-05-15"),
        ("2月30号", "invalid"),
        ("昨天", "past"),
        ("上周五", "past"),
        ("这周一", "past"),
        ("三月五号", "past"),
        ("发工资以后", "unresolved"),
        ("发工资", "unresolved"),
        ("15号才发工资", "2026-03-15"),
        ("下周五才发工资", "2026-03-20"),
        ("月初", "ambiguous"),
        ("下个月", "ambiguous"),
        ("周末", "ambiguous"),
        ("十好还", "2026-04-10"),
        ("去年底", "past"),
        ("明年底", "2027-12-31"),
        ("明年6月3号", "2027-06-03"),
        ("明年六月", "ambiguous"),
        ("15号到20号", "ambiguous"),
        ("俩礼拜之后", "2026-03-25"),
        ("下下个月5号", "2026-05-05"),
        ("季度末", "2026-03-31"),
    ],
)
def test_a_mandarin_date_is_read(text: str, expected: str) -> None:
    assert dates(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "i agree to the 75 a month",
        "the 24-month option",
        "call me at 5",
        "5:30",
        "5pm",
        "24/7",
        "the first payment",
        "in 4 payments",
        "over 6 months",
        "45th street",
        "03/09/1975",
        "七点后打",
        "3号楼",
        "每周五百",
        "一个月七百",
        "i can't do friday",
        "friday won't work",
        "这个月还不了",
        "周五不行",
    ],
)
def test_what_is_not_a_payment_date_is_not_read(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half now half on the 15th", ["2026-03-11", "2026-03-15"]),
        ("i can't do friday, monday works", ["2026-03-16"]),
        ("can't pay until friday", ["2026-03-13"]),
        ("swap the 20th for the 29th", ["2026-03-20", "2026-03-29"]),
        ("15号还500，30号还1000", ["2026-03-15", "2026-03-30"]),
        ("周五不行，周一可以", ["2026-03-16"]),
    ],
)
def test_several_dates_are_read_in_order(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (date(2026, 12, 20), "January 5", "2027-01-05"),
        (date(2026, 12, 20), "Nov 5", "past"),
        (date(2026, 12, 20), "月底", "2026-12-31"),
        (date(2026, 1, 31), "in one month", "2026-02-28"),
        (date(2026, 4, 10), "the 31st", "2026-05-31"),
        (date(2026, 3, 13), "friday", "2026-03-20"),
        (date(2026, 3, 13), "this friday", "2026-03-13"),
        (date(2026, 3, 3), "fridays are usually ok but not this friday", "2026-03-13"),
        (date(2026, 3, 3), "fridays are usually ok", "2026-03-06"),
        (date(2026, 3, 3), "周五一般可以，但这周五不行", "2026-03-13"),
        (date(2026, 3, 3), "周五一般可以", "2026-03-06"),
        (date(2026, 3, 15), "next monday", "2026-03-16"),
        (date(2026, 3, 15), "下周一", "2026-03-16"),
        (date(2027, 12, 1), "feb 29", "2028-02-29"),
        (date(2026, 1, 10), "feb 29", "invalid"),
    ],
)
def test_the_edge_of_a_month_a_week_and_a_year(today: date, text: str, expected: str) -> None:
    assert dates(text, today) == [expected]


@pytest.mark.parametrize(
    ("text", "amount", "expected", "frequency"),
    [
        ("30 evry friady maybe", "30", ["2026-03-13"], Frequency.WEEKLY),
        ("30 every firday", "30", ["2026-03-13"], Frequency.WEEKLY),
        ("50 on thrusday", "50", ["2026-03-12"], None),
        ("20 evry wensday", "20", ["2026-03-18"], Frequency.WEEKLY),
        ("40 tuseday", "40", ["2026-03-17"], None),
        ("30 on wendsday", "30", ["2026-03-18"], None),
        ("50 next tueday", "50", ["2026-03-17"], None),
        ("50 on modnay", "50", ["2026-03-16"], None),
        ("50 satruday", "50", ["2026-03-14"], None),
        ("50 this sunady", "50", ["2026-03-15"], None),
        ("25 evry week", "25", [], Frequency.WEEKLY),
        ("60 evry 2 weeks", "60", [], Frequency.BIWEEKLY),
        ("100 evrey month", "100", [], Frequency.MONTHLY),
        ("i can do 100, very monthly", "100", [], Frequency.MONTHLY),
        ("mr mondy can do 50", "50", [], None),
    ],
)
def test_days_of_the_week_and_every_are_read_as_they_are_mistyped(
    text: str, amount: str, expected: list[str], frequency: Frequency | None
) -> None:
    found = turn(text)
    assert [shown_date(one) for one in found.dates] == expected
    assert found.frequency is frequency
    assert [shown_amount(one) for one in found.amounts] == [amount]
