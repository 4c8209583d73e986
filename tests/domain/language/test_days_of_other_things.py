"""Days and sums beside the one that is offered: named for something else, they are doubtful."""

from __future__ import annotations

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.inventory import EntityName
from tests.domain.language.test_doubtful_values import (
    MORE_TIME,
    MOVE,
    PAID,
    PLAN,
    PROMISE,
    SETTLE,
    read,
    shown,
)

DATE, AMOUNT = EntityName.DATE, EntityName.AMOUNT
DISPUTE, PAYOFF = Intent.DISPUTE, Intent.ASK_PAYOFF


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        # which day it will be tomorrow, and the day that is meant
        ("the 12th is tomorrow and i can do it on the 19th", PROMISE, ["2026-03-12?", "2026-03-19"]),
        ("tomorrow is the 12th so can i pay the 19th", PROMISE, ["2026-03-12?", "2026-03-19"]),
        ("i can pay tomorrow the 12th", PROMISE, ["2026-03-12"]),
        ("明天就十二号了 我十九号还", PROMISE, ["2026-03-12?", "2026-03-19"]),
        ("明天清明 后天还你四百五", PROMISE, ["2026-03-12?", "2026-03-13"]),
        ("明天还四百五", PROMISE, ["2026-03-12"]),
        # an instalment named by its day, and the day it is put off to
        ("can the march 15 payment wait until march 26", MORE_TIME, ["2026-03-15?", "2026-03-26"]),
        ("i will make the march 15 payment", PROMISE, ["2026-03-15"]),
        ("15号那期能拖到26号吗", MORE_TIME, ["2026-03-15?", "2026-03-26"]),
        ("15号那期我会还", PROMISE, ["2026-03-15"]),
        # the day on which somebody pays the borrower
        ("he pays me on the 18th, i'll send you 250 on the 19th", PROMISE, ["2026-03-18?", "2026-03-19"]),
        ("老板18号给我 19号转你两千五", PROMISE, ["2026-03-18?", "2026-03-19"]),
        ("18号给你 19号再给你五百", PROMISE, ["2026-03-18", "2026-03-19"]),
        # what had been agreed, and what it is put off to
        ("说好16号还750的 得推到26号", PROMISE, ["2026-03-16?", "2026-03-26"]),
        ("说好的 16号还750", PROMISE, ["2026-03-16"]),
        ("这个月的能不能推到4月4号", MORE_TIME, ["2026-03?", "2026-04-04"]),
        ("这个月的4月4号还", PROMISE, ["2026-03", "2026-04-04"]),
        # a month, and the day of it
        ("下个月起改成10号还款", MOVE, ["2026-04?", "2026-04-10"]),
        # what comes on that day
        ("补助一号到 还款日改二号比较好", MOVE, ["2026-04-01?", "2026-04-02?"]),
        ("30号把贷款结了", PROMISE, ["2026-03-30"]),
        ("贷款下来就还", PROMISE, ["UNRESOLVED:loan"]),
        ("there is a payment of 200 on april 1st that i never set up", PROMISE, ["2026-04-01?"]),
        ("cinco de mayo ill pay 50", PROMISE, ["2026-05-05"]),
        ("十一之前还你六百", PROMISE, ["UNRESOLVED:national_day"]),
        ("十一号之前还你六百", PROMISE, ["2026-03-11"]),
        ("email me the receipt for yesterdays payment", Intent.REQUEST_RECEIPT, ["2026-03-10"]),
    ],
)
def test_a_day_of_something_else_is_doubtful_beside_the_one_meant(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, DATE, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("would 900 settle the 2100", SETTLE, ["900", "2100?"]),
        ("would 900 settle it", SETTLE, ["900"]),
        ("call me about the 240", PROMISE, ["240?"]),
        ("i can do about 240", PROMISE, ["240"]),
        # what is asked is not offered
        ("3月31号还清的话总共多少", PROMISE, ["FULL?"]),
        ("七月一号之前还完会不会少点", PROMISE, ["FULL?"]),
        ("how much to pay the whole balance on friday", PROMISE, ["FULL?"]),
        ("3月31号还清", PROMISE, ["FULL"]),
        ("i will pay the whole balance on friday", PROMISE, ["FULL"]),
        ("12月15号还清给个数", PROMISE, ["FULL?"]),
        # a limit, and what is offered below it
        ("每个月不能超过900 就850吧", PLAN, ["900?", "850"]),
        ("每个月不能超过900", PLAN, ["900"]),
        # a sum that is contested and the one put in its place
        ("欠款12750不对 应该是9750", DISPUTE, ["12750?", "9750"]),
        ("还款12750不对 是9750", PROMISE, ["9750"]),
        ("合同上是3500", DISPUTE, ["3500"]),
        ("合同3500", DISPUTE, []),
    ],
)
def test_a_sum_of_something_else_is_doubtful_beside_the_one_meant(
    text: str, intent: Intent, expected: list[str]
) -> None:
    assert shown(text, AMOUNT, intent) == expected


@pytest.mark.parametrize(
    ("text", "intents", "value", "alternative"),
    [
        ("这个月还了两次 2号五百 9号五百", (PROMISE,), "2026-03-02?", "2026-04-02"),
        ("这个月已经还两笔了 2号六百 9号六百", (PROMISE,), "2026-03-02?", "2026-04-02"),
        ("10号还给你们1100了", (PROMISE,), "2026-03-10?", "2026-04-10"),
        ("it was paid in cash, 88 dollars on the 10th", (PAID, PROMISE), "2026-03-10?", "2026-04-10"),
        ("i paid some already, i can do 88 on the 10th", (PAID, PROMISE), "2026-04-10", ""),
        ("还了两次 10号再还五百", (PROMISE,), "2026-04-10", ""),
    ],
)
def test_a_turn_that_only_tells_of_what_has_happened_makes_no_day_ahead_certain(
    text: str, intents: tuple[Intent, ...], value: str, alternative: str
) -> None:
    found = [one for one in read(text, *intents, doubted=True) if one.name is DATE]
    day = next(one for one in found if len(one.value) > len("2026-03"))
    doubt = "?" if day.certainty.value == "unsure" else ""
    assert day.value + doubt == value
    assert (alternative in day.alternatives) if alternative else not doubt


def test_a_length_in_which_a_debt_has_grown_is_no_day_to_pay() -> None:
    (day,) = shown("how come it went from 900 to 1050 in one month", DATE, PLAN)
    assert "?" in day
