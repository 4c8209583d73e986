"""What holds for every text, and that what is printed reads back."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.script.fold import fold
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.test_reading_properties import PIECES, as_spoken, in_chinese, in_english
from tests.domain.language.turns import TODAY

MORE = (
    "i paid lost my job zelle check her nephew never signed 下午三点半 七点后 我是他表哥 支付宝 不是我借的 "
    "between 9 and 11 call me at 212-555-0123 ref AB-204 spanish 粤语 Mr. Bennett 张先生 60% off 八五折 "
    "十好还 昨天 上周五 last monday three hundred 一千二 每季度 分七 案号 （2025）沪03破123号 12 Elm Street "
    "上海市张江路88号"
)
WORDS = [*PIECES, *MORE.split()]
TURNS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)
INTENTS = st.frozensets(st.sampled_from(Intent), max_size=3)


@settings(max_examples=250)
@given(
    text=TURNS,
    today=st.dates(date(2000, 1, 1), date(2090, 12, 31)),
    language=st.sampled_from(Language),
    currency=st.sampled_from(Currency),
    intents=INTENTS,
)
def test_any_text_gives_entities_inside_it(
    text: str, today: date, language: Language, currency: Currency, intents: frozenset[Intent]
) -> None:
    found = entities(text, language=language, today=today, currency=currency, intents=intents)
    for one in found:
        start, end = one.span
        assert 0 <= start < end <= len(text)
        assert one.words == text[start:end]
        assert one.value
        assert one.value not in one.alternatives
    assert found == entities(text, language=language, today=today, currency=currency, intents=intents)


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_folding_twice_is_folding_once_and_keeps_the_length(text: str) -> None:
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once


def the_amounts(text: str, chinese: bool) -> list[str]:
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=TODAY,
        currency=Currency.CNY if chinese else Currency.USD,
        intents=frozenset({Intent.PROMISE_TO_PAY}),
    )
    return [one.value for one in found if one.name is EntityName.AMOUNT]


@settings(max_examples=120)
@given(st.integers(20, 99_999))
def test_a_printed_amount_reads_back_in_several_spellings(n: int) -> None:
    for text in (
        f"i can pay ${n:,} friday",
        f"{n} dollars on the 15th",
        f"ill send {n} tomorrow",
        f"{in_english(n)} dollars on monday",
    ):
        assert the_amounts(text, chinese=False) == [str(n)], text


@settings(max_examples=120)
@given(st.integers(100, 99_999))
def test_a_chinese_amount_reads_back_in_several_spellings(n: int) -> None:
    for text in (
        f"下周五还{in_chinese(n)}",
        f"月底给你{as_spoken(n)}块",
        f"我15号转{n}元",
        f"先付{n}",
        "还" + str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")) + "塊錢",
    ):
        assert the_amounts(text, chinese=True) == [str(n)], text


def the_days(text: str, today: date, intent: Intent) -> list[str]:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=today,
        currency=Currency.USD,
        intents=frozenset({intent}),
    )
    return [one.value for one in found if one.name is EntityName.DATE]


@settings(max_examples=120)
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)), st.integers(0, 150))
def test_a_printed_day_ahead_reads_back_in_several_spellings(today: date, ahead: int) -> None:
    on = today + timedelta(days=ahead)
    for text in (
        f"i will pay on {on.isoformat()}",
        f"i will pay on {on.month}/{on.day}/{on.year}",
        f"i will pay on {on.strftime('%B')} {on.day}",
        f"i will pay on the {on.day}{_suffix(on.day)} of {on.strftime('%B')}",
        f"{on.year}年{on.month}月{on.day}日还",
        f"{on.month}月{on.day}号还",
    ):
        assert the_days(text, today, Intent.PROMISE_TO_PAY) == [on.isoformat()], text


@settings(max_examples=120)
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)), st.integers(1, 150))
def test_a_printed_day_behind_reads_back_where_it_is_told(today: date, behind: int) -> None:
    on = today - timedelta(days=behind)
    for text in (f"i paid on {on.strftime('%B')} {on.day}", f"{on.month}月{on.day}号就还了"):
        assert the_days(text, today, Intent.ALREADY_PAID) == [on.isoformat()], text


@settings(max_examples=60)
@given(st.dates(date(2020, 1, 1), date(2050, 12, 31)), st.integers(0, 6))
def test_next_weekday_is_always_in_next_week(today: date, weekday: int) -> None:
    monday = today - timedelta(days=today.weekday())
    on = (monday + timedelta(days=7 + weekday)).isoformat()
    name = (monday + timedelta(days=weekday)).strftime("%A")
    han = "一二三四五六日"[weekday]
    assert the_days(f"next {name} works", today, Intent.PROMISE_TO_PAY) == [on]
    assert the_days(f"下周{han}还", today, Intent.PROMISE_TO_PAY) == [on]


def _suffix(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
