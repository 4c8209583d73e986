"""A value with a rival in its turn is doubtful, and so is one that the words right beside it put in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, turn

PLAN, PROMISE, PART = Intent.PROPOSE_INSTALMENT, Intent.PROMISE_TO_PAY, Intent.PARTIAL_PAYMENT
DATE, AMOUNT = EntityName.DATE, EntityName.AMOUNT
COUNT, FREQUENCY = EntityName.INSTALMENT_COUNT, EntityName.FREQUENCY
JUNE, DECEMBER = date(2027, 6, 25), date(2026, 12, 14)


def shown(text: str, name: EntityName, intent: Intent = PROMISE, today: date = TODAY) -> list[str]:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=today,
        currency=Currency.CNY if chinese else Currency.USD,
        intents={intent},
        doubted=True,
    )
    return [
        one.value + ("?" if one.certainty is Certainty.UNSURE else "") for one in found if one.name is name
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("monday. or tuesday, tuesday is safer. 95", ["2026-03-16?", "2026-03-17?"]),
        ("十号开始收麦子 九月一号才有钱 三万二", ["2026-04-10?", "2026-09-01?"]),
        ("after the 1st. say the 2nd. 115", ["2026-04-01?", "2026-04-02"]),
        ("一号过后 就二号吧 一千一百五", ["2026-04-01?", "2026-04-02"]),
        ("july 4th weekend is my best take of the year, so the 6th, 1100", ["2026-07-04?", "2026-04-06"]),
        ("we close the cafe the 24th to the 2nd, so the 4th, 500", ["2026-03-24?", "2026-04-04"]),
        ("周五是圣诞 那就下周一 六百", ["2026-12-25?", "2026-03-16"]),
        ("三八节店里有活动 三八节过完还八百", ["2027-03-08?"]),
        # Set aside, told to be payday, or with a sum of its own, the other day is no rival.
        ("its gonna be the 5th, not the 1st like i said, 120", ["2026-04-05"]),
        ("以后都二十号还 我十八号才开支", ["2026-03-20", "2026-03-18?"]),
        ("80 on the 20th and 80 on the 27th", ["2026-03-20", "2026-03-27"]),
        ("十五号能还六十 三十号也能还六十", ["2026-03-15", "2026-03-30"]),
        ("friday 80", ["2026-03-13"]),
    ],
)
def test_a_day_is_doubtful_beside_a_rival(text: str, expected: list[str]) -> None:
    assert shown(text, DATE) == expected


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("补的是五月的 都给你", JUNE, ["2028-05?"]),
        ("七月份还", JUNE, ["2027-07"]),
        ("还到五月", JUNE, ["2028-05"]),
        ("孩子才三个礼拜 八号就进保温箱了", JUNE, ["2027-07-08?"]),
        ("八号就还", JUNE, ["2027-07-08"]),
        ("端午过后那个礼拜一 给你一千六", JUNE, ["UNRESOLVED:dragon_boat?", "2027-06-28?"]),
        ("礼拜一 给你一千六", JUNE, ["2027-06-28"]),
        ("make it february ten no twelve the twelfth one hundred sixty", DECEMBER, ["2027-02-10?"]),
        ("february ten no problem", DECEMBER, ["2027-02-10"]),
        ("i got a ticket for 240 dollars on the 2nd so no", DECEMBER, ["2027-01-02?"]),
        ("ive got 35 bucks until friday", DECEMBER, ["2026-12-18?"]),
    ],
)
def test_a_day_that_has_passed_or_is_taken_back_is_doubtful(
    text: str, today: date, expected: list[str]
) -> None:
    assert shown(text, DATE, today=today) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("i can swing 200, 225 tops, on wednesday", PROMISE, ["200", "225?"]),
        ("周三能给两千 最多两千二", PROMISE, ["2000", "2200?"]),
        ("最多两千二", PART, ["2200"]),
        ("eighty or ninety", PART, ["80?", "90?"]),
        ("i'll have 400 wednesday, 200 is yours", PROMISE, ["400?", "200?"]),
        ("工人先发 周五要两万六 完了周一给你四千", PROMISE, ["26000?", "4000"]),
        ("二十号三百二 二十七号二百三 一共五百五", PROMISE, ["320?", "230?", "550?"]),
        ("1800 was the loan, i have 900, thats half", PART, ["1800?", "900", "50%?"]),
        ("got 5 hundred in the shop till, take 3", PART, ["500?"]),
        ("我有两笔 你说的是八千那笔还是三万那笔", PART, ["8000?", "30000?"]),
        ("500 for 5 months or 250 for 10 you pick", PLAN, ["500?", "250?", "10?"]),
        ("4/1 for 100, 5/1 for 100", PROMISE, ["100", "100"]),
        ("200 now and 200 on the 27th", PROMISE, ["200", "200"]),
        ("我姐还一千 我再还五百", PROMISE, ["1000", "500"]),
        ("每月二十八行吗", PLAN, ["28?"]),
        ("每月二十八块行吗", PLAN, ["28"]),
        ("your offer of 60 percent is too high, come down to 45", Intent.REQUEST_SETTLEMENT, ["45?"]),
        ("corn is at 3.90 a bushel and you want 1200 dollars, no sir", PROMISE, ["1200?"]),
        ("april fools day 50 bucks no joke", PROMISE, ["50"]),
    ],
)
def test_a_sum_is_doubtful_beside_a_rival(text: str, intent: Intent, expected: list[str]) -> None:
    assert [one for one in shown(text, AMOUNT, intent) if one != "3.90?"] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("3 easy payments? make it 6 and ur on", COUNT, ["3?"]),
        ("rent is 625 split 3 ways, wait til the 5th", COUNT, ["3?"]),
        ("split it 3 ways", COUNT, ["3"]),
        ("one payment and done, 1650, july 30", COUNT, ["1?"]),
        ("forty on the 11th and forty on the 25th of every month", FREQUENCY, ["monthly?"]),
        ("forty on the 11th of every month", FREQUENCY, ["monthly"]),
        ("we agreed on 55 a month", FREQUENCY, ["monthly?"]),
        ("55 a month", FREQUENCY, ["monthly"]),
        ("scrap the weekly thing, i'd rather pay monthly", FREQUENCY, ["monthly"]),
    ],
)
def test_a_plan_that_is_changed_or_of_something_else_is_doubtful(
    text: str, name: EntityName, expected: list[str]
) -> None:
    assert shown(text, name, PLAN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70 in july", ["2026-07"]),
        ("midway july 70", ["2026-07?"]),
        ("70 on the third friday", ["2026-03-20?"]),
        ("70 friday after next", ["2026-03-27?"]),
        ("70 friday", ["2026-03-13"]),
        ("下周一二给你四百五", ["2026-03-16?"]),
        ("下周一给你四百五", ["2026-03-16"]),
        ("下周一一早给你四百五", ["2026-03-16"]),
        ("国庆过后的那个礼拜一给你四百五", ["UNRESOLVED:national_day?", "2026-03-16?"]),
    ],
)
def test_a_day_beside_a_word_of_time_that_was_not_read_is_doubtful(text: str, expected: list[str]) -> None:
    assert shown(text, DATE) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("next-next friday ill have ur 275", PROMISE, ["2026-03-27?"]),
        ("next friday ill have ur 275", PROMISE, ["2026-03-20"]),
        ("six payments of one eighty starting november one", PLAN, ["2026-11-01"]),
        ("i sent 75 two weeks ago today", Intent.ALREADY_PAID, ["2026-02-25?"]),
        ("两个礼拜以后的今天 四千一", PROMISE, ["2026-03-25"]),
        ("从今天起六十天", Intent.REQUEST_EXTENSION, ["2026-05-10"]),
        ("还有十天发工资 发了打你一千", PROMISE, ["2026-03-21"]),
        ("its 2 weeks til payday, 60 then", PROMISE, ["2026-03-25"]),
        ("till the end of q2", Intent.REQUEST_EXTENSION, ["2026-06-30"]),
        ("给我到二季度末", Intent.REQUEST_EXTENSION, ["2026-06-30"]),
        ("halfway through july 230", PROMISE, ["2026-07-15?"]),
        ("三月半给你五千", PROMISE, ["2026-03-15?"]),
        ("一月第二个周五 三千一", PROMISE, ["2027-01-08"]),
        ("再下周五一千", PROMISE, ["2026-03-20?"]),
        ("boxing day 55", PROMISE, ["2026-12-26"]),
        ("45 by midnight", PROMISE, ["2026-03-11"]),
        ("45 by midnight friday", PROMISE, ["2026-03-13"]),
        ("two fifty on the tenth two fifty on the twenty fourth", PLAN, ["2026-04-10", "2026-03-24"]),
        ("过完元旦给你八百", PROMISE, ["UNRESOLVED:new_year"]),
        ("元旦给你八百", PROMISE, ["2027-01-01"]),
        ("今儿个十一 二十八我给你钱", PROMISE, ["2026-03-11?", "2026-03-28"]),
        ("聽日過數五百俾你", PROMISE, ["2026-03-12"]),
        ("呢個月底還三千", PROMISE, ["2026-03-31"]),
    ],
)
def test_days_as_they_are_counted_and_called(text: str, intent: Intent, expected: list[str]) -> None:
    assert shown(text, DATE, intent) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一个月一千一百五 九个月", 9),
        ("十周 每周四十五", 10),
        ("共十二个月 每月一千", 12),
        ("不是十二个月 是二十四个月", 24),
        ("两万五分一年半还", 18),
        ("no not 12 months, 24", 24),
        ("5 months, 200 each, on the 20th", 5),
        ("50 per wk x 10", 10),
        ("can you do 12 months instead of 6", 12),
        ("先还两期的 一千四 明天", None),
        ("再等 三个月", None),
    ],
)
def test_how_many_instalments_are_said_after_their_rhythm(text: str, expected: int | None) -> None:
    assert turn(text).instalment_count == expected
