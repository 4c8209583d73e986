"""Which payment of a plan is meant, where its number is said."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.which_payment import LAST, payment_named
from arrears.domain.language.plans.all_payments import names_all_payments


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("can we move the 2nd one to april 10 instead", 2),
        ("move the second payment to the 10th", 2),
        ("the third instalment, could that be on the 5th", 3),
        ("the other half", None),
        ("the last one has to wait until june", LAST),
        ("第二期能改到4月10号吗", 2),
        ("第3笔晚几天", 3),
        ("最后一期往后推一周", LAST),
        ("move it to the 2nd", None),
        ("on the 10th", None),
        ("the new one is better", None),
        ("改到第二天", None),
        ("等第二次发工资", None),
    ],
)
def test_a_payment_is_known_by_its_number(text: str, number: int | None) -> None:
    assert payment_named(text) == number


@pytest.mark.parametrize(
    ("text", "every"),
    [
        *(("can we make it fridays instead", True), ("以后都周五还", True), ("都改到周五", True)),
        *(("can we make it friday", False), ("改到周五", False), ("以后都不还了", False)),
    ],
)
def test_all_payments_may_be_meant(text: str, *, every: bool) -> None:
    assert names_all_payments(text) is every
