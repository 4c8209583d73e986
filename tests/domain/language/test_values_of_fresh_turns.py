"""Sums, days and terms as people said them on turns nobody had tuned on, each with what must not be read."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.script.fold import fold
from tests.domain.language.turns import TODAY, values

PROMISE, PAID = Intent.PROMISE_TO_PAY, Intent.ALREADY_PAID
SUNDAY = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("i can pay wednesday the eighth", ["2026-04-08"]),
        ("friday, the thirteenth", ["2026-03-13"]),
        ("tuesday the eighth", ["2026-04-08?"]),  # a Wednesday
        ("friday the third time you called", ["2026-03-13"]),
        ("thirty today and forty on payday", ["2026-03-11", "UNRESOLVED:payday"]),
        ("30 on the 20th, payday is then", ["2026-03-20"]),
        ("my bonus hits and it lands april fifth, ill pay 40 then", ["2026-04-05"]),
        ("工程款四月二十五结，结了给你们转一万五", ["2026-04-25"]),
        ("货款4月13号下来，能给你打12000", ["2026-04-13"]),
        ("四月十五发年终奖 发了还五千", ["2026-04-15"]),
        ("剩下的四月二十补上", ["2026-04-20"]),
        ("开支了再还你", ["UNRESOLVED:payday"]),
        ("没开支票", []),
        ("我开支大", []),
    ],
)
def test_a_day_is_read_in_the_words_beside_it(text: str, days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("paid thanksgiving morning, 66.25", ["2025-11-27?"]),
        ("paid it sat by zelle", ["2026-03-07"]),
        ("sent sun, 140", ["2026-03-08"]),
        ("the letter sat on my desk and i paid", []),
        ("it sat with my bank for a week, paid", []),
    ],
)
def test_a_day_that_was_paid_on_is_read_as_it_is_said(text: str, days: list[str]) -> None:
    found = values(text, EntityName.DATE, PAID)
    assert [day.rstrip("?") for day in found] == [day.rstrip("?") for day in days]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("40 on thanksgiving", "2026-11-26"),
        ("40 by thanksgiving", "2026-11-26?"),
        ("40 around thanksgiving", "UNRESOLVED:thanksgiving"),
        ("40 on thanksgiving weekend", "UNRESOLVED:thanksgiving"),
    ],
)
def test_thanksgiving_ahead_is_asked_about_unless_it_is_named_as_the_day(text: str, day: str) -> None:
    assert values(text, EntityName.DATE, PROMISE) == [day]


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("我这礼拜五交", SUNDAY, "2026-03-20?"),  # that week's Friday is over
        ("我这礼拜五交", TODAY, "2026-03-13"),
        ("下礼拜五交", SUNDAY, "2026-03-20"),
        ("这周日交", SUNDAY, "2026-03-15"),
    ],
)
def test_this_friday_said_on_a_sunday_is_the_coming_one_in_doubt(text: str, today: date, day: str) -> None:
    assert values(text, EntityName.DATE, PROMISE, today=today) == [day]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("so its 55 on fri", ["55"]),
        ("cant swing anything but 20 on the 9th", ["20"]),
        ("pull 140 outta my checking on tue", ["140"]),
        ("so 20 on monday", ["20"]),
        ("anything but 50", []),
        ("so its 20 kids on friday", []),
        ("on disability and only get $1,040 a month. I could pay $20 a month", ["20"]),
        ("i can only get 40 together", ["40"]),
        ("my bonus is like two grand, ill pay 300", ["300"]),
        ("My lease renewal ate everything: $1,650. I can pay $30 on April 7", ["30"]),
        ("ill have the whole thing end of next month", ["FULL"]),
        ("能给你打12000", ["12000"]),
        ("我打12345投诉", []),
        ("给我打95588", []),
    ],
)
def test_a_sum_is_what_is_offered(text: str, sums: list[str]) -> None:
    found = values(text, EntityName.AMOUNT, PROMISE, Intent.PROPOSE_INSTALMENT)
    assert [one.rstrip("?") for one in found] == sums


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("call me at 11 30 in the morning", "11:30"),
        ("ring at 7 15 pm", "19:15"),
        ("call at 11 30", "11:30"),
        ("call me at 11 on friday", "11:00"),
    ],
)
def test_the_minutes_stand_after_the_hour_without_a_mark(text: str, time: str) -> None:
    assert values(text, EntityName.TIME, Intent.REQUEST_CALLBACK) == [time]


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("没月五百", "每月五百"),
        ("没个月还八百", "每个月还八百"),
        ("支付包付不了", "支付宝付不了"),
        ("微心付款", "微信付款"),
        ("就还乐一千", "就还了一千"),
        ("工姿没发", "工资没发"),
    ],
)
def test_what_was_misheard_is_read_as_meant(heard: str, meant: str) -> None:
    assert fold(heard) == meant


@pytest.mark.parametrize(
    "text", ["没月底", "还没月薪五千", "支付包裹费", "支付保险费", "他很有威信", "付乐器钱", "没周五早"]
)
def test_words_of_their_own_are_no_mishearing(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("60634 is my zip", ["60634"]),
        ("zip code is nine zero two one zero", ["90210"]),
        ("my zip is 60634", ["60634"]),
        ("60634 is what i owe", []),
        ("zip nine zero two one zero four", []),
    ],
)
def test_a_postal_code_answers_the_identity_question(text: str, digits: list[str]) -> None:
    assert values(text, EntityName.IDENTITY, Intent.VERIFY_IDENTITY) == digits


@pytest.mark.parametrize(
    ("text", "name", "intents", "expected"),
    [
        ("没啥现金 我先还六百", EntityName.PAYMENT_METHOD, (PROMISE,), []),
        ("i don't have cash, can do 60", EntityName.PAYMENT_METHOD, (PROMISE,), []),
        ("我用现金还六百", EntityName.PAYMENT_METHOD, (PROMISE,), ["cash"]),
        ("转账失败退回来了", EntityName.PAYMENT_METHOD, (Intent.PAYMENT_FAILED,), []),
        ("银行转账还的", EntityName.PAYMENT_METHOD, (PAID,), ["bank_transfer"]),
        ("你们这卡能柜台还吗", EntityName.PAYMENT_METHOD, (Intent.ASK_PAYMENT_METHODS,), ["bank_counter"]),
        ("用这张卡还", EntityName.PAYMENT_METHOD, (PROMISE,), ["card"]),
        ("blue cross paid this already", EntityName.PAYMENT_METHOD, (PAID,), ["insurance"]),
        ("车险已经赔了你们四千二", EntityName.PAYMENT_METHOD, (PAID,), ["insurance"]),
        ("短信提醒都有", EntityName.CONTACT, (Intent.STOP_TEXTS,), []),
        ("别给我发短信了", EntityName.CONTACT, (Intent.STOP_TEXTS,), ["sms"]),
        (
            "找我律师谈 周海涛 电话13512340098",
            EntityName.PERSON_NAME,
            (Intent.ATTORNEY_REPRESENTED,),
            ["周海涛"],
        ),
        ("找我律师谈 周五再说", EntityName.PERSON_NAME, (Intent.ATTORNEY_REPRESENTED,), []),
        (
            "mom passed and i paid for the funeral so give me until the 30th",
            EntityName.RELATION,
            (Intent.DECEASED, Intent.REQUEST_EXTENSION),
            [],
        ),
        ("my mother passed away", EntityName.RELATION, (Intent.DECEASED,), ["mother"]),
        ("少三成吗 少三成我五月六号就结", EntityName.PERCENT, (Intent.REQUEST_SETTLEMENT,), ["30"]),
        (
            "20% now, 40% in april, 40% in may",
            EntityName.PERCENT,
            (Intent.REQUEST_SETTLEMENT,),
            ["20", "40", "40"],
        ),
        ("支付宝还的850，交易号20270601220014", EntityName.REFERENCE_NO, (PROMISE,), ["20270601220014?"]),
    ],
)
def test_a_term_is_named_only_where_it_is_meant(
    text: str, name: EntityName, intents: tuple[Intent, ...], expected: list[str]
) -> None:
    assert values(text, name, *intents) == expected
