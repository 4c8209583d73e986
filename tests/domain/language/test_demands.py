"""Terms that others named, that are too much or say something else, beside those that are offered."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.test_doubtful_values import (
    MORE_TIME,
    MOVE,
    PAID,
    PLAN,
    PROMISE,
    SETTLE,
    read,
    shown,
)

AMOUNT, DATE, COUNT, RHYTHM = (
    EntityName.AMOUNT,
    EntityName.DATE,
    EntityName.INSTALMENT_COUNT,
    EntityName.FREQUENCY,
)
CALL = Intent.REQUEST_CALLBACK


def said(text: str, name: EntityName, intent: Intent) -> list[str]:
    """Each value, "?" after an unsure one, without its alternatives."""
    return [one.split()[0] for one in shown(text, name, intent)]


@pytest.mark.parametrize(
    ("text", "amounts", "dates"),
    [
        ("you said 300 by friday, i can do 200 on the 27th", ["300?", "200"], ["2026-03-13?", "2026-03-27"]),
        ("you said 300 by friday", ["300"], ["2026-03-13"]),
        (
            "your email says 500 by monday, i'll send 90 on the 20th",
            ["500?", "90"],
            ["2026-03-16?", "2026-03-20"],
        ),
        ("you said i can pay 50 friday and 60 on the 27th", ["50", "60"], ["2026-03-13", "2026-03-27"]),
        ("你说周五三百 我二十七号能拿二百", ["300?", "200"], ["2026-03-13?", "2026-03-27"]),
        ("你们要五百 我有五十 周四给", ["500?", "50"], ["2026-03-12"]),
        ("你说行我周五就还三百 下周五再还二百", ["300", "200"], ["2026-03-13", "2026-03-20"]),
        ("你要是不催我 周五三百 二十号二百", ["300", "200"], ["2026-03-13", "2026-03-20"]),
        ("老板说二十号结 我二十一号转你八百", ["800"], ["2026-03-20?", "2026-03-21"]),
        ("房东要我交三千六 五号给你一千", ["3600?", "1000"], ["2026-04-05"]),
        ("你们方案一期二百一十二 我周五给一百零六", ["212?", "106"], ["2026-03-13"]),
    ],
)
def test_what_others_asked_for_is_unsure_beside_what_is_offered(
    text: str, amounts: list[str], dates: list[str]
) -> None:
    assert said(text, AMOUNT, PROMISE) == amounts
    assert said(text, DATE, PROMISE) == dates


@pytest.mark.parametrize(
    ("text", "counts", "rhythms"),
    [
        ("you offered 6 months at 100, id need 9 months at 65", ["9"], ["monthly"]),
        ("you offered 6 months at 100", ["6"], ["monthly"]),
        ("20 every week instead of the 80 monthly", [], ["weekly"]),
        ("二十四期太长 十八期就行 每期三百一", ["18"], []),
        ("二十四期 每期三百一", ["24"], []),
        ("十二期改二十四期行不", ["24"], []),
        ("分个十期八期的", [], []),
        ("先补两期 一千二", [], []),
        ("分两期 一期一千二", ["2"], []),
        ("一年半吧 每月不超过五十五", ["18"], ["monthly"]),
        ("i can do a 60 payment monthly", [], ["monthly"]),
        ("a 12 payment plan monthly", ["12"], ["monthly"]),
        ("a fortnight on friday i'll clear 260", [], []),
        ("60 a fortnight", [], ["biweekly"]),
        ("一月头一个礼拜给五百", [], []),
        ("给五百一个礼拜", [], ["weekly"]),
        ("每个月一号十五号各四十五", [], ["semimonthly"]),
        ("每月20号，发了工资还六百", [], ["monthly"]),
        ("每月五号 五号我发薪", [], ["monthly"]),
    ],
)
def test_a_rhythm_or_count_that_is_not_wanted_gives_way(
    text: str, counts: list[str], rhythms: list[str]
) -> None:
    assert said(text, COUNT, PLAN) == counts
    assert said(text, RHYTHM, PLAN) == rhythms


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("fifteen hundred is what i owe, one fifty is what you're getting friday", PROMISE, ["1500?", "150"]),
        ("150 is what i can do friday", PROMISE, ["150"]),
        ("last time i paid 85, this time it'll be 110 on the 20th", PROMISE, ["85?", "110"]),
        ("last week i said 100, it'll be 60", PROMISE, ["100?", "60"]),
        ("700 to settle a 4100 dollar debt", SETTLE, ["700", "4100?"]),
        ("15 bucks an hour and 90 left for you by friday", PROMISE, ["15?", "90"]),
        ("i have 1150 coming, youll see 200 of that", PROMISE, ["1150?", "200"]),
        ("法院已经扣了三百 三号前我只能四百", PROMISE, ["300?", "400"]),
        ("我弟还我四百 五号给你二百", PROMISE, ["400?", "200"]),
        ("我姐借我八百 一千三的账能了不", SETTLE, ["800", "1300?"]),
        ("我一个月才四千二 给你转二百四", PROMISE, ["4200?", "240"]),
        ("余额四十三块一毛七 给你四十块", PROMISE, ["43.17?", "40"]),
        ("二十一号贷款下来一千五 给你六百", PROMISE, ["1500?", "600"]),
        ("明天到期的一百二我先还四十块", PROMISE, ["120?", "40"]),
        ("一千六吧 一千五也行 六号", PROMISE, ["1600", "1500?"]),
        ("车险刚交了三千八 手上剩六百 都给你", PROMISE, ["3800?", "600"]),
        ("the 2,400 im owed comes oct 1, youll get your 310 that day", PROMISE, ["2400?", "310"]),
        ("先还三百 月底再还五百", PROMISE, ["300", "500"]),
    ],
)
def test_what_is_owed_earned_or_was_paid_is_unsure_beside_what_is_offered(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert said(text, AMOUNT, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("40 friday is all i have till the 30th", PROMISE, ["2026-03-13", "2026-03-30?"]),
        ("i have nothing till the 30th", PROMISE, ["2026-03-30"]),
        ("tomorrow is a holiday so friday", PROMISE, ["2026-03-12?", "2026-03-13"]),
        ("wednesday today, so lets say friday, 80", PROMISE, ["2026-03-11?", "2026-03-13"]),
        ("下个月吧 这个月真不行", MORE_TIME, ["2026-04"]),
        ("i paid 80 yesterday and 80 last month", PAID, ["2026-03-10", "2026-02"]),
        ("the 8th of last month", PAID, ["2026-02-08"]),
        ("今天身上只有八十 月底三十号再给", PROMISE, ["2026-03-11?", "2026-03-30"]),
        ("都十一号了啊 那二十八吧 六百", PROMISE, ["2026-03-11?", "2026-03-28?"]),
        ("你今天打了我六个电话 行了五百 周五给", PROMISE, ["2026-03-11?", "2026-03-13"]),
        ("lost my job on the 14th, can give u 25 on the 20th", PROMISE, ["2026-02-14?", "2026-03-20"]),
        ("i'll have it squared away by labor day", PROMISE, ["2026-09-07"]),
        ("extend my deadline from april 1 to april 15", MORE_TIME, ["2026-04-01?", "2026-04-15"]),
        ("pay from april 1 to april 15", MORE_TIME, ["2026-04-01"]),
        ("any day but monday, after 5", CALL, []),
        ("monday after 5", CALL, ["2026-03-16"]),
        ("明天别打 后天中午", CALL, ["2026-03-13"]),
        ("i want the 20th from now on, i get paid the 18th", MOVE, ["2026-03-20", "2026-03-18?"]),
        ("the 1st is too early, i get paid the 5th", MOVE, ["2026-04-01", "2026-04-05"]),
        ("columbus day is the 12th so the 13th, 110", PROMISE, ["2026-10-12?", "2026-03-13"]),
        ("i got 650 from my tax refund sitting here", SETTLE, ["UNRESOLVED:tax_refund?"]),
        ("650 when my tax refund comes", SETTLE, ["UNRESOLVED:tax_refund"]),
        ("every other friday 95", PLAN, ["2026-03-13?"]),
        ("75 biweekly starting friday", PLAN, ["2026-03-13"]),
        ("75 biweekly, i get paid fridays", PLAN, ["2026-03-13?"]),
        ("every friday 95", PLAN, ["2026-03-13"]),
    ],
)
def test_a_day_that_says_something_else_is_unsure(text: str, intent: Intent, expected: list[str]) -> None:
    assert said(text, DATE, intent) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a week tuesday, 130", ["2026-03-24"]),
        ("130 a week tuesday", ["2026-03-17?"]),
        ("a fortnight on friday", ["2026-03-27"]),
        ("two fridays from now", ["2026-03-20"]),
        ("the monday after mothers day", ["2026-05-11"]),
        ("the day after new years day", ["2027-01-02"]),
        ("friday is bad, the day after", ["2026-03-13?", "2026-03-14?"]),
        ("next tuesday or wednesday", ["2026-03-17"]),
        ("下周三或者周四", ["2026-03-18"]),
        ("周三或者下周四", ["2026-03-18"]),
        ("大大后天", ["2026-03-15"]),
        ("大后天", ["2026-03-14"]),
        ("a month from the 15th", ["2026-04-15"]),
        ("50 a week from the 15th", ["2026-03-15"]),
        ("廿五号还三百", ["2026-03-25"]),
        ("周四周五吧", ["2026-03-12?"]),
        ("周三周四吧", ["2026-03-18?"]),
        ("加一个礼拜", ["2026-03-18"]),
        ("过个把月还", ["2026-04-11?"]),
        ("四月头一天还", ["2026-04-01?"]),
        ("月底三十号还", ["2026-03-30"]),
        ("是号还三百", ["2026-04-04?"]),
        ("工资十三号到 十四号给", ["2026-03-13?", "2026-03-14"]),
        ("十三号到十四号给", ["2026-03-13?"]),
        ("first thing in april", ["2026-04-01?"]),
        ("feb 30 lol, no seriously, march 30", ["2026-03-30"]),
    ],
)
def test_days_that_are_counted_on_or_said_again(text: str, expected: list[str]) -> None:
    assert said(text, DATE, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("35, maybe 40 by friday", ["35? 40"]),
        ("maybe 200 maybe 250", ["200?", "250?"]),
        ("2 big payments, not 10 small ones, 300 each", ["300"]),
        ("我住四栋412 明天还九百", ["900"]),
        ("第一次还款三百", ["300"]),
        ("一次还款", ["FULL"]),
        ("二二零块 二号", ["220"]),
        ("是百块周五给", ["400? 100"]),
        ("四百三十块零两毛五", ["430.25"]),
        ("今晚零点前四十五", ["45?"]),
        ("我今年四十五岁", []),
        ("75 (seventy five) on friday", ["75"]),
    ],
)
def test_sums_and_numbers_that_are_none(text: str, expected: list[str]) -> None:
    assert shown(text, AMOUNT, PROMISE) == expected


def test_a_share_of_what_is_earned_is_no_percentage_of_the_debt() -> None:
    assert shown("60% of my check goes to rent so 75", EntityName.PERCENT, PLAN) == []
    assert shown("60% of it", EntityName.PERCENT, PLAN) == ["60"]


def test_what_was_paid_in_one_breath_lies_behind() -> None:
    text = "i paid 200 on the 3rd and 200 on the 24th"
    assert said(text, DATE, PAID) == ["2026-03-03", "2026-02-24"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im off at 4 so 4:30", ["16:00?", "16:30"]),
        ("im off at 4", ["16:00"]),
        ("四点下班 四点半吧", ["16:00?", "16:30"]),
        ("我七点到三点上班", ["07:00-15:00"]),
    ],
)
def test_the_end_of_work_is_unsure_beside_the_hour_to_call(text: str, expected: list[str]) -> None:
    assert said(text, EntityName.TIME, CALL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paid $212.36 on 3/8", ["2026-03-08"]),
        ("昨天晚上支付宝转的一千", ["2026-03-10"]),
        ("前天银行转账还了四千二", ["2026-03-09"]),
        ("昨天还", ["PAST:2026-03-10"]),
    ],
)
def test_what_the_words_alone_tell_lies_behind(text: str, expected: list[str]) -> None:
    found = [one.value for one in read(text) if one.name is DATE]
    assert found == expected


def test_an_hour_in_words_is_no_sum() -> None:
    assert [one.value for one in read("nine thirty in the morning, call then") if one.name is AMOUNT] == []
    assert [one.value for one in read("nine thirty on friday") if one.name is AMOUNT] == ["930"]
