"""Money that may be lent, that is spoken for, or that comes in good and bad weeks is no offer."""

from __future__ import annotations

import pytest

from arrears.domain.language.means.told_means import Means
from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import Readings
from arrears.domain.money import Currency
from arrears.domain.negotiation.statements import without_means
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, shown_amount


def heard(text: str) -> tuple[Readings, Means]:
    chinese = any("一" <= char <= "鿿" for char in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, TODAY, currency)
    return without_means(readings, means), means


@pytest.mark.parametrize(
    "text",
    [
        "my sister said she might lend me 200 but i dont want to count on that",
        "he could maybe give me 200",
        "unemployment should come around the 20th, 310 a week but thats food and rent. i cant do anything",
        "300, but that goes to rent",
        "good weeks 700, bad weeks 350, hard to say",
        "on a good week it's 700 and a bad one 350",
        "我姐说可能借我200 但我不想指望",
        "每周310 但那是吃饭房租的钱",
        "好的时候一周700 差的时候350 说不准",
        "我是送外卖的 好的时候一周700 差的时候350",
    ],
)
def test_it_is_no_offer_and_names_no_rhythm_of_one(text: str) -> None:
    readings, _ = heard(text)
    assert readings.amounts == ()
    assert readings.frequency is None


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("my sister might lend me 200 so i can pay that on friday", ["200"]),
        ("i can borrow 200 from my sister, friday", ["200"]),
        ("good weeks i can do 700, bad ones 350", ["700"]),
        ("好的时候还700 差的时候还350", ["700", "350"]),
        ("310 a week, that's what i can do after food and rent", ["310"]),
        ("200 on the 20th, but rent is due then", ["200"]),
        ("200 a month is all I can do, the rest is food and rent", ["200"]),
        ("最多200，要交房租", ["200"]),
        ("一周60吧 好的时候能多点", ["60"]),
    ],
)
def test_what_they_would_pay_is_offered(text: str, offered: list[str]) -> None:
    readings, _ = heard(text)
    assert [shown_amount(each) for each in readings.amounts] == offered
