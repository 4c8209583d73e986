"""Sums, days and steps as borrowers wrote them, read as one proposal; and their neighbours, which stay."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.negotiation.statements import without_means
from arrears.domain.people import Language

TODAY = date(2026, 2, 5)


def proposed(text: str) -> Proposal:
    language, currency = (Language.ZH, Currency.CNY) if has_han(text) else (Language.EN, Currency.USD)
    readings, means = read_both(text, language, TODAY, currency)
    return proposal_in(text, without_means(readings, means), currency, TODAY)


def parts(proposal: Proposal) -> list[tuple[int | None, str, str]]:
    """Sum, day (month and day) and rhythm of each part in turn."""
    found: list[tuple[int | None, str, str]] = []
    part: Proposal | None = proposal
    while part is not None:
        money: Money | None = part.amount
        found.append(
            (
                None if money is None else money.minor // 100,
                "" if part.on is None else f"{part.on:%m-%d}",
                "" if part.frequency is None else str(part.frequency),
            )
        )
        part = part.rest
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is paid is a sum, whatever is said after it.
        ("每月还500意思一下", [(500, "", "monthly")]),
        ("每个月还900应该可以的", [(900, "", "monthly")]),
        ("利息2600我今天可以付", [(2600, "02-05", "")]),
        ("今天付利息2600", [(2600, "02-05", "")]),
        ("我还12个月", [(None, "", "monthly")]),
        ("利息2600太多了我不付", [(None, "", "")]),
        ("利息2600是怎么来的", [(None, "", "")]),
        # What comes "out of" money comes in a rhythm, and on no day.
        ("I can do 95 a month out of my social security", [(95, "", "monthly")]),
        ("95 every month, out of my check", [(95, "", "monthly")]),
        ("I can pay 95 a month out", [(95, "03-05", "")]),
        # A month after a sum is none of its digits.
        ("4200的利息我4月10号先打过来，本金18万7月10号还", [(4200, "04-10", ""), (180000, "07-10", "")]),
        ("先还2万五", [(25000, "", "")]),
        # Each month with its sum.
        ("五月2万六月2万", [(20000, "05-31", ""), (20000, "06-30", "")]),
        (
            "三月四月每月500，五月2万，六月2万，十月剩下的还清",
            [
                (500, "03-31", ""),
                (500, "04-30", ""),
                (20000, "05-31", ""),
                (20000, "06-30", ""),
                (None, "10-30", ""),
            ],
        ),
        (
            "500 a month in March and April, 20000 in May, the rest in October",
            [(500, "03-31", ""), (500, "04-30", ""), (20000, "05-31", ""), (None, "10-31", "")],
        ),
        # Steps.
        (
            "300/mo Feb and March then 1,100 a month from April",
            [(300, "", "monthly"), (1100, "04-01", "monthly")],
        ),
        ("3月4月每月300，5月起每月1100", [(300, "", "monthly"), (1100, "05-01", "monthly")]),
        ("第一期只还1000，从第二期起2500", [(1000, "", ""), (2500, "", "monthly")]),
        ("第一期还1000，第二期起每月2500", [(1000, "", ""), (2500, "", "monthly")]),
        (
            "1000 for the first one and 2500 from the second payment on",
            [(1000, "", ""), (2500, "", "monthly")],
        ),
        # Days in their month.
        ("refund delayed til mid march. can we push it to the 16th", [(None, "03-16", "")]),
        ("每月10号发钱，12号还行不行，从4月开始", [(None, "04-12", "")]),
        ("i get paid in april, i can pay 200 on the 16th", [(200, "02-16", "")]),
        ("2500 apr 22 then 800 each month on the 22nd", [(2500, "04-22", ""), (800, "05-22", "monthly")]),
        (
            "2500 on the 10th then 800 each month on the 22nd",
            [(2500, "02-10", ""), (800, "02-22", "monthly")],
        ),
        ("不是说了4月开始吗，3月12号我还没领到钱", [(None, "", "")]),
        # One that is left out.
        ("60 a week but skip the week of july 4th", [(60, "", "weekly")]),
        ("每周60，跳过7月4号那周", [(60, "", "weekly")]),
        # Sums that they object to, and others' sums.
        ("260 at once is rough, why not every other friday", [(None, "", "biweekly")]),
        ("260一次有点吃力，120行吗", [(120, "", "")]),
        ("500 a month is tight but i'll do it", [(500, "", "monthly")]),
        ("那18000那个申请还在不在", [(None, "", "")]),
        ("is the 18000 request still open", [(None, "", "")]),
        ("试用期4500，能不能缓两个月", [(None, "04-05", "")]),
    ],
)
def test_it_is_read_as_they_mean_it(text: str, expected: list[tuple[int | None, str, str]]) -> None:
    assert parts(proposed(text)) == expected


@pytest.mark.parametrize(
    ("text", "count", "full"),
    [
        ("no not 12 payments lol i said the whole thing at once on the 27th", None, True),
        ("不是12期，我要27号一次还清", None, True),
        ("不要分12期，分6期", 6, False),
        ("no more than 12 payments", 12, False),
        ("no, 12 payments", 12, False),
        ("why not 12 payments", 12, False),
        ("能不能分12期", 12, False),
    ],
)
def test_a_number_of_payments_that_is_denied_does_not_count(text: str, count: int | None, full: bool) -> None:
    said = proposed(text)
    assert (said.count, said.full) == (count, full)
