"""A payment that somebody says they made: the agreed one, or a quarrel about all of it."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.acts.payments_made import (
    asks_whether_it_came,
    may_be_as_agreed,
    payments_made,
    says_paid,
    without_payments_made,
)
from arrears.domain.language.read import read
from arrears.domain.language.readings import Readings
from arrears.domain.money import Currency
from arrears.domain.people import Language


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("just sent you the 300, did you get it?", True),
        ("I made the payment today", True),
        ("paid this morning, did it come through?", True),
        ("我已经转了1500 收到了吗", True),
        ("钱已经转过去了 到账了吗", True),
        ("I already paid this off", False),
        ("paid in full", False),
        ("I paid last year", False),
        ("I paid this months ago", False),
        ("I paid, why are you still texting", False),
        ("you charged me twice", False),
        ("早就还清了", False),
        ("去年就还过了", False),
        ("我已经还了 怎么还催", False),
    ],
)
def test_a_payment_as_agreed(text: str, may: bool) -> None:
    assert may_be_as_agreed(text) is may


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("我今天把1500还了", True),
        ("我已经还了1500，麻烦查一下", True),
        ("刚转过去1500", True),
        ("I have already paid the 300", True),
        ("just sent 60", True),
        ("did you get the 60?", True),
        ("把1500还了行不行", False),
        ("我想今天把1500还了", False),
        ("如果我还了1500呢", False),
        ("1500我今天还", False),
        ("我没还1500", False),
        ("if I paid 300 today, what would be left", False),
        ("I can pay 300 today", False),
        ("I will have sent 300 by friday", False),
    ],
)
def test_a_payment_is_said_to_be_made(text: str, paid: bool) -> None:
    assert says_paid(text) is paid


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("did you get the 60?", True),
        ("has my payment come through", True),
        ("收到没", True),
        ("钱到账了吗", True),
        ("can I get a receipt for the 60", False),
        ("给我开个收据", False),
        ("我收到你们的短信了", False),
    ],
)
def test_whether_it_came_is_asked(text: str, asks: bool) -> None:
    assert asks_whether_it_came(text) is asks


def heard(text: str) -> Readings:
    zh = not text.isascii()
    language, currency = (Language.ZH, Currency.CNY) if zh else (Language.EN, Currency.USD)
    return read(text, language=language, today=date(2026, 9, 15), currency=currency)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("不对吧，我8月30号刚转过500块，我这里有转账截图的", True),
        ("8月30号转了500", True),
        ("我上个月28号还过500了", True),
        ("我昨天刚付了500", True),
        ("我已经还过500了", True),
        ("500我上周就转给你们了", True),
        ("打过去500，有回单", True),
        ("I paid $150 on August 28 with my debit card", True),
        ("my husband mailed a check for 150 on Aug 20", True),
        ("paid 150 on august 28", True),
        ("I made a payment of 150, I have the confirmation number", True),
        ("I already sent you my payment on the 28th", True),
        ("我昨天给你们打过电话", False),
        ("我昨天说了25号把500转过去", False),
        ("20号我就还了500", False),
        ("25号我把500转过去", False),
        ("如果我已经还了500呢", False),
        ("我8月30号还过500吗", False),
        ("还了500以后每月400", False),
        ("刚交了500块房租", False),
        ("我刚转了500给房东", False),
        ("我8月30号存了500到卡里，扣款失败", False),
        ("I just paid 400 for car repairs", False),
        ("I already paid rent so I can do 100", False),
        ("I made 500 last week", False),
        ("I sent the reference number already", False),
        ("if I already paid 300, what is left", False),
        ("once I've paid 300 on the 1st", False),
        ("I will have paid 500 by Friday", False),
        ("I thought I already paid this", False),
        ("the last payment I made was August 3", False),
        ("I haven't paid since August 28", False),
        ("I sent 150 on August 28 and it bounced", False),
        ("I talked to someone on August 28", False),
    ],
)
def test_a_payment_is_told_for_certain(text: str, made: bool) -> None:
    assert bool(payments_made(text, heard(text))) is made


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("I paid 150 on August 28 and I can do 75 every other Thursday", [75]),
        ("我8月30号刚转过500块，剩下的每月400", [400]),
        ("I paid 150 on August 28", []),
        ("I'll pay 150 on September 28", [150]),
    ],
)
def test_of_what_was_paid_nothing_is_offered(text: str, sums: list[int]) -> None:
    left = without_payments_made(heard(text), text)
    assert [each.money.minor // 100 for each in left.amounts if each.money] == sums
    assert all(each.on is None or each.on > date(2026, 9, 15) for each in left.dates)
