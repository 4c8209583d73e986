"""Words that name no one day, no sum of this debt, or were misheard are doubtful, their neighbours sure."""

from __future__ import annotations

import pytest

from arrears.domain.language.inventory import EntityName
from tests.domain.language.test_demands import said
from tests.domain.language.test_doubtful_values import MOVE, PROMISE, shown
from tests.domain.language.turns import turn

DATE, AMOUNT, PERCENT = EntityName.DATE, EntityName.AMOUNT, EntityName.PERCENT


@pytest.mark.parametrize(
    ("vague", "plain"),
    [
        (("下个月十几号给你", []), ("下个月十六号给你", ["2026-04-16"])),
        (("二十几号给你八百", []), ("二十七号给你八百", ["2026-03-27"])),
        (("过两天给你八百", ["2026-03-13?"]), ("两天后给你八百", ["2026-03-13"])),
        (("缓个十天八天的", ["2026-03-19?"]), ("再缓十天", ["2026-03-21"])),
        (("再给我十天半个月", ["2026-03-21?"]), ("再给我十天", ["2026-03-21"])),
        (("再给我一个来月", ["2026-04-11?"]), ("再给我一个月", ["2026-04-11"])),
        (("八月十五还你五百", ["2026-08-15?"]), ("八月十五号还你五百", ["2026-08-15"])),
        (("九月初九还六百", ["UNRESOLVED:lunar_date"]), ("九月九号还六百", ["2026-09-09"])),
        (("除夕还六百", ["UNRESOLVED:lunar_date"]), ("三十号还六百", ["2026-03-30"])),
        (("开春还三千", ["UNRESOLVED:season"]), ("月尾还三千", ["2026-03-31"])),
        (("妇女节前后还三千", []), ("妇女节那天还三千", ["2027-03-08"])),
        (
            ("around the first of the year 400", ["2027-01-01?"]),
            ("the first of the year 400", ["2027-01-01"]),
        ),
    ],
)
def test_a_stretch_of_days_or_a_day_of_another_calendar_is_no_day_for_certain(
    vague: tuple[str, list[str]], plain: tuple[str, list[str]]
) -> None:
    assert [said(text, DATE, PROMISE) for text, _ in (vague, plain)] == [vague[1], plain[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今儿十一号 再过五天还八百", ["2026-03-11?", "2026-03-16"]),
        ("今儿还八百", ["2026-03-11"]),
        ("我二十号结账 二十二号给你三千", ["2026-03-20?", "2026-03-22"]),
        ("我二十号结清 行吗", ["2026-03-20"]),
        ("四月十号以前不可能", []),
        ("四月十号以前肯定还", ["2026-04-10"]),
        ("上个月还四百 这个月怎么要八百", ["PAST:2026-02?", "2026-03?"]),
        ("孩子五月七号开学交两千 交完还你三百", ["2026-05-07?"]),
        ("五月七号还你三百", ["2026-05-07"]),
        ("i'm off the 12th through the 19th, i can pay 85 on the 20th", ["2026-03-12?", "2026-03-20"]),
    ],
)
def test_a_day_of_something_else_is_doubtful_beside_the_one_to_pay_on(text: str, expected: list[str]) -> None:
    assert said(text, DATE, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三号 支付宝还了六百", ["2026-03-03?"]),
        ("三号 我还六百", ["2026-04-03"]),
        ("十号又还两百", ["2026-03-10?"]),
        ("十号再还两百", ["2026-04-10"]),
        ("周一入账的 一百", ["2026-03-09?"]),
        ("周一入账 一百", ["2026-03-16"]),
        ("周一给了你们客服九十五", ["2026-03-09?"]),
        ("周一给你们九十五", ["2026-03-16"]),
    ],
)
def test_a_verb_that_tells_makes_the_day_of_a_promise_doubtful(text: str, expected: list[str]) -> None:
    assert said(text, DATE, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("有七百 留两百 给你五百", ["700?", "200?", "500"]),
        ("有七百 给你五百", ["700?", "500"]),
        ("你们要五百 我有五十 周四给", ["500?", "50"]),
        ("二十号有五百 月底给你三百", ["500?", "300"]),
        ("won fifty on the twentieth", ["150?"]),
        ("one fifty on the twentieth", ["150"]),
        ("ill do ate tee five dollars friday", []),
        ("ill do eighty five dollars friday", ["85"]),
    ],
)
def test_what_there_is_and_what_was_misheard_is_no_certain_sum(text: str, expected: list[str]) -> None:
    assert said(text, AMOUNT, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "amount", "percent"),
    [("工资的两成给你", [], []), ("先还两成", [], ["20"])],
)
def test_a_share_of_what_is_earned_is_none_of_the_debt(
    text: str, amount: list[str], percent: list[str]
) -> None:
    assert (said(text, AMOUNT, PROMISE), said(text, PERCENT, PROMISE)) == (amount, percent)


@pytest.mark.parametrize(
    ("text", "expected"), [("15号还清要多少", []), ("15号还清", ["FULL"]), ("15号全部还清 一共几个钱", [])]
)
def test_who_asks_how_much_the_whole_is_does_not_offer_it(text: str, expected: list[str]) -> None:
    assert said(text, AMOUNT, PROMISE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can we do the 12th rather than the 20th", ["2026-03-12", "2026-03-20?"]),
        ("move it from the 20th to the 12th", ["2026-03-20", "2026-03-12"]),
    ],
)
def test_the_day_that_another_stands_for_is_doubtful(text: str, expected: list[str]) -> None:
    assert said(text, DATE, MOVE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二是号给你一千二", "2026-03-20"),
        ("这个月二是五号给你一千二", "2026-03-25"),
        ("下粥三还八百", "2026-03-18"),
        ("月第给你五百", "2026-03-31"),
    ],
)
def test_a_day_is_known_as_the_recogniser_misheard_it(text: str, expected: str) -> None:
    assert said(text, DATE, PROMISE) == [expected]


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("每月15跟30各还四百", "semimonthly"),
        ("每月15还四百", "monthly"),
        ("每仨月还一千八", "quarterly"),
        ("每个月还一千八", "monthly"),
    ],
)
def test_two_days_a_month_and_every_third_month_are_their_own_rhythms(text: str, frequency: str) -> None:
    assert str(turn(text).frequency) == frequency


def test_a_day_said_twice_is_no_alternative_of_itself() -> None:
    assert shown("fridy-fri", DATE, PROMISE) == ["2026-03-13?"]
