"""What holds for every text: no crash, spans inside it, money that is money, days that are usable."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.domain.language.read import read
from arrears.domain.language.readings import AmountKind
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, turn

ENGLISH = (
    "pay $ 350 1,200.50 1.5k grand half 40% all of it in full everything can't not until but fifty hundred "
    "and on by the 15th first friday next last every other week month a in two 3/5 1/2 feb 30 end of "
    "payday now tomorrow 4 payments over 6 months weekly 4421 03/09/1975 last four ending call me at 5pm "
    "code 482913 . , ( - /"
)
MANDARIN = (
    "¥ 块 元 三百五 一万五 2w 一半 全部 还清 分三期 每月 每周五 下周 周五 15号 三月 月底 明天 两周后 尾号 "
    "六六二一 年 号 点 折 不 百 万 零 十 。 2026年 11月末 最后一天 还清 还 内 500年 按 共"
)
PIECES = [*ENGLISH.split(), *MANDARIN.split()]
TURNS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
)


@settings(max_examples=300)
@given(
    text=TURNS,
    today=st.dates(date(2000, 1, 1), date(2090, 12, 31)),
    language=st.sampled_from(Language),
    currency=st.sampled_from(Currency),
)
def test_any_text_is_read_without_harm(
    text: str, today: date, language: Language, currency: Currency
) -> None:
    readings = read(text, language=language, today=today, currency=currency)
    spans = [one.span for one in readings.amounts] + [one.span for one in readings.dates]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    for amount in readings.amounts:
        if amount.kind is AmountKind.SUM:
            assert amount.money is not None
            assert amount.money.minor > 0
            assert amount.money.currency is currency
        else:
            assert amount.money is None
        assert (amount.kind is AmountKind.SHARE) == (amount.percent is not None)
        assert amount.percent is None or 1 <= amount.percent <= 99
    for day in readings.dates:
        assert (day.on is None) != (day.problem is None)
        assert day.on is None or day.on >= today
        assert day.words == text[slice(*day.span)]


@settings(max_examples=150)
@given(st.integers(1, 999_999))
def test_digits_with_a_currency_read_back(n: int) -> None:
    for text in (f"${n}", f"${n:,}", f"i can pay ${n} on friday"):
        assert [one.money for one in turn(text).amounts] == [Money(n * 100, Currency.USD)]
    for text in (f"{n}块", f"还{n}块钱"):
        assert [one.money for one in turn(text).amounts] == [Money(n * 100, Currency.CNY)]


@settings(max_examples=150)
@given(st.integers(1, 99_999))
def test_chinese_numerals_read_back(n: int) -> None:
    for numeral in {in_chinese(n), as_spoken(n)}:
        assert [one.money for one in turn(f"{numeral}块钱").amounts] == [Money(n * 100, Currency.CNY)], (
            numeral
        )


@settings(max_examples=150)
@given(st.integers(1, 99_999))
def test_english_number_words_read_back(n: int) -> None:
    assert [one.money for one in turn(f"{in_english(n)} dollars").amounts] == [Money(n * 100, Currency.USD)]


@pytest.mark.parametrize(
    "text",
    [
        "put 90 down for the 22nd",
        "half now half on the 15th",
        "i can pay 1,200.50 by march 15",
        "fifty bucks a week",
        "2 hundred bucks in two weeks",
        "three fifty next friday",
        "pay it all in full tomorrow",
        "40% of it on feb 30",
        "wed 3/18 or friday the 20th",
        "$3 and 50 cents when i get paid",
        "yesterday i said 12345",
        "a grand on the first",
        "二十二号给你打九百",
        "下週五還三百五十塊錢",
        "先还一半，剩下的月底一次还清",
        "每月５００塊，下个月10号开始",
        "发工资以后还1.5万",
        "三块五明天给",
        "2月30号还百分之四十",
        "再宽两周还三百五",
    ],
)
def test_a_span_reads_again_as_what_it_held(text: str) -> None:
    readings = turn(text)
    own = Currency.CNY if not text.isascii() else Currency.USD
    assert readings.amounts or readings.dates
    for amount in readings.amounts:
        (again,) = turn(text[slice(*amount.span)], currency=own).amounts
        assert (again.kind, again.money, again.percent) == (amount.kind, amount.money, amount.percent)
    for day in readings.dates:
        (same,) = turn(text[slice(*day.span)], TODAY).dates
        assert (same.on, same.problem) == (day.on, day.problem)


def in_chinese(n: int) -> str:
    """The full form: 10500 is 一万零五百."""
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千", "万"]
    out, zero = "", False
    for place in range(4, -1, -1):
        digit = n // 10**place % 10
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + units[place]
            zero = False
        else:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


def as_spoken(n: int) -> str:
    """The spoken form: 两 before 百, 千 and 万, and the last unit unsaid where the one before it was said."""
    full = in_chinese(n)
    for unit in "百千万":
        full = full.replace(f"二{unit}", f"两{unit}")
    short = n >= 100 and "零" not in full[-3:] and full[-1] in "十百千" and full[-3:-2] in {"百", "千", "万"}
    below = {"十": "百", "百": "千", "千": "万"}
    if short and full[-3] == below[full[-1]]:
        return full[:-1]
    return full


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"


def in_english(n: int) -> str:
    small, tens = SMALL.split(), TENS.split()
    if n < 20:
        return small[n]
    if n < 100:
        return tens[n // 10] + (f"-{small[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{small[n // 100]} hundred" + (f" and {in_english(n % 100)}" if n % 100 else "")
    return f"{in_english(n // 1000)} thousand" + (f" {in_english(n % 1000)}" if n % 1000 else "")
