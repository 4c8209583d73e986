"""打八折 pays eighty percent, however it is paid; a person decides on it."""

from __future__ import annotations

import pytest

from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, approvals
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, verified


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("能不能打个八折 一次付清 20号", 4000_00),
        ("打个八折我20号还", 4000_00),
        ("20号一次还清，能免两成吗", 4000_00),
    ],
)
def test_a_share_to_be_let_off_is_asked_for_as_it_was_said(
    sqlite_store: Store, text: str, total: int
) -> None:
    line = verified(sqlite_store, CHINA, **{text: "request_settlement"})
    line.says(text)
    assert keys(line) == {"approval.asked"}
    assert reasons(line) == ["approval"]
    with line.store.read() as tx:
        (asked,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert asked.asked.offer.kind is PlanType.SETTLEMENT
    assert asked.asked.offer.total == Money(total, Currency.CNY)


def test_who_cannot_pay_hears_too_that_a_person_decides(sqlite_store: Store) -> None:
    wish, hurry = "打个八折我20号还", "行吧那你们快点"
    line = verified(
        sqlite_store, CHINA, 我失业了="cannot_pay", **{wish: "request_settlement", hurry: "out_of_scope"}
    )
    line.says("我失业了")
    line.says(wish)
    line.says(hurry)
    assert keys(line) == {"approval.asked"}
