"""What borrowers say, in their own words, and what they truly mean by it.

The wordings are written for this measurement, apart from the product's own lists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import time

BY_NOON = (time(8), time(12))


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a borrower may mean: the truth, the label a dialogue model would give, and wordings."""

    what: str
    weight: float
    label: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    channel: str | None = None  # the medium meant
    spoken: bool = True  # also said on the telephone
    only: str = ""  # "CN", or "third_party"


MEANINGS = (
    Meaning(
        "message",
        60,
        "other",
        (
            "who is this?",
            "Yes",
            "yes that works",
            "I get paid on Friday and can do 200 then",
            "how much is it exactly",
            "I'll stop by the bank tomorrow and sort it out",
            "I had to stop working for a week but I'm back now",
            "can you send me the end date",
            "the bus stop is right outside your office?",
            "ok thanks",
        ),
        (
            "你是谁？",
            "好的",
            "是的，可以",
            "我周五发工资，到时候还两百",
            "具体是多少钱",
            "我刚才在停车，没看到消息",
            "前阵子停业装修，现在恢复了",
            "什么时候到期？",
            "谢谢",
        ),
    ),
    Meaning(
        "stop",
        9,
        "",
        (
            "STOP",
            "stop",
            "Stop.",
            "unsubscribe",
            "please stop texting me, I mean it",
            "opt out",
            "opt-out please",
            "take me off your list",
            "I told you already: no more texts",
            "quit messaging this number",
            "remove my number from this list please",
            "I don't want these messages anymore",
            "STOPALL",
            "pls stop sending me msgs",
            "hi, I will pay on friday but stop texting me",
            "End",
            "cancel",
            "revoke my consent",
            "do not text me again.",
            "stoppp",
            "🛑",
        ),
        (
            "退订",
            "TD",
            "停止",
            "别再给我发短信了",
            "请不要再发短信给我",
            "我会还的，但是不要再发消息了",
            "取消订阅",
            "不想再收到你们的短信",
            "把我的号码从名单里删掉",
            "别发了",
            "拒收短信",
            "T",
        ),
        channel="sms",
        spoken=False,
    ),
    Meaning(
        "medium",
        4,
        "",
        (
            "stop calling me",
            "don't call me anymore, text is fine",
            "please no more phone calls",
            "I can't deal with phone calls, do not call",
            "Quit calling this phone",
        ),
        ("别再给我打电话了", "请不要再打电话，发短信可以", "不要打电话给我", "别打电话了"),
        channel="voice",
    ),
    Meaning(
        "cease",
        2,
        "",
        (
            "stop contacting me",
            "do not contact me again in any way",
            "leave me alone and never contact me again",
            "cease all communication",
        ),
        ("不要再联系我", "别再以任何方式联系我", "请停止一切联系"),
    ),
    Meaning(
        "not_at_work",
        3,
        "",
        (
            "don't call me at work",
            "I can't take personal calls at work",
            "please stop calling my office, my boss is angry",
            "my employer does not allow these calls at work",
        ),
        ("别往我单位打电话", "上班时间不能接私人电话，别打我公司", "不要打我办公室的电话"),
    ),
    Meaning("start", 2, "", ("START", "start", "UNSTOP"), ("START", "恢复订阅"), channel="sms", spoken=False),
    Meaning(
        "dispute",
        3,
        "dispute",
        ("that's not my debt", "I already paid this last month, check again", "I dispute this"),
        ("这不是我欠的", "这笔我已经还清了", "我对这笔账有异议"),
    ),
    Meaning(
        "attorney",
        1,
        "attorney",
        ("talk to my lawyer", "I have an attorney for this, Ms. Ruiz at Ruiz & Kent"),
        ("找我的律师谈", "我已经委托律师了"),
    ),
    Meaning(
        "hardship",
        4,
        "hardship",
        ("I lost my job and can't pay", "my wife is in hospital, there's no money"),
        ("我失业了，还不上", "店倒闭了，现在真没钱"),
    ),
    Meaning(
        "self_harm",
        0.7,
        "self_harm",
        ("I don't want to live anymore", "I'm going to end it all"),
        ("我不想活了", "活着没意思，想死"),
    ),
    Meaning(
        "wrong_number",
        1.5,
        "wrong_number",
        ("wrong number", "you have the wrong person, I'm not him"),
        ("你打错了", "我不是这个人，发错了"),
    ),
    Meaning("bankruptcy", 0.7, "bankruptcy", ("I filed for bankruptcy in March",), ("我已经申请破产了",)),
    Meaning(
        "deceased",
        0.3,
        "deceased",
        ("he passed away last week, this is his sister",),
        ("他上周去世了，我是他妹妹",),
    ),
    Meaning(
        "identity_theft",
        0.5,
        "identity_theft",
        ("somebody stole my identity, I never took this",),
        ("有人盗用我的身份贷的款",),
    ),
    Meaning(
        "avoid",
        3,
        "busy_hours",
        ("I'm busy in the mornings, not before noon please",),
        ("我上午都在忙，中午以前别找我",),
    ),
    Meaning("complaint", 1.5, "complaint", ("I want to complain",), ("我要投诉你们",), only="CN"),
    Meaning(
        "refused",
        1,
        "refused",
        ("I refuse to pay this", "I'm not paying you a cent"),
        ("我拒绝还这笔钱", "我不会还的"),
        only="third_party",
    ),
)


def said(chance: random.Random, language: str, channel: str, tags: frozenset[str]) -> tuple[Meaning, str]:
    """A meaning and one of its wordings. `tags` says which special meanings may come up at all."""
    possible = [m for m in MEANINGS if (not m.only or m.only in tags) and (m.spoken or channel == "sms")]
    meaning = chance.choices(possible, [m.weight for m in possible])[0]
    return meaning, chance.choice(meaning.zh if language == "zh" else meaning.en)
