"""Values that blind turns lost, each with its kin in other words and with what must not be read."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import values

PROMISE, PLAN, PAID = Intent.PROMISE_TO_PAY, Intent.PROPOSE_INSTALMENT, Intent.ALREADY_PAID
CALL, REFUSES, WAIT = Intent.REQUEST_CALLBACK, Intent.REFUSE_TO_PAY, Intent.REQUEST_EXTENSION
DATE, AMOUNT, TIME = EntityName.DATE, EntityName.AMOUNT, EntityName.TIME


@pytest.mark.parametrize(
    ("text", "days", "sums"),
    [
        ("周五给500 等下 是周六 给600", ["2026-03-14"], ["600"]),
        ("周五给500 等一下 周六 给600", ["2026-03-14"], ["600"]),
        ("300 friday hold up it's saturday 400", ["2026-03-14"], ["400"]),
        ("40 on fri, or let's say mon", ["2026-03-16"], ["40"]),
        ("40 the 3rd... or better the 5th", ["2026-04-05"], ["40"]),
        ("120 on the 4th or better yet the 7th", ["2026-04-07"], ["120"]),
        ("13号给580 要不15号吧 15号", ["2026-03-15"], ["580"]),
        ("13号给580 要不还是15号吧", ["2026-03-15?"], ["580"]),
        ("周五要不周六", ["2026-03-13?", "2026-03-14?"], []),  # either
        ("要不13号给580吧", ["2026-03-13"], ["580"]),
        ("周五给你四百五哎不是三百五我再数一下对三百五", ["2026-03-13?"], ["350?"]),
        ("四百五不是三百五", [], ["450"]),
        ("等下周五给500", ["2026-03-20"], ["500"]),
    ],
)
def test_what_is_corrected_in_one_breath_gives_way(text: str, days: list[str], sums: list[str]) -> None:
    assert (values(text, DATE, PROMISE), values(text, AMOUNT, PROMISE)) == (days, sums)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("60 between the 5th n the 8th", ["2026-04-05"]),
        ("60 b/w the 5th & the 8th", ["2026-04-05"]),
        ("between april 5 n april 8 60", ["2026-04-05"]),
        ("60 on the 5th n 60 on the 19th", ["2026-04-05", "2026-03-19?"]),
        ("nine monthly payments of $70, with the first on the 5th", ["2026-04-05"]),
        ("6 payments the first would be due on the 3rd", ["2026-04-03"]),
        ("cut it in 5, 1st on mon", ["2026-03-16"]),
        ("70, first on the 5th, second on the 20th", ["2026-04-05", "2026-03-20"]),
        ("the first and the fifteenth, 70 each", ["2026-04-01", "2026-03-15"]),
        ("60 on the first on my card", ["2026-04-01"]),
        ("90 on the thirty second of this month", ["INVALID:2026-03-32"]),
        ("90 by the thirty fifth", ["INVALID:35"]),
        ("60 on the thirty first", ["2026-03-31"]),
        ("for the thirty second time", []),
        ("half the 5th half the 12th", ["2026-04-05", "2026-03-12"]),
        ("the first half on the 5th", ["2026-04-05"]),
        ("10期,每月头一天600", ["2026-04-01"]),
        ("下周二还你五百再下周二再五百", ["2026-03-17", "2026-03-24"]),
        ("再下周二还你", ["2026-03-17?"]),
        ("da hou tian 350", ["2026-03-14"]),
        ("xia zhou san 660块", ["2026-03-18"]),
        ("xia ge yue 20 hao huan 500", ["2026-04-20"]),
        ("yue di huan 800", ["2026-03-31"]),
        ("hao de", []),
        ("tian is my name", []),
    ],
)
def test_a_day_is_the_one_that_is_meant(text: str, days: list[str]) -> None:
    assert values(text, DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("settlement check hits n i pay u 2k", ["UNRESOLVED:settlement"]),
        ("my check hits and i pay 50", ["UNRESOLVED:payday"]),
        ("soon as the beans are in at harvest i'm sending you nine hundred", ["UNRESOLVED:harvest"]),
        ("the claim is denied and i am broke", []),
        ("等桃子下树了吧 有钱就给", ["UNRESOLVED:harvest"]),
        ("卖完这茬橙子就给你打3000", ["UNRESOLVED:harvest"]),
        ("收完大蒜就还你八百", ["UNRESOLVED:harvest"]),
        ("我卖橙子的 周五给你五百", ["2026-03-13"]),
        ("等红包收齐了再给", ["UNRESOLVED:gift_money"]),
        ("等法院把我那个赔偿款判下来再说吧", ["UNRESOLVED:settlement"]),
        ("星期五我跟房客收租收了马上给你打两千六", ["2026-03-13"]),
        ("周五收了钱我就给你打", ["2026-03-13"]),
        ("二十号收了尾款马上转你三千", ["2026-03-20"]),
    ],
)
def test_money_that_is_waited_for_is_no_day_and_lies_ahead(text: str, days: list[str]) -> None:
    assert values(text, DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "intent", "day"),
    [
        ("十三号用支付宝给的一千七你看看", PAID, "2026-02-13"),
        ("八号微信给的六百", PAID, "2026-03-08"),
        ("十三号给的话五百", PROMISE, "2026-03-13"),
        ("你们给的期限是十三号", PROMISE, "2026-03-13"),
        ("why was a fee of $14.75 added on the 3rd?", Intent.ASK_FEES_INTEREST, "2026-03-03"),
        ("can 40 be added on the 3rd", PROMISE, "2026-04-03"),
        ("army, deployed til july 15", Intent.MILITARY, "2026-07-15"),
        ("paid 40 yest", PAID, "2026-03-10"),
        ("fortnight more?", WAIT, "2026-03-25"),
        ("week more pls", WAIT, "2026-03-18"),
        ("call her sat at 11am", CALL, "2026-03-14"),
        ("don't try me during the day just ring me tomorrow", CALL, "2026-03-12"),
    ],
)
def test_a_day_lies_where_its_words_put_it(text: str, intent: Intent, day: str) -> None:
    assert [one.rstrip("?") for one in values(text, DATE, intent)] == [day]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("i get my bonus and you get six hundred", ["600"]),
        ("can't remember, i'm paying the sixty five on friday", ["65"]),
        ("can't pay the sixty five on friday", []),
        ("half now and half spread out over four monthly payments", ["50%", "50%"]),
        ("half on mon other half the mon after", ["50%", "50%"]),
        ("hit my card for half rn", ["50%"]),
        ("half of my tips", []),
        ("full amt mon. wire", ["FULL"]),
        ("只能先拿1/2", ["50%"]),
        ("先还1/2吧", ["50%"]),
        ("1/2还你500", ["500"]),
        ("红包剩88 先给你", ["88?"]),
        ("卡里就200 先给你", ["200"]),
        ("电费200 给你说一声", []),
        ("房租3000 先给他", []),
        ("昨晚交的,1200", ["1200"]),
        ("给你1,200", ["1200"]),
    ],
)
def test_a_sum_is_read_however_it_is_given(text: str, sums: list[str]) -> None:
    assert values(text, AMOUNT, Intent.PARTIAL_PAYMENT) == sums


@pytest.mark.parametrize(
    ("text", "intent", "sums"),
    [
        ("not paying u 5 bucks let alone 900", REFUSES, ["5", "900"]),
        ("you said three forty well i won't pay it", REFUSES, ["340"]),
        ("still 480 left?", Intent.ASK_BALANCE, ["480"]),
        ("i thought i was down to about two hundred what's my balance", Intent.ASK_BALANCE, ["200"]),
        ("send proof i owe 870", Intent.REQUEST_VALIDATION, ["870"]),
        ("借5000怎么要还7300", Intent.OUT_OF_SCOPE, ["5000", "7300"]),
        ("柜台交的两千零六十小票号七七三一", PAID, ["2060"]),
        ("我有3小时", Intent.ASK_BALANCE, []),
    ],
)
def test_a_sum_that_is_not_offered_is_heard_in_doubt(text: str, intent: Intent, sums: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, AMOUNT, intent)] == sums


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("try me at four p m no make it five p m", ["17:00"]),
        ("call btwn 1 n 3pm tmrw", ["13:00-15:00"]),
        ("8点后 不 8点半 晚上打", ["20:30"]),
        ("8点半打", ["08:30"]),
        ("call at four p m or five p m", ["16:00", "17:00"]),
    ],
)
def test_an_hour_is_the_last_that_was_said(text: str, times: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, TIME, CALL)] == times


@pytest.mark.parametrize(
    ("text", "name", "intent", "expected"),
    [
        ("ssn tail 2020", EntityName.IDENTITY, Intent.VERIFY_IDENTITY, ["2020"]),
        ("卡尾5120", EntityName.IDENTITY, Intent.VERIFY_IDENTITY, ["5120"]),
        ("身份证后六位一二零三九叉", EntityName.IDENTITY, Intent.VERIFY_IDENTITY, ["12039X"]),
        ("后四位零三九叉", EntityName.IDENTITY, Intent.VERIFY_IDENTITY, ["039X"]),
        ("You asked for my postcode: 30318.", EntityName.IDENTITY, Intent.VERIFY_IDENTITY, ["30318"]),
        ("the confirmation number I was given is PX-88213", EntityName.REFERENCE_NO, PAID, ["PX-88213"]),
        ("confirmation they gave me was AB1234", EntityName.REFERENCE_NO, PAID, ["AB1234"]),
        ("my case, number 25-41877, was filed", EntityName.REFERENCE_NO, Intent.BANKRUPTCY, ["25-41877"]),
        ("confirmation i got was on the 3rd", EntityName.REFERENCE_NO, PAID, []),
        ("24 mos at 50/mo?", EntityName.INSTALMENT_COUNT, PLAN, ["24"]),
        ("split in thirds, 1 a month", EntityName.INSTALMENT_COUNT, PLAN, ["3"]),
        ("按十八个月来吧一个月五百五", EntityName.INSTALMENT_COUNT, PLAN, ["18"]),
        ("按半年来 一个月八百", EntityName.INSTALMENT_COUNT, PLAN, ["6"]),
        ("一季度给两千给八回", EntityName.INSTALMENT_COUNT, PLAN, ["8"]),
        ("每季度支付1500元,一共四次", EntityName.INSTALMENT_COUNT, PLAN, ["4"]),
        ("给了八回了 每月五百", EntityName.INSTALMENT_COUNT, PLAN, []),
        ("i'm seventy three years old", EntityName.DISPUTE_TYPE, Intent.DISPUTE, []),
        ("this is seventy years old", EntityName.DISPUTE_TYPE, Intent.DISPUTE, ["too_old"]),
        ("730?? i borrowed 400", EntityName.DISPUTE_TYPE, Intent.DISPUTE, ["wrong_amount"]),
        ("a thief used my name", EntityName.DISPUTE_TYPE, Intent.DISPUTE, ["identity_theft"]),
        ("那个卡是别人冒我名办的", EntityName.DISPUTE_TYPE, Intent.DISPUTE, ["identity_theft"]),
        ("账单多计了1399元", EntityName.DISPUTE_TYPE, Intent.DISPUTE, ["wrong_amount"]),
        ("i'm at the counter at the gas station", EntityName.PAYMENT_METHOD, PROMISE, []),
        ("i'll pay at the counter", EntityName.PAYMENT_METHOD, PROMISE, ["bank_counter"]),
        ("do it on my visa debit", EntityName.PAYMENT_METHOD, PROMISE, ["debit_card"]),
        ("customers quit coming to the salon", EntityName.REASON, Intent.CANNOT_PAY, ["business_slow"]),
        ("they let me and eleven other gals go", EntityName.REASON, Intent.CANNOT_PAY, ["job_loss"]),
        ("老公出轨离了", EntityName.REASON, Intent.CANNOT_PAY, ["divorce"]),
        ("我离了你们也活", EntityName.REASON, Intent.CANNOT_PAY, []),
        ("这阵子没接几单", EntityName.REASON, Intent.CANNOT_PAY, ["business_slow"]),
        ("车突然大修", EntityName.REASON, Intent.CANNOT_PAY, ["unexpected_expense"]),
        ("寄至莲花路20号1503室", EntityName.CONTACT, Intent.REQUEST_WRITTEN, ["莲花路20号1503室"]),
    ],
)  # fmt: skip
def test_a_term_is_what_its_words_say(
    text: str, name: EntityName, intent: Intent, expected: list[str]
) -> None:
    assert [one.rstrip("?") for one in values(text, name, intent)] == expected
