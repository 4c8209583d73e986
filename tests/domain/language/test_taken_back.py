"""Values of every kind that are taken back for another, those that may have been, and those that stand."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import values

PROMISE, PLAN, SETTLE = Intent.PROMISE_TO_PAY, Intent.PROPOSE_INSTALMENT, Intent.REQUEST_SETTLEMENT
CALL = Intent.REQUEST_CALLBACK
DATE, AMOUNT, OFTEN, SHARE = EntityName.DATE, EntityName.AMOUNT, EntityName.FREQUENCY, EntityName.PERCENT
TIME, METHOD, COUNT = EntityName.TIME, EntityName.PAYMENT_METHOD, EntityName.INSTALMENT_COUNT


@pytest.mark.parametrize(
    ("text", "kind", "intent", "left"),
    [
        ("put 50 toward it on wed, no scratch that 40", AMOUNT, PROMISE, ["40"]),
        ("60 toward it, strike that, 75 on the 20th", AMOUNT, PROMISE, ["75"]),
        ("ill pay 80 friday, correction, 90", AMOUNT, PROMISE, ["90"]),
        ("还一千哎不是是一千五", AMOUNT, PROMISE, ["1500"]),
        (
            "maybe 200? hmm no that's too optimistic for autumn. 125, that I can keep up",
            AMOUNT,
            PLAN,
            ["125"],
        ),
        ("之后每月再还点 200？不行太多了 125吧", AMOUNT, PLAN, ["125"]),
        ("200 on friday and 125 after that", AMOUNT, PLAN, ["200", "125"]),
        ("send 60 on the 3rd scratch that the 5th", DATE, PROMISE, ["2026-04-05"]),
        ("我22日还款2,000元。更正一下:应为24日,金额不变。", DATE, PROMISE, ["2026-03-24"]),
        ("十号还六百 口误 十二号", DATE, PROMISE, ["2026-03-12"]),
        ("周五，额还是周六吧还五百", DATE, PROMISE, ["2026-03-14"]),
        ("fifty a week no wait a hundred a month", OFTEN, PLAN, ["monthly"]),
        ("weekly, no, every two weeks 60", OFTEN, PLAN, ["biweekly"]),
        ("每个礼拜还两百哎还是每个月吧每个月还八百", OFTEN, PLAN, ["monthly"]),
        ("每周还一百 说错了 每月还四百", OFTEN, PLAN, ["monthly"]),
        ("分六期 额 还是九期吧", COUNT, PLAN, ["9"]),
        ("请问可否按六折结清?更正,我是想问五折。", SHARE, SETTLE, ["50"]),
        ("30 percent off, no wait, 40 percent off", SHARE, SETTLE, ["40"]),
        ("下午三点 不对 四点打给我", TIME, CALL, ["16:00"]),
        ("cash app on friday, no wait, zelle", METHOD, PROMISE, ["zelle"]),
        ("支付宝打500,额 还是微信吧 周一", METHOD, PROMISE, ["wechat"]),
        ("微信转你 不对 支付宝转", METHOD, PROMISE, ["alipay"]),
    ],
)
def test_what_is_corrected_in_one_breath_is_gone(
    text: str, kind: EntityName, intent: Intent, left: list[str]
) -> None:
    assert [one.rstrip("?") for one in values(text, kind, intent)] == left


@pytest.mark.parametrize(
    "text", ["每个礼拜还两百哎还是每个月吧每个月还八百", "每周还两百，不对，每个月还八百"]
)
def test_a_sum_goes_with_the_rhythm_it_was_said_for(text: str) -> None:
    assert values(text, AMOUNT, PLAN) == ["800"]


@pytest.mark.parametrize(
    ("text", "kind", "open_"),
    [
        ("明天…呃后天 打450", DATE, ["2026-03-12?", "2026-03-13?"]),
        ("9号 不 19号 哎就11号!1200 说死了", DATE, ["2026-03-19?", "2026-03-11?"]),
        ("monday, hmm, tuesday 50", DATE, ["2026-03-16?", "2026-03-17?"]),
        ("全额还 呃 先还一半", AMOUNT, ["FULL?", "50%?"]),
        ("十五号还一千哎不是是一千五十五号", AMOUNT, ["1000?"]),
        ("周五还五百，说错了", AMOUNT, ["500?"]),
        ("send 60, scratch that", AMOUNT, ["60?"]),
    ],
)
def test_what_may_have_been_taken_back_is_doubtful(text: str, kind: EntityName, open_: list[str]) -> None:
    assert values(text, kind, PROMISE) == open_


@pytest.mark.parametrize(
    ("text", "kind", "intent", "stand"),
    [
        ("50 on the 1st and 40 on the 15th", AMOUNT, PROMISE, ["50", "40"]),
        ("60 for the 3rd and 40 on the 20th, no wait, the 21st", AMOUNT, PROMISE, ["60", "40"]),
        ("50 on friday no wait 60 on saturday", AMOUNT, PROMISE, ["60"]),
        ("还六百不对吗", AMOUNT, PROMISE, ["600"]),
        ("周五还，或者周六也行，六百", DATE, PROMISE, ["2026-03-13", "2026-03-14"]),
        ("paypal or cash", METHOD, PROMISE, ["paypal", "cash"]),
        ("微信还是支付宝", METHOD, PROMISE, ["wechat", "alipay"]),
        ("六折还是七折", SHARE, SETTLE, ["60", "70"]),
        ("60 a week and 200 a month", OFTEN, PLAN, []),
        ("60 a week", OFTEN, PLAN, ["weekly"]),
        ("每月八百 不对不对算错了 每月六百还差不多", OFTEN, PLAN, ["monthly"]),
        ("是一千三 你们记错了", AMOUNT, PROMISE, ["1300"]),
    ],
)
def test_what_is_no_correction_takes_nothing_back(
    text: str, kind: EntityName, intent: Intent, stand: list[str]
) -> None:
    assert values(text, kind, intent) == stand


def test_a_number_said_again_as_a_share_is_no_sum() -> None:
    assert values("50 off?? like 50 percent off i mean", AMOUNT, SETTLE) == []
    assert values("50 off?? like 50 percent off i mean", SHARE, SETTLE) == ["50"]
    assert values("i pay 50 and 50 percent off", AMOUNT, SETTLE) == ["50"]


def test_sums_in_a_list_are_said_one_by_one() -> None:
    assert values("3 payments? 100, 100, 60", AMOUNT, PLAN) == ["100", "100", "60"]
    assert values("100, yes, 100", AMOUNT, PLAN) == ["100"]
