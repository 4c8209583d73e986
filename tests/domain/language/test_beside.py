"""What stands beside an offer and is none is unsure, and what is offered beside it is not."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.test_doubtful_values import DENY, MOVE, PAID, PLAN, PROMISE, shown

PART, SETTLE, MORE_TIME = Intent.PARTIAL_PAYMENT, Intent.REQUEST_SETTLEMENT, Intent.REQUEST_EXTENSION


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("借了两万还了一万二 现在给三百", PART, ["20000?", "12000?", "300"]),
        ("周五先还了三百再说 月底还八百", PROMISE, ["300", "800"]),
        ("总共两万一 我给一万五了结", SETTLE, ["21000?", "15000"]),
        ("总共还三千 分两笔", PROMISE, ["3000"]),
        ("这期一千八我给九百", PART, ["1800?", "900"]),
        ("这期五百下期三百", PLAN, ["500", "300"]),
        ("一千二能不能降到八百", PLAN, ["1200?", "800"]),
        ("之前答应的五百没凑齐 现在还三百", PROMISE, ["500?", "300"]),
        ("十号之前还五百 二十号还六百", PROMISE, ["500", "600"]),
        ("上次说的五百 这次给三百", PROMISE, ["500?", "300"]),
        ("上次说的五百还给你", PROMISE, ["500"]),
        ("本来想还一千的 现在只有六百", PART, ["1000?", "600"]),
        ("你们要九千 我出六千五", SETTLE, ["9000?", "6500"]),
        ("借给朋友五千 他还了我就还三千", PROMISE, ["5000?", "3000"]),
        ("就剩两百三十块五毛五 全给你", PART, ["230.55", "FULL?"]),
        ("月底全给你", PROMISE, ["FULL"]),
        ("存款就一万二 给你三千", PART, ["12000?", "3000"]),
        ("随礼花了两千 还你一千", PROMISE, ["2000?", "1000"]),
        ("首付两千 后面每月八百", PLAN, ["2000", "800"]),
        ("u asked 500 ill give u 200", PART, ["500?", "200"]),
        ("you asked for 50 ok friday", PROMISE, ["50"]),
        ("30 of the 90 friday", PART, ["30", "90?"]),
        ("instead of 240 can you take 120", PART, ["240?", "120"]),
        ("paid 50 last week, another 60 saturday", PROMISE, ["50?", "60"]),
        ("200 paid friday and 60 saturday", PROMISE, ["200", "60"]),
        ("minimum is 35 ill pay 50", PROMISE, ["35?", "50"]),
        ("the minimum is 35", PROMISE, ["35"]),
        ("car note is 410, you get 65 on the 19th", PROMISE, ["410?", "65"]),
        ("was paying 80 a month can we drop to 50 a month", PLAN, ["80?", "50"]),
        ("300 down then 75 monthly", PLAN, ["300", "75"]),
        ("200 on april 3rd and the last 175 may 3rd", PROMISE, ["200", "175"]),
        ("i dont have 500 i have 350", PROMISE, ["350"]),
    ],
)
def test_a_sum_that_is_owed_was_paid_or_is_asked_for_is_unsure_beside_the_one_offered(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert [one.split()[0] for one in shown(text, EntityName.AMOUNT, intent)] == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("我媳妇二十号生 二十八号还一千", PROMISE, ["2026-03-20?", "2026-03-28"]),
        ("二十号可以 二十八号也行", PROMISE, ["2026-03-20", "2026-03-28"]),
        ("十号之前还不了 十二号可以还", PROMISE, ["2026-04-10?", "2026-03-12"]),
        ("二十号之前真的拿不出来 缓到二十五号", MORE_TIME, ["2026-03-20?", "2026-03-25"]),
        ("上个月底没还上 这个月底一起还", PROMISE, ["PAST:2026-02-28?", "2026-03-31"]),
        ("三月一号还", PROMISE, ["PAST:2026-03-01"]),
        ("十九号二十号我都不在 二十一号还", PROMISE, ["2026-03-19?", "2026-03-21"]),
        ("四月十五号五百 二十号五百", PROMISE, ["2026-04-15", "2026-03-20?"]),
        ("四月十五号五百 四月二十号五百", PROMISE, ["2026-04-15", "2026-04-20"]),
        ("工资拖到二十五号才发 缓到二十六号", MORE_TIME, ["2026-03-25?", "2026-03-26"]),
        ("孩子十六号开学 开学完还八百", PROMISE, ["2026-03-16?"]),
        ("十六号开学前还八百", PROMISE, ["2026-03-16"]),
        ("三十号发工资 一号还", PROMISE, ["2026-03-30?", "2026-04-01"]),
        ("今天周三 周五还", PROMISE, ["2026-03-11?", "2026-03-13"]),
        ("今天还三百 周五还五百", PROMISE, ["2026-03-11", "2026-03-13"]),
        ("国庆完了再还 十月九号", PROMISE, ["UNRESOLVED:national_day?", "2026-10-09"]),
        ("发工资还一千 月底再还五百", PROMISE, ["UNRESOLVED:payday", "2026-03-31"]),
        ("feb 30th lol ok march 30th 55", PROMISE, ["INVALID:2026-02-30?", "2026-03-30"]),
        ("feb 30 50 and march 30 60", PROMISE, ["INVALID:2026-02-30", "2026-03-30"]),
        ("march 2nd i promised 80 now its gonna be march 22nd", PROMISE, ["PAST:2026-03-02?", "2026-03-22"]),
        ("i get paid on the 15th and the 30th so ill pay the 16th", PROMISE, None),
        ("my kid turns 5 on saturday so monday ill send 45", PROMISE, ["2026-03-14?", "2026-03-16"]),
        ("saturday ill send 40 and monday 45", PROMISE, ["2026-03-14", "2026-03-16"]),
        ("my surgery is the 17th can you wait until april 6", MORE_TIME, ["2026-03-17?", "2026-04-06"]),
        ("instead of the 15th ill pay the 20th", PROMISE, ["2026-03-15?", "2026-03-20"]),
        ("put me down for 150 june 30th of this year", PROMISE, ["2026-06-30"]),
        ("每个月五号发退休金 六号还两百", PROMISE, ["2026-04-05?", "2026-04-06"]),
        ("我养老金15号到账，16号可以还300", PROMISE, ["2026-03-15?", "2026-03-16"]),
        ("低保每个月20号下来，21号还100", PROMISE, ["2026-03-20?", "2026-03-21"]),
        ("社保15号发，16号还500", PROMISE, ["2026-03-15?", "2026-03-16"]),
        ("社保15号要交，20号还200", PROMISE, ["2026-03-15?", "2026-03-20"]),
        ("低保户，15号还100 16号还200", PROMISE, ["2026-03-15", "2026-03-16"]),
        ("my pension comes on the 13th, i can pay 50 on the 14th", PROMISE, ["2026-03-13?", "2026-03-14"]),
        ("my disability comes in on the 13th, 45 on the 14th", PROMISE, ["2026-03-13?", "2026-03-14"]),
        ("i get my social security on the 13th, 60 on the 15th", PROMISE, ["2026-03-13?", "2026-03-15"]),
        ("SSI hits on the 13th. I can do 40 on the 14th", PROMISE, ["2026-03-13?", "2026-03-14"]),
        ("50 from my ssi on the 13th and 50 on the 20th", PROMISE, ["2026-03-13", "2026-03-20"]),
        ("march 1st i paid 50 march 20 i pay 60", PROMISE, None),
    ],
)
def test_a_day_of_something_else_is_unsure_beside_the_one_paid_on(
    text: str, intent: Intent, expected: list[str] | None
) -> None:
    said = [one.split()[0] for one in shown(text, EntityName.DATE, intent)]
    if expected is None:  # all but the last that is paid on, or none for certain
        assert [one for one in said if not one.endswith("?")] in (["2026-03-16"], ["2026-03-01"])
    else:
        assert said == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("下个月 二十号还", PROMISE, ["2026-04-20"]),
        ("下个月还 二十号发工资", PROMISE, ["2026-04", "2026-03-20?"]),
        ("四月 十六号吧", PROMISE, ["2026-04-16"]),
        ("下周 周二还", PROMISE, ["2026-03-17"]),
        ("下周吧 大概周四", PROMISE, ["2026-03-19 2026-03-12"]),
        ("sometime next week prolly thursday", PROMISE, ["2026-03-19 2026-03-12"]),
        ("周五二十号还", PROMISE, ["2026-03-20"]),
        ("周三周四都行", PROMISE, ["2026-03-18", "2026-03-12"]),
        ("三号四号这样", PROMISE, ["2026-04-03 2026-04-04"]),
        ("三号五号各还一百", PROMISE, ["2026-04-03", "2026-04-05"]),
        ("月底前 不 下个月五号", PROMISE, ["2026-04-05"]),
        ("月底还 我说的是四月底", PROMISE, ["2026-04-30"]),
        ("我没说十五号还 我说的是二十五号", DENY, ["2026-03-15", "2026-03-25"]),
        ("农历二月十五还", PROMISE, ["UNRESOLVED:lunar_date"]),
        ("二月十五号还", PROMISE, ["PAST:2026-02-15"]),
        ("十一当天还", PROMISE, ["2026-10-01"]),
        ("十一还五百", PROMISE, ["2026-03-11?"]),
        ("十一放假前还", PROMISE, ["UNRESOLVED:national_day"]),
        ("双十一前还", PROMISE, ["2026-11-11"]),
        ("618过后还", PROMISE, ["UNRESOLVED:shopping_festival"]),
        ("十二月的账单四月十二号还", PROMISE, ["2026-04-12"]),
        ("十二月还", PROMISE, ["2026-12"]),
        ("十一月还", PROMISE, ["2026-11"]),
        ("分三次 四月五月六月", PLAN, ["2026-04", "2026-05", "2026-06"]),
        ("半个月前还的", PAID, ["2026-02-24?"]),
        ("八号太早 换成十八号", MOVE, ["2026-04-08", "2026-03-18"]),
        ("十五号发工资 改到十六号", MOVE, ["2026-03-15?", "2026-03-16"]),
        ("paid it off in december 2024", PAID, ["2024-12"]),
        ("today since its wednesday", PROMISE, ["2026-03-11"]),
        ("the 20th is a friday right, ok 20th", PROMISE, ["2026-03-20"]),
        ("in november after the 3rd", PROMISE, ["2026-11-03"]),
    ],
)
def test_a_day_said_in_two_breaths_or_by_another_calendar(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, EntityName.DATE, intent) == expected


@pytest.mark.parametrize(
    ("text", "name", "intent", "expected"),
    [
        ("还你八块八毛八 明天", EntityName.AMOUNT, PROMISE, ["8.88"]),
        ("还你八块八 明天", EntityName.AMOUNT, PROMISE, ["8.80"]),
        ("还你618块", EntityName.AMOUNT, PROMISE, ["618"]),
        ("不是十六号 是二十六号 还七百", EntityName.AMOUNT, PROMISE, ["700"]),
        ("friday the 20th not this friday 115", EntityName.AMOUNT, PROMISE, ["115"]),
        ("not 115 friday", EntityName.AMOUNT, PROMISE, []),
        ("bill me 45 on the 18th", EntityName.AMOUNT, PROMISE, ["45"]),
        ("250 friday if not 100", EntityName.AMOUNT, PROMISE, ["250", "100"]),
        ("隔一周还两百", EntityName.FREQUENCY, PLAN, ["biweekly"]),
        ("每隔一周还两百", EntityName.FREQUENCY, PLAN, ["biweekly"]),
        ("半个月三百行吗", EntityName.FREQUENCY, PLAN, ["semimonthly"]),
        ("instead of 6 payments can i do 10", EntityName.INSTALMENT_COUNT, PLAN, ["10"]),
        ("i can do 150 a month of that", EntityName.INSTALMENT_COUNT, PLAN, []),
    ],
)
def test_sums_and_rhythms_beside_them(
    text: str, name: EntityName, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, name, intent) == expected
