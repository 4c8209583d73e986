"""Words with more than one reading: unsure with what else they may mean, or no value at all."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, amounts

PROMISE, PLAN, MORE_TIME = Intent.PROMISE_TO_PAY, Intent.PROPOSE_INSTALMENT, Intent.REQUEST_EXTENSION
MOVE, PAID, SETTLE, DENY = (
    Intent.CHANGE_DUE_DATE,
    Intent.ALREADY_PAID,
    Intent.REQUEST_SETTLEMENT,
    Intent.DENY,
)


def read(text: str, *intents: Intent, doubted: bool = False) -> tuple[Entity, ...]:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    return entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=TODAY,
        currency=Currency.CNY if chinese else Currency.USD,
        intents=frozenset(intents),
        doubted=doubted,
    )


def shown(text: str, name: EntityName, *intents: Intent) -> list[str]:
    """Each value of that name, "?" after an unsure one, and its alternatives."""
    found = [one for one in read(text, *intents) if one.name is name]
    return [
        " ".join([one.value + "?" * (one.certainty is Certainty.UNSURE), *one.alternatives]) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200 to 300 by friday", ["200? 300"]),
        ("200-250 friday", ["200? 250"]),
        ("between $200 and $300 friday", ["200? 300"]),
        ("two or three hundred friday", ["200? 300"]),
        ("a couple hundred friday", ["200?"]),
        ("almost 300 friday", ["300?"]),
        ("300ish friday", ["300?"]),
        ("300 or so friday", ["300?"]),
        ("about 300 friday", ["300"]),
        ("300 or 400 friday", ["300?", "400?"]),
        ("two to three weeks", []),
        ("a few hundred friday", []),
        ("a buck fifty friday", ["150? 1.50"]),
        ("grand and a half friday", ["1500"]),
        ("周五给三四百", ["300? 400"]),
        ("周五给三五百", ["300? 500"]),
        ("周五给五百到八百", ["500? 800"]),
        ("500-800周五给", ["500? 800"]),
        ("周五给一千三四", ["1300? 1400"]),
        ("周五给八百多", ["800?"]),
        ("周五给一千来块", ["1000?"]),
        ("千把块钱周五", ["1000?"]),
        ("百八十的周五给", ["80? 100"]),
        ("周五给十几万", ["100000?"]),
        ("不到一千 周五", ["1000?"]),
        ("几千块周五", []),
        ("三百多人", []),
    ],
)
def test_of_a_range_or_a_rough_sum_the_low_one_is_unsure(text: str, expected: list[str]) -> None:
    assert shown(text, EntityName.AMOUNT, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tow hundred friday", ["200? 100"]),
        ("i got uh ate hundred dollars friday", ["800? 100"]),
        ("i got glorp hundred friday", ["100?"]),
        ("i got a hundred friday", ["100"]),
        ("maybe hundred friday", ["100"]),
    ],
)
def test_a_hundred_after_a_word_that_was_not_understood_is_unsure(text: str, expected: list[str]) -> None:
    assert shown(text, EntityName.AMOUNT, PROMISE) == expected


@pytest.mark.parametrize(
    "text", ["200 to 300", "tow hundred", "八百多", "三四百", "a couple hundred", "三分之一"]
)
def test_negotiation_hears_no_amount_of_which_the_words_are_not_sure(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("i can pay a third now", Intent.PARTIAL_PAYMENT, ["33?"]),
        ("two thirds of it", SETTLE, ["67?"]),
        ("three quarters of the balance", SETTLE, ["75?"]),
        ("would you do a third off", SETTLE, ["33?"]),
        ("先还三分之一", Intent.PARTIAL_PAYMENT, ["33?"]),
        ("还四分之三", SETTLE, ["75?"]),
        ("a third party called", SETTLE, []),
        ("quarter to nine", SETTLE, []),
        ("百分之三", SETTLE, ["3"]),
    ],
)
def test_a_fraction_is_an_unsure_percentage(text: str, intent: Intent, expected: list[str]) -> None:
    assert shown(text, EntityName.PERCENT, intent) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half now half on the 15th", ["2026-03-15"]),
        ("150 right now", []),
        ("i sat down with my wife", []),
        ("may i pay 50", []),
        ("march on over here and say that", []),
        ("one second please", []),
        ("my 3rd job pays me", []),
        ("the 4 of us", []),
        ("happy friday", []),
        ("two kids, one paycheck", []),
        ("4 customers in a week", []),
        ("200 bucks in a week", ["2026-03-18"]),
        ("sat", ["2026-03-14"]),
        ("五一路十二号三楼", []),
        ("后天性心脏病", []),
        ("五一", ["UNRESOLVED:labour_day"]),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str, expected: list[str]) -> None:
    assert shown(text, EntityName.DATE, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("a week later than the 5th", PROMISE, ["2026-04-12 2026-04-05"]),
        ("three days after the 10th", PROMISE, ["2026-04-13 2026-04-10"]),
        ("two days before the 20th", PROMISE, ["2026-03-18 2026-03-20"]),
        ("move the 5th back a week", MOVE, ["2026-04-05", "2026-04-12 2026-04-05"]),
        ("from the 5th to a week later", MOVE, ["2026-04-05", "2026-04-12 2026-04-05"]),
        ("5号之后三天还五百", PROMISE, ["2026-04-08 2026-04-05"]),
        ("十号再晚两天", PROMISE, ["2026-04-12 2026-04-10"]),
        ("5号推迟一周行吗", MOVE, ["2026-04-05", "2026-04-12 2026-04-05"]),
        ("推迟一周", MORE_TIME, ["2026-03-18"]),
        ("推迟一周", MOVE, ["2026-03-18?"]),
        ("a week later", MOVE, ["2026-03-18?"]),
        ("monday week", PROMISE, ["2026-03-23"]),
        ("20-22 march", PROMISE, ["2026-03-20? 2026-03-22"]),
        ("monday or tuesday", PROMISE, ["2026-03-16 2026-03-17"]),
        ("周三或周四", PROMISE, ["2026-03-12 2026-03-18"]),
        ("15或者16号", PROMISE, ["2026-03-15? 2026-03-16"]),
        ("下个月二三号", PROMISE, ["2026-04-02? 2026-04-03"]),
        ("in a week or two", PROMISE, ["2026-03-18? 2026-03-25"]),
        ("give me 2-3 days", MORE_TIME, ["2026-03-13? 2026-03-14"]),
        ("迟个一两天", MORE_TIME, ["2026-03-12?"]),
        ("一个半月后", PROMISE, ["2026-04-26?"]),
        ("the middle of june", PROMISE, ["2026-06-15?"]),
        ("the second week of april", PROMISE, ["2026-04-08?"]),
        ("十三月一号", PROMISE, ["INVALID:13-01"]),
        ("4/15 by ach", PROMISE, ["2026-04-15"]),
        ("1/2 now", PROMISE, []),
        ("李白五还", PROMISE, ["2026-03-13"]),
        ("月低给你", PROMISE, ["2026-03-31"]),
        ("two fridays ago", PAID, ["2026-02-27 2026-03-06"]),
        ("by labor day", PROMISE, ["2026-09-07"]),
        ("on thanksgiving day", PROMISE, ["2026-11-26"]),
        ("下星期二十七号", PROMISE, ["2026-03-17"]),
        ("俩月以后", PROMISE, ["2026-05-11"]),
        ("what if i paid it on may 1st", SETTLE, ["2026-05-01"]),
    ],
)
def test_days_counted_from_a_day_and_stretches_of_days(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert [one.strip() for one in shown(text, EntityName.DATE, intent)] == expected


@pytest.mark.parametrize(
    ("text", "name", "intent", "expected"),
    [
        ("200 no 250 on friday", EntityName.AMOUNT, PROMISE, ["250"]),
        ("i said 200 but i meant 150", EntityName.AMOUNT, PROMISE, ["150"]),
        ("friday, no wait, saturday", EntityName.DATE, PROMISE, ["2026-03-14"]),
        ("转500 不不 600吧", EntityName.AMOUNT, PROMISE, ["600"]),
        ("十号 不对 是十二号", EntityName.DATE, PROMISE, ["2026-03-12"]),
        ("200 friday and 250 saturday", EntityName.AMOUNT, PROMISE, ["200", "250"]),
        ("三千二不是两千三", EntityName.AMOUNT, DENY, ["3200", "2300?"]),
        ("move it from the 5th, no the 7th", EntityName.DATE, MOVE, ["2026-04-05", "2026-04-07"]),
        ("half yes half", EntityName.AMOUNT, PROMISE, ["50%"]),
        ("half now half later", EntityName.AMOUNT, PLAN, ["50%", "50%"]),
        ("剩的都结了 一次付清", EntityName.AMOUNT, PROMISE, ["FULL"]),
        ("its not 1000 its 100", EntityName.AMOUNT, Intent.DISPUTE, ["1000?", "100"]),
        ("not next wednesday, next thursday", EntityName.DATE, DENY, ["2026-03-18?", "2026-03-19"]),
        ("i get paid friday so saturday", EntityName.DATE, PROMISE, ["2026-03-13?", "2026-03-14"]),
        ("15号发工资，16号还你", EntityName.DATE, PROMISE, ["2026-03-15?", "2026-03-16"]),
        ("30号打六百五，到时候年终奖也该发了", EntityName.DATE, PROMISE, ["2026-03-30"]),
        ("twenty first i got sixty six bucks", EntityName.AMOUNT, PROMISE, ["66"]),
        ("欠的两万我先还八千", EntityName.AMOUNT, PROMISE, ["20000?", "8000"]),
        ("那五千先不还了，先还利息四百三", EntityName.AMOUNT, PROMISE, ["430"]),
    ],
)
def test_what_is_taken_back_or_only_explains_is_not_offered(
    text: str, name: EntityName, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, name, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "value", "alternative"),
    [
        ("got it covered on the 10th", PAID, "2026-03-10", "2026-04-10"),
        ("昨天还你吧", PAID, "2026-03-10", "PAST:2026-03-10"),
        ("3月8号那笔两千四", PROMISE, "PAST:2026-03-08", "2026-03-08"),
    ],
)
def test_where_the_intents_are_doubtful_a_day_that_the_words_put_elsewhere_is_both(
    text: str, intent: Intent, value: str, alternative: str
) -> None:
    (day,) = [one for one in read(text, intent, doubted=True) if one.name is EntityName.DATE]
    assert (day.value, day.certainty) == (value, Certainty.UNSURE)
    assert day.alternatives == (alternative,)


def test_the_terms_of_another_intent_than_the_doubtful_one_are_unsure() -> None:
    (amount,) = [
        one for one in read("80 friday", Intent.GREET, doubted=True) if one.name is EntityName.AMOUNT
    ]
    assert amount.certainty is Certainty.UNSURE
