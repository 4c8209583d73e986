"""Another sum in some months is read back exactly, or is for a person; no flat plan takes its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Balance, Purpose
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, approvals
from tests.builders.line import Line, keys
from tests.builders.offers import on_the_table, verified
from tests.builders.store import Borrower, a_borrower
from tests.services.test_hard_beside_a_wish import with_a_shop

BAKERY = with_a_shop(a_borrower(), 8_800, Currency.USD)
BOTH_SUMS = [
    "$900 a month from March 10, except July and August when we can only do $300",
    "300 in July and 300 in August, 900 in all the other months, first one March 10",
    "900 a month but only 300 in July and August",
    "No, please keep July and August at 300 and the rest at 900",
    "Normally about 900 a month, but in July and August more like 300",
]


def by_month(line: Line) -> dict[int, set[int]]:
    found = on_the_table(line)
    assert found is not None
    offer, other = found
    assert (offer.kind, other) == (PlanType.SEASONAL, None)
    sums: dict[int, set[int]] = {}
    for item in offer.instalments[:-1]:
        sums.setdefault(item.on.month, set()).add(item.amount.minor // 100)
    assert offer.total == Money(880_000, Currency.USD)
    return sums


def exactly_theirs(line: Line) -> bool:
    return all(sums == ({300} if month in (7, 8) else {900}) for month, sums in by_month(line).items())


@pytest.mark.parametrize("label", ["propose_instalment", "cannot_pay+propose_instalment", "request_hardship"])
@pytest.mark.parametrize("text", BOTH_SUMS)
def test_both_sums_are_read_back_month_by_month(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, BAKERY, **{text: label})
    line.says(text)
    assert exactly_theirs(line)


def test_a_yes_records_them(sqlite_store: Store) -> None:
    text = BOTH_SUMS[0]
    line = verified(sqlite_store, BAKERY, **{text: "propose_instalment"})
    line.says(text)
    line.says("yes")
    assert "plan.recorded" in keys(line)


def test_a_day_named_later_keeps_both_sums(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store, BAKERY, **{BOTH_SUMS[2]: "propose_instalment", "first one March 12": "promise_to_pay"}
    )
    line.says(BOTH_SUMS[2])
    line.says("first one March 12")
    assert exactly_theirs(line)


@pytest.mark.parametrize(
    "text",
    [
        "We could pay 900 a month, but can July and August be lighter? Summer is dead for us.",
        "It has to be lower in July and August. Those months we barely sell anything.",
    ],
)
@pytest.mark.parametrize("label", ["propose_instalment+cannot_pay", "propose_instalment", "cannot_pay"])
def test_without_the_sum_of_these_months_a_person_looks(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, BAKERY, **{text: label})
    line.says(text)
    assert keys(line) & {"plan.referred", "hardship.answer"}
    assert on_the_table(line) is None


def test_they_may_name_them_after_that(sqlite_store: Store) -> None:
    first = "We could pay 900 a month, but can July and August be lighter?"
    line = verified(
        sqlite_store, BAKERY, **{first: "propose_instalment+cannot_pay", BOTH_SUMS[2]: "propose_instalment"}
    )
    line.says(first)
    line.says(BOTH_SUMS[2])
    assert exactly_theirs(line)


def at_home() -> Borrower:
    balance = Balance(
        fees=Money(0, Currency.USD), interest=Money(0, Currency.USD), principal=Money(880_000, Currency.USD)
    )
    who = a_borrower()
    return replace(who, balance=balance, case=replace(who.case, purpose=Purpose.CONSUMER))


def test_where_the_loan_has_no_such_plan_it_is_for_a_person_and_never_flat(sqlite_store: Store) -> None:
    line = verified(sqlite_store, at_home(), **{BOTH_SUMS[2]: "propose_instalment"})
    line.says(BOTH_SUMS[2])
    assert keys(line) == {"plan.referred"}
    assert on_the_table(line) is None


def test_beyond_the_authority_it_is_asked_for_as_they_named_it(sqlite_store: Store) -> None:
    text = "400 a month but only 100 in July and August"
    line = verified(sqlite_store, BAKERY, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"approval.asked"}
    with sqlite_store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, BAKERY.case.id)
    amounts = {item.on.month: item.amount.minor for item in waiting.asked.offer.instalments[:12]}
    assert (amounts[6], amounts[7], amounts[8], amounts[9]) == (40_000, 10_000, 10_000, 40_000)


def test_a_flat_sum_afterwards_is_a_flat_sum(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store,
        BAKERY,
        **{BOTH_SUMS[2]: "propose_instalment", "ok then 900 every month": "propose_instalment"},
    )
    line.says(BOTH_SUMS[2])
    line.says("ok then 900 every month")
    found = on_the_table(line)
    assert found is not None
    assert found[0].kind is PlanType.INSTALMENTS
