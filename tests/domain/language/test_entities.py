"""The conventions of the entities: what a value is, when it is unsure, what the intents change."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName, expected
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY, turn


def read(text: str, *intents: Intent) -> tuple[Entity, ...]:
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    return entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=TODAY,
        currency=Currency.CNY if chinese else Currency.USD,
        intents=frozenset(intents),
    )


def values(text: str, name: EntityName, *intents: Intent) -> list[str]:
    return [one.value for one in read(text, *intents) if one.name is name]


PROMISE, PAID = Intent.PROMISE_TO_PAY, Intent.ALREADY_PAID


@pytest.mark.parametrize(
    ("text", "intent", "expected_days"),
    [
        ("on the 3rd", PROMISE, ["2026-04-03"]),
        ("on the 3rd", PAID, ["2026-03-03"]),
        ("friday", PROMISE, ["2026-03-13"]),
        ("friday", PAID, ["2026-03-06"]),
        ("march 5", PROMISE, ["PAST:2026-03-05"]),
        ("march 5", PAID, ["2026-03-05"]),
        ("yesterday", PROMISE, ["PAST:2026-03-10"]),
        ("yesterday", PAID, ["2026-03-10"]),
        ("in december", PAID, ["2025-12"]),
        ("十号", PROMISE, ["2026-04-10"]),
        ("十号", PAID, ["2026-03-10"]),
        ("上周五", PROMISE, ["PAST:2026-03-06"]),
        ("上周五", PAID, ["2026-03-06"]),
        ("昨天", PAID, ["2026-03-10"]),
        ("feb 30", PROMISE, ["INVALID:2026-02-30"]),
        ("on the 32nd", PROMISE, ["INVALID:32"]),
        ("2月30号", PROMISE, ["INVALID:2026-02-30"]),
        ("when i get paid", PROMISE, ["UNRESOLVED:payday"]),
        ("发工资再还", PROMISE, ["UNRESOLVED:payday"]),
        ("next month", PROMISE, ["2026-04"]),
        ("下个月", PROMISE, ["2026-04"]),
        ("月初", PROMISE, ["2026-04-01"]),
        ("月中", PROMISE, ["2026-03-15"]),
        ("月底", PROMISE, ["2026-03-31"]),
        ("mid april", PROMISE, ["2026-04-15"]),
        ("next week", PROMISE, ["2026-03-16"]),
        ("this weekend", PROMISE, ["2026-03-14"]),
        ("between the 15th and the 20th", PROMISE, ["2026-03-15"]),
        ("15号到20号", PROMISE, ["2026-03-15"]),
        ("next friday", PROMISE, ["2026-03-20"]),
        ("下周五", PROMISE, ["2026-03-20"]),
        ("下下周三", PROMISE, ["2026-03-25"]),
    ],
)
def test_a_date_is_what_the_convention_makes_of_it(
    text: str, intent: Intent, expected_days: list[str]
) -> None:
    assert values(text, EntityName.DATE, intent) == expected_days


@pytest.mark.parametrize(
    ("text", "percents", "amounts"),
    [
        ("40% of it", ["40"], []),
        ("60% off", ["60"], []),
        ("half", [], ["50%"]),
        ("half off", ["50"], []),
        ("六折", ["60"], []),
        ("八五折", ["85"], []),
        ("三成", ["30"], []),
        ("减免一半", ["50"], []),
        ("一半", [], ["50%"]),
        ("all of it", [], ["FULL"]),
        ("全部还清", [], ["FULL"]),
        ("$1,500.50", [], ["1500.50"]),
        ("三百五", [], ["350"]),
        ("一万五", [], ["15000"]),
        ("一千二", [], ["1200"]),
        ("两千块分三期", [], ["2000"]),
    ],
)
def test_a_share_is_a_percentage_or_half_of_the_balance(
    text: str, percents: list[str], amounts: list[str]
) -> None:
    found = read(text, Intent.REQUEST_SETTLEMENT)
    assert [one.value for one in found if one.name is EntityName.PERCENT] == percents
    assert [one.value for one in found if one.name is EntityName.AMOUNT] == amounts


@pytest.mark.parametrize(
    ("text", "intent", "amounts"),
    [
        ("i owe 4200 and can pay 350 monthly", Intent.PROPOSE_INSTALMENT, ["350"]),
        ("it says 900 but i owe 700", Intent.DISPUTE, ["900", "700"]),
        ("i never said 200", Intent.DENY, ["200"]),
        ("i never said 200", PROMISE, []),
        ("my rent is 1200", Intent.DISPUTE, []),
        ("200", Intent.CANNOT_PAY, []),
    ],
)
def test_what_is_owed_or_denied_counts_only_where_the_turn_is_about_it(
    text: str, intent: Intent, amounts: list[str]
) -> None:
    assert values(text, EntityName.AMOUNT, intent) == amounts


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [("this weekend", ("2026-03-15",)), ("十五六号", ("2026-03-16",)), ("in a couple of days", ())],
)
def test_a_stretch_of_days_is_unsure_and_names_its_other_days(
    text: str, alternatives: tuple[str, ...]
) -> None:
    (day,) = read(text, PROMISE)
    assert (day.certainty, day.alternatives) == (Certainty.UNSURE, alternatives)


def test_four_digits_alone_are_unsure_until_the_question_is_known() -> None:
    assert {one.name: one.certainty for one in read("4421")} == {
        EntityName.AMOUNT: Certainty.UNSURE,
        EntityName.IDENTITY: Certainty.UNSURE,
    }
    (answer,) = read("4421", Intent.VERIFY_IDENTITY)
    assert (answer.name, answer.certainty) == (EntityName.IDENTITY, Certainty.SURE)
    assert values("4421", EntityName.IDENTITY, PROMISE) == []


def test_a_misheard_hundred_is_unsure_and_names_what_else_it_may_be() -> None:
    (amount,) = read("i can do to hundred dollars", PROMISE)
    assert (amount.value, amount.certainty, amount.alternatives) == ("200", Certainty.UNSURE, ("100",))


def test_an_hour_without_its_half_of_the_day_names_the_other_half() -> None:
    (time,) = read("ring me after 7", Intent.REQUEST_CALLBACK)
    assert (time.value, time.certainty, time.alternatives) == ("19:00", Certainty.LIKELY, ("07:00",))


def test_several_reasons_are_unsure() -> None:
    (reason,) = read("lost my job and my car broke down", Intent.CANNOT_PAY)
    assert reason.certainty is Certainty.UNSURE
    assert reason.alternatives == ("unexpected_expense",)


@pytest.mark.parametrize("intent", Intent)
def test_a_turn_has_only_the_entities_its_intent_is_asked_for(intent: Intent) -> None:
    text = (
        "i'm her nephew, lost my job, never signed that, call after 7 at 212-555-0123, case number 4471-A, "
        "200 on friday by zelle, 40% in 3 payments monthly, last four 4421, attorney Sarah Klein, spanish"
    )
    assert {one.name for one in read(text, intent)} <= expected([intent])


def test_identity_answers_are_never_dates_or_amounts() -> None:
    for text in ("born 03/09/1975, last four 4421", "生日1975年3月9日 尾号4421", "card ending in 8812"):
        names = {one.name for one in read(text)}
        assert EntityName.IDENTITY in names
        assert not names & {EntityName.DATE, EntityName.AMOUNT}


@pytest.mark.parametrize(
    ("text", "count", "frequency", "each", "down"),
    [
        ("3 payments of 200", 3, None, 200, None),
        ("fifty bucks a week", None, "weekly", 50, None),
        ("300 down and then 75 a month", None, "monthly", 75, 300),
        ("每月500 分6期", 6, "monthly", 500, None),
        ("首付500剩下分四个月", 4, "monthly", None, 500),
        ("分6期 每期三百", 6, None, 300, None),
        ("two thousand in three parts", 3, None, None, None),
    ],
)
def test_a_plan_carries_one_instalment_and_the_down_payment(
    text: str, count: int | None, frequency: str | None, each: int | None, down: int | None
) -> None:
    plan = turn(text).plan
    assert (plan.count, plan.frequency) == (count, frequency)
    assert (plan.each.minor // 100 if plan.each else None) == each
    assert (plan.down.minor // 100 if plan.down else None) == down


@pytest.mark.parametrize(
    "text",
    [
        "国庆收假八号还你一万",  # 8 October or the next 8th
        "中秋十五号还三百",
        "in three days that's friday",
        "三天之内 就是星期五之前 我给你还一千",
        "三月一号就是明天 还你贰佰",
    ],
)
def test_a_day_that_contradicts_what_stands_beside_it_is_doubtful(text: str) -> None:
    found = [one for one in read(text, PROMISE) if one.name is EntityName.DATE]
    assert [one.certainty for one in found] == [Certainty.UNSURE]


@pytest.mark.parametrize(
    ("text", "expected_days"),
    [
        ("friday, yes, friday", ["2026-03-13"]),
        ("大后天还三千，周六嘛", ["2026-03-14"]),
        ("发工资还一千 月底再还五百", ["UNRESOLVED:payday", "2026-03-31"]),
        ("half on payday and the rest on the 30th", ["UNRESOLVED:payday", "2026-03-30"]),
        ("my refund is late. can it be thursday", ["2026-03-12"]),
        ("等工资下来 二十号给你", ["2026-03-20"]),
        ("after christmas", ["UNRESOLVED:christmas"]),
        ("by christmas", ["2026-12-25"]),
        ("国庆节当天", ["2026-10-01"]),
        ("国庆后", ["UNRESOLVED:national_day"]),
    ],
)
def test_an_event_gives_way_to_the_day_that_was_named(text: str, expected_days: list[str]) -> None:
    assert values(text, EntityName.DATE, PROMISE) == expected_days
