"""Sums, days and times as they are written in haste, wholes and events, each with what must not be read."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.turns import values

PROMISE, PAID = Intent.PROMISE_TO_PAY, Intent.ALREADY_PAID
CALL, MOVE = Intent.REQUEST_CALLBACK, Intent.CHANGE_DUE_DATE


@pytest.mark.parametrize(
    ("text", "intent", "day"),
    [
        ("paid 60 paypal the 1st", PROMISE, "2026-03-01"),  # as it is misread
        ("paid 60 paypal the 1st", PAID, "2026-03-01"),
        ("did 40 on xmas eve", Intent.OUT_OF_SCOPE, "2025-12-24"),
        ("mailed a 130 money order 3/3", PAID, "2026-03-03"),
        ("paid friday", PROMISE, "2026-03-13"),
        ("what if i did 40 on friday", PROMISE, "2026-03-13"),
        ("if i did 40 on friday would that help", PROMISE, "2026-03-13"),
        ("what if i did 55 on the 15th", PROMISE, "2026-03-15"),
        ("june second two thousand twenty five i'll pay", PROMISE, "PAST:2025-06-02"),
    ],
)
def test_a_bare_participle_with_a_sum_looks_back(text: str, intent: Intent, day: str) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.DATE, intent)] == [day]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("i'll pay on june second two thousand twenty five", []),
        ("i'll pay on june second two thousand twenty five dollars", ["2025"]),
        ("payin it all off 4/5", ["FULL"]),
        ("The total outstanding will be paid in full on May 30", ["FULL"]),
        ("i will be paid in full on friday", []),
        ("it was paid in full in march", []),
        ("I will pay the whole of it on April 3", ["FULL"]),
        ("the whole of it is a mistake", []),
        ("lemme do half n leave the rest", ["50%"]),
        ("我会在4月20日一次还给你们7500元", ["7500"]),
        ("一次性还给你们", ["FULL"]),
        ("3500一刀两断", ["3500"]),
        ("本金4600一次结", ["4600"]),
        ("凑了一万八一口气给你", ["18000"]),
        ("四千一个月", ["4000"]),
        ("月供降到700分着还行", ["700"]),
        ("考了700分", []),
        ("周五350", ["350"]),
        ("每周五350", ["350"]),
        ("周五500，下周五再给700", ["500", "700"]),
        ("周五3个人来", []),
    ],
)
def test_a_sum_is_read_in_short_words(text: str, sums: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.AMOUNT, PROMISE)] == sums


def test_a_contract_names_a_sum_beside_what_is_claimed() -> None:
    text = "合同金额是15,000元，贵司却按18,500元催收，金额有误。"
    sums = values(text, EntityName.AMOUNT, Intent.DISPUTE)
    assert [one.rstrip("?") for one in sums] == ["15000", "18500"]
    assert values("合同15000号有误", EntityName.AMOUNT, Intent.DISPUTE) == []


@pytest.mark.parametrize(
    ("text", "intent", "days"),
    [
        ("周五350", PROMISE, ["2026-03-13"]),
        ("周5350", PROMISE, []),
        ("周五零钱", PROMISE, []),
        ("8.25先1000，以后每月500", PROMISE, ["2026-08-25"]),
        ("现金交的，3.2，1500", PAID, ["2026-03-02"]),
        ("利率8.25，1000", PROMISE, []),
        ("我出8.25，1500块", PROMISE, []),
        ("改扣款日→26", MOVE, ["2026-03-26"]),
        ("还款日->15", MOVE, ["2026-03-15"]),
        ("改扣款日→26", PROMISE, []),
        ("90 on black friday", PROMISE, ["2026-11-27"]),
        ("black friday ill have it all", PROMISE, ["UNRESOLVED:black_friday"]),
        ("29 bucks on leap day", PROMISE, ["2028-02-29"]),
        ("leap day i paid you 29", PAID, ["2024-02-29"]),
        (
            "When my daughter's financial aid is released I will send $500.",
            PROMISE,
            ["UNRESOLVED:student_aid"],
        ),
        ("After my tax refund is deposited I'll pay", PROMISE, ["UNRESOLVED:tax_refund"]),
        ("领到压岁钱就还200", PROMISE, ["UNRESOLVED:bonus"]),
        ("领到工资还200", PROMISE, ["UNRESOLVED:payday"]),
        ("收完油菜再还", PROMISE, ["UNRESOLVED:harvest"]),
        ("收完钱再说", PROMISE, []),
    ],
)
def test_a_day_is_read_in_short_words(text: str, intent: Intent, days: list[str]) -> None:
    assert [one.rstrip("?") for one in values(text, EntityName.DATE, intent)] == days


@pytest.mark.parametrize(
    ("today", "told", "day"),
    [
        (date(2026, 11, 27), "on black friday", "2026-11-27"),
        (date(2026, 11, 28), "on black friday", "2027-11-26"),
    ],
)
def test_black_friday_is_the_coming_one(today: date, told: str, day: str) -> None:
    assert values(f"ill pay 50 {told}", EntityName.DATE, PROMISE, today=today) == [day]


@pytest.mark.parametrize(
    ("text", "times", "contacts"),
    [
        ("mon 5:30pm, 216-555-0199", ["17:30?"], ["216-555-0199?"]),
        ("烦请于下周一9:00-11:30之间回拨13877665544。", ["09:00-11:30?"], ["13877665544?"]),
        ("换号：17788990011，24小时开机", [], ["17788990011?"]),
        ("50 on mon at 5:30pm", ["17:30?"], []),
        ("12 at 200 either way", [], []),
        ("7.16，1500", [], []),
    ],
)
def test_where_and_when_to_call_is_heard_in_a_misread_turn(
    text: str, times: list[str], contacts: list[str]
) -> None:
    assert values(text, EntityName.TIME, PROMISE) == times
    assert values(text, EntityName.CONTACT, PROMISE) == contacts


def test_two_hours_with_their_minutes_are_one_stretch() -> None:
    assert values("周二9:00-11:30", EntityName.TIME, CALL) == ["09:00-11:30"]
    assert values("3-4 works", EntityName.TIME, CALL) == []
