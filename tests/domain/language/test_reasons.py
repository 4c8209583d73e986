"""Why people cannot pay, and on what ground they contest: every value of the vocabulary, and what is none."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY

REASONS = {
    "job_loss": [
        "they cut me loose at the plant",
        "they let my husband go",
        "laid half of us off",
        "the mill shut down",
        "my contract wasn't renewed",
        "got the boot last week",
        "i don't have a job",
        "把我辞了",
        "单位不景气把我辞了",
        "公司把一批人裁了",
        "合同到期没续",
        "老板让我走人",
        "找不着活",
    ],
    "illness": [
        "I have been in the hospital with pneumonia",
        "kidney stones, was in the ER",
        "i'm really sick",
        "刚开了刀",
        "确诊糖尿病",
        "高烧住院费都没凑齐",
    ],
    "injury": [
        "messed up my back",
        "slipped on the ice",
        "i'm on crutches",
        "崴了脚",
        "被车撞了",
        "打着石膏呢",
    ],
    "reduced_hours": [
        "hubby's hours got cut to 20 a week",
        "My hours at the mall were reduced",
        "they only gave me 22 hrs last week instead of 40",
        "they dropped me to part time",
        "no more overtime",
        "只发基本工资",
        "公司给我们减薪了",
        "放无薪假",
    ],
    "business_slow": [
        "餐馆这两个月都亏",
        "生意不好做",
        "天天亏",
        "we lost our biggest client",
        "nobody is buying",
    ],
    "natural_disaster": [
        "a tree fell on the house",
        "we were evacuated",
        "庄稼颗粒无收",
        "hurricane took the roof",
    ],
    "divorce": [
        "離婚了 錢都判給她了",
        "净身出户了",
        "my wife walked out",
        "we split up in march",
    ],
    "bereavement": ["the burial was 6000", "my brother's passing", "刚给我爸下葬", "料理后事花光了"],
    "caregiving": [
        "My daughter has been in the ICU",
        "my mom had a stroke",
        "our son needs surgery",
        "老人离不开人",
        "没人带孩子",
    ],
    "parental_leave": ["I had a baby three weeks ago", "had a c-section", "媳妇生了个儿子", "孩子刚满月"],
    "wage_arrears": [
        "my boss shorted me",
        "he's a month behind on pay",
        "my paycheck bounced",
        "work owes me two paychecks",
        "老板拖着工资不发",
        "厂里压着我们三个月工资",
        "单位两个月没开支了",
    ],
    "fixed_income": ["i'm on disability", "退休金一个月就两千", "全指着低保", "i live on a pension"],
    "essential_expenses": [
        "heat bill was 410",
        "My lease renewal ate everything",
        "they raised my rent",
        "刚交了房租",
        "续租押一付三",
    ],
    "unexpected_expense": [
        "got a flat and a tow bill",
        "my truck conked out",
        "a pipe burst",
        "车爆胎了",
        "被追尾修车",
    ],
    "garnishment": [
        "they're taking a third of my wages in a garnishment",
        "the court takes half my paycheck",
        "工资每月被法院划走一半",
    ],
    "fraud_victim": ["my wallet was stolen", "someone drained my bank account", "上当受骗了"],
    "strike": ["strike's been going 5 weeks", "on the picket line", "the union walked out", "厂里罢工了"],
    "account_frozen": ["the bank put a hold on my account", "locked out of my checking", "卡被银行风控了"],
    "lent_out": [
        "my friend never paid me back",
        "my cousin owes me 300",
        "我把钱借给表弟他没还我",
        "老乡借了我两万不还",
    ],
}
NO_REASON = [
    "so ill send 50 on friday",
    "ill pay 40 then",
    "strike that, make it 50",
    "i owe you 500, pay friday",
    "i'm a month behind on payments",
    "can you hold my payment",
    "let me go over it with my wife",
    "后天去柜台交七百",
    "我明天开始还",
    "我没法一次还清",
    "发了工资还你",
    "算了吧",
    "给我优化一下方案",
    "你们没还我钱",
    "you never paid me back",
]
DISPUTES = {
    "wrong_amount": [
        "that 640 balance is not the right amount",
        "I disagree with the $59 late fee",
        "thats wrong i owe nowhere near 4,600",
        "i never agreed to a 45 dollar fee",
        "the 25 dollar late fee isnt fair",
        "i signed for 1000 and this says 1875",
        "the balance of 1,275 is wrong",
        "where does 515 come from",
        "i never got 2000, only 1700",
        "你们收我一千六的手续费我不认 合同里压根没写",
        "四百块滞纳金不该收 我当时没逾期",
        "你们加的一千三保险费我没买过 帐不对",
        "我没同意过四百五的手续费",
        "利息两千一我不认",
        "当时借了五千 现在变成一万五",
        "我欠一千二百五不是一千五",
        "不是两千三 是一千三 你们记错了",
    ],
    "not_mine": ["我根本没跟你们签过合同", "没和你们公司借过钱", "这债我不认", "i dont owe you anything"],
    "identity_theft": [
        "这个三万不是我贷的 身份证去年丢了 被人冒用",
        "身份证前年被偷 让人拿去贷的款",
        "somebody opened it in my name",
    ],
}
NOT_CONTESTED = [
    "每月八百 不对不对算错了 每月六百还差不多",
    "我算错了",
    "You charged my card $118 twice. Please refund one of them.",
    "扣了我两回两千四 多扣的退给我",
    "借了两万还了一万二 现在再给五百",
    "我说三十 不是十三",
]


def values(text: str, name: EntityName, intent: Intent) -> list[str]:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=TODAY,
        currency=Currency.CNY if chinese else Currency.USD,
        intents=frozenset({intent}),
        doubted=True,
    )
    return [one.value for one in found if one.name is name]


@pytest.mark.parametrize(
    ("reason", "text"), [(key, text) for key, texts in REASONS.items() for text in texts]
)
def test_a_reason_is_heard_as_people_say_it(reason: str, text: str) -> None:
    assert values(text, EntityName.REASON, Intent.CANNOT_PAY)[:1] == [reason]


@pytest.mark.parametrize("text", NO_REASON)
def test_what_gives_no_reason_has_none(text: str) -> None:
    assert values(text, EntityName.REASON, Intent.CANNOT_PAY) == []


def test_a_reason_in_an_offer_is_heard_and_doubted() -> None:
    found = entities(
        "my hours got cut so 40 on friday",
        language=Language.EN,
        today=TODAY,
        currency=Currency.USD,
        intents=frozenset({Intent.PARTIAL_PAYMENT}),
        doubted=True,
    )
    assert [(one.value, one.certainty) for one in found if one.name is EntityName.REASON] == [
        ("reduced_hours", Certainty.UNSURE)
    ]


def test_a_reason_in_a_request_for_a_call_is_none() -> None:
    assert values("i'm in the hospital, call me friday", EntityName.REASON, Intent.REQUEST_CALLBACK) == []


@pytest.mark.parametrize(
    ("ground", "text"), [(key, text) for key, texts in DISPUTES.items() for text in texts]
)
def test_the_ground_of_a_dispute_is_heard_as_people_say_it(ground: str, text: str) -> None:
    assert values(text, EntityName.DISPUTE_TYPE, Intent.DISPUTE)[:1] == [ground]


@pytest.mark.parametrize("text", NOT_CONTESTED)
def test_a_correction_or_a_double_charge_contests_no_debt(text: str) -> None:
    assert values(text, EntityName.DISPUTE_TYPE, Intent.DISPUTE) == []
