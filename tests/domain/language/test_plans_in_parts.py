"""Plans said in parts, one beside the other: a sum on its day, and the regular ones from another on."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.the_same import says_same
from arrears.domain.language.read_both import read_both
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.statements import without_means
from arrears.domain.people import Language

TODAY = date(2026, 3, 30)

type Shown = tuple[int | None, str, str]


def proposed(text: str, today: date = TODAY) -> Proposal:
    language, currency = (Language.ZH, Currency.CNY) if has_han(text) else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, today, currency)
    return proposal_in(text, without_means(readings, means), currency, today)


def parts(text: str) -> list[Shown]:
    """Sum, day (month and day) and rhythm of each part in turn."""
    return [
        (
            None if part.amount is None else part.amount.minor // 100,
            "" if part.on is None else f"{part.on:%m-%d}",
            "" if part.frequency is None else str(part.frequency),
        )
        for part in proposed(text).parts()
    ]


THEN_125 = [(500, "04-10", ""), (125, "05-20", "monthly")]
THEN_450 = [(1800, "04-01", ""), (450, "05-12", "monthly")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500 on April 10, then 125 on the 20th of each month from May", THEN_125),
        ("500 on April 10, 125 a month from May 20", THEN_125),
        ("500 on April 10, from May 20 125 a month", THEN_125),
        ("500 on the 10th and 125 every month after that starting May 20", THEN_125),
        ("first payment 500 on April 10, the others 125 each on the 20th from May", THEN_125),
        ("the 500 is April 10 and the 125 starts May 20", THEN_125),
        ("4月1号1800 5月起每月12号450", THEN_450),
        ("4月1号先还1800 从5月12号起每月450", THEN_450),
        ("4月1号先还1800 每月从5月12号起450", THEN_450),
        ("1800是4月1号 450从5月12号开始", THEN_450),
        # The regular one may be named first.
        ("4月我要交新房租 450那个从5月12号开始 4月就只还那1800", [(1800, "", ""), (450, "05-12", "monthly")]),
        # By weeks.
        ("500 on april 10 then 50 a week starting april 20", [(500, "04-10", ""), (50, "04-20", "weekly")]),
        (
            "500 on april 10, then 100 every two weeks from may 1",
            [(500, "04-10", ""), (100, "05-01", "biweekly")],
        ),
        ("300 on the 3rd, then 200 each month on the 15th", [(300, "04-03", ""), (200, "04-15", "monthly")]),
        # 后面还是 goes on, and offers no choice.
        ("4月2号八百 后面还是28号九百", [(800, "04-02", ""), (900, "04-28", "monthly")]),
        ("4月2号八百 以后都是28号九百", [(800, "04-02", ""), (900, "04-28", "monthly")]),
        ("500 on April 10 and 125 on the 20th after that", [(500, "04-10", ""), (125, "04-20", "monthly")]),
        # Three parts, the last of which begins.
        (
            "500 on April 3, 1000 on the 20th, then 600 from May 20",
            [(500, "04-03", ""), (1000, "04-20", ""), (600, "05-20", "monthly")],
        ),
    ],
)
def test_each_sum_keeps_its_own_day_and_rhythm(text: str, expected: list[Shown]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "i can do 500 on the 10th or 125 a month from may",  # one or the other
        "4月2号八百 还是28号九百",
        "100 a month from May and 200 from September",  # both begin
        "300 a month on the 5th, 500 on the 20th",  # both may be of every month
        "500 a month from June, 300 in August",  # less in a month in which the others go on
    ],
)
def test_what_may_be_otherwise_is_asked_about(text: str) -> None:
    assert proposed(text).amount_problem is not None


@pytest.mark.parametrize(
    "text",
    [
        "you want 500 on april 10, i can do 125 a month from may",  # ours
        "500 on the 15th for rent, 125 a month from may for you",  # another's
        "i make 2000 on the 15th, can do 125 a month from May",  # what they earn
    ],
)
def test_a_sum_that_is_no_payment_of_theirs_is_no_first_one(text: str) -> None:
    said = proposed(text)
    assert said.rest is None
    assert said.amount is not None
    assert said.amount.minor == 125_00


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "i could do 160 on the 28th and then same thing every month till its done",
            (160, "04-28", "monthly"),
        ),
        ("160 on the 28th and the same every month after that", (160, "04-28", "monthly")),
        ("160 on the 28th then every month", (160, "04-28", "monthly")),
        ("100 on friday and the same amount every two weeks", (100, "04-03", "biweekly")),
        ("28号还160 以后每个月都这样", (160, "04-28", "monthly")),
        ("28号还160 以后每个月都一样", (160, "04-28", "monthly")),
        ("28号160 之后每个月照这个还", (160, "04-28", "monthly")),
    ],
)
def test_the_same_every_month_is_that_sum_every_month(text: str, expected: Shown) -> None:
    assert parts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("160 on the 28th and the rest monthly", [(160, "04-28", ""), (None, "", "monthly")]),
        ("160 on the 28th and 48 a month after", [(160, "04-28", ""), (48, "", "monthly")]),
        ("28号还160 以后每个月50 这样可以吗", [(160, "04-28", ""), (50, "", "monthly")]),
        ("28号还160 以后每个月不一样", [(160, "04-28", ""), (None, "", "monthly")]),
    ],
)
def test_what_is_left_or_another_sum_is_not_the_same(text: str, expected: list[Shown]) -> None:
    assert parts(text) == expected


def test_what_differs_from_month_to_month_is_not_the_same() -> None:
    assert says_same("以后每个月都一样")
    assert not says_same("每个月不一样")


@pytest.mark.parametrize(
    ("text", "amount", "on"),
    [
        ("IRS site says it hits April 10. I could put 600 of it on this right away", 600, date(2026, 4, 10)),
        ("the refund hits April 10. I could put 600 of it on this", 600, date(2026, 4, 10)),
        ("月底房东退我押金 有1800 这个可以全给你们", 1800, date(2026, 3, 31)),
        ("月底房东退我押金1800 可以全给你们", 1800, date(2026, 3, 31)),
        ("15号公司退款到账 这600全给你们", 600, date(2026, 4, 15)),
    ],
)
def test_the_day_on_which_money_comes_is_the_day_of_the_sum_beside_it(
    text: str, amount: int, on: date
) -> None:
    said = proposed(text)
    assert said.amount is not None
    assert (said.amount.minor // 100, said.on, said.full) == (amount, on, False)


@pytest.mark.parametrize(
    "text", ["my rent is April 10. I could put 600 on this", "月底房东收租 有1800 这个可以全给你们"]
)
def test_a_day_on_which_money_goes_is_none_to_pay_on_for_certain(text: str) -> None:
    assert proposed(text).on is None


@pytest.mark.parametrize("text", ["剩下的每个月450吧 我10号发工资 12号还", "余下的一个月450 12号还"])
def test_the_rest_of_the_debt_is_not_what_they_have_left(text: str) -> None:
    _, means = read_both(text, Language.ZH, TODAY, Currency.CNY)
    assert means.left_over is None
    assert parts(text) == [(450, "04-12", "monthly")]


@pytest.mark.parametrize(
    "text", ["扣掉房租剩下的每个月450", "每个月剩下的就450", "工资6000 房租2000 剩下的每个月就450"]
)
def test_what_they_have_left_is_no_offer(text: str) -> None:
    _, means = read_both(text, Language.ZH, TODAY, Currency.CNY)
    assert means.left_over is not None
    assert proposed(text).amount is None


def test_a_sum_spoken_of_before_is_no_cost() -> None:
    _, means = read_both("我要交新房租 450那个从5月12号开始", Language.ZH, TODAY, Currency.CNY)
    assert means.expenses is None
    _, means = read_both("我要交房租450", Language.ZH, TODAY, Currency.CNY)
    assert means.expenses is not None
