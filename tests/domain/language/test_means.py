"""What is read of income, costs, what is left and paydays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.domain.language.means.others_income import others_income
from arrears.domain.language.means.told_means import Means, means_in
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Regularly
from arrears.domain.people import Language
from tests.domain.language.turns import means

_PER = {
    Frequency.WEEKLY: "a week",
    Frequency.BIWEEKLY: "a fortnight",
    Frequency.SEMIMONTHLY: "a half-month",
    Frequency.MONTHLY: "a month",
    Frequency.QUARTERLY: "a quarter",
}


def shown(text: str) -> str:
    found = means(text)
    parts = (
        ("in", _shown(found.income)),
        ("out", _shown(found.expenses)),
        ("left", _shown(found.left_over)),
        ("payday", found.payday and found.payday.isoformat()),
        ("paid", found.payday_rhythm and _PER[found.payday_rhythm].removeprefix("a ")),
    )
    return ", ".join(f"{name} {value}" for name, value in parts if value)


def _shown(said: Regularly | None) -> str | None:
    if said is None:
        return None
    whole, cents = divmod(said.amount.minor, 100)
    return f"{whole}{f'.{cents:02d}' if cents else ''} {_PER[said.per]}"


INCOME = (
    ("i make 2000 a month but rent is 1400", "in 2000 a month, out 1400 a month"),
    ("bring home 900 every two weeks", "in 900 a fortnight"),
    ("my take home is about 2.4k", "in 2400 a month"),
    ("on a fixed income of 1100", "in 1100 a month"),
    ("im on 1100 a month disability", "in 1100 a month"),
    ("I make $2,000 monthly", "in 2000 a month"),
    ("I bring home about $450 a week", "in 450 a week"),
    ("My income is $1,800 twice a month", "in 1800 a half-month"),
    ("look i only make 1600 a month ok", "in 1600 a month"),
    ("i cant pay that i only make 1900 a month", "in 1900 a month"),
    ("we make 4200 a month between us", "in 4200 a month"),
    ("me and my wife make 3500 a month", "in 3500 a month"),
    ("i earn 650 a week at the warehouse", "in 650 a week"),
    ("i gross 48k a year", "in 4000 a month"),
    ("my salary is 36,000 a year", "in 3000 a month"),
    ("all i get is 943 from ssi", "in 943 a month"),
    ("my social security is 1180", "in 1180 a month"),
    ("my benefit is 1,900 a month", "in 1900 a month"),
    ("i get 943 a month from ssi and rent is 700", "in 943 a month, out 700 a month"),
    ("unemployment pays 320 a week", "in 320 a week"),
    ("my check is 870 every other friday", "in 870 a fortnight, payday 2026-03-13, paid fortnight"),
    ("i get paid 900 every two weeks", "in 900 a fortnight, paid fortnight"),
    ("i make 1800-2000 a month depending", "in 1800 a month"),
    ("i barely make 1500", "in 1500 a month"),
    ("i make 1200 a month at the diner plus i get 400 a month child support", "in 1600 a month"),
    ("i gross 3000 a month, take home 2300", "in 2300 a month"),
    ("used to make 5000 a month, now its 2000", "in 2000 a month"),
    ("if it helps, i make 2100 a month", "in 2100 a month"),
    ("take home pay: $1,950.50 a month", "in 1950.50 a month"),
    ("1800 a month is what i make", "in 1800 a month"),
    ("shop takes in 8k a month, costs 7.5k", "in 8000 a month, out 7500 a month"),
    ("my store does about 12k a month in sales", "in 12000 a month"),
    ("the truck brings in 1500 a week", "in 1500 a week"),
    ("my job pays me 2200 a month", "in 2200 a month, paid month"),
    ("i get paid on the 15th, 4500 a month", "in 4500 a month, payday 2026-03-15, paid month"),
    ("i get paid every 2 weeks about 900", "in 900 a fortnight, paid fortnight"),
    ("我15号发工资 一个月4500", "in 4500 a month, payday 2026-03-15"),
    ("我每月15号发工资，一个月4500，能还800", "in 4500 a month, payday 2026-03-15, paid month"),
    ("工资4500，15号到账", "in 4500 a month, payday 2026-03-15"),
    ("15号发工资，一个月还300", "payday 2026-03-15"),
    ("月薪五千", "in 5000 a month"),
    ("一个月挣六千", "in 6000 a month"),
    ("我一个月工资才三千五", "in 3500 a month"),
    ("工时砍半 工资就剩一千八", "in 1800 a month"),
    ("还不上这么多 工资才四千", "in 4000 a month"),
    ("月收入不到两千", "in 2000 a month"),
    ("我现在月收入两千,房租一千五,实在无法承担", "in 2000 a month, out 1500 a month"),
    ("每个月到手四千二", "in 4200 a month"),
    ("我一个月就拿三千块钱", "in 3000 a month"),
    ("年薪十二万", "in 10000 a month"),
    ("周薪八百", "in 800 a week"),
    ("我爸没了 我一个月退休金两千三", "in 2300 a month"),
    ("两千块的低保 一家三口", "in 2000 a month"),
    ("以前一个月挣一万，现在只有三千", "in 3000 a month"),
    ("我和老婆一个月收入八千", "in 8000 a month"),
    ("工資每月四千五", "in 4500 a month"),
    ("店里一个月流水三万成本两万八", "in 30000 a month, out 28000 a month"),
    ("小店每月营业额两万", "in 20000 a month"),
    ("跑滴滴一个月能赚六七千", "in 6000 a month"),
    ("底薪三千加提成大概收入五千", "in 3000 a month"),
    ("跟你说实话我月薪就三千", "in 3000 a month"),
)
COSTS = (
    ("rent is 1400", "out 1400 a month"),
    ("rent 1400, car payment 300, food 400", "out 2100 a month"),
    ("my rent and bills come to $1,500 a month", "out 1500 a month"),
    ("I spend $300 every week just to get by", "out 300 a week"),
    ("my expenses are about 900 a month", "out 900 a month"),
    ("1400 goes to rent and 400 to groceries", "out 1800 a month"),
    ("i pay 1400 a month in rent", "out 1400 a month"),
    ("mortgage 1800 and daycare 900", "out 2700 a month"),
    ("rent went up to 1550", "out 1550 a month"),
    ("rent 1200 a month, food 100 a week", "out 1633.34 a month"),
    ("i pay 350 child support", "out 350 a month"),
    ("electric is like 180 and gas 60", "out 240 a month"),
    ("rent is 900, food 300, so total expenses 1200", "out 1200 a month"),
    ("i make 500 a week and spend 400", "in 500 a week, out 400 a week"),
    ("yeah rent is 1400, rent is 1400", "out 1400 a month"),
    ("rent runs 1100-1200", "out 1200 a month"),
    ("i can pay 200, rent is 1400", "out 1400 a month"),
    ("kids daycare is 800", "out 800 a month"),
    ("they take 400 a month for child support", "out 400 a month"),
    ("i need 1500 a month just to live", "out 1500 a month"),
    ("insulin is 90 a month", "out 90 a month"),
    ("房租两千", "out 2000 a month"),
    ("吃喝水电一千五", "out 1500 a month"),
    ("房租水电每月要两千", "out 2000 a month"),
    ("每月开销三千 孩子奶粉八百", "out 3800 a month"),
    ("每个月要交房贷三千五", "out 3500 a month"),
    ("两千交房租 一千吃饭", "out 3000 a month"),
    ("一个月光吃药就要六百", "out 600 a month"),
    ("员工工资一个月一万二 房租六千", "out 18000 a month"),
    ("工资五千房租两千车贷一千二", "in 5000 a month, out 3200 a month"),
    ("给我妈每月一千生活费", "out 1000 a month"),
)
LEFT = (
    ("after rent and food i have 200 left each month", "left 200 a month"),
    ("after rent and bills, i have 150 left", "left 150 a month"),
    ("that leaves me with 120 a month", "left 120 a month"),
    ("i have about 80 a week to spare", "left 80 a week"),
    ("once i pay rent i have 200 left each month", "left 200 a month"),
    ("i make 2000 a month, after everything i got 90 left", "in 2000 a month, left 90 a month"),
    ("i'm left with 300 a month", "left 300 a month"),
    ("all i have left after bills is 75 a month", "left 75 a month"),
    ("i have about $250 a month after bills", "left 250 a month"),
    ("刨去吃喝房租每个月就剩五六百", "left 500 a month"),
    ("每月能剩八百", "left 800 a month"),
    ("交完房租就剩一千了", "left 1000 a month"),
    ("每个月还房贷2000，剩下的每月1000", "out 2000 a month, left 1000 a month"),
    ("除去开销每个月结余五百", "left 500 a month"),
    ("工资五千 扣完房贷剩一千八", "in 5000 a month, left 1800 a month"),
    ("每月工资4000元，扣掉社保3500", "in 4000 a month"),
    ("每月净利润三千", "left 3000 a month"),
)
PAYDAYS = (
    ("paid every other friday", "payday 2026-03-13, paid fortnight"),
    ("i get paid on the 15th", "payday 2026-03-15"),
    ("payday is friday", "payday 2026-03-13"),
    ("I get paid the 20th", "payday 2026-03-20"),
    ("My paycheck comes next Friday", "payday 2026-03-20"),
    ("My next payday is March 20", "payday 2026-03-20"),
    ("Money comes in on the 1st", "payday 2026-04-01"),
    ("i get paid the 28th ill send 200 that day", "payday 2026-03-28"),
    ("ill pay when i get paid on friday", "payday 2026-03-13"),
    ("i dont get paid until the 15th", "payday 2026-03-15"),
    ("i get paid every friday", "payday 2026-03-13, paid week"),
    ("i'm paid monthly on the 25th", "payday 2026-03-25, paid month"),
    ("i get paid on the 1st and the 15th", "payday 2026-03-15, paid half-month"),
    ("i get paid weekly", "paid week"),
    ("im paid twice a month", "paid half-month"),
    ("my ssi comes on the 3rd", "payday 2026-04-03"),
    ("SSI hits on the 1st", "payday 2026-04-01"),
    ("i get my pension on the 3rd", "payday 2026-04-03"),
    ("we receive social security on the 13th", "payday 2026-03-13"),
    ("每个月五号发退休金", "payday 2026-04-05, paid month"),
    ("我五号领养老金", "payday 2026-04-05"),
    ("社保13号发", "payday 2026-03-13"),
    ("退休金五号到", "payday 2026-04-05"),
    ("they pay me on the ninth can you wait until the ninth", "payday 2026-04-09"),
    ("thursdays payday so thursday u get 160", "payday 2026-03-12"),
    ("friday is payday", "payday 2026-03-13"),
    ("i got two jobs. one pays every other friday", "payday 2026-03-13, paid fortnight"),
    ("my night job pays every week", "paid week"),
    ("payout hits friday", "payday 2026-03-13"),
    ("your payout hits friday", ""),
    ("which one pays every week", ""),
    ("my mom pays every week", ""),
    ("we get paid fridays", "payday 2026-03-13, paid week"),
    ("i get paid friday and can pay you saturday", "payday 2026-03-13"),
    ("每月15号发工资", "payday 2026-03-15, paid month"),
    ("每周结一次工资", "paid week"),
    ("我15号发工资", "payday 2026-03-15"),
    ("下周五才发工资", "payday 2026-03-20"),
    ("钱20号到账", "payday 2026-03-20"),
    ("一号发工资还你一千", "payday 2026-04-01"),
    ("发薪日从5号变15号", "payday 2026-03-15"),
    ("我工资改成十号发了", "payday 2026-04-10"),
    ("新单位25号发工资 帮我改下还款日", "payday 2026-03-25"),
    ("工资每月十号到账 月薪五千", "in 5000 a month, payday 2026-04-10, paid month"),
    ("二十号发工资 二十二号还", "payday 2026-03-20"),
    ("工资半月一发 我每次发工资给你三百", "paid half-month"),
    ("my payout is mondays", "payday 2026-03-16, paid week"),
    ("your payout is mondays", ""),
    ("my payout was mondays", ""),
    ("i get paid every two weeks on friday, next one is the 20th", "payday 2026-03-20, paid fortnight"),
    ("i get paid biweekly, next check the 20th", "payday 2026-03-20, paid fortnight"),
    ("i get paid every two weeks. next time dont call me", "paid fortnight"),
    ("我两个礼拜发一次工资 礼拜五 下一次是20号", "payday 2026-03-20, paid fortnight"),
    ("我两周发一次工资 下次能不能晚点", "paid fortnight"),
    ("两份工 一份隔周五发", "payday 2026-03-13, paid fortnight"),
    ("我两个礼拜发一次", "paid fortnight"),
    ("你们一个月发一次的短信", ""),
    ("每周五发你一百", ""),
)


@pytest.mark.parametrize(("text", "expected"), [*INCOME, *COSTS, *LEFT, *PAYDAYS])
def test_what_is_said_of_means_is_read(text: str, expected: str) -> None:
    assert shown(text) == expected


WORDS = [
    "i",
    "we",
    "my",
    "wife",
    "make",
    "used",
    "to",
    "if",
    "get",
    "paid",
    "on",
    "every",
    "other",
    "friday",
    "the",
    "15th",
    "2000",
    "$1,400",
    "900.50",
    "2.4k",
    "1800-2000",
    "a",
    "month",
    "week",
    "year",
    "hour",
    "rent",
    "is",
    "food",
    "car",
    "and",
    "plus",
    "but",
    "now",
    "after",
    "left",
    "with",
    "each",
    "can",
    "pay",
    "take",
    "home",
    "income",
    "costs",
    "spend",
    "月薪",
    "五千",
    "一个月",
    "挣",
    "六千",
    "房租",
    "两千",
    "每月",
    "剩",
    "八百",
    "15号",
    "发工资",
    "流水",
    "三万",
    "成本",
    "以前",
    "现在",
    "老公",
    "没",
    "，",
    "。",
    ",",
    ".",
    "!",
    "?",
    "é",
    "😀",
]
TURNS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map("".join),
)


@settings(max_examples=300)
@given(
    text=TURNS,
    today=st.dates(date(2000, 1, 1), date(2090, 12, 31)),
    language=st.sampled_from(Language),
    currency=st.sampled_from(Currency),
)
def test_any_text_gives_money_of_the_cases_currency_and_days_ahead(
    text: str, today: date, language: Language, currency: Currency
) -> None:
    found = means_in(text, language=language, today=today, currency=currency)
    for said in (found.income, found.expenses, found.left_over):
        assert said is None or (said.amount.currency is currency and said.amount.minor > 0)
    assert found.payday is None or found.payday >= today
    ends = [0, *(at for span in found.spans for at in span), len(text)]
    assert ends == sorted(ends)
    assert all(text[slice(*span)].strip() for span in found.spans)
    told = any((found.income, found.expenses, found.left_over)) or any(others_income(text))
    assert bool(found.spans) == told


@given(st.integers(20, 14_999), st.sampled_from(list(_PER)))
def test_a_printed_income_and_cost_read_back_to_the_cent(n: int, per: Frequency) -> None:
    words = {
        Frequency.WEEKLY: "a week",
        Frequency.BIWEEKLY: "every two weeks",
        Frequency.SEMIMONTHLY: "twice a month",
        Frequency.MONTHLY: "a month",
        Frequency.QUARTERLY: "every three months",
    }[per]
    assert shown(f"i make ${n:,}.05 {words}") == f"in {n}.05 {_PER[per]}"
    assert shown(f"my rent is ${n} {words}") == f"out {n} {_PER[per]}"


def test_the_places_of_the_sums_are_told_so_that_none_is_taken_for_an_offer() -> None:
    text = "i make $2,000 a month, rent is 1400, i can pay 150"
    assert [text[slice(*span)] for span in means(text).spans] == ["$2,000", "1400"]


def test_a_sum_in_another_currency_is_none_of_the_accounts() -> None:
    assert means("i make $2000 a month", Currency.CNY) == Means()
    assert means("月薪五千块", Currency.TWD).income == Regularly(
        Money(500_000, Currency.TWD), Frequency.MONTHLY
    )


@pytest.mark.parametrize(
    "text",
    [
        "i make $2,000 a month",
        "I MAKE $2,000 A MONTH",
        "i  make  $2,000  a  month",
        "ｉ ｍａｋｅ ＄２０００ ａ ｍｏｎｔｈ",
    ],
)
def test_spelling_changes_nothing(text: str) -> None:
    assert shown(text) == "in 2000 a month"
