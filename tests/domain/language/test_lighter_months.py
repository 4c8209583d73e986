"""Other sums in some months are read with their months, and never as one flat sum."""

from __future__ import annotations

import pytest

from arrears.domain.language.plans.lighter_months import lighter_months
from tests.domain.language.turns import shown_amount, turn


def shown(text: str) -> str:
    found = lighter_months(text, turn(text))
    if found is None:
        return ""
    own = "?" if found.amount is None else shown_amount(found.amount)
    regular = " ".join(shown_amount(each) for each in found.regular.amounts)
    return f"{regular} | {','.join(map(str, found.months))} {own}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$900 a month from April 2, except July and August when we can only do $300", "900 | 7,8 300"),
        ("300 in July and 300 in August, 900 in all the other months, first one April 2", "900 | 7,8 300"),
        ("900 a month but only 300 in July and August", "900 | 7,8 300"),
        ("$900 a month except $300 in July and August", "900 | 7,8 300"),
        ("No, please keep July and August at 300 and the rest at 900", "900 | 7,8 300"),
        ("Normally we can manage about 900 a month, but in July and August more like 300", "900 | 7,8 300"),
        ("400 a month except June through August, 150 then would work", ""),
        ("400 a month but 150 from June to August", "400 | 6,7,8 150"),
        ("I can do 200 a month, only december 500", "200 | 12 500"),
        ("每月还900，7月和8月只能还300", "900 | 7,8 300"),
        ("平时每月2000，七月八月只能1000", "2000 | 7,8 1000"),
        ("除了7、8月还300，其余每个月900", "900 | 7,8 300"),
        ("每个月还900，但是七八月只还300", "900 | 7,8 300"),
        ("我淡季一个月八百 六月到九月一个月三千 行不", "800 | 6,7,8,9 3000"),
        ("淡季每个月还800块 六月到九月每个月还3000块", "800 | 6,7,8,9 3000"),
        ("off season I can do 800, June to September 3000", "800 | 6,7,8,9 3000"),
        ("off season 800 a month, June to September 3000 a month", "800 | 6,7,8,9 3000"),
        ("7月8月是淡季 只能还300，旺季每月900", "900 | 7,8 300"),
        ("七八月淡季只能还300块，旺季900块", "900 | 7,8 300"),
        ("off-season (November to March) 300 a month, 900 a month the rest", "900 | 11,12,1,2,3 300"),
        ("three hundred a month now and nine hundred June through September", "300 | 6,7,8,9 900"),
        ("300 a month for now and 900 a month from June through September", "300 | 6,7,8,9 900"),
        ("300 a month for now, then 900 June to September", "300 | 6,7,8,9 900"),
        ("现在一个月八百 六到九月三千", "800 | 6,7,8,9 3000"),
        ("旺季六到九月一个月三千 淡季八百", "800 | 6,7,8,9 3000"),
        ("淡季八百，旺季六到九月三千", "800 | 6,7,8,9 3000"),
        ("淡季八百 六到九月三千", "800 | 6,7,8,9 3000"),
        ("平时八百，六到九月三千", "800 | 6,7,8,9 3000"),
        ("We could pay 900 a month, but can July and August be lighter?", " | 7,8 ?"),
        ("It has to be lower in July and August.", " | 7,8 ?"),
        ("七八月能不能少还一点", " | 7,8 ?"),
    ],
)
def test_both_sums_and_the_months_are_read(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "100 a month until June and then 200 a month after that",
        "300 now and 900 June through September",
        "淡季八百，旺季三千",
        "现在一个月八百 六月起三千",
        "I can pay 200 in March and 500 in April",
        "300 a month starting in July",
        "I can do 200 a month, but only from July",
        "I paid 300 in July and 300 in August but 900 before",
        "I can pay 200 in March but 500 a month after that",
        "I may pay 300 but only 200 this week",
        "我7月开始每月还300",
        "3月先还500，剩下的4月还",
        "sales are lower in July and August",
        "每月还300，最多还6个月",
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert shown(text) == ""
