"""How long a kind of plan is to last: months, years, half a year, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.plans.wish_lengths import wished_until
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.negotiation.offers import Wish

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("能不能展期半年", date(2026, 9, 2)),
        ("半年", date(2026, 9, 2)),
        ("展期6个月", date(2026, 9, 2)),
        ("两个月", date(2026, 5, 2)),
        ("一年", date(2027, 3, 2)),
        ("一年半", date(2027, 9, 2)),
        ("could you extend it six months", date(2026, 9, 2)),
        ("a six-month extension", date(2026, 9, 2)),
        ("for half a year", date(2026, 9, 2)),
        ("a couple of months", date(2026, 5, 2)),
        ("one year and a half", date(2027, 9, 2)),
        ("能不能展期", None),
        ("三年级", None),
        ("25年3月", None),
        ("this month", None),
        ("until September", None),  # a day is read as one
    ],
)
def test_the_day_on_which_the_length_ends(text: str, until: date | None) -> None:
    assert wished_until(text, TODAY) == until


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("could you extend it six months", Wish.EXTENSION),
        ("can I get a three-month extension", Wish.EXTENSION),
        ("an extension of a year", Wish.EXTENSION),
        ("could you extend it until Friday", None),
        ("can I get an extension till Friday", Wish.MORE_TIME),
        ("a one month extension", Wish.MORE_TIME),
        ("能先还半年利息吗", Wish.INTEREST_ONLY),
        ("would you take less", Wish.SETTLEMENT),
        ("can you take less each month", Wish.LOWER_PAYMENTS),
        ("一次还一万能结清吗", Wish.SETTLEMENT),
        ("能多还就多还", Wish.FLEXIBLE),
        ("每月最少还5000", None),
        ("每月能不能少还", Wish.LOWER_PAYMENTS),
    ],
)
def test_what_is_wished_for(text: str, wish: Wish | None) -> None:
    assert wished_plan(text) is wish
