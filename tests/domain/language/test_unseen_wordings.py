"""Values that fresh turns showed to be said for certain and not meant: they are doubtful, or not read."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language

WEDNESDAY = date(2026, 3, 11)


def certain(text: str, intent: Intent) -> list[str]:
    """The values of amounts, dates and times that are said without a doubt."""
    chinese = any("\u4e00" <= char <= "\u9fff" for char in text)
    found = entities(
        text,
        language=Language.ZH if chinese else Language.EN,
        today=WEDNESDAY,
        currency=Currency.CNY if chinese else Currency.USD,
        intents={intent},
    )
    named = [one for one in found if one.name in ("amount", "date", "time")]
    return [one.value for one in named if one.certainty is not Certainty.UNSURE]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today is the eleventh so in ten days i can send ninety", "2026-03-21"),
        ("the 11th is today so how about the 18th, 70", None),
        ("today is patriots day so banks closed, tomorrow ill wire 1300", "2026-03-12"),
        ("十一号了都 十九号发钱 发了还你六百", "2026-03-19"),
        ("明天星期四 银行不上班 礼拜一给你打三千", "2026-03-16"),
    ],
)
def test_what_day_it_is_is_no_day_that_is_offered(text: str, meant: str | None) -> None:
    days = {each for each in certain(text, Intent.PROMISE_TO_PAY) if each.startswith("2026")}
    assert days <= ({meant} if meant else {"2026-03-18"})
    assert meant is None or days


def test_tomorrow_is_a_holiday_and_the_day_after_is_meant() -> None:
    assert "2026-03-12" not in certain("tomorrow is founders day so call friday", Intent.REQUEST_CALLBACK)


def test_a_weekday_counted_from_a_day_that_was_not_read_is_doubtful() -> None:
    said = certain("easter weekend is no good, lets do the tuesday after that, 215", Intent.PROMISE_TO_PAY)
    assert "2026-03-17" not in said


def test_the_day_on_which_a_pension_comes_is_no_due_day() -> None:
    text = "move my due date from the 3rd to the 18th since my pension arrives on the 16th"
    assert "2026-03-16" not in certain(text, Intent.CHANGE_DUE_DATE)


def test_the_day_of_a_statement_is_no_day_of_payment() -> None:
    assert "2026-04-06" not in certain("账单日6号 我24号还1430", Intent.PROMISE_TO_PAY)


def test_since_when_something_was_paid_is_doubtful() -> None:
    assert "2026-01" not in certain("sent 4 payments of 62.50 since january", Intent.ALREADY_PAID)


def test_said_on_a_wednesday_wednesday_week_is_either_of_two() -> None:
    assert certain("wednesday week, 110", Intent.PROMISE_TO_PAY) == ["110"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("why is my rate 31.5 percent interest now it was 24", "24"),
        ("6% a month in fees? thats 72 a year", "72"),
    ],
)
def test_a_bare_number_beside_a_rate_may_be_a_rate(text: str, number: str) -> None:
    assert number not in certain(text, Intent.ASK_FEES_INTEREST)


@pytest.mark.parametrize(
    ("text", "intent", "other"),
    [
        ("欠款7200 我只认本金5100 后天转", Intent.REQUEST_SETTLEMENT, "7200"),
        ("一万一千六 三天内打八千 一笔勾销行不", Intent.REQUEST_SETTLEMENT, "11600"),
        ("我爸那份五百我一起付 我自己一千 一共一千五", Intent.PAY_NOW, "500"),
        ("我妈给我凑了六千 先还你四千", Intent.PROPOSE_INSTALMENT, "6000"),
        ("每期少还点 八百变五百", Intent.PROPOSE_INSTALMENT, "800"),
        ("转账失败了 限额五千 我转的是八千", Intent.PAYMENT_FAILED, "5000"),
        ("先打两百，20号再付八百，剩余的月底结清", Intent.PROPOSE_INSTALMENT, "FULL"),
        ("三百六十五块 凑个整给四百 明天", Intent.PROMISE_TO_PAY, "365"),
        ("24 months at 110 or 12 at 200 either way", Intent.PROPOSE_INSTALMENT, "12"),
    ],
)
def test_a_sum_beside_the_one_offered_is_not_said_for_certain(text: str, intent: Intent, other: str) -> None:
    assert other not in certain(text, intent)


def test_a_sum_said_once_more_as_round_is_one_sum() -> None:
    assert certain("我说的是两万 两万整", Intent.PROMISE_TO_PAY) == ["20000"]


def test_when_one_is_home_is_not_when_to_be_called() -> None:
    assert certain("晚上九点以后再打行吗 我下班到家都八点多了", Intent.REQUEST_CALLBACK) == ["21:00"]


def test_the_hours_of_work_are_not_when_to_be_called() -> None:
    assert certain("i work 9 to 5 so call after 6", Intent.REQUEST_CALLBACK) == ["18:00"]


def test_a_month_of_which_days_are_named_is_doubtful() -> None:
    said = certain("上月扣了我两次 2月8号一次2月9号一次 每次560", Intent.ALREADY_PAID)
    assert said == ["2026-02-08", "2026-02-09", "560"]
