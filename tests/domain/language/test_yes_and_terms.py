"""A yes with nothing but terms beside it is told from one with more."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.acts.yes_and_terms import is_yes_and_terms
from arrears.domain.language.read import read
from arrears.domain.money import Currency
from arrears.domain.people import Language


def agreed(text: str) -> bool:
    chinese = any("一" <= sign <= "鿿" for sign in text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings = read(text, language=language, today=date(2026, 3, 2), currency=currency)
    return is_yes_and_terms(text, readings)


@pytest.mark.parametrize(
    "text",
    [
        "yep, if its 160 on the 28th",
        "if its 40 a week on tuesdays yes, not more",
        "if its 85 a month ok, i cant do more than that",
        "so 150 on march 10, april 10 and then 900 from june 10. if thats what you got then yes",
        "60 every other friday from the 27th. ok yes",
        "Yes, as long as it's 500 on April 10 and 125 on the 20th after that",
        "yep 85 on the 27th every month works for me",
        "yes 40 every tuesday thats good",
        "ok 350 a month, do that",
        "30号一次付清 可以",
        "8月1号1800 9月起每月12号450 是这个就可以",
        "行 每月5号一千二 就这么定",
        "嗯 每月20号100 可以",
        "中 每月28号九百",
        "对 每周一150 可以",
        "一个月一千二可以 多了周转不开",
        "行，一个月一千，27号，就这么定",
    ],
)
def test_a_yes_and_terms_are_all_of_it(text: str) -> None:
    assert agreed(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",  # names no terms
        "160 on the 28th",  # no yes
        "yes 160 on the 28th if I keep my job",
        "yeah 350 a month works if my boss pays me",
        "yes but 160 on the 28th",
        "ok so 350 a month works?",
        "yeah right like 350 a month never works for me",
        "yes 160 on the 28th, maybe",
        "ok 160 on the 28th and waive the fee",
        "yes 160 on the 28th instead",
        "would 160 on the 28th be ok",
        "yes for 160 my wife pays on the 28th",
        "i cant do more than 160",
        "可以先还500吗 5号",
        "行，一个月一千，先还五百就行",
        "要是发了工资 5号一千二可以",
        "每月5号一千二不行",
        "5号还行 一千二",
        "一千二可以 但是要6号",
        "ok no more 160 a month",
        "嗯 5号1000多还不起",
        "ok 160 a month until april",
        "just 160 on the 28th, yes",
        "ok 160 on the 28th and no more",
        "yes 160 when i get paid on the 28th",
        "行 发工资5号1000",
        "钱到了就还1000 可以",
        "行 5号之后还1000",
        "行啊 每月1000 你给我付",
        "哈哈 好啊 每月1000 你们给",
        "that's just great, 160 a month",
        "每月5号1000对吧",
        "每月1000 5号 可以吧",
        "对了 5号还1000",
        "好是好 每月1000",
        "还是1000好 5号",
        "每月1000就好了",
        "好还是1000",
        "so it's 160 on the 28th and a fine",
        "就给1000 再多没有 行",
    ],
)
def test_anything_more_is_none(text: str) -> None:
    assert not agreed(text)
