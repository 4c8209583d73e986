"""Amounts, in both languages, and what must not be read as one."""

from __future__ import annotations

import pytest

from arrears.domain.language.money.numerals_en import number_of_words
from arrears.domain.language.money.numerals_zh import number_of_han
from arrears.domain.language.script.fold import fold
from arrears.domain.money import Currency, Money
from tests.domain.language.turns import amounts, shown_amount, turn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$350", ["350"]),
        ("350 dollars", ["350"]),
        ("350$", ["350"]),
        ("three hundred fifty", ["350"]),
        ("three hundred and fifty bucks", ["350"]),
        ("three fifty", ["350"]),
        ("I meant 599 on friday", ["599"]),
        ("twelve hundred", ["1200"]),
        ("two thousand and fifty", ["2050"]),
        ("2 hundred bucks", ["200"]),
        ("1.5k", ["1500"]),
        ("a grand", ["1000"]),
        ("half a grand", ["500"]),
        ("fifty bucks a week", ["50"]),
        ("5 a month", ["5"]),
        ("i can do 5 a month", ["5"]),
        ("two a month", []),
        ("call me at 5 every week", []),
        ("5 more months", []),
        ("can we make it 40", ["40"]),
        ("could we make it 45 a month", ["45"]),
        ("make it 40", ["40"]),
        ("can we only make 40 a week", ["40"]),
        ("we make 40 an hour", []),
        ("we make 2000 a month", []),
        ("can we make it 6 months", []),
        ("can we make it 4", []),
        ("1,200.50", ["1200.50"]),
        ("$3 and 50 cents", ["3.50"]),
        ("half", ["50%"]),
        ("half now half on the 15th", ["50%", "50%"]),
        ("1/2 now 1/2 on the 15th", ["50%", "50%"]),
        ("no 90 is what i can do for sure", ["90"]),
        ("no 90 days", []),
        ("five hundred actually no four hundred", ["400"]),
        ("sixty five dollars every two weeks fourteen times over", ["65"]),
        ("take $650 as payment in full", ["650"]),
        ("75 day after thanksgiving", ["75"]),
        ("75 days after thanksgiving", []),
        ("40% of it", ["40%"]),
        ("all of it", ["FULL"]),
        ("in full", ["FULL"]),
        ("everything", ["FULL"]),
        ("i'll pay everything friday", ["FULL"]),
        ("put 90 down for the 22nd", ["90"]),
        ("i can chip in 45", ["45"]),
        ("70 each payday till its done", ["70"]),
        ("I can't pay 500 but I can do 300", ["300"]),
        ("can't do more than 200", ["200"]),
        ("why can't I just pay 200?", ["200"]),
        ("my rent is $1200, I can do $200 a month", ["200"]),
        ("200 on friday and 100 on the 30th", ["200", "100"]),
        ("300 or 400", ["300", "400"]),
        ("i owe 4200 and can pay 350 monthly", ["350"]),
        ("yeah 200 works", ["200"]),
        ("the most i can do is 150", ["150"]),
        ("three hundred dollars and twenty cents", ["300.20"]),
        ("half my balance on the 1st", ["50%"]),
        ("2 fiddy", ["250"]),
        ("one and a half grand", ["1500"]),
        ("two and a half k", ["2500"]),
        ("2 hundo", ["200"]),
        ("one k on friday", ["1000"]),
    ],
)
def test_an_english_amount_is_read(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三百五", ["350"]),
        ("一千二", ["1200"]),
        ("一万五", ["15000"]),
        ("一千二百五", ["1250"]),
        ("一千零五十", ["1050"]),
        ("两千", ["2000"]),
        ("3000块", ["3000"]),
        ("３０００塊錢", ["3000"]),
        ("每月500", ["500"]),
        ("五百块钱", ["500"]),
        ("三块五", ["3.50"]),
        ("八百块一回", ["800"]),
        ("五百块两趟", ["500"]),
        ("五百块一季", ["500"]),
        ("1.5万", ["15000"]),
        ("3千5", ["3500"]),
        ("伍佰元", ["500"]),
        ("还2w", ["20000"]),
        ("两千块分三期", ["2000"]),
        ("五百块三个月还清", ["500"]),
        ("每周五百块", ["500"]),
        ("下周五还三百五", ["350"]),
        ("一个月七百慢慢还", ["700"]),
        ("二十二号给你打九百", ["900"]),
        ("先凑四百给你", ["400"]),
        ("还不起五百，只能还三百", ["300"]),
        ("能不能每月还500", ["500"]),
        ("五百太多了", []),
        ("不是500是300", ["300"]),
        ("十二期，每期五百", ["500"]),
        ("二十二号给你们汇一万", ["10000"]),
        ("这个星期内还你们两千", ["2000"]),
        ("一次还不起", []),
        ("欠三万,每月还五百", ["500"]),
        ("一半", ["50%"]),
        ("百分之四十", ["40%"]),
        ("四成", ["40%"]),
        ("全部", ["FULL"]),
        ("一次还清", ["FULL"]),
        ("全还", ["FULL"]),
        ("月底全部还清", ["FULL"]),
        ("25号还清", ["FULL"]),
        ("三百五一个月", ["350"]),
        ("五百一个月", ["500"]),
        ("250一个月", ["250"]),
        ("每月200总行了吧", ["200"]),
        ("我一个月能还一百五从这个月二十号开始", ["150"]),
        ("每月还300从20号开始", ["300"]),
        ("还八千一次性了结", ["8000"]),
    ],
)
def test_a_mandarin_amount_is_read(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "i can do to hundred dollars",
        "I never meant 500",
        "I meant 3 months",
        "seventeen fifty",
        "in 10,000 years",
        "大家都清楚",
        "一千出头",
        "call me at 5",
        "ring me after 7",
        "it's 2026",
        "call 212-555-0123",
        "+1 (212) 555-0123",
        "case 12345",
        "my confirmation number is 8841",
        "482913",
        "your code is 482913",
        "i have 3 kids",
        "i have 30 employees",
        "im 45 and on disability",
        "under ch 11",
        "60% off",
        "2w",
        "$300-400",
        "between 300 and 400",
        "a few hundred",
        "two fifty two fifty",
        "my rent is $1200",
        "I make 3000 a month",
        "already paid in full",
        "can't pay the full amount",
        "€350",
        "350 pounds",
        "$0",
        "half an hour",
        "half man",
        "my daughter is 15",
        "fourteen and a half",
        "$8 million",
        "my 401k",
        "november 11 to 15",
        "i got up at six-thirty",
        "the whole thing is my fault",
        "900马力很多吗",
        "来一块蛋糕",
        "一半的家庭",
        "打12345投诉",
        "6 months",
        "六折",
        "打六折能结吗",
        "减免一半",
        "两三百",
        "一千多",
        "十几块",
        "三百五个月",
        "验证码123456",
        "电话13800138000",
        "我儿子12岁",
        "晚上8点",
        "已经还清了",
        "3号楼",
        "15万的贷款还不上",  # how large the loan is
        "15万块的借款能展期吗",
        "I can't keep up with my $150,000 loan",
        "it is a 20,000 note",
        "in march theres 600 bucks in the account and insurance comes out of that",
        "there's $600 in my checking and rent still has to come out of that",
        "卡里就六百块 保险还得从里面扣",
        "账上有600块，房租也从这里出",
    ],
)
def test_what_is_not_an_amount_is_not_read(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("there's 600 bucks in the account and your payment comes out of that", ["600"]),
        ("there's 600 bucks in the account, take it out of that", ["600"]),
        ("i can pay 600 bucks from the account and insurance comes out of that", ["600"]),
        ("there's 600 bucks in the bank and rent comes out of that. i can do 80", ["80"]),
        ("卡里有六百 从里面扣吧", ["600"]),
        ("卡里有六百块，你们从里面扣", ["600"]),
        ("卡里六百 房租从里面出 我能还一百", ["100"]),
    ],
)
def test_money_is_offered_unless_other_things_are_paid_from_it(text: str, read: list[str]) -> None:
    assert amounts(text) == read


def test_all_of_it_in_instalments_is_not_an_offer_to_pay_at_once() -> None:
    assert amounts("all of it over 6 months") == []


def test_an_amount_in_another_currency_than_the_account_is_not_read() -> None:
    assert turn("500美元", currency=Currency.CNY).amounts == ()
    assert turn("¥500", currency=Currency.USD).amounts == ()
    assert turn("NT$500", currency=Currency.USD).amounts == ()


def test_kuai_means_the_currency_of_the_account() -> None:
    (amount,) = turn("五百块", currency=Currency.USD).amounts
    assert amount.money == Money(50_000, Currency.USD)


def test_four_digits_alone_are_both_an_amount_and_an_identity_answer() -> None:
    readings = turn("4421")
    assert [amount.money for amount in readings.amounts] == [Money(442_100, Currency.USD)]
    assert readings.identity is not None
    assert readings.identity.last4 == "4421"


@pytest.mark.parametrize(
    ("words", "value"),
    [("one twenty five", 125), ("nine ninety nine", 999), ("twenty five", 25), ("fifteen hundred", 1500)]
    + [
        (words, None)
        for words in ("twenty twenty six", "fifty sixty", "hundred thousand hundred", "five six")
    ],
)
def test_english_number_words_are_one_number_or_none(words: str, value: int | None) -> None:
    assert number_of_words(words) == value


@pytest.mark.parametrize(
    "text", ["两三百", "零五", "三百零", "百", "五六", "一百二百", "一千一万一万", "三百十五百"]
)
def test_a_chinese_number_that_is_not_one_number_is_none(text: str) -> None:
    assert number_of_han(text) is None


def test_folding_keeps_every_offset() -> None:
    raw = "ＡＢ３００塊，İ號"
    assert len(fold(raw)) == len(raw)
    assert fold("下週３００塊") == "下周300块"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("waive all of it", []),
        ("cancel the full balance", []),
        ("can you reduce the full amount", []),
        ("can all of it be waived", []),
        ("全额减免", []),
        ("if you waive the fees i'll pay all of it friday", ["FULL"]),
        ("免了罚息我就全部还清", ["FULL"]),
    ],
)
def test_the_whole_that_is_to_be_let_off_is_no_offer_to_pay_it(text: str, read: list[str]) -> None:
    assert amounts(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ok so me and my wife we can do 150 between us", ["150"]),
        ("150 between my wife and me", ["150"]),
        ("we could put together 150 a month", ["150"]),
        ("150 combined", ["150"]),
        ("我两口子商量了 一个月凑一千出来", ["1000"]),
        ("我俩能凑个一千", ["1000"]),
        ("能挤五百出来", ["500"]),
        ("we make 900 between us", []),
        ("call me on the 20 between 9 and 5", []),
        ("凑一千出头", []),
        ("我俩一个月挣五千出来", []),
    ],
)
def test_what_two_put_together_is_a_sum(text: str, read: list[str]) -> None:
    assert [shown_amount(each) for each in turn(text).amounts] == read
