"""Another loan of theirs, and what is none with us."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.other_loans import speaks_of_another_loan


@pytest.mark.parametrize(
    ("text", "two_offers", "another"),
    [
        ("and the other loan?", False, True),
        ("and the other loan?", True, True),
        ("what about both loans", False, True),
        ("and the other one?", False, True),
        ("and the other one?", True, False),  # of two offers
        ("另一笔贷款怎么办", False, True),
        ("我有两笔是吧 一共多少", False, True),
        ("两笔加起来多少", False, True),
        ("还有一笔怎么办", False, True),
        ("分两笔还", False, False),
        ("我月底有两笔工资到账", False, False),
        ("还有一笔工资没发", False, False),
        ("I have another loan with my bank", False, False),
        ("my car loan too", False, False),
        ("I have two credit cards", False, False),
        ("what do I owe on this loan", False, False),
    ],
)
def test_of_which_loan_they_speak(text: str, two_offers: bool, another: bool) -> None:
    assert speaks_of_another_loan(text, two_offers=two_offers) is another
