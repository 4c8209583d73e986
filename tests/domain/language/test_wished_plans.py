"""What kind of arrangement is wished for: named, refused, asked about, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.negotiation.offers import Wish

WISHED = {
    Wish.PAUSE: (
        *(
            "can i skip a month",
            "pause my payments pls",
            "could i skip this month's payment",
            "put my account on hold",
        ),
        *(
            "any way to get a payment holiday",
            "can i be put on forbearance",
            "can u freeze my loan till im back",
        ),
        *(
            "need a break from payments",
            "cant work till june, can we do no payments until then",
            "why can't i skip one month",
        ),
        *("i don't want to stop paying, just pause it for a bit", "is deferment an option"),
        *(
            "可不可以暂停还款",
            "能跳过几期吗 我生孩子",
            "这个月先不还 下月补",
            "能缓两个月吗",
            "申请停息挂账",
            "能不能给我三个月缓冲期",
            "让我喘口气行不行",
            "能停几个月吗",
        ),
    ),
    Wish.MORE_TIME: (
        *(
            "need more time plz",
            "can i get an extension till friday",
            "can i have until the 10th",
            "a few more days please",
        ),
        *(
            "give me another week",
            "can it wait till my next check",
            "push it back 5 days?",
            "do i get a grace period",
        ),
        *(
            "i'm not asking for a discount, i just need more time",
            "May I request additional time until 30 November?",
        ),
        *(
            "能不能宽限几天",
            "再给我十天行吗",
            "可以晚几天还吗",
            "推迟五天可以吗",
            "能缓几天吗",
            "可以延期到25号吗",
            "容我几天",
        ),
    ),
    Wish.LOWER_PAYMENTS: (
        *(
            "can you lower my payments",
            "can i get a smaller payment",
            "the payment is too high",
            "id like lower monthly payments",
        ),
        *(
            "can i pay less each month",
            "reduce the payment please",
            "can u drop my pmt a bit",
            "bring my payment down",
        ),
        *(
            "能不能每月少还点",
            "月供能降一点吗",
            "每期少一点行不",
            "月供太高了",
            "调低每月金额可以吗",
            "能不能少还些",
        ),
    ),
    Wish.SETTLEMENT: (
        *(
            "can i settle for less",
            "would you take 60% and call it even",
            "how much of a discount",
            "25% off?",
        ),
        *(
            "will you take a lump sum thats smaller",
            "can you forgive part of it",
            "knock 500 off and ill pay today",
        ),
        *("could we settle this for a smaller sum and be done", "waive the rest if i pay 1500"),
        *(
            "打个五折我马上凑",
            "一次性结清能优惠多少",
            "一次还清能减免吗",
            "剩下的免了吧",
            "协商结清 我最多拿九千",
            "抹个零头吧",
        ),
    ),
    Wish.OTHER_DAY: (
        *(
            "can you change my due date",
            "move my due date to the 15th",
            "can i pick a different due date",
            "new due date possible?",
        ),
        *(
            "shift my day from 21 to 27",
            "fix my due date so it's after payday",
            "can the draft date be changed",
        ),
        *("还款日能改到十五号吗", "我想换个还款日", "能不能改扣款日期", "扣款改到周三吧", "還款日可以改嗎"),
    ),
    Wish.RENEWAL: (
        *(
            "can you renew the loan",
            "id like a loan renewal",
            "can we roll the note over",
            "roll it over for another year",
        ),
        *("can we renew our credit line without paying the principal first", "get my loan renewed"),
        *(
            "能办无还本续贷吗",
            "到期了想续贷",
            "不还本直接续行吗",
            "可以续贷一年吗",
            "我们想借新还旧",
            "無還本續貸可以辦嗎",
        ),
    ),
    Wish.EXTENSION: (
        *(
            "can you extend the loan",
            "extend the term by a year",
            "we need a loan extension",
            "extend the maturity to june",
        ),
        *(
            "能不能展期一个月",
            "给我展期到八月",
            "申请展期",
            "延长贷款期限可以吗",
            "期限能延长半年吗",
            "可以申請展期嗎",
        ),
    ),
    Wish.INTEREST_ONLY: (
        *(
            "can i do interest only for 3 months",
            "can i just pay the interest for now",
            "only pay interest until harvest",
        ),
        *(
            "interest now and principal later",
            "interest-only for the season?",
            "can we leave the principal for a while",
        ),
        *(
            "先还利息行吗",
            "能不能只还息",
            "这几个月只还利息可以吗",
            "我先还利息 本金缓缓",
            "先息后本行不行",
            "本金往后推推",
        ),
    ),
    Wish.REVENUE_LINKED: (
        *(
            "can i pay a percent of sales",
            "10% of our daily sales",
            "payments based on what we sell",
            "a share of revenue each week",
        ),
        *("can it be tied to our takings", "pay you as we sell", "take a cut of the card sales"),
        *(
            "能按营业额还吗",
            "每月从流水里扣一成",
            "按流水的百分之十还",
            "卖多少还多少行吗",
            "按照每天的营业额抽",
            "按销售额比例还",
        ),
    ),
    Wish.SEASONAL: (
        *(
            "can we do seasonal payments",
            "more in the summer and less in winter",
            "less in the off season",
            "we pay more in the busy season",
        ),
        *("smaller payments in the slow months, bigger in the high season", "a seasonal plan please"),
        *(
            "旺季多还淡季少还行吗",
            "淡季少还点 旺季补上",
            "季节性还款可以吗",
            "淡季每月给一千 旺季每月给三千 行不",
            "能跟着季节还吗 按季节来",
        ),
    ),
    Wish.FLEXIBLE: (
        *(
            "can i pay it off early",
            "i want to pay early without a penalty",
            "can i pay extra when i have it",
            "is a flexible plan possible",
        ),
        *("can we prepay some of it with no penalty", "id like to pay more whenever sales are good"),
        *(
            "能随借随还吗",
            "可以提前还款吗",
            "有钱就多还可以吗",
            "提前还不收违约金吧",
            "随时可以还的那种",
            "想提前还清",
        ),
    ),
}
NOT_WISHED = (
    *(
        "",
        "yes",
        "i can pay 200 friday",
        "how much do i owe",
        "i dont want to skip a month",
        "i don't want an extension",
    ),
    *(
        "no discount needed",
        "i'm not asking for a settlement",
        "not looking to pause anything",
        "i cant skip a payment",
    ),
    *(
        "what is forbearance",
        "what does interest only mean",
        "does skipping a month hurt my credit",
        "is there a prepayment fee",
    ),
    *(
        "you already moved my due date",
        "they gave me an extension last month",
        "i already settled that",
        "i paid the settlement already",
    ),
    *(
        "my settlement check comes friday",
        "waiting on my injury settlement",
        "ill settle up friday",
        "ill settle it in full next monday",
    ),
    *(
        "how do i renew my license plates",
        "skip the bot",
        "skip the id questions",
        "one more time",
        "take my number off the list",
    ),
    *(
        "business is slow this season",
        "sales are way down",
        "every payment i make goes to interest why",
        "knock it off",
    ),
    *(
        "you people already denied my extension",
        "forgive me for asking",
        "just take it off my visa",
        "i have no more time",
    ),
    *(
        "好的",
        "我周五还五百",
        "欠多少",
        "不要展期",
        "我不需要延期",
        "我没说过要延期",
        "不用减免",
        "别给我暂停",
        "不想续贷",
        "没申请过展期",
    ),
    *(
        "展期是什么意思",
        "“展期”是啥",
        "展期要加费用吗",
        "延期会不会影响信用",
        "先息后本利息高不",
        "提前还款收违约金吗",
    ),
    *(
        "还剩多少钱",
        "每月扣多少",
        "给个流水号",
        "店里今天营业额全给你也就四百",
        "改天再说",
        "改天聊",
        "打五折我也不还",
        "别发短信了 暂停短信",
    ),
    *("现在是淡季", "旺季还没到", "利息太高了", "生意不好", "已经展期了", "系统延迟吧"),
)


@pytest.mark.parametrize(("text", "wish"), [(text, wish) for wish, texts in WISHED.items() for text in texts])
def test_a_kind_that_is_asked_for_is_read(text: str, wish: Wish) -> None:
    assert wished_plan(text) is wish


@pytest.mark.parametrize("text", NOT_WISHED)
def test_what_is_refused_asked_about_or_told_is_no_wish(text: str) -> None:
    assert wished_plan(text) is None


@given(st.text(max_size=80))
def test_every_text_has_a_wish_or_none(text: str) -> None:
    assert wished_plan(text) is None or isinstance(wished_plan(text), Wish)
