"""Who asks to be let off the whole of it offers no payment of the whole."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.read import read
from arrears.domain.language.readings import AmountKind
from arrears.domain.money import Currency
from arrears.domain.negotiation.offers import Wish
from arrears.domain.people import Language


def offers_the_whole(text: str) -> bool:
    language, currency = (Language.EN, Currency.USD) if text.isascii() else (Language.ZH, Currency.CNY)
    readings = read(text, language=language, today=date(2026, 3, 2), currency=currency)
    return any(amount.kind is AmountKind.FULL for amount in readings.amounts)


ASKED_FOR = [
    "wipe the entire debt",
    "can you wipe the entire debt",
    "i want you to wipe out the whole balance",
    "please write the entire debt off",
    "cancel my whole debt",
    "just waive all of it",
    "forgive the entire balance",
    "全部免掉",
    "能不能把欠款全部免掉",
    "欠款全免了吧",
    "全额减免",
    "剩下的都免了吧",
    "免除全部欠款",
    "把债务全部清零",
    "一笔勾销行吗",
]


@pytest.mark.parametrize("text", ASKED_FOR)
def test_asked_for_it_is_a_settlement_that_a_person_looks_at(text: str) -> None:
    assert not offers_the_whole(text)
    assert wished_plan(text) is Wish.SETTLEMENT


@pytest.mark.parametrize(
    "text",
    [
        "wipe the whole thing",
        "let me off the whole amount",
        "make the entire debt disappear",
        "get rid of the entire debt",
        "i want the whole balance wiped",
        "can the full amount be waived",
        "全都给我免了",
    ],
)
def test_in_looser_words_it_is_no_payment_either(text: str) -> None:
    assert not offers_the_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "i'll wipe the entire debt tomorrow",
        "i can wipe out the full balance today",
        "we will pay the whole balance on friday",
        "i'll drop the full amount off on friday",
        "take the full amount from my account",
        "我明天全部还清",
        "剩下的全部还清",
        "全额付清",
    ],
)
def test_what_they_pay_themselves_is_the_whole(text: str) -> None:
    assert offers_the_whole(text)


@pytest.mark.parametrize(
    "text", ["利息全部免掉", "罚息全免行吗", "免掉全部利息", "违约金都免了吧", "waive the full late fee"]
)
def test_charges_that_are_to_be_let_off_are_no_settlement(text: str) -> None:
    assert wished_plan(text) is None
