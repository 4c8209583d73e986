"""A firm that failed is no death, and no new loan is no refusal to pay."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.new_credit_declined import declines_new_credit
from arrears.domain.language.means.firms_failed import tells_of_failed_firm


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("my client went under", True),
        ("the company we supply went under", True),
        ("our biggest customer shut down", True),
        ("客户倒闭了", True),
        ("供应商那边跑路了", True),
        ("my client died", False),
        ("he went under", False),
        ("our business went under when my husband passed away", False),
        ("my brother is gone", False),
        ("客户去世了，公司关门了", False),
    ],
)
def test_whether_a_firm_has_failed(text: str, failed: bool) -> None:
    assert tells_of_failed_firm(text) is failed


@pytest.mark.parametrize(
    ("text", "declines"),
    [
        ("过桥贷款太贵，我不打算借", True),
        ("过桥我不想借，被坑过", True),
        ("不想再借高利贷", True),
        ("I won't take out a bridge loan", True),
        ("a bridge loan is too expensive, I don't want to take one", True),
        ("过桥贷款我不借，钱我也不还", False),
        ("我不打算还", False),
        ("我没借过这笔贷款", False),
        ("I won't pay this loan", False),
        ("I don't want to take one, I don't owe you", False),
    ],
)
def test_whether_they_would_not_borrow_anew(text: str, declines: bool) -> None:
    assert declines_new_credit(text) is declines
