"""Days that are over, ends of months, counts, identities and events in the words people had for them."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import values

PROMISE, PLAN, PAID = Intent.PROMISE_TO_PAY, Intent.PROPOSE_INSTALMENT, Intent.ALREADY_PAID
PROOF, LAWYER = Intent.VERIFY_IDENTITY, Intent.ATTORNEY_REPRESENTED
DATE, AMOUNT, OFTEN = EntityName.DATE, EntityName.AMOUNT, EntityName.FREQUENCY
COUNT, IDENTITY, NAME = EntityName.INSTALMENT_COUNT, EntityName.IDENTITY, EntityName.PERSON_NAME


@pytest.mark.parametrize(
    ("text", "intent", "days"),
    [
        ("paypal'd u 45 on the 28th bro", PAID, ["2026-02-28"]),
        ("i zelled 45 on the 3rd", PAID, ["2026-03-03"]),
        ("ch 7 discharge came on the 4th", Intent.BANKRUPTCY, ["2026-03-04"]),
        ("my hearing comes on the 4th", Intent.BANKRUPTCY, ["2026-04-04"]),
        ("paypal 45 on the 28th", PROMISE, ["2026-03-28"]),
        ("my check came so 50 on friday", PROMISE, ["2026-03-13"]),
    ],
)
def test_a_day_that_is_told_of_is_the_last_one(text: str, intent: Intent, days: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, DATE, intent)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("下个月月底 750", ["2026-04-30"]),
        ("三月月底还五百", ["2026-03-31"]),
        ("下个月还五百", ["2026-04"]),
        ("过了今晚我就给你八百八", []),
        ("今晚给你八百八", ["2026-03-11"]),
        ("不过今天还五百", ["2026-03-11"]),
        ("到十好我幻你一千五", ["2026-04-10"]),
        ("植树节3.12给你312", ["2026-03-12"]),
        ("四月二十几号来着 对 二十六号给你一万", ["2026-04-26"]),
        ("四月二十几号还五百", []),
        ("月底房东退我押金 给你一千八", ["2026-03-31"]),
        ("on graduation day i'm paying you two fifty", ["UNRESOLVED:graduation"]),
        ("标会轮到我那天我给你还一万", ["UNRESOLVED:turn"]),
        ("待出版社稿费到账,我当日即归还1,080元。", ["UNRESOLVED:fee"]),
        ("房东退了我押金我马上把一千八还你", ["UNRESOLVED:deposit"]),
    ],
)
def test_a_day_is_read_as_it_is_said(text: str, days: list[str]) -> None:
    assert values(text, DATE, PROMISE) == days


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("chunk it in 3 n ill do 80 each", COUNT, ["3"]),
        ("split it in 3 and 4 of us pay", COUNT, []),
        ("给我分七二十四期一期两百六", COUNT, ["24"]),
        ("你给拆十五期我每期还两百七", COUNT, ["15"]),
        ("已经给三期了", COUNT, []),
        ("my brother got a car loan over six years but let me do four payments", COUNT, ["4"]),
        ("let me pay the loan over 2 years", COUNT, ["24"]),
        ("2周1次 1次330", OFTEN, ["biweekly"]),
        ("cancel that fifty a week and let's do a hundred a month instead", OFTEN, ["monthly"]),
        ("每月1号和15号各还250成不", AMOUNT, ["250"]),
        ("每期还两百七家里俩娃呢", AMOUNT, ["270"]),
        ("could i make a part payment of $56 on friday", AMOUNT, ["56"]),
        ("i make 2100 a month", AMOUNT, []),
    ],
)
def test_terms_are_read_as_they_are_said(text: str, kind: EntityName, found: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, kind, PLAN)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我身份证尾号四个数是零二三叉", ["023X"]),
        ("我叫马文斌身份证后面四位九零零七", ["9007"]),
        ("您听好了啊五五二零最后那四位", ["5520"]),
        ("its 6150, the last 4", ["6150"]),
        ("邮政编码是四零零零一零", ["400010"]),
        ("92/06/30", ["1992-06-30"]),
        ("06/30/92", ["1992-06-30"]),
        ("930228 前面是我生日 够不", ["1993-02-28"]),
        ("930228", []),
        ("还930228", []),
    ],
)
def test_an_answer_to_who_they_are_is_read_as_it_is_said(text: str, found: list[str]) -> None:
    assert values(text, IDENTITY, PROOF) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("talk to my lawyer paul ortega", ["paul ortega"]),
        ("talk to my lawyer about it", []),
        ("call my lawyer right away", []),
        ("ask my lawyer he knows", []),
        ("我找了律师叫陈建国你问他去", ["陈建国"]),
        ("Please speak with my colleague Raymond Ochs.", ["Raymond Ochs"]),
    ],
)
def test_a_name_is_read_behind_who_it_is(text: str, found: list[str]) -> None:
    assert values(text, NAME, LAWYER) == found


def test_a_year_of_two_digits_comes_first_where_no_month_or_day_is_so_high() -> None:
    assert values("i pay 03/20/26", DATE, PROMISE) == ["2026-03-20"]
